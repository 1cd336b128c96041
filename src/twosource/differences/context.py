"""What a piece is about beside its figure: its words and names, or its whole sentence's, and the days these tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from twosource.claims.told import Told
from twosource.differences.scene import Scene
from twosource.differences.words import PEOPLE, STATUS_OF, TOLL
from twosource.likeness.figures import Dates
from twosource.likeness.names import Named
from twosource.likeness.verdict import has_word
from twosource.model import Span
from twosource.times.dates import last_day, start_of

LITTLE = 2
"""Words and names below which a piece says too little by itself, and its sentence is read with it."""
NEAR_DAYS = 31
"""Most days between two times that may be told of one event."""
_DAY = len("2031-03-04")
_PLACED = frozenset({"pobj in", "pobj at", "pobj near", "pobj outside", "pobj off"})


@dataclass(frozen=True, slots=True)
class Context:
    """Meaning words and names around a figure; the days that are told, and the first and last day they may mean."""

    words: frozenset[str]
    names: tuple[Named, ...]
    days: frozenset[str]
    spread: tuple[tuple[date, date], ...]
    dates: Dates
    own_day: str

    def shared(self, other: Context) -> int:
        """Return how many meaning words and names both have."""
        words = sum(has_word(lemma, other.words) for lemma in sorted(self.words))
        return words + sum(any(name.agrees(x) for x in other.names) for name in self.names)

    def one_time(self, other: Context) -> bool:
        """Return whether both may tell of one time: no two days named that differ, no month or year of another time."""
        if self.days and other.days and self.days.isdisjoint(other.days):
            return False
        if not (self._meets(other) and other._meets(self)):
            return False
        if not self.spread or not other.spread:
            return True
        return any((max(s, t) - min(e, f)).days <= NEAR_DAYS for s, e in self.spread for t, f in other.spread)

    def _meets(self, other: Context) -> bool:
        """Return whether the years and months named here fit those named there, else the day of that report."""
        day = start_of(other.own_day)
        years = other.dates.years or ({day.year} if day else set())
        months = other.dates.months or ({day.month} if day else set())
        if self.dates.years and years and self.dates.years.isdisjoint(years):
            return False
        near = {m % 12 + 1 for m in months} | {(m - 2) % 12 + 1 for m in months} | set(months)
        return not (self.dates.months and months and self.dates.months.isdisjoint(near))

    def one_place(self, other: Context) -> bool:
        """Return whether no place is named here where another is named there."""
        here, there = ([name for name in x.names if _place(name)] for x in (self, other))
        meet = any(x.agrees(y) for x in here for y in other.names) or any(
            x.agrees(y) for x in there for y in self.names
        )
        return meet or not any(x.slot[0] == y.slot[0] or x.kind == y.kind == "place" for x in here for y in there)


def _place(name: Named) -> bool:
    return name.slot[0] in _PLACED


class Contexts:
    """Makes the context of each piece once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._made: dict[tuple[int, bool], Context] = {}
        self._beside: Mapping[Span, tuple[int, ...]] = _beside(scene)

    def __call__(self, number: int, whole: bool = False) -> Context:
        """Return the context of a piece: of its sentence where ``whole``, or where the piece alone says little."""
        if (number, whole) not in self._made:
            self._made[number, whole] = self._make(number, whole)
        return self._made[number, whole]

    def beside(self, number: int) -> tuple[int, ...]:
        """Return the pieces of a piece's sentence, itself among them."""
        return self._beside.get(self._scene.sentence(self._scene.items[number].span), (number,))

    def _make(self, number: int, whole: bool) -> Context:
        scene = self._scene
        item = scene.items[number]
        sentence = scene.sentence(item.span)
        around = [scene.items[n] for n in self.beside(number)]
        own = _words([item])
        said = around if whole or len(own) + len(item.unit.names) < LITTLE else [item]
        days = frozenset(
            time.value
            for time in scene.times_of(item.report)
            if time.value and time.role == "event" and sentence.contains(time.span)
        )
        own_day = scene.report(item.report).date or ""
        spread = [(start_of(value), last_day(value)) for value in sorted(days) or [own_day]]
        return Context(
            _words(said),
            tuple(name for one in said for name in one.unit.names),
            frozenset(day[:_DAY] for day in days if len(day) >= _DAY and day[4] == "-"),
            tuple((first, last) for first, last in spread if first and last),
            _dates(around),
            own_day,
        )


def _words(items: Iterable[Told]) -> frozenset[str]:
    words = frozenset(word for item in items for word in item.unit.content)
    return words - PEOPLE - frozenset(STATUS_OF) - {TOLL}


def _dates(items: Iterable[Told]) -> Dates:
    own = [item.unit.dates for item in items]
    return Dates(
        months=frozenset(month for dates in own for month in dates.months),
        years=frozenset(year for dates in own for year in dates.years),
    )


def _beside(scene: Scene) -> dict[Span, tuple[int, ...]]:
    """Return the pieces of each sentence."""
    found: dict[Span, list[int]] = {}
    for number, item in enumerate(scene.items):
        found.setdefault(scene.sentence(item.span), []).append(number)
    return {sentence: tuple(own) for sentence, own in found.items()}
