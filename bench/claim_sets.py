"""Sets of pairs of texts that tell the same thing or do not: MRPC, ClaimDiff, and the look-alikes that we invented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

LOOKALIKES = Path(__file__).with_name("lookalikes")
"""The folder of the look-alikes; its README tells their form."""
KINDS = (
    "person",
    "place",
    "organisation",
    "thing",
    "figure",
    "unit",
    "currency",
    "date",
    "negation",
    "modal",
    "direction",
    "parties",
    "ordinal",
    "quantity",
    "status",
)
"""What look-alikes differ in. ``thing`` is any other noun; ``parties`` are who does it and to whom, exchanged."""
BECOMES = " -> "
UNSEEN = 400
"""First pairs of MRPC's training part, from which the judge has not learned: thresholds are chosen on them."""
TUNED, HELD_BACK = "tuned", "held back"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and whether they tell the same thing.

    :param kind: what two look-alikes differ in; empty of all other pairs.
    :param topic: what the pair is about, where a set is parted by topic.
    """

    first: str
    second: str
    same: bool
    kind: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class PairSet:
    """Pairs to be judged, and those on which a threshold may be chosen.

    :param files: whose content the figures hang on.
    """

    key: str
    title: str
    judged: tuple[Pair, ...]
    tuning: tuple[Pair, ...] = ()
    files: tuple[Path, ...] = ()

    def first(self, limit: int | None) -> PairSet:
        """Return the set with its first pairs alone; the whole set for None."""
        return replace(self, judged=self.judged[:limit], tuning=self.tuning[:limit])


def mrpc(folder: Path) -> PairSet | None:
    """Read the Microsoft Research Paraphrase Corpus (Dolan and Brockett 2005); None where it is missing."""
    judged, tuning = folder / "msr_paraphrase_test.txt", folder / "msr_paraphrase_train_backup.txt"
    if not (judged.is_file() and tuning.is_file()):
        return None
    return PairSet("mrpc", "MRPC, test part", _rows(judged), _rows(tuning)[:UNSEEN], (judged, tuning))


def _rows(path: Path) -> tuple[Pair, ...]:
    lines = path.read_text(encoding="utf-8-sig").splitlines()[1:]
    cells = [line.split("\t") for line in lines if line.strip()]
    return tuple(Pair(first, second, quality == "1") for quality, _, _, first, second in cells)


def claimdiff(folder: Path) -> list[PairSet]:
    """Read the train parts of ClaimDiff (Ko et al. 2023): whether the first claim strengthens, or weakens, the second.

    Here ``Pair.same`` is that relation, and the order of the two counts. Parts that are missing are left out.
    """
    parts = {"strength": "ClaimDiff, strengthens", "weak": "ClaimDiff, weakens"}
    files = {name: folder / f"ClaimDiff-{name}-train.json" for name in parts}
    return [
        PairSet(f"claimdiff-{name}", parts[name], tuple(_claims(path)), files=(path,))
        for name, path in files.items()
        if path.is_file()
    ]


def _claims(path: Path) -> Iterator[Pair]:
    for row in json.loads(path.read_text(encoding="utf-8"))["data"]:
        yield Pair(row["claim_a"], row["claim_b"], row["relation"] == 1, topic=row["topic"])


def lookalikes(folder: Path = LOOKALIKES) -> dict[str, PairSet]:
    """Return the look-alikes and rewordings as two sets, tuned and held back, parted by base sentence.

    A threshold for either is chosen on the tuned one.

    :raises ValueError: if a line has not the form that the folder's README tells.
    """
    parts: dict[str, list[Pair]] = {TUNED: [], HELD_BACK: []}
    files = tuple(sorted(folder.glob("*.txt")))
    for path in files:
        for number, paragraph in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n")):
            pairs = made(paragraph, f"{path.stem} {number + 1}")
            parts[HELD_BACK if number % 2 else TUNED] += pairs
    tuning = tuple(parts[TUNED])
    return {
        name: PairSet(f"lookalikes-{name.replace(' ', '-')}", f"Look-alikes, {name}", tuple(pairs), tuning, files)
        for name, pairs in parts.items()
    }


def made(paragraph: str, topic: str = "") -> list[Pair]:
    """Return the pairs that a paragraph of the look-alikes tells: its base beside all that is made of it.

    :raises ValueError: if a line has not the form that the folder's README tells.
    """
    base, *lines = paragraph.splitlines()
    if not base.startswith("= "):
        raise ValueError(f"no base sentence: {base}")
    base = base.removeprefix("= ")
    pairs = []
    for line in lines:
        kind, mark, told = line.partition(": ")
        if line.startswith("~ "):
            pairs.append(Pair(base, line.removeprefix("~ "), same=True, topic=topic))
        elif mark and kind in KINDS:
            pairs.append(Pair(base, altered(base, told), same=False, kind=kind, topic=topic))
        else:
            raise ValueError(f"neither a look-alike nor a rewording: {line}")
    return pairs


def altered(base: str, told: str) -> str:
    """Return the look-alike that a line tells: a sentence of its own, or the base with one stretch replaced.

    :raises ValueError: if the stretch does not stand in the base exactly once.
    """
    old, becomes, new = told.partition(BECOMES)
    if not becomes:
        return told
    places = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", base)]
    if len(places) != 1:
        raise ValueError(f"{old!r} stands {len(places)} times in: {base}")
    start, end = places[0]
    return base[:start] + new + base[end:]


def texts(pairs: Sequence[Pair]) -> list[str]:
    """Return the distinct texts of pairs, in order."""
    return list(dict.fromkeys(text for pair in pairs for text in (pair.first, pair.second)))
