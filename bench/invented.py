"""An invented archive of any size, the same for the same seed: stories, copies, agencies, boilerplate, broken records.

Every name and place is made of syllables, every sentence of a pattern and a word list; nothing in it was ever printed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

SYLLABLES = "bra cel dor fen gal hil ist jor kel lun mar nev oss pel quin ros sel tor ulm ves wen yar zol".split()
THINGS = """
bridge harbour reservoir tunnel orchard quarry ferry tramway archive granary lighthouse cathedral market viaduct
observatory foundry canal library stadium laboratory warehouse nursery embankment pavilion
""".split()
DEEDS = """
closed reopened flooded inspected repaired evacuated rebuilt auctioned fenced drained painted surveyed demolished
restored leased insured measured abandoned renamed enlarged
""".split()
REASONS = """
drought storm strike inspection landslide festival outage blizzard budget verdict petition election collapse leak
epidemic shortage heatwave dispute audit frost
""".split()
PEOPLE = """
engineers residents inspectors farmers pilots teachers divers surveyors nurses drivers miners librarians clerks brewers
carpenters gardeners sailors weavers
""".split()
ADVERBS = "quietly suddenly briefly repeatedly formally partly hastily publicly reluctantly narrowly".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
AGENCIES = ("Orlen Wire", "Tarn Agency", "Veyl News Service")
BOILERPLATE = (
    "The Tarn Agency is a cooperative of nineteen newsrooms and has reported from the river valleys for years.",
    "Readers can write to the newsroom at any hour, and corrections are printed on the second page of the next issue.",
)
PATTERNS = (
    "The {thing} of {place} was {adverb} {deed} after the {reason}, {people} said on {day}.",
    "{number} {people} from {place} had {adverb} asked the council to act before the {reason}.",
    "{name} told reporters that the {thing} would stay as it is until the {reason} is over.",
    "By {day} evening {number} families near the old {thing} were without water because of the {reason}.",
    "The council of {place} voted {number} to {other} to have the {thing} {deed}, {name} said.",
    "{people} who had {deed} the {thing} found {number} cracks, and {name} called for another inspection.",
    "No one in {place} remembers a {reason} as long as this one, said {name}, who keeps the {thing}.",
    "The {reason} cost the valley {number} million crowns, of which the {thing} took {other}.",
)
FIRST_DAY = date(2031, 1, 1)


class _Writer:
    """Invents sentences about one event."""

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self.place, self.name = self._proper(), f"{self._proper()} {self._proper()}"
        self.things = list(chance.choice(THINGS, 3, replace=False))
        self.reason = str(chance.choice(REASONS))
        self.deeds = list(chance.choice(DEEDS, 3, replace=False))

    def _proper(self) -> str:
        return "".join(self._chance.choice(SYLLABLES, 3)).capitalize()

    def sentence(self) -> str:
        pick = self._chance.choice
        return str(pick(PATTERNS)).format(
            thing=pick(self.things),
            place=self.place,
            adverb=pick(ADVERBS),
            deed=pick(self.deeds),
            reason=self.reason if self._chance.random() < 0.7 else pick(REASONS),
            people=str(pick(PEOPLE)),
            day=pick(DAYS),
            number=int(self._chance.integers(3, 900)),
            other=int(self._chance.integers(2, 99)),
            name=self.name if self._chance.random() < 0.6 else f"{self._proper()} {self._proper()}",
        )

    def paragraphs(self, count: int) -> list[str]:
        return [" ".join(self.sentence() for _ in range(int(self._chance.integers(2, 5)))) for _ in range(count)]

    def title(self) -> str:
        return (
            f"{str(self._chance.choice(self.things)).capitalize()} of {self.place} {self.deeds[0]} after {self.reason}"
        )


def records(number: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield ``number`` records: about four reports an event, one in four of them alone."""
    chance = np.random.default_rng(seed)
    made = 0
    while made < number:
        for record in _event(chance):
            if made < number:
                yield record
                made += 1


def _event(chance: np.random.Generator) -> Iterator[dict[str, Any]]:
    writer = _Writer(chance)
    day = FIRST_DAY + timedelta(days=int(chance.integers(0, 365)))
    source = writer.paragraphs(int(chance.integers(3, 7)))
    for k in range(int(chance.choice([1, 2, 4, 6, 9]))):
        published = day + timedelta(days=int(chance.integers(0, 3)))
        record: dict[str, Any] = {
            "title": writer.title(),
            "text": "\n\n".join(_text(chance, writer, source, k)),
            "outlet": f"{writer.place[:4]} Post {int(chance.integers(1, 40))}",
        }
        if chance.random() < 0.9:
            record["published"] = published.isoformat()
        if chance.random() < 0.1:
            record["published"] = str(chance.choice(["9731-05-05", "soon", "0001-01-01", ""]))
        yield record


def _text(chance: np.random.Generator, writer: _Writer, source: list[str], k: int) -> list[str]:
    """Return the paragraphs of one report: the source, a copy of it, a piece of it among others, or its own."""
    kind = chance.random() if k else 0.0
    if kind < 0.2:
        text = list(source)
    elif kind < 0.45:
        text = [_edited(chance, paragraph) for paragraph in source]
    elif kind < 0.7:
        text = [*writer.paragraphs(2), str(chance.choice(source)), *writer.paragraphs(1)]
    else:
        text = writer.paragraphs(int(chance.integers(3, 6)))
    if chance.random() < 0.3:
        text[0] = f"{writer.place.upper()} ({chance.choice(AGENCIES)}) - {text[0]}"
    if chance.random() < 0.25:
        text.append(str(chance.choice(BOILERPLATE)))
    return text


def _edited(chance: np.random.Generator, paragraph: str) -> str:
    words = paragraph.split()
    for place in np.flatnonzero(chance.random(len(words)) < 0.05):
        words[place] = str(chance.choice(ADVERBS))
    return " ".join(words)


def write_archive(folder: Path, number: int, files: int = 8, seed: int = 7) -> Path:
    """Write an archive of ``number`` reports in ``files`` files of JSON lines, some lines of it broken."""
    folder.mkdir(parents=True, exist_ok=True)
    found = list(records(number, seed))
    for k in range(files):
        here = found[k::files]
        lines = [json.dumps(record) for record in here]
        lines.insert(len(lines) // 2, '{"title": "no text"}')
        lines.append('{"title": "Empty", "text": ""}' if k % 2 else '{"broken')
        (folder / f"part-{k:03}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
