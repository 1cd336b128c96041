"""What the rules look at and what they give: one paragraph with its tree and quotations, and the frames found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from twosource.model import Act, Parse, Reason, Sentence, Stance
from twosource.statements.cues import VERBS
from twosource.statements.grammar import Tree
from twosource.statements.marks import Quotation, quotations

Range = tuple[int, int]
"""Start and end in code points of the paragraph, half-open."""

_SPACE = " \t\n\r\xa0\u200b\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution as a rule found it, before nesting; ranges count from the start of the paragraph.

    ``rule`` names the construct; ``trust`` is how far that is trusted, 0 to 1: by the tables named ``TRUST`` until the
    trained reader is asked, then by both. ``reasons`` tell what it is made of. ``passed_on`` marks the inner of two
    frames with one content ("…, said Y, citing X": X's frame).
    """

    rule: str
    trust: float
    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    act: Act
    stance: Stance
    addressee: Range | None = None
    passed_on: bool = False
    reasons: tuple[Reason, ...] = ()

    def with_content(self, content: tuple[Range, ...]) -> Frame:
        """Return the frame with another content."""
        return replace(self, content=content)

    def shifted(self, by: int) -> Frame:
        """Return the frame with all ranges moved: from the paragraph's offsets to the report's."""

        def move(r: Range | None) -> Range | None:
            return (r[0] + by, r[1] + by) if r else None

        return replace(
            self,
            content=tuple((start + by, end + by) for start, end in self.content),
            cue=move(self.cue),
            source=move(self.source),
            addressee=move(self.addressee),
        )


class Block:
    """A paragraph as the rules see it."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.text = parse.text
        self.tree = Tree(parse)
        self.quotations: tuple[Quotation, ...] = quotations(parse.text)
        self.outer: tuple[Quotation, ...] = tuple(q for q in self.quotations if q.depth == 0)
        self._starts = [q.outer_start for q in self.outer]
        self._opening = {q.outer_start: q for q in self.quotations}
        self._closing = {q.outer_end: q for q in self.quotations}

    @cached_property
    def joined_sayings(self) -> list[int]:
        """Return the reporting verbs that stand beside another clause, in order: "and …", ", adding …", "while …"."""
        tree = self.tree
        return [
            index
            for index, token in enumerate(tree.tokens)
            if token.pos == "VERB" and token.lemma in VERBS and tree.joined(index)
        ]

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation around this offset."""
        before = bisect_right(self._starts, offset) - 1
        return self.outer[before] if before >= 0 and offset < self.outer[before].outer_end else None

    def quotations_after(self, offset: int) -> tuple[Quotation, ...]:
        """Return the next few outermost quotations that open at this offset or later."""
        first = bisect_left(self._starts, offset)
        return self.outer[first : first + 3]

    def last_quotation_before(self, offset: int) -> Quotation | None:
        """Return the last outermost quotation that is closed before this offset."""
        before = bisect_left(self._starts, offset) - 1
        return self.outer[before] if before >= 0 and self.outer[before].outer_end <= offset else None

    def quotation_from(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that opens at this offset or after white space from there."""
        q = self._opening.get(self.skip(offset))
        return q if q and q.depth == 0 else None

    def quotation_to(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that closes just before this offset, a comma and white space apart."""
        q = self._closing.get(self.back(offset, _SPACE + ",—–-"))
        return q if q and q.depth == 0 else None

    def quotation_across(self, offset: int, end: int) -> Quotation | None:
        """Return the outermost quotation that began before this offset and is closed after it, before ``end``."""
        q = self.quotation_at(offset)
        return q if q and q.outer_start < offset and q.outer_end <= end else None

    def skip(self, offset: int, marks: str = _SPACE) -> int:
        """Return the first offset from here on that is none of these characters."""
        while offset < len(self.text) and self.text[offset] in marks:
            offset += 1
        return offset

    def back(self, offset: int, marks: str = _SPACE) -> int:
        """Return the offset just after the last character before here that is none of these."""
        while offset and self.text[offset - 1] in marks:
            offset -= 1
        return offset

    def tokens_range(self, first: int, last: int) -> Range:
        """Return the characters of tokens ``first`` … ``last``, both included."""
        return self.tree.tokens[first].start, self.tree.tokens[last].end

    def sentence(self, index: int) -> Sentence:
        """Return the sentence of a token."""
        return self.tree.sentence_of[index]

    def trimmed(self, start: int, end: int) -> Range | None:
        """Return the range without marks and white space at its edges that do not belong to it.

        A quotation mark stays where its partner is inside; a lone one goes, and so does closing punctuation.
        """
        text = self.text
        while start < end:
            q = self._opening.get(start)
            lone = q is not None and q.closed and q.outer_end > end + 1
            if not (text[start].isspace() or text[start] in ",;:.–—-”’)…" or lone):
                break
            start += 1
        while end > start:
            q = self._closing.get(end)
            lone = q is not None and q.closed and q.outer_start < start - 1
            if not (text[end - 1].isspace() or text[end - 1] in ",;:.–—-“‘(" or lone):
                break
            end -= 1
        return (start, end) if start < end else None
