"""The invented constructs of the tests as a set of the bench: one short text each, with all that is said in it.

Every method is judged by one rule: the content is hit and the source is right. What the tests ask of us beyond it, the
kind, the stance, the layer, and that nothing else is found, is told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpora import Range
from bench.metrics import Count
from bench.running import Document, Found, Outcome
from bench.scoring import Figures
from bench.sets import failures
from tests.statements.constructs import CONSTRUCTS
from tests.statements.shape import Construct, Expected
from tests.support import COVERED, characters, hits, one_to_one, places
from twosource.model import Case


def checked(name: str) -> tuple[Case, tuple[str, ...]]:
    """Return our statements in a construct, and what the tests find wrong with them."""
    from tests.statements.test_constructs import _check
    from tests.support import plain_case, run
    from twosource.language import language
    from twosource.statements import statements

    construct = next(it for it in CONSTRUCTS if it.name == name)
    case = run(plain_case(construct.text, headline=construct.headline), language, statements)
    return case, tuple(_check(construct, case))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a method made of one construct.

    :param content: expected statements that are hit; ``source``: hit and laid to the right source.
    :param untold: words that nobody said, found as the content of a statement, of those that a construct warns of.
    """

    content: Count
    source: Count
    untold: Count

    @property
    def right(self) -> bool:
        """Whether everything is found with its source, and nothing that nobody said."""
        return self.source.right == self.source.of and not self.untold.right


def judged(construct: Construct, found: Sequence[Found]) -> Judgement:
    """Judge what was found in a construct, optional statements apart.

    A turn of several sentences or paragraphs may be found as one statement or as several: each piece of it counts.
    """
    text = construct.text
    got = [characters(it.attribution.content) for it in found]
    joined = [it for it in construct.expected if it.joined and not it.optional]
    wanted = [_wording(text, it, got) for it in joined]
    pairs = one_to_one(wanted, got, lambda number, other: _sourced(text, joined[number], found[other]))
    hit = len(pairs)
    right = sum(_sourced(text, joined[number], found[other]) for number, other in pairs.items())
    turns = [(it, piece) for it in construct.expected if not it.joined for piece in _spans(text, it.pieces)]
    for turn, piece in turns:
        inside = characters([piece])
        holding = [it for it, other in zip(found, got, strict=True) if len(inside & other) >= COVERED * len(inside)]
        hit += bool(holding)
        right += any(_sourced(text, turn, it) for it in holding)
    total = len(joined) + len(turns)
    untold = sum(any(hits(characters(places(text, words)), it) for it in got) for words in construct.never)
    return Judgement(Count(hit, total), Count(right, total), Count(untold, len(construct.never)))


def _wording(text: str, expected: Expected, found: Sequence[frozenset[int]]) -> frozenset[int]:
    """Return the characters of the wording that a finding covers best; of the first where none does."""
    alternatives = (
        [(words,) for words in expected.content.split("|")] if isinstance(expected.content, str) else [expected.content]
    )
    wordings = [characters(_spans(text, pieces)) for pieces in alternatives]
    return max(
        wordings, key=lambda it: max((len(it & got) ** 2 / len(got) / len(it) for got in found if got), default=0)
    )


def _spans(text: str, pieces: Sequence[str]) -> list[Range]:
    """Return where the pieces stand, each after the one before."""
    spans: list[Range] = []
    for piece in pieces:
        start = text.index(piece, spans[-1][1] if spans else 0)
        spans.append((start, start + len(piece)))
    return spans


def _sourced(text: str, expected: Expected, found: Found) -> bool:
    """Return whether a finding names the source, or none where the text names none."""
    ranges = found.attribution.source
    if expected.source is None:
        return not ranges
    named = [place for words in expected.source.split("|") for place in places(text, words)]
    return any(start < end and first < last for start, last in ranges for first, end in named)


@dataclass(slots=True)
class Constructs:
    """The invented constructs. Right is one in which all is found with its source, and nothing that nobody said."""

    documents: list[Document] = field(init=False)
    files: list[Path] = field(default_factory=list)
    key: str = "constructs"
    title: str = "Invented constructs"
    columns: tuple[str, ...] = ("failed", "right", "content", "source", "said by nobody", "right by the tests")

    def __post_init__(self) -> None:
        self.documents = [Document(it.name, it.text, it.name) for it in CONSTRUCTS]

    def figures(self, outcomes: Sequence[Outcome]) -> Figures:
        """Return the figures of what a method found.

        ``right by the tests`` asks for the kind, the stance and the layer too: of 0 where a method tells no such thing.
        """
        pairs = list(zip(CONSTRUCTS, outcomes, strict=True))
        all_ = [judged(construct, outcome.found) for construct, outcome in pairs]
        none = Count(0, 0)
        tested = [it.faults for it in outcomes if it.faults is not None]
        return {
            "failed": failures(outcomes),
            "right": Count(sum(it.right and not o.failed for it, o in zip(all_, outcomes, strict=True)), len(all_)),
            "content": sum((it.content for it in all_), none),
            "source": sum((it.source for it in all_), none),
            "said by nobody": sum((it.untold for it in all_), none),
            "right by the tests": Count(sum(not it for it in tested), len(tested)),
        }
