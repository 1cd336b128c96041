"""The persons named in a report: full and short names, two bearers of one surname, men and women."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from twosource.model import PartKind, SourceType
from twosource.sources import words as lists
from twosource.sources.described import Form
from twosource.sources.identity import Identity
from twosource.sources.names import is_full, person_words, same_person, short_of, suffix_of
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
    """The persons of one report: identities by full name, and which of them each place means."""

    reading: ReportReading
    identities: list[Identity] = field(default_factory=list)
    uses: list[tuple[NameUse, Identity]] = field(default_factory=list)
    first: dict[int, int] = field(default_factory=dict)
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
            return longer
        return same or [i for i in sharing if any(same_person(name, n, translated=False) for n in i.full_names)]

    def meant(self, name: str, offset: int, gender: str = "") -> Identity | None:
        """Return the person whom a name means at an offset, or None where several can be meant.

        Two bearers of a surname are told apart by their titles ("Mrs"), else by the one named in this paragraph or the
        one before it where the other is not.
        """
        bearers = [i for i in self.bearers(name) if not (gender and i.gender and i.gender != gender)]
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        here = self.reading.paragraph_at(offset)
        if here is None:
            return None
        for back in range(NEAR + 1):
            near = {
                id(identity): identity
                for use, identity in self.between(self.reading.paragraphs[max(0, here - back)].start, offset)
                if identity in bearers
            }
            if near:
                return next(iter(near.values())) if len(near) == 1 else None
        return None

    def add(self, name: str) -> Identity:
        """Return a new identity of this name."""
        identity = Identity(self.reading.report.id, SourceType.PERSON)
        self.note(identity, name)
        self.identities.append(identity)
        return identity


def read_people(reading: ReportReading, extra: Iterable[tuple[str, int]]) -> People:
    """Gather the persons of a report from the parser's names and from ``extra`` (name, offset) pairs of sources."""
    people = People(reading)
    extra = list(extra)
    headlines = {i for i, paragraph in enumerate(reading.paragraphs) if paragraph.part is PartKind.HEADLINE}
    sources = {" ".join(person_words(name)) for name, _ in extra}
    uses = [use for use in reading.names if _is_person(reading, use, sources)]
    # the words of a headline are all written like names: it founds no identity, and means those of the body
    told = [(use.text, use.start) for use in uses if use.paragraph not in headlines]
    body = [(name, start) for name, start in extra if reading.paragraph_at(start) not in headlines]
    told = sorted([*told, *body], key=lambda pair: (-_fullness(pair[0]), pair[1]))
    for name, _ in told:
        if _fullness(name) < 2:
            break
        _place_full(people, name)
    for name, _ in told:
        if _fullness(name) < 2 and not people.bearers(name):
            people.add(name)
    for name, start in extra:
        if reading.paragraph_at(start) in headlines and not people.bearers(name):
            people.add(name)
    for use in sorted(uses, key=lambda use: use.start):
        identity = people.meant(use.text, use.start)
        if identity:
            people.uses.append((use, identity))
            people.first.setdefault(id(identity), use.start)
    for use, identity in people.uses:
        _learn_by_text(reading, use, identity)
    for identity in people.identities:
        identity.gender = identity.gender or _gender_by_name(identity)
    _gender_by_text(people)
    return people


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


def _place_full(people: People, name: str) -> None:
    """Put a full name with the one identity that it can only be, else with a new one."""
    words = person_words(name)
    sharing = people.sharing(name)
    same = [i for i in sharing if any(person_words(other) == words for other in i.names)]
    if not same:
        same = [i for i in sharing if all(_one_person(name, other) for other in i.full_names)]
    if len(same) == 1:
        people.note(same[0], name)
    else:
        people.add(name)


def _one_person(a: str, b: str) -> bool:
    """Return whether two full names of one report are one person's: a middle name or a word before it may be there."""
    x, y = sorted((person_words(a), person_words(b)), key=len)
    headline = len(y) > len(x) + 1 and y[: len(x)] == x  # the words of a headline are all written like names
    return same_person(a, b, translated=False) or (len(x) > 1 and (y[-len(x) :] == x or headline))


def _learn_by_text(reading: ReportReading, use: NameUse, identity: Identity) -> None:
    """Learn the role that stands before a name or, between commas, behind it: "trade minister Maren Voss"."""
    before = reading.words(max(use.sentence[0], use.start - _REACH), use.start)
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


def _gender_by_name(identity: Identity) -> str:
    given = {person_words(name)[0] for name in identity.names}
    if given & lists.MALE_NAMES and not given & lists.FEMALE_NAMES:
        return "he"
    return "she" if given & lists.FEMALE_NAMES and not given & lists.MALE_NAMES else ""


def _gender_by_text(people: People) -> None:
    """Take a person for a man or a woman where the text says so: "Mr Voss", "Voss said she …", by a clear majority."""
    votes: dict[int, Counter[str]] = {}
    by_sentence: dict[tuple[int, int], list[tuple[NameUse, Identity]]] = {}
    for use, identity in people.uses:
        by_sentence.setdefault(use.sentence, []).append((use, identity))
        before = people.reading.words(max(0, use.start - 15), use.start)
        title = before[-1].low if before else ""
        first = people.reading.words(use.start, use.end)[:1]
        for word in (title, first[0].low if first else ""):
            if word in lists.MALE | lists.FEMALE:
                identity.gender = "he" if word in lists.MALE else "she"
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
