"""The sources of one report: every source and addressee read, typed and traced to an identity, from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.model import SourceType, Span
from twosource.sources import vocabulary as lists
from twosource.sources.bodies import body_of, read_glosses
from twosource.sources.cast import Asking, Cast, ordered_spans
from twosource.sources.copies import Told
from twosource.sources.cutting import proper, singular
from twosource.sources.identity import UNRESOLVED, Identity
from twosource.sources.kinds import is_guess, type_of
from twosource.sources.mention import Described, Form
from twosource.sources.names import is_full, words_of
from twosource.sources.people import read_people
from twosource.sources.pronouns import pronoun
from twosource.sources.reading import ReportReading, read_report
from twosource.sources.taking_up import by_description
from twosource.sources.unnamed import joint_of, own_source, place_key, place_of

_BESIDE = 60
"""Code points before a mention in which the descriptor of a name is looked for."""
_GAP = re.compile(r"[\s,]{0,3}\Z")
Place = tuple[int, int]
_TITLES = {"he": lists.MALE, "she": lists.FEMALE}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The identities of a report, and which of them each source or addressee span means.

    ``persons`` are the full names of everybody named in it, whether they speak or not.
    """

    reading: ReportReading
    identities: tuple[Identity, ...]
    of: dict[Place, Identity]
    persons: frozenset[str] = frozenset()


def resolve_report(
    told: Told,
    outlets: frozenset[tuple[str, ...]],
    surnames: frozenset[str] = frozenset(),
    full: frozenset[str] = frozenset(),
) -> Resolved:
    """Trace every source and addressee of a report's statements to an identity of this report.

    :param outlets: the words of the names of the outlets whose reports are read.
    :param surnames: folded surnames of the persons whom the reports of the story name in full or with a title.
    :param full: the full names of those persons.
    """
    report, statements = told.report, told.statements
    reading = read_report(report, told.paragraphs, statements, surnames)
    places = ordered_spans(statements)
    described: dict[Place, Described] = {}
    for span, _, _ in places:
        described[span.start, span.end] = _with_descriptor(reading, reading.describe(span))
    described = _with_kinds(described)
    named = [d for d in described.values() if d.form is Form.NAME]
    persons = [
        (d.name, d.span.start) for d in named if type_of(d, reading.kind_of(d.name), outlets) is SourceType.PERSON
    ]
    persons += _namesakes(reading, [d for d in named if (d.name, d.span.start) not in persons])
    cast = Cast(
        reading, read_people(reading, persons, full), outlets=outlets, written=tuple({d.name: 0 for d in named})
    )
    for identity in cast.people.identities:
        cast.register(identity)
    read_glosses(cast)
    by_id = {statement.id: statement for statement in statements}
    of: dict[Place, Identity] = {}
    # "I" and "we" wait for the source around them, which may stand behind them, and for the body it speaks for
    ordered = sorted(places, key=lambda place: _is_first_person(described, place[0]))
    waiting = sum(_is_first_person(described, span) for span, _, _ in places)
    mentions = [described[span.start, span.end] for span, _, _ in places]
    for number, (span, statement, speaks) in enumerate(ordered):
        if number == len(ordered) - waiting:
            _speak_for(cast, mentions)
        key = (span.start, span.end)
        parent = by_id.get(statement.parent) if statement.parent else None
        asking = Asking(described[key], statement if speaks else None, parent)
        identity = of.get(key) or _resolve(cast, asking)
        of[key] = identity
        cast.place(span, identity)
        identity.mentions.add(span)
        if speaks:
            cast.speak(statement, identity, described[key].plural or bool(identity.members))
    if not waiting:
        _speak_for(cast, mentions)
    _show_full_names(cast)
    named_ = frozenset(name for identity in cast.people.identities for name in identity.full_names)
    return Resolved(reading, tuple(cast.identities), of, named_ | full)


def _with_kinds(described: dict[Place, Described]) -> dict[Place, Described]:
    """Return the mentions, a bare name with the kind that another mention of it gives: "the Kesher news agency"."""
    bodily = lists.BODIES | lists.PAPERS | lists.AGENCY_HEADS
    kinds = {words_of(d.name): d for d in reversed(described.values()) if d.form is Form.NAME and d.head in bodily}
    result = {}
    for place, mention in described.items():
        other = kinds.get(words_of(mention.name)) if mention.form is Form.NAME and not mention.head else None
        result[place] = replace(mention, head=other.head, words=other.words, rank=other.rank) if other else mention
    return result


def _namesakes(reading: ReportReading, named: Sequence[Described]) -> list[tuple[str, int]]:
    """Return the names, with their places, that share a person's surname and hold no word of a body.

    The parser may take "Ulf Okko" for a body; beside "Hanne Okko" he is a person, and "Okko" can mean either.
    """
    full = [use.text for use in reading.names if use.kind == "person" and is_full(use.text)]
    surnames = {words_of(name)[-1] for name in full}
    return [
        (d.name, d.span.start)
        for d in named
        if is_full(d.name)
        and not d.determiner
        and words_of(d.name)[-1] in surnames
        and reading.kind_of(d.name) == "organisation"
        and not set(words_of(d.name)) & (lists.BODIES | lists.PAPER_NAMES | lists.DOCUMENTS)
    ]


def _is_first_person(described: dict[Place, Described], span: Span) -> bool:
    mention = described[span.start, span.end]
    return mention.form is Form.PRONOUN and mention.head in lists.I | lists.WE


def _resolve(cast: Cast, asking: Asking) -> Identity:
    described = asking.described
    start = described.span.start
    if described.form is Form.NAME and described.age and described.definite and cast.kind_of(described) == "people":
        described = replace(described, form=Form.DESCRIPTION, plural=False)  # "the 45-year-old Torvian" has no name
    if described.form is Form.NAME:
        identity = _named(cast, described)
    elif described.form is Form.JOINT:
        identity = _joint(cast, asking)
    elif described.form is Form.PRONOUN:
        identity = _taken_up(cast, asking)
    elif described.form is Form.RELATIVE:
        identity = _relative(cast, asking)
    else:
        identity = by_description(cast, described, asking.is_said)
    if described.form is not Form.PRONOUN and described.form is not Form.RELATIVE:
        identity.variants.add(described.span.text)
        known = lists.ROLES | lists.BODIES | lists.PAPERS | lists.AGENCY_HEADS
        titled = " " in described.rank and not described.plural and described.head in known
        if titled and described.form is Form.NAME:
            identity.variants.add(described.rank)
    return cast.keep(identity, start)


def _named(cast: Cast, described: Described) -> Identity:
    kind = cast.kind_of(described)
    type_ = type_of(described, kind, cast.outlets)
    if type_ is SourceType.PERSON:
        return _person(cast, described)
    identity = body_of(cast, described, type_, guess=is_guess(described, kind))
    identity.learn(described)
    return identity


def _with_descriptor(reading: ReportReading, described: Described) -> Described:
    """Return a name with the descriptor that stands right before it, outside the mention: "The newspaper Vestnok"."""
    if described.head or described.determiner or described.form is not Form.NAME:
        return described
    span = described.span
    before = reading.words(max(reading.sentence_at(span.start)[0], span.start - _BESIDE), span.start)
    first = len(before)
    while first and before[first - 1].pos in {"NOUN", "ADJ", "DET", "PROPN"}:
        first -= 1
    if first == len(before) or before[-1].pos != "NOUN" or singular(before[-1]) not in lists.BODIES | lists.PAPERS:
        return described
    whole = reading.describe(reading.report.span(before[first].start, span.end))
    same = whole.form is Form.NAME and whole.name == described.name and whole.head
    return replace(whole, span=span, gloss=described.gloss) if same else described


def _person(cast: Cast, described: Described) -> Identity:
    titles = {described.head, *described.words}
    gender = next((gender for gender, words in _TITLES.items() if titles & words), "")
    identity = cast.people.meant(described.name, described.span.start, gender)
    if identity is None:
        bearers = cast.people.bearers(described.name)
        fitting = [i for i in bearers if described.head and _has_head(i, described)]
        if len(fitting) == 1:
            identity = fitting[0]
        else:
            identity = Identity(cast.reading.report.id, SourceType.PERSON, settled=not bearers, local=bool(bearers))
            if bearers:
                identity.key = place_key(described.span)
                identity.say(UNRESOLVED, f"“{described.name}” can mean several persons of the report")
    elif not is_full(described.name) and identity.full_names:
        full = max(identity.full_names, key=len)
        identity.say("short name", f"“{described.name}” stands for “{full}”, the only bearer in reach")
    identity.names[described.name] += 1
    identity.learn(described)
    return identity


def _has_head(identity: Identity, described: Described) -> bool:
    return any(head == described.head and words == described.words for head, words in identity.heads)


def _joint(cast: Cast, asking: Asking) -> Identity:
    """Return the joint source of names side by side, one for the same members in a report."""
    described = asking.described
    members = []
    for start, end in described.parts:
        span = cast.reading.report.span(start, end)
        part = cast.reading.describe(span)
        member = _resolve(cast, Asking(part, None, asking.parent))
        member.mentions.add(span)
        members.append(member)
    joint = joint_of(cast, members)
    joint.say("joint", f"“{described.span.text}” names its members")
    return joint


def _taken_up(cast: Cast, asking: Asking) -> Identity:
    """Return whom a pronoun means, else an unresolved source of its own."""
    found = pronoun(cast, asking)
    word = asking.described.head
    gender = "he" if word in lists.HE else "she" if word in lists.SHE else ""
    if found is None:
        identity = own_source(cast, asking.described, f"“{asking.described.span.text}” has no certain antecedent")
        identity.gender = gender
        return identity
    identity, why = found
    if identity.type is SourceType.PERSON:
        identity.gender = identity.gender or gender
    identity.say("pronoun", f"{place_of(asking.described.span)}: {why}")
    return identity


def _relative(cast: Cast, asking: Asking) -> Identity:
    """Return whom "who" or "which" means: the name or description that stands right before it."""
    span = asking.described.span
    report = cast.reading.report
    paragraph = cast.reading.paragraph_at(span.start)
    start = span.start if paragraph is None else cast.reading.paragraphs[paragraph].start
    for _, end, identity in cast.placed_between(start, span.start):
        if end <= span.start and _GAP.match(report.text, end, span.start):
            return identity
    for use, identity in cast.people.between(start, span.start):
        if use.end <= span.start and _GAP.match(report.text, use.end, span.start):
            return identity
    place = cast.reading.antecedent(span.start)
    if place is None:
        return own_source(cast, asking.described, f"“{span.text}” has no certain antecedent")
    before = report.span(*place)
    described = cast.reading.describe(before)
    if described.form in {Form.PRONOUN, Form.RELATIVE, Form.JOINT}:
        return own_source(cast, asking.described, f"“{span.text}” has no certain antecedent")
    identity = _resolve(cast, Asking(described, None, None))
    identity.say("relative", f"{place_of(span)} follows “{before.text}”")
    identity.mentions.add(before)
    return identity


def _show_full_names(cast: Cast) -> None:
    """Add to each person's mentions the place that gives the full name, or any place where none is a source."""
    kept = set(cast.identities)
    for use, identity in cast.people.uses:
        if identity not in kept:
            continue
        texts = {mention.text for mention in identity.mentions}
        full = is_full(use.text) and not any(use.text in text for text in texts)
        if full or not texts:
            identity.mentions.add(cast.reading.report.span(use.start, use.end))


def _speak_for(cast: Cast, described: Sequence[Described]) -> None:
    """Tie spokesmen to the bodies that the text says they speak for."""
    for mention in described:
        if mention.body is None:
            continue
        speaker = cast.at.get((mention.span.start, mention.span.end))
        if speaker is None or speaker.members or speaker.type not in {SourceType.PERSON, SourceType.ANONYMOUS}:
            continue
        span = cast.reading.report.span(*mention.body)
        part = cast.reading.describe(span)
        if part.form not in {Form.NAME, Form.DESCRIPTION} or not words_of(span.text):
            continue
        if part.form is Form.DESCRIPTION:
            part = replace(part, determiner="the")
        elif part.name in span.text and proper(cast.reading.words(span.start, span.end)):
            part = replace(part, name=span.text)  # "Ferries for Kesh": the small word is a part of the name
        body = _resolve(cast, Asking(part, None, None))
        if body is not speaker:
            body.mentions.add(span)
            speaker.speaks_for = speaker.speaks_for or body
