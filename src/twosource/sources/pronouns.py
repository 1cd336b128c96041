"""Whom a pronoun means: the nearest fitting speaker or subject, or nobody where two fit alike."""

from __future__ import annotations

from twosource.model import SourceType, Statement, StatementKind
from twosource.sources import vocabulary as lists
from twosource.sources.cast import Asking, Cast, Spoken, is_bodily
from twosource.sources.identity import Identity
from twosource.sources.names import words_of
from twosource.sources.plural_pronouns import BACK, Found, before, several
from twosource.sources.uses import NameUse
from twosource.sources.wider_words import DOERS


def pronoun(cast: Cast, asking: Asking) -> Found | None:
    """Return whom a pronoun means, and why; None where nobody fits or two fit alike."""
    word = asking.described.head
    if word in lists.I | lists.WE:
        return _first_person(cast, asking, word)
    if word in lists.IT:
        return _body(cast, asking)
    if word in lists.THEY:
        return several(cast, asking)
    if word in lists.HE | lists.SHE:
        return _person(cast, asking, "he" if word in lists.HE else "she")
    return None


def _first_person(cast: Cast, asking: Asking, word: str) -> Found | None:
    """Read “I” between marks as who says what stands between them, “we” as a body or a group that speaks.

    Where a spokesman says “we”, it is the body that he speaks for. One person's “we” may be anybody's, and stays open.
    """
    parent = asking.parent
    speaker = _speaker_of(cast, parent)
    if parent is None or speaker is None or parent.kind is StatementKind.INDIRECT:
        return None
    why = f"“{asking.described.span.text}” in the words of the source around it"
    if word in lists.I:
        return speaker, why
    if speaker.type in {SourceType.PERSON, SourceType.ANONYMOUS} and not _is_plural(cast, parent):
        return (speaker.speaks_for, f"{why}, who speaks for it") if speaker.speaks_for else None
    return speaker, why


def _is_plural(cast: Cast, statement: Statement) -> bool:
    """Return whether the source of a statement is several people."""
    start = statement.source.start if statement.source else -1
    return any(spoken.plural for spoken in cast.spoken_before(start + 1, 0) if spoken.start == start)


def _body(cast: Cast, asking: Asking) -> Found | None:
    """Read “it” as the body, agency or paper that spoke last, or the subject of the sentence before; never a person.

    Another body that is a subject in between leaves it open.
    """
    here = cast.reading.paragraph_at(asking.start)
    if here is None:
        return None
    speakers = [s for s in before(cast, asking) if is_bodily(s.identity) and not s.plural]
    subject = _subject_body(cast, asking, here)
    if speakers:
        sentence = max(s.sentence for s in speakers)
        last = [s for s in speakers if s.sentence == sentence]
        if subject and subject[1] > sentence:
            return subject[0], "the subject of the sentence before"
        outer = [s for s in last if s.outer] or last
        spoke = max(outer, key=lambda s: s.start)
        if _other_body(cast, asking, spoke):
            return None
        return spoke.identity, "the body that spoke last"
    return (subject[0], "the subject of the sentence before") if subject else None


def _other_body(cast: Cast, asking: Asking, spoke: Spoken) -> bool:
    """Return whether a body that has another name is a subject between who spoke last and the pronoun."""
    between = cast.reading.names_between(spoke.sentence[1], cast.reading.sentence_at(asking.start)[0])
    known = spoke.identity.words
    return any(
        use.subject
        and not use.quoted
        and not asking.is_said(use.start)
        and cast.reading.kind_of(use.text) == "organisation"
        and not known & set(words_of(use.text))
        for use in between
    )


def _subject_body(cast: Cast, asking: Asking, here: int) -> tuple[Identity, tuple[int, int]] | None:
    """Return the known body that is the subject of the sentence just before, in the same paragraph."""
    own = cast.reading.sentence_at(asking.start)
    subjects: list[tuple[Identity, tuple[int, int]]] = []
    for start, _, identity in cast.placed_between(cast.reading.paragraphs[here].start, own[0]):
        sentence = cast.reading.sentence_at(start)
        if not is_bodily(identity) or sentence[1] < own[0] - 2:
            continue
        is_subject = any(use.subject for use in cast.reading.names_between(sentence[0], start + 1) if start < use.end)
        if is_subject and not any(spoken.start == start for spoken in cast.spoken_before(start + 1, 0)):
            subjects.append((identity, sentence))
    return subjects[-1] if len({id(identity) for identity, _ in subjects}) == 1 else None


def _speaker_of(cast: Cast, statement: Statement | None) -> Identity | None:
    if statement is None or statement.source is None:
        return None
    return cast.at.get((statement.source.start, statement.source.end))


def _person(cast: Cast, asking: Asking, gender: str) -> Found | None:
    """Read “he” and “she”: walk back to the first sentence that holds a fitting person and take the one that fits.

    A speaker goes before a subject, a subject before anyone else. Two that fit alike leave it unresolved, and so do a
    subject and another person of one sentence: "Voss met Brandt. He said …".
    """
    here = cast.reading.paragraph_at(asking.start)
    if here is None:
        return None
    inside = _inside(cast, asking, gender)
    if inside is not None:
        return inside or None
    if _tells_itself(cast, asking, gender):
        return None
    own = cast.reading.sentence_at(asking.start)
    first = cast.reading.paragraphs[max(0, here - BACK)].start
    barred = _barred(cast, asking)
    speakers = [s for s in before(cast, asking) if _fits(s.identity, gender, barred)]
    uses = [
        (use, identity)
        for use, identity in cast.people.between(first, asking.start)
        if not asking.is_said(use.start) and _fits(identity, gender, barred) and not cast.reading.in_marks(use.start)
    ]
    sentences = sorted({s.sentence for s in speakers} | {use.sentence for use, _ in uses}, reverse=True)
    strangers = [start for start in cast.reading.strangers(here, asking.start) if not asking.is_said(start)]
    for sentence in sentences:
        if any(sentence[0] <= start for start in strangers):
            return None  # somebody nearer, whom nothing shows to be a person or not
        spoke = [s for s in speakers if s.sentence == sentence]
        named = [(use, identity) for use, identity in uses if use.sentence == sentence]
        found, why = _in_sentence(spoke, named, gender)
        if found is None:
            return None
        if why == "the only person named before":
            rivals = {id(s.identity) for s in speakers if s.identity is not found}
            if sentence[1] < own[0] - 2 or rivals:
                return None
        return found, why
    return None


def _tells_itself(cast: Cast, asking: Asking, gender: str) -> bool:
    """Return whether what “she” says is itself somebody's saying outside marks: "Voss said it leaked, she said"."""
    before = cast.reading.sentence_at(asking.start)[0]
    return any(
        asking.is_said(spoken.start)
        and not cast.reading.in_marks(spoken.start)
        and _fits(spoken.identity, gender, set())
        for spoken in cast.spoken_before(asking.start, 0)
        if spoken.start >= before
    )


def _inside(cast: Cast, asking: Asking, gender: str) -> Found | tuple[()] | None:
    """Return whom the words around the pronoun, that somebody says, have as their own subject: who is meant there.

    "Voss said Brandt had lied when he told them" can mean either and is empty; between marks, where Voss is "I", it is
    Brandt. None where the words name nobody who fits: then the text before them tells.
    """
    parent = asking.parent
    if parent is None:
        return None
    marked = parent.kind is StatementKind.DIRECT
    speaker = _speaker_of(cast, parent)
    spans = [(span.start, min(span.end, asking.start)) for span in parent.content if span.start < asking.start]
    named = [identity for start, end in spans for use, identity in cast.people.between(start, end)]
    fitting = _distinct([i for i in named if i is not speaker and _fits(i, gender, set())])
    unnamed = [place for start, end in spans for place in cast.reading.somebody_between(start, end, gender)]
    if not fitting and not unnamed:
        return None
    rival = not marked and speaker is not None and _fits(speaker, gender, set())
    if len(fitting) != 1 or unnamed or rival:
        return ()
    return fitting[0], "the person of whom the words around it speak"


def _in_sentence(
    spoke: list[Spoken], named: list[tuple[NameUse, Identity]], gender: str
) -> tuple[Identity | None, str]:
    """Return the one person of a sentence that a pronoun after it means."""
    outer = _distinct([s.identity for s in spoke if s.outer]) or _distinct([s.identity for s in spoke])
    if outer:
        sure = [identity for identity in outer if identity.gender == gender]
        choice = outer if len(outer) == 1 else sure
        return (choice[0], "the person who spoke last") if len(choice) == 1 else (None, "")
    everyone = _distinct([identity for _, identity in named])
    sure = [identity for identity in everyone if identity.gender == gender]
    if len(everyone) > 1:
        return (sure[0], "the only one who fits") if len(sure) == 1 else (None, "")
    is_subject = any(use.subject for use, _ in named)
    return everyone[0], "the subject of the sentence before" if is_subject else "the only person named before"


def _barred(cast: Cast, asking: Asking) -> set[int]:
    """Return who cannot be meant: between marks the speaker is "I", and who is answered does not answer."""
    barred: set[int] = set()
    parent = asking.parent
    if parent is not None and parent.kind is StatementKind.DIRECT and (speaker := _speaker_of(cast, parent)):
        barred.add(id(speaker))
    cue = asking.statement.cue if asking.statement else None
    if cue is not None and (words := cast.reading.words(cue.start, cue.end)):
        answering = any(word.lemma.casefold() in lists.ANSWERS for word in words)
        before = [s for s in cast.spoken_before(asking.start, BACK) if s.outer]
        if answering and before:
            barred.add(id(before[-1].identity))
    return barred


def _fits(identity: Identity, gender: str, barred: set[int]) -> bool:
    described = any(head in lists.ROLES or head.endswith(DOERS) for head, _ in identity.heads)
    person = identity.type is SourceType.PERSON or (identity.type is SourceType.ANONYMOUS and described)
    return person and identity.gender in {"", gender} and id(identity) not in barred


def _distinct(identities: list[Identity]) -> list[Identity]:
    return list({id(identity): identity for identity in identities}.values())
