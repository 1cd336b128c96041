"""One function per command: it parses, calls the library and hands on what came back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from twosource import __version__
from twosource.cli import views
from twosource.cli.given import STDOUT, Given, emit, exit_code, is_page_of, load_case, summary
from twosource.cli.telling import count, printable, tell
from twosource.model import Case

Function = TypeVar("Function", bound=Callable[..., Any])

DEMO_PAGE = "twosource-demo.html"
"""The page that ``demo`` writes into the current folder."""

FORMS = ("mermaid", "graphml", "svg", "json")
"""The forms of a graph; the first is the one that is taken where none is asked for."""
ENDINGS = {".graphml": "graphml", ".svg": "svg", ".json": "json"}
"""The forms of a graph by the ending of the file that it is written to."""

PAGE_ENDINGS = ("", ".html", ".htm", ".xhtml", ".json")
"""Endings of the file that ``trace`` writes; a file without one is a page."""

MISMATCH = 1
"""Exit code of ``check`` where anything does not fit."""


class Command(click.Command):
    """A command whose help begins with two examples.

    :param examples: command lines, without the program's name.
    """

    def __init__(self, *args: Any, examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what click writes."""
        _write_examples(self.examples, formatter)
        super().format_help(ctx, formatter)


class Program(click.Group):
    """The program: its help begins with two examples, and its commands stand in the order of the work."""

    examples = ("demo --open", "trace one.html two.txt -o case.html")

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what click writes."""
        _write_examples(self.examples, formatter)
        super().format_help(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they were declared."""
        return list(self.commands)


def _write_examples(examples: tuple[str, ...], formatter: click.HelpFormatter) -> None:
    formatter.write("Examples:\n")
    for example in examples:
        formatter.write(f"  twosource {example}\n")
    formatter.write("\n")


_debug = click.option("--debug", is_flag=True, expose_value=False, help="Print the traceback of an error.")
_force = click.option("--force", is_flag=True, help="Replace an output file that exists.")
_quiet = click.option("--quiet", is_flag=True, help="Tell nothing on stderr but errors.")
_output = click.option("-o", "--output", metavar="FILE", default=STDOUT, help="Write to FILE instead of stdout.")
_json = click.option("--json", "as_json", is_flag=True, help="One JSON object.")


def _reads_reports(function: Function) -> Function:
    """Add what every command that reads reports takes."""
    for option in (
        _debug,
        _quiet,
        _force,
        click.option("--strict", is_flag=True, help="Write nothing and fail if any input cannot be used."),
        click.option("--language", metavar="CODE", help="Language of all reports (ISO 639-1); detected otherwise."),
        click.argument("inputs", metavar="INPUT...", nargs=-1, required=True),
    ):
        function = option(function)
    return function


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="twosource", message="%(prog)s %(version)s")
@_debug
def program() -> None:
    """Show who said what through whom, what was copied, and on how many independent origins each claim rests.

    INPUT is a .txt, .html, .json or .jsonl file, a folder, @list.txt (a list of inputs), or - for standard input.
    Data goes to stdout, everything else to stderr. Nothing is read from the network.

    Exit codes: 0 done; 1 done, but some inputs failed, or check found a mismatch; 2 wrong usage; 3 nothing usable; 4 a
    limit refused, or the output cannot be written; 5 internal error.
    """


@program.command(cls=Command, examples=("trace one.html two.txt -o case.html", "trace reports/ --json > case.json"))
@_reads_reports
@click.option("-o", "--output", metavar="FILE", help="Write the page to FILE; the JSON object if it ends in .json.")
@click.option("--json", "as_json", is_flag=True, help="Print the JSON object instead of the summary.")
@click.option("--case", "case_file", metavar="FILE", help="Write the case file (SQLite); its review marks are kept.")
def trace(output: str | None, as_json: bool, case_file: str | None, **given: Any) -> int:
    """Do the whole job: the page, the JSON or a summary.

    With neither -o nor --json, a readable summary is printed.
    """
    settings = Given(**given)
    _check_ending(output)
    settings.check_places(output, case_file)
    case = settings.run()
    writes_json = output is not None and (output.lower().endswith(".json") or (as_json and output == STDOUT))
    if output is not None:
        settings.hand_over(views.case_json(case) if writes_json else views.page(case), output)
    if case_file is not None:
        _save(case, Path(case_file), force=settings.force)
    if as_json and not writes_json:
        emit(views.case_json(case))
    elif output is None:
        emit(summary(case))
    settings.tell_end(case, notices=as_json or output is not None)
    return exit_code(case)


@program.command(cls=Command, examples=("statements one.html two.txt", "statements archive.jsonl --nl > lines.jsonl"))
@_reads_reports
@_output
@click.option("--nl", "as_lines", is_flag=True, help="One JSON object a report, each on its own line.")
def statements(output: str, as_lines: bool, **given: Any) -> int:
    """Print who said what, through whom, report by report."""
    view = views.statements_lines if as_lines else views.statements_text
    return _print(view, ("statements", "sources"), output, Given(**given))


@program.command(cls=Command, examples=("passages one.html two.txt", "passages reports/ --json > passages.json"))
@_reads_reports
@_output
@_json
def passages(output: str, as_json: bool, **given: Any) -> int:
    """Print what stands in several reports, and from where."""
    return _print(views.passages_json if as_json else views.passages_text, ("passages",), output, Given(**given))


@program.command(cls=Command, examples=("group archive.jsonl -o stories/", "group reports/ --json > stories.json"))
@_reads_reports
@click.option("--workers", type=click.IntRange(1, 1024), metavar="N", help="Processes at work; one a core otherwise.")
@click.option("--spark", "master", metavar="MASTER", help="Run on a Spark cluster (spark://HOST:PORT, yarn, local[2]).")
@click.option("-o", "--output", metavar="PLACE", default=STDOUT, help="Write to a folder, or to a .json file.")
@_json
def group(output: str, as_json: bool, workers: int | None, master: str | None, **given: Any) -> int:
    """Sort reports into stories; count the independent ones.

    INPUT may be a whole archive (.jsonl, .parquet, folders). Into a folder go Parquet tables (stories, memberships,
    passages, lineage, skipped) and stories.json. A run that was stopped goes on where it was when the same command is
    given again; when the archive has grown, only what is new is read, and stories keep their ids.
    """
    from twosource.cli import archives

    if master is not None:
        return archives.on_a_cluster(Given(**given), output, master)
    return archives.group(Given(**given), output, workers, as_json=as_json)


@program.command(
    cls=Command, examples=("graph case.json --claim 3 --to svg -o claim.svg", "graph one.html two.txt --to mermaid")
)
@_reads_reports
@click.option("--claim", "claim", metavar="ID", help="The graph of one claim: its id, or its number on the page.")
@click.option("--to", "form", type=click.Choice(FORMS), metavar="FORM", help=f"One of {', '.join(FORMS)}.")
@_output
def graph(claim: str | None, form: str | None, output: str, **given: Any) -> int:
    """Draw what claims rest on, as a graph or a picture.

    INPUT may also be one case: a case file, or the JSON of trace (- for standard input). Without --claim, the graph is
    that of all reports; without --to, FILE's ending gives the form, or it is mermaid.
    """
    settings = Given(**given)
    settings.check_places(output)
    form = form or ENDINGS.get(Path(output).suffix.lower(), FORMS[0])
    known = settings.case()
    case = known or settings.run()
    settings.hand_over(views.graph(case, claim, form), output)
    if known is not None:
        return 0  # what failed when it was made did not fail now
    settings.tell_end(case, notices=True)
    return exit_code(case)


@program.command(cls=Command, examples=("check case.json", "check flood.case"))
@click.argument("case", metavar="CASE")
@_debug
def check(case: str) -> int:
    """Verify every span, hash and invariant of a case.

    CASE is a case file, or the JSON of trace (- for standard input). Each mismatch is named on stderr, and the exit
    code is then 1.
    """
    from twosource.export import verify

    record = load_case(case)
    mismatches = verify(record)
    for mismatch in mismatches:
        tell(f"mismatch: {printable(mismatch)}")
    if mismatches:
        tell(f"{printable(case)}: {count(len(mismatches), 'mismatch', 'mismatches')}")
        return MISMATCH
    emit(f"{printable(case)}: {count(len(record['reports']), 'report')}, every span, hash and invariant holds\n")
    return 0


@program.command(cls=Command, examples=("demo", "demo --open"))
@click.option("--open", "opened", is_flag=True, help="Open the page in the browser.")
@_force
@_quiet
@_debug
def demo(opened: bool, force: bool, quiet: bool) -> int:
    """Trace an invented story that ships with the program.

    The summary is printed, and the page written into the current folder.
    """
    from twosource.demo import paths

    place, reports = Path(DEMO_PAGE), paths()
    force = force or is_page_of(place, reports)  # its own page of an earlier run is no loss
    settings = Given(tuple(map(str, reports)), force=force, quiet=quiet)
    settings.check_places(DEMO_PAGE)
    case = settings.run()
    settings.hand_over(views.page(case), DEMO_PAGE)
    emit(summary(case))
    settings.tell_end(case, notices=False)
    tell(f"page: {printable(str(place.resolve()))}")
    if opened:
        click.launch(str(place.resolve()))
    return exit_code(case)


def _print(view: Callable[[Case], str], results: tuple[str, ...], output: str, settings: Given) -> int:
    """Run the stages that the results need and hand over the view of the case."""
    settings.check_places(output)
    from twosource.notices import notices  # not as a stage: it would ask for every stage that can add a notice

    case = notices(settings.run(*results))
    settings.hand_over(view(case), output)
    settings.tell_end(case, notices=True)
    return exit_code(case)


def _check_ending(output: str | None) -> None:
    """Check that the ending of a file promises what will be in it.

    :raises click.UsageError: if it does not.
    """
    suffix = Path(output).suffix.lower() if output is not None else ""
    if suffix not in PAGE_ENDINGS:
        raise click.BadParameter(
            f"{output!r}: trace writes a page (.html) or JSON (.json), no {suffix} file", param_hint="-o"
        )


def _save(case: Case, path: Path, *, force: bool) -> None:
    from twosource.case import save
    from twosource.export import record

    for mark in save(record(case), path, force=force):
        tell(f"note: the review mark on {mark.finding} ({mark.state}) is kept, but its finding is no more")
