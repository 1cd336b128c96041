"""The persons named in a report: full and short names, two bearers of one surname, men and women."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.model import PartKind, SourceType
from twosource.sources import vocabulary as lists
from twosource.sources.identity import Identity
from twosource.sources.mention import Form
from twosource.sources.name_evidence import age_of, given_gender, title_gender
from twosource.sources.names import inner_of, is_full, person_words, same_person, short_of, suffix_of
from twosource.sources.namesakes import namesakes
from twosource.sources.reading import ReportReading
from twosource.sources.uses import NameUse

NEAR = 1
"""Paragraphs back within which one bearer of a surname, and no other, must stand for a bare surname to be his."""
_REACH = 60
"""Code points before and behind a name in which its bearer's role is looked for."""
_CLEAR = 3
"""Times that "he" must outnumber "she" after a name, or "she" "he", to tell a man or a woman."""


@dataclass(slots=True)
class People:
    """The persons of one report: identities by full name, and which of them each place means.

    ``late`` says where those are first named whose surname stands before, with another bearer in the story.
    """

    reading: ReportReading
    identities: list[Identity] = field(default_factory=list)
    uses: list[tuple[NameUse, Identity]] = field(default_factory=list)
    first: dict[int, int] = field(default_factory=dict)
    late: dict[int, int] = field(default_factory=dict)
    index: dict[str, list[Identity]] = field(default_factory=dict)

    def note(self, identity: Identity, name: str) -> None:
        """Count a name for an identity, and find it by each of the name's words from now on."""
        identity.names[name] += 1
        for word in dict.fromkeys(person_words(name)):
            home = self.index.setdefault(word, [])
            if all(identity is not other for other in home):
                home.append(identity)

    def sharing(self, name: str) -> list[Identity]:
        """Return the identities that share a word with a name; no other can be meant by it."""
        found = [identity for word in person_words(name) for identity in self.index.get(word, [])]
        return list({id(identity): identity for identity in found}.values())

    def between(self, start: int, end: int) -> list[tuple[NameUse, Identity]]:
        """Return the uses of persons' names that start between two offsets."""
        low = bisect_left(self.uses, start, key=lambda use: use[0].start)
        return self.uses[low : bisect_left(self.uses, end, key=lambda use: use[0].start)]

    def bearers(self, name: str) -> list[Identity]:
        """Return the identities that a name, full or short, can mean."""
        words = person_words(name)
        sharing = self.sharing(name)
        same = [i for i in sharing if any(person_words(other) == words for other in i.names)]
        if same and is_full(name):
            return same
        longer = [i for i in sharing if any(short_of(name, full, translated=False) for full in i.full_names)]
        if longer:
            late = any(id(identity) in self.late for identity in longer)
            return [*longer, *(i for i in same if i not in longer)] if late else longer
        alike = same or [i for i in sharing if any(same_person(name, n, translated=False) for n in i.full_names)]
        inner = [i for i in sharing if any(inner_of(name, full) for full in i.full_names)]
        return alike if alike or len(inner) != 1 else inner

    def meant(self, name: str, offset: int, gender: str = "") -> Identity | None:
        """Return the person whom a name means at an offset, or None where several can be meant.

        Two bearers of a surname are told apart by their titles ("Mrs"), else by the only one named in this paragraph
        and the one before it, or the only one named in this paragraph where he is a subject of it.
        """
        bearers = [i for i in self.bearers(name) if not (gender and i.gender and i.gender != gender)]
        bearers = [i for i in bearers if self.late.get(id(i), 0) <= offset]
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        here = self.reading.paragraph_at(offset)
        if here is None:
            return None
        start = self.reading.paragraphs[here].start
        before = self.reading.paragraphs[max(0, here - NEAR)].start
        near = [(use, identity) for use, identity in self.between(before, offset) if identity in bearers]
        if len({id(identity) for _, identity in near}) == 1:
            return near[0][1]
        # of two, only the one whom this paragraph alone has as a subject
        subjects = [identity for use, identity in near if use.start >= start and use.subject]
        here_ = {id(identity) for use, identity in near if use.start >= start}
        return subjects[0] if subjects and len(here_) == 1 else None

    def add(self, name: str, gender: str = "") -> Identity:
        """Return a new identity of this name."""
        identity = Identity(self.reading.report.id, SourceType.PERSON, guess=True, gender=gender)
        self.note(identity, name)
        self.identities.append(identity)
        return identity


def read_people(
    reading: ReportReading, extra: Iterable[tuple[str, int]], story: frozenset[str] = frozenset()
) -> People:
    """Gather the persons of a report from the parser's names and from ``extra`` (name, offset) pairs of sources.

    :param story: the full names of the persons of the story, those in headlines too.
    """
    people = People(reading)
    extra = list(extra)
    headlines = {i for i, paragraph in enumerate(reading.paragraphs) if paragraph.part is PartKind.HEADLINE}
    sources = {" ".join(person_words(name)) for name, _ in extra}
    uses = [use for use in reading.names if _is_person(reading, use, sources)]
    # the words of a headline are all written like names: it founds no identity, and means those of the body
    told = [(use.text, use.start) for use in uses if use.paragraph not in headlines]
    told += [(name, start) for name, start in extra if reading.paragraph_at(start) not in headlines]
    told += [
        (name, start)
        for name, start, index in namesakes(reading, uses, [name for name, _ in extra])
        if index not in headlines
    ]
    told = sorted(told, key=lambda pair: (-_fullness(pair[0]), pair[1]))
    for name, start in told:
        if _fullness(name) < 2:
            break
        identity = _place_full(people, name)
        identity.gender = identity.gender or title_gender(reading, start)
    for identity in people.identities:
        identity.gender = identity.gender or given_gender(identity.names)
    short = [(name, start) for name, start in told if _fullness(name) < 2]
    _place_short(people, short)
    _place_unnamed(people, short, told, story)
    for name, start in extra:
        if reading.paragraph_at(start) in headlines and not people.bearers(name):
            people.add(name)
    for use in sorted(uses, key=lambda use: use.start):
        identity_ = people.meant(use.text, use.start, title_gender(reading, use.start))
        if identity_:
            people.uses.append((use, identity_))
            people.first.setdefault(id(identity_), use.start)
    for use, identity in people.uses:
        _learn_by_text(reading, use, identity)
    for identity in people.identities:
        identity.gender = identity.gender or given_gender(identity.names)
    _gender_by_text(people)
    return people


def _place_short(people: People, told: Sequence[tuple[str, int]]) -> None:
    """Found an identity for each short name that no full name explains: two for a "Mr" and a "Mrs" of one name."""
    genders: dict[str, list[tuple[int, str]]] = {}
    for name, start in sorted(told, key=lambda pair: pair[1]):
        key = " ".join(person_words(name))
        gender = title_gender(people.reading, start)
        if gender:
            genders.setdefault(key, []).append((start, gender))
        if not people.bearers(name):
            people.add(name)
    for name, _ in told:
        titled = genders.pop(" ".join(person_words(name)), [])
        if len({gender for _, gender in titled}) < 2:
            continue
        for _, gender in titled:
            bearers = people.bearers(name)
            if any(identity.gender == gender for identity in bearers):
                continue
            open_ = [identity for identity in bearers if not identity.gender]
            if len(open_) == 1:
                open_[0].gender = gender
            elif not open_:
                people.add(name, gender)


def _place_unnamed(
    people: People, short: Sequence[tuple[str, int]], told: Sequence[tuple[str, int]], story: frozenset[str]
) -> None:
    """Found an identity for a surname that stands before the only person of the report who could bear it is named.

    A report names a person in full before it calls him by his surname. Where the story has another bearer, whom this
    report may name in its headline alone, the surname is nobody's for certain.
    """
    for name in sorted({name for name, _ in short}):
        bearers = people.bearers(name)
        if len(bearers) != 1 or not bearers[0].full_names:
            continue
        own = bearers[0].full_names
        others = [o for o in story if short_of(name, o) and not any(_one_person(o, mine) for mine in own)]
        first = min((start for other, start in told if other in own), default=0)
        if others and any(start < first for other, start in short if other == name):
            people.late[id(bearers[0])] = first
            people.add(name)


def _is_person(reading: ReportReading, use: NameUse, sources: set[str]) -> bool:
    words = person_words(use.text)
    if not words or words[-1] in lists.BODIES:
        return False
    if " ".join(words) in sources:
        return True
    kind = reading.kind_of(" ".join(words))
    return kind == "person" or (kind is None and use.kind == "person")


def _fullness(name: str) -> int:
    words = person_words(name)
    return len(words) - bool(suffix_of(words)) if is_full(name) else 1


def _place_full(people: People, name: str) -> Identity:
    """Put a full name with the one identity that it can only be, else with a new one, and return it."""
    words = person_words(name)
    sharing = people.sharing(name)
    same = [i for i in sharing if any(person_words(other) == words for other in i.names)]
    if not same:
        same = [i for i in sharing if all(_one_person(name, other) for other in i.full_names)]
    if len(same) != 1:
        return people.add(name)
    people.note(same[0], name)
    return same[0]


def _one_person(a: str, b: str) -> bool:
    """Return whether two full names of one report are one person's: a middle name or a word before it may be there."""
    x, y = sorted((person_words(a), person_words(b)), key=len)
    headline = len(y) > len(x) + 1 and y[: len(x)] == x  # the words of a headline are all written like names
    twice = len(x) > 1 and set(x) == set(y) and len(set(y)) < len(y)  # a label and the name behind it, run together
    return same_person(a, b, translated=False) or (len(x) > 1 and (y[-len(x) :] == x or headline)) or twice


def _learn_by_text(reading: ReportReading, use: NameUse, identity: Identity) -> None:
    """Learn the role that stands before a name or, between commas, behind it: "trade minister Maren Voss"."""
    before = reading.words(max(use.sentence[0], use.start - _REACH), use.start)
    identity.age = identity.age or age_of(reading, use)
    start = use.start
    for word in reversed(before):
        if word.pos not in {"NOUN", "PROPN", "ADJ"} and word.low not in {"'s", "’s"}:
            break
        start = word.start
    end = use.end
    if reading.report.text[end : end + 2] == ", ":
        after = reading.words(end + 2, min(use.sentence[1], end + _REACH))
        stop = next((word.start for word in after if word.pos in {"PUNCT", "VERB", "AUX"}), None)
        if after and after[0].low in {"a", "an", "the"} and stop is not None:
            end = after[[word.start for word in after].index(stop) - 1].end
    if (start, end) == (use.start, use.end):
        return
    described = reading.describe(reading.report.span(start, end))
    if described.form is Form.NAME and described.head in lists.ROLES:
        identity.learn(described)


def _gender_by_text(people: People) -> None:
    """Take a person for a man or a woman where the text says so: "Mr Voss", "Voss said she …", by a clear majority."""
    votes: dict[int, Counter[str]] = {}
    by_sentence: dict[tuple[int, int], list[tuple[NameUse, Identity]]] = {}
    for use, identity in people.uses:
        by_sentence.setdefault(use.sentence, []).append((use, identity))
        identity.gender = title_gender(people.reading, use.start) or identity.gender
    for (_, end), uses in by_sentence.items():
        persons = {id(identity) for _, identity in uses}
        first_use, identity = uses[0]
        if len(persons) == 1 and first_use.subject and not first_use.quoted:
            after = people.reading.words(first_use.end, end)
            lows = {word.low for word in after if not people.reading.in_marks(word.start)}
            following = people.reading.words(end, end + 8)[:2]
            lows |= {word.low for word in following if word.text in {"He", "She"}}
            told = [pronoun for pronoun, words in (("he", lists.HE), ("she", lists.SHE)) if lows & words]
            votes.setdefault(id(identity), Counter()).update(told)
    for identity in people.identities:
        found = votes.get(id(identity), Counter())
        for gender, other in (("he", "she"), ("she", "he")):
            if found[gender] and found[gender] >= _CLEAR * found[other]:
                identity.gender = identity.gender or gender
