"""What was found, in words, for a terminal: it is handed a console and prints nowhere else."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.text import Text

from twosource.export.certainty import Certainty, certainty
from twosource.export.record import counts
from twosource.export.words import (
    count,
    cut,
    harmless,
    lineage_in_words,
    origin_names,
    origins_in_words,
    report_labels,
    silence_in_words,
    stance_in_words,
    statement_at,
    tension_in_words,
)
from twosource.model import UPDATE, Case, Source, Span, Strength, Tension, joined

CLAIMS_SHOWN = 12
"""Claims of two or more reports that the summary lists; the page and the JSON hold all."""
SOURCES_SHOWN = 12
"""Sources that the summary lists; the page and the JSON hold all."""
PASSAGES_SHOWN = 8
"""Passages that the summary lists; the page and the JSON hold all."""
ALONE_SHOWN = 3
"""Claims a report that stand in no other; the page and the JSON hold all."""
SILENCES_SHOWN = 2
"""Claims a report leaves out that the summary lists; the page and the JSON hold more."""
REPORTS_SHOWN = 20
"""Reports that the summary lists by name; the page and the JSON hold all."""
SHORT = 120
"""Characters shown of a text that is only named, not compared."""
HANGING = 2
"""Columns by which the second and later rows of a line stand further in."""
NARROWEST = 8
"""Columns that are left to the words on a terminal narrower than its indents."""

_STRENGTH = {Strength.STRONG: 0, Strength.MEDIUM: 1, Strength.WEAK: 2}


def summary(case: Case, console: Console) -> None:
    """Print the readable summary of a case: what was not read, the counts, who is quoted, claims, differences.

    Colour, width and encoding are the console's business; the words are the same on every terminal.
    """
    _Summary(case, console).print()


class _Summary:
    """The parts of the summary, from top to bottom. A part that has nothing to say prints nothing."""

    def __init__(self, case: Case, console: Console) -> None:
        self.case = case
        self.console = console
        self.names = {source.id: source.name for source in case.sources}
        self.labels = report_labels(case)
        encoding = console.encoding
        self.encoding = None if encoding.lower().startswith("utf") else encoding

    def print(self) -> None:
        """Print all parts."""
        self.not_read()
        self.counts()
        self.quoted()
        self.claims()
        self.tensions()
        self.updates()
        self.variants()
        self.copied()
        self.left_out()
        self.alone()

    # --- how a line looks ----------------------------------------------------------------------------------------

    def line(self, *pieces: str | tuple[str, str], indent: int = 0) -> None:
        """Print one line of pieces, each plain or with a style; text from outside is never read as markup."""
        text = Text(overflow="fold")
        for piece in pieces:
            words, style = piece if isinstance(piece, tuple) else (piece, "")
            words = harmless(words)
            if self.encoding:
                words = words.encode(self.encoding, "replace").decode(self.encoding)
            text.append(words, style)
        rows = text.wrap(self.console, max(self.console.width - indent - HANGING, NARROWEST))
        for number, row in enumerate(rows):
            row.rstrip()
            row.pad_left(indent + (HANGING if number else 0))
            self.console.print(row, soft_wrap=True)

    def head(self, words: str) -> None:
        """Print the heading of a part, with an empty line before it."""
        self.console.print()
        self.line((words, "bold"))

    def more(self, number: int, indent: int = 2) -> None:
        """Say how many are not shown here."""
        if number > 0:
            self.line((f"… and {number} more", "dim"), indent=indent)

    # --- parts ---------------------------------------------------------------------------------------------------

    def not_read(self) -> None:
        """Print what could not be read, before anything else, and what the reader must know of the whole."""
        if self.case.skipped:
            self.line((f"Not read: {count(len(self.case.skipped), 'input')}", "bold yellow"))
        for it in self.case.skipped:
            self.line((it.file, "bold"), f": {it.reason} [{it.code}]", indent=2)
        for notice in self.case.notices:
            self.line(("Note: ", "bold yellow"), notice)
        if self.case.skipped or self.case.notices:
            self.console.print()

    def counts(self) -> None:
        """Print how many reports, outlets, independent reports; then the reports."""
        story = counts(self.case)
        independent, without = story["independent_reports"], story["reports_without_outlet"]
        outlets = count(story["outlets"], "outlet") if story["outlets"] else "outlets not named"
        if without and story["outlets"]:
            outlets += f" ({count(without, 'report')} without a named one)"
        self.line(
            (count(story["reports"], "report"), "bold"),
            f", {outlets}, ",
            (f"{independent} independent" if independent is not None else "not compared", "bold"),
        )
        for report in self.case.reports[:REPORTS_SHOWN]:
            when = report.published or report.updated or "date not given"
            label = self.labels[report.id]
            about = f"({when})" if label == report.id else f"({report.id}, {when})"
            about = f"({report.outlet}, {when})" if label == report.id and report.outlet else about
            self.line((label, "cyan"), f"  {cut(report.title or 'no title', SHORT)}  ", (about, "dim"), indent=2)
        self.more(len(self.case.reports) - REPORTS_SHOWN)
        if len(self.case.stories) > 1:
            stories = f"They are of {len(self.case.stories)} different stories"
            self.line(f"{stories}; reports and outlets are counted in the largest.", indent=2)

    def quoted(self) -> None:
        """Print who is quoted, in which reports."""
        told: dict[str, list[str]] = {}
        said: Counter[str] = Counter()
        uncertain: Counter[str] = Counter()
        for statement in self.case.statements:
            said.update(statement.chain[-1:])
            for id in statement.chain:
                told.setdefault(id, []).append(self.labels[statement.report])
                uncertain[id] += certainty(statement) is Certainty.UNCERTAIN
        sources = [source for source in self.case.sources if source.id in told]
        sources.sort(key=lambda it: (-len(set(told[it.id])), -len(told[it.id]), it.id))
        if sources:
            self.head(f"Who says or passes on something: {count(len(sources), 'source')}")
        for source in sources[:SOURCES_SHOWN]:
            own, passed = said[source.id], len(told[source.id]) - said[source.id]
            does = [count(own, "statement")] if own else []
            does += [f"passes on {passed}"] if passed else []
            where = f"{', '.join(does)} in {joined(dict.fromkeys(told[source.id]))}"
            doubt = f"; {Certainty.UNCERTAIN}: {uncertain[source.id]}" if uncertain[source.id] else ""
            self.line((source.name, "bold"), f" ({source.type}{_called(source)}): {where}{doubt}", indent=2)
        self.more(len(sources) - SOURCES_SHOWN)
        unnamed = sum(not statement.chain for statement in self.case.statements)
        if unnamed:
            self.line(f"source not named: {count(unnamed, 'statement')}", indent=2)

    def claims(self) -> None:
        """Print the claims that most reports tell, with what they rest on."""
        shared = [it for it in self.case.claims if len(it.reports) > 1]
        shared.sort(key=lambda it: (-len(it.reports), it.id))
        if shared:
            self.head(f"Told in more than one report: {count(len(shared), 'claim')}")
        elif len(self.case.reports) > 1:
            self.head("No claim is told in more than one report.")
        for claim in shared[:CLAIMS_SHOWN]:
            names = joined(origin_names(self.case, claim))
            told = f"told in {count(len(claim.reports), 'report')}, "
            self.line(cut(claim.text), indent=2)
            self.line(told, (origins_in_words(claim), "bold"), f": {names}" if names else "", indent=4)
        self.more(len(shared) - CLAIMS_SHOWN)

    def tensions(self) -> None:
        """Print where the reports differ, the hardest first."""
        pulling = [it for it in self.case.tensions if it.kind != UPDATE]
        if pulling:
            self.head(f"Do not sit easily together: {count(len(pulling), 'pair')}")
        for it in sorted(pulling, key=lambda it: _STRENGTH[it.strength]):
            self.tension(it, f"{it.strength}, {it.kind}")

    def updates(self) -> None:
        """Print what brings an earlier telling up to date, apart from the differences."""
        found = [it for it in self.case.tensions if it.kind == UPDATE]
        if found:
            self.head(f"Updates: {count(len(found), 'pair')}")
        for it in found:
            self.tension(it, it.kind)

    def tension(self, tension: Tension, called: str) -> None:
        """Print a pair with both sides."""
        self.line((called, "bold"), f": {cut(tension_in_words(tension))}", indent=2)
        for side in (tension.a, tension.b):
            self.line((self.labels[side.report], "cyan"), f"{self.said(side)}: {cut(side.text)}", indent=4)

    def said(self, span: Span) -> str:
        """Return through whom a text comes, if that is uncertain, and what its source does if more than to say."""
        statement = statement_at(self.case.statements, span)
        if not statement or not statement.chain:
            return ""
        chain = ", through ".join(self.names.get(id, id) for id in reversed(statement.chain))
        doubt = f" {Certainty.UNCERTAIN}:" if certainty(statement) is Certainty.UNCERTAIN else ""
        return " ".join(filter(None, (f",{doubt} {chain}", stance_in_words(statement, span))))

    def variants(self) -> None:
        """Print the same utterance between marks in different words."""
        if self.case.variants:
            self.head(f"Same utterance, other words between the marks: {len(self.case.variants)}")
        for it in self.case.variants:
            where = joined(dict.fromkeys(self.labels[place.report] for place in it.places))
            who = self.names.get(it.source, it.source) if it.source else "source not named"
            self.line((who, "bold"), f" in {where}:", indent=2)
            for there, here in it.differences:
                self.line(f"“{there}”" if there else "nothing", " / ", f"“{here}”" if here else "nothing", indent=4)

    def copied(self) -> None:
        """Print the text that stands in two or more places, and where it came from."""
        if self.case.passages:
            self.head(f"Text that stands in more than one place: {count(len(self.case.passages), 'passage')}")
        for it in self.case.passages[:PASSAGES_SHOWN]:
            where = joined(dict.fromkeys(self.labels[place.report] for place in it.places))
            self.line(f"{it.kind} in {where}, ", (lineage_in_words(it.lineage), "bold"), indent=2)
            self.line(f"“{cut(it.places[0].text, SHORT)}”", indent=4)
        self.more(len(self.case.passages) - PASSAGES_SHOWN)

    def left_out(self) -> None:
        """Print what each report leaves out of what the others tell, the weightiest first."""
        claims = {claim.id: claim for claim in self.case.claims}
        reports = list(dict.fromkeys(it.report for it in self.case.silences))
        if reports:
            self.head("Left out")
        for report in reports[:REPORTS_SHOWN]:
            self.line((self.labels[report], "cyan"), indent=2)
            own = [it for it in self.case.silences if it.report == report]
            for it in own[:SILENCES_SHOWN]:
                self.line((silence_in_words(it), "bold"), f": {cut(claims[it.claim].text, SHORT)}", indent=4)
                if it.nearest:
                    self.line(("nearest", "dim"), f": {cut(it.nearest.text, SHORT)}", indent=6)
            self.more(len(own) - SILENCES_SHOWN, indent=4)
        self.more(len(reports) - REPORTS_SHOWN)

    def alone(self) -> None:
        """Print what only one report tells."""
        alone = [claim for claim in self.case.claims if len(claim.reports) == 1]
        if not alone or len(self.case.reports) < 2:
            return
        self.head(f"Told in one report alone: {count(len(alone), 'claim')}")
        for report in self.case.reports:
            own = [claim for claim in alone if claim.reports[0] == report.id]
            if own:
                self.line((self.labels[report.id], "cyan"), f": {len(own)}", indent=2)
            for claim in own[:ALONE_SHOWN]:
                self.line(cut(claim.text, SHORT), indent=4)
            self.more(len(own) - ALONE_SHOWN, indent=4)


def _called(source: Source) -> str:
    """Return by what other names a source goes, at most four of them."""
    others = [name for name in source.variants if name != source.name][:4]
    return f"; also “{'”, “'.join(others)}”" if others else ""
