"""An invented case, built by hand, with something of everything: what the stages before export and page hand over."""

from __future__ import annotations

import hashlib

from twosource.model import (
    Act,
    Anchor,
    Case,
    Claim,
    Copy,
    Decision,
    Future,
    FutureClass,
    Join,
    Lineage,
    Mention,
    Origin,
    Part,
    PartKind,
    Passage,
    PassageKind,
    Reason,
    Relation,
    Report,
    Silence,
    Skipped,
    Source,
    SourceType,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    Strength,
    Tension,
    Time,
    Variant,
)

HALDEN = """Ferry line to Sarn will reopen in May, minister says

By Ilse Brandt
Updated 14:20, 3 March 2031

Play video

The ferry line between Halden and the island of Sarn will reopen in May, Transport Minister Maren Voss said, \
the Torvian News Agency reported on Monday.

"We accept the offer with pleasure and will carry the line forward," the agency quoted Voss as saying.

Some 240 passengers were taken off the ferry Amity when its engine failed on Saturday, the agency said.

Harbour master Jon Aldis told the Halden Post that the pier had been checked twice this year.

Read more: Ten quiet islands for the summer

(Cover: The ferry Amity in the harbour of Sarn, 12 August 2029. /TNA)
"""

BRISK = """Minister: the ferry comes back

The ferry connection between Halden and the island Sarn shall open again in May, said transport minister Maren Voss, \
State media reported on Monday.

Play logo

“We accept the offer with joy and will carry the line onward,” it said.

About 260 passengers were brought from the ferry Amity after its engine failed on Saturday, \
the Torvian News Agency (TNA) said.

Play logo

The operator Norrin Lines denied that the engine had been reported as faulty.

Search Trends"""

COURIER = """Two nights on the quay of Sarn

SARN, 4 March 2031 – The quay was full of people wrapped in blankets when the Amity was towed in on Saturday night.

"There was smoke for an hour before anyone spoke to us," said Petra Olm, a nurse from Halden who was on board.

Olm counted “about 260” people leaving the ship. The company has no plan to reopen the line before the summer, \
a spokesman for Norrin Lines told the Courier.

If the pier is closed in April, the school boat will stop too, teacher Kai Renn warned. 🚢 Nobody answered him.
"""

TNA, VOSS, ALDIS, NORRIN = "s-tna", "s-voss", "s-aldis", "s-norrin"
OLM, SPOKESMAN, RENN = "s-olm", "s-spokesman", "s-renn"


def _parts(text: str, kinds: dict[str, tuple[PartKind, str]]) -> tuple[Part, ...]:
    """Return a part for each line that is not empty: the first is the headline, those in ``kinds`` what they say."""
    parts = []
    offset = 0
    for number, line in enumerate(text.split("\n")):
        if line:
            kind, why = kinds.get(line, (PartKind.BODY, "a paragraph of the report"))
            if number == 0:
                kind, why = PartKind.HEADLINE, "the first line, short and without a full stop"
            parts.append(Part(kind, offset, offset + len(line), why))
        offset += len(line) + 1
    return tuple(parts)


def _report(id: str, text: str, outlet: str, published: str | None, kinds: dict[str, tuple[PartKind, str]]) -> Report:
    return Report(
        id=id,
        file=f"in/{id}",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=text.split("\n")[0],
        outlet=outlet,
        url=f"https://{id.removesuffix('.txt')}.example/ferry?line=1&to=sarn",
        published=published,
        language="en",
        parts=_parts(text, kinds),
        notes=("decoded as utf-8: the bytes are valid in it",),
    )


_PLAYER = (PartKind.FURNITURE, "label of a player; stands 2 times in this report")
REPORTS = (
    _report(
        "brisk.txt", BRISK, "Brisk Daily", None,
        {"Play logo": _PLAYER, "Search Trends": (PartKind.FURNITURE, "label of a list of searches, at the end")},
    ),
    _report(
        "courier.txt", COURIER, "The Sarn Courier", "2031-03-04", {},
    ),
    _report(
        "halden.txt", HALDEN, "Halden Post", "2031-03-03T14:20",
        {
            "By Ilse Brandt": (PartKind.BYLINE, "a line that names the author"),
            "Updated 14:20, 3 March 2031": (PartKind.DATELINE, "a line of date and time under the headline"),
            "Play video": (PartKind.FURNITURE, "label of a player"),
            "Read more: Ten quiet islands for the summer": (PartKind.FURNITURE, "teaser: leads to another text"),
            "(Cover: The ferry Amity in the harbour of Sarn, 12 August 2029. /TNA)": (
                PartKind.CAPTION, "a line in brackets that begins with Cover:",
            ),
        },
    ),
)  # fmt: skip
_TEXTS = {report.id: report for report in REPORTS}


def at(report: str, words: str, nth: int = 0) -> Span:
    """Return the span of ``words`` where they stand for the ``nth`` time in a report of this case."""
    text, start = _TEXTS[report].text, -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return _TEXTS[report].span(start, start + len(words))


def because(signal: str, detail: str, weight: float = 1.0) -> tuple[Reason, ...]:
    """Return one reason."""
    return (Reason(signal, detail, weight),)


H, B, C = "halden.txt", "brisk.txt", "courier.txt"

SOURCES = (
    Source(ALDIS, "Jon Aldis", SourceType.PERSON, ("Jon Aldis", "Harbour master Jon Aldis"), (at(H, "Jon Aldis"),)),
    Source(NORRIN, "Norrin Lines", SourceType.ORGANISATION, ("Norrin Lines", "The operator Norrin Lines"),
           (at(B, "Norrin Lines"), at(C, "Norrin Lines"))),
    Source(OLM, "Petra Olm", SourceType.PERSON, ("Petra Olm", "Olm"), (at(C, "Petra Olm"), at(C, "Olm", 1))),
    Source(RENN, "Kai Renn", SourceType.PERSON, ("Kai Renn",), (at(C, "Kai Renn"),)),
    Source(SPOKESMAN, "a spokesman for Norrin Lines", SourceType.ANONYMOUS, ("a spokesman for Norrin Lines",),
           (at(C, "a spokesman for Norrin Lines"),)),
    Source(TNA, "Torvian News Agency", SourceType.AGENCY, ("the agency", "State media", "it", "TNA"),
           (at(B, "State media"), at(B, "TNA"), at(H, "the Torvian News Agency")),
           reasons=because("gloss", "“Torvian News Agency (TNA)” names one body by both names")),
    Source(VOSS, "Maren Voss", SourceType.PERSON, ("Maren Voss", "Voss", "transport minister Maren Voss"),
           (at(B, "Maren Voss"), at(H, "Maren Voss"), at(H, "Voss", 1))),
)  # fmt: skip


def _statement(
    id: str, content: Span | tuple[Span, ...], cue: Span | None, source: Span | None, chain: tuple[str, ...],
    kind: StatementKind = StatementKind.INDIRECT, stance: Stance = Stance.ASSERTED, act: Act = Act.SPEECH,
    parent: str | None = None, quoted: tuple[Span, ...] = (), when: str | None = None,
) -> Statement:  # fmt: skip
    spans = content if isinstance(content, tuple) else (content,)
    reasons = (Reason("cue", f"a verb of saying: “{cue.text if cue else '–'}”", 0.6), Reason("source", "named", 0.3))
    return Statement(
        id, spans[0].report, spans, cue, source, kind, act, stance, 0.9, reasons,
        parent=parent, chain=chain, quoted=quoted, when=when,
    )  # fmt: skip


_REOPEN_H = at(H, "The ferry line between Halden and the island of Sarn will reopen in May")
_REOPEN_B = at(B, "The ferry connection between Halden and the island Sarn shall open again in May")
_OFFER_H = at(H, "We accept the offer with pleasure and will carry the line forward,")
_OFFER_B = at(B, "We accept the offer with joy and will carry the line onward,")
_COUNT_H = at(H, "Some 240 passengers were taken off the ferry Amity when its engine failed on Saturday")
_COUNT_B = at(B, "About 260 passengers were brought from the ferry Amity after its engine failed on Saturday")
_COUNT_C = at(C, "“about 260” people leaving the ship")
_NO_PLAN = at(C, "The company has no plan to reopen the line before the summer")

STATEMENTS = (
    _statement("t-b1", at(B, _REOPEN_B.text + ", said transport minister Maren Voss"), at(B, "reported"),
               at(B, "State media"), (TNA,), when="2031-03-03"),
    _statement("t-b2", _REOPEN_B, at(B, "said"), at(B, "transport minister Maren Voss"), (TNA, VOSS), parent="t-b1"),
    _statement("t-b3", _OFFER_B, at(B, "said", 1), at(B, "it"), (TNA,), StatementKind.DIRECT, quoted=(_OFFER_B,)),
    _statement("t-b4", _COUNT_B, at(B, "said", 2), at(B, "the Torvian News Agency (TNA)"), (TNA,)),
    _statement("t-b5", at(B, "the engine had been reported as faulty"), at(B, "denied"),
               at(B, "The operator Norrin Lines"), (NORRIN,), stance=Stance.DENIED),
    _statement("t-c1", at(C, "There was smoke for an hour before anyone spoke to us,"), at(C, "said"),
               at(C, "Petra Olm"), (OLM,), StatementKind.DIRECT),
    _statement("t-c2", _COUNT_C, at(C, "counted"), at(C, "Olm", 1), (OLM,), StatementKind.MIXED,
               quoted=(at(C, "about 260"),)),
    _statement("t-c3", _NO_PLAN, at(C, "told"), at(C, "a spokesman for Norrin Lines"), (SPOKESMAN,)),
    _statement("t-c4", at(C, "If the pier is closed in April, the school boat will stop too"), at(C, "warned"),
               at(C, "Kai Renn"), (RENN,), stance=Stance.CONDITIONAL),
    _statement("t-h0", at(H, "Ferry line to Sarn will reopen in May"), at(H, "says"), at(H, "minister"), (VOSS,)),
    _statement("t-h1", at(H, _REOPEN_H.text + ", Transport Minister Maren Voss said"), at(H, "reported"),
               at(H, "the Torvian News Agency"), (TNA,), when="2031-03-03"),
    _statement("t-h2", _REOPEN_H, at(H, "said"), at(H, "Transport Minister Maren Voss"), (TNA, VOSS), parent="t-h1"),
    _statement("t-h3", _OFFER_H, at(H, "quoted"), at(H, "the agency"), (TNA, VOSS), StatementKind.DIRECT,
               quoted=(_OFFER_H,)),
    _statement("t-h4", _COUNT_H, at(H, "said", 1), at(H, "the agency", 1), (TNA,)),
    _statement("t-h5", at(H, "the pier had been checked twice this year"), at(H, "told"),
               at(H, "Harbour master Jon Aldis"), (ALDIS,)),
)  # fmt: skip

PASSAGES = (
    Passage("p-1", PassageKind.NEAR, (_COUNT_B, _COUNT_H), 0.81,
            Lineage("upstream", Decision.COMMON_UPSTREAM, because("credit", "both name the Torvian News Agency"))),
    Passage("p-2", PassageKind.NEAR, (_OFFER_B, _OFFER_H), 0.86,
            Lineage("upstream", Decision.QUOTATION, because("marks", "the words stand between marks in both"))),
    Passage("p-3", PassageKind.REWORDED, (_REOPEN_B, _REOPEN_H), 0.74,
            Lineage(None, Decision.UNDECIDED, because("no-date", "brisk.txt does not say when it was published", 0))),
)  # fmt: skip

COPIES = (
    Copy("y-1", B, H, "upstream", Decision.COMMON_UPSTREAM, "Torvian News Agency", ("p-1", "p-2", "p-3"),
         because("credit", "both name the Torvian News Agency")),
)  # fmt: skip


def _mention(span: Span, statement: str | None, relation: Relation) -> Mention:
    return Mention(span, statement, relation, because("names", "Halden, Sarn and May stand in both", 0.5))


_OPEN = Reason("undecided", "it is not known whether the agency asked Petra Olm")

CLAIMS = (
    Claim("c-1", _REOPEN_H.text,
          (_mention(_REOPEN_H, "t-h2", Relation.VERBATIM), _mention(_REOPEN_B, "t-b2", Relation.REWORDED),
           _mention(at(H, "Ferry line to Sarn will reopen in May"), "t-h0", Relation.REWORDED)),
          (B, H), (C,),
          (Origin(TNA, ("halden.txt", "Torvian News Agency", "Maren Voss"), (0, 1, 2),
                  because("same-source", "“State media” and “the Torvian News Agency” are one source")),),
          1, 1),
    Claim("c-2", _COUNT_H.text,
          (_mention(_COUNT_H, "t-h4", Relation.VERBATIM), _mention(_COUNT_B, "t-b4", Relation.DETAIL_DIFFERS),
           _mention(_COUNT_C, "t-c2", Relation.REWORDED)),
          (B, C, H), (),
          (Origin(TNA, ("halden.txt", "Torvian News Agency"), (0, 1),
                  because("passage", "both stand in one copied passage"),
                  (Join(0, 1, Reason("passage", "both stand in one copied passage")), Join(0, 2, _OPEN, sure=False))),
           Origin(OLM, ("courier.txt", "Petra Olm"), (2,), because("own-source", "she was on board"),
                  (Join(2, 0, _OPEN, sure=False),))),
          1, 2, because("undecided", "it is not known whether the agency asked Petra Olm", 0)),
    Claim("c-3", _OFFER_H.text,
          (_mention(_OFFER_H, "t-h3", Relation.VERBATIM), _mention(_OFFER_B, "t-b3", Relation.NEAR)), (B, H), (C,),
          (Origin(TNA, ("halden.txt", "Torvian News Agency", "Maren Voss"), (0, 1)),), 1, 1),
    Claim("c-4", "the pier had been checked twice this year",
          (_mention(at(H, "the pier had been checked twice this year"), "t-h5", Relation.VERBATIM),), (H,), (B, C),
          (Origin(ALDIS, ("halden.txt", "Jon Aldis"), (0,)),), 1, 1),
    Claim("c-5", _NO_PLAN.text, (_mention(_NO_PLAN, "t-c3", Relation.VERBATIM),), (C,), (B, H),
          (Origin(SPOKESMAN, ("courier.txt", "a spokesman for Norrin Lines"), (0,)),), 1, 1),
    Claim("c-6", at(C, "The quay was full of people wrapped in blankets").text,
          (_mention(at(C, "The quay was full of people wrapped in blankets"), None, Relation.VERBATIM),), (C,), (B, H),
          (Origin(None, ("courier.txt",), (0,)),), 1, 1),
)  # fmt: skip

VARIANTS = (
    Variant(VOSS, (_OFFER_H, _OFFER_B), (("with pleasure", "with joy"), ("forward", "onward")), "words",
            because("marks", "the same sentence of one speaker, in other words between the marks")),
)  # fmt: skip

TENSIONS = (
    Tension("plan", Strength.STRONG, _REOPEN_H, _NO_PLAN,
            "One side says that the line will reopen in May, the other that there is no plan before the summer.",
            because("negated-plan", "“will reopen” against “has no plan to reopen”")),
    Tension("number", Strength.MEDIUM, _COUNT_H, _COUNT_B, "240 against 260 passengers.",
            because("figure", "240 ≠ 260, both of passengers")),
)  # fmt: skip

SILENCES = (
    Silence(B, "c-4", at(B, "The operator Norrin Lines denied that the engine had been"), 0.21, True),
    Silence(B, "c-5", _REOPEN_B, 0.72, False),
    Silence(C, "c-1", _NO_PLAN, 0.66, False),
    Silence(C, "c-3", at(C, "There was smoke for an hour before anyone spoke to us,"), 0.18, True),
)

TIMES = (
    Time(at(B, "in May"), None, Anchor.NONE, "event"),
    Time(at(B, "on Saturday"), "2031-03-01", Anchor.OTHER_REPORT, "event", because("anchor", "date of halden.txt")),
    Time(at(C, "4 March 2031"), "2031-03-04", Anchor.NONE, "published"),
    Time(at(C, "Saturday night"), "2031-03-01TNI", Anchor.REPORT, "event"),
    Time(at(H, "in May"), "2031-05", Anchor.REPORT, "event", because("anchor", "date of the report, next May")),
    Time(at(H, "on Monday"), "2031-03-03", Anchor.REPORT, "saying"),
    Time(at(H, "on Saturday"), "2031-03-01", Anchor.REPORT, "event"),
    Time(at(H, "12 August 2029"), "2029-08-12", Anchor.NONE, "caption"),
)  # fmt: skip

FUTURE = (
    Future(_REOPEN_H, FutureClass.PLAN, "2031-05", VOSS),
    Future(_NO_PLAN, FutureClass.NEGATED_PLAN, None, SPOKESMAN),
    Future(at(C, "the school boat will stop too"), FutureClass.CONDITION, "2031-04", RENN),
)  # fmt: skip

CASE = Case(
    reports=REPORTS,
    skipped=(Skipped("in/quay.jpg", "not-text", "the bytes are no text: a JPEG picture"),),
    stories=(Story("y-1", (B, C, H), 2, because("shared-text", "brisk.txt and halden.txt share 3 passages")),),
    times=TIMES,
    sources=SOURCES,
    statements=STATEMENTS,
    passages=PASSAGES,
    copies=COPIES,
    claims=CLAIMS,
    variants=VARIANTS,
    tensions=TENSIONS,
    silences=SILENCES,
    future=FUTURE,
)
"""Three reports: two that relay one agency, one from the quay; a figure that differs, a plan against its negation."""
