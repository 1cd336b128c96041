"""What the rules look at and what they give: one paragraph with its tree and quotations, and the frames found in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from twosource.model import Act, Parse, Sentence, Stance
from twosource.statements.grammar import Tree
from twosource.statements.marks import Quotation, quotations

Range = tuple[int, int]
"""Start and end in code points of the paragraph, half-open."""

_SPACE = " \t\xa0\u200b\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution as a rule found it, before nesting; ranges count from the start of the paragraph.

    ``rule`` names the construct; ``trust`` is the share of its finds that were right on PolNeAR's training part,
    rounded to .05. ``passed_on`` marks the inner of two frames with one content ("…, said Y, citing X": X's frame).
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

    @cached_property
    def outer(self) -> tuple[Quotation, ...]:
        """The quotations that stand in no other."""
        return tuple(q for q in self.quotations if q.depth == 0)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation around this offset."""
        return next((q for q in self.outer if q.outer_start <= offset < q.outer_end), None)

    def quotation_from(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that opens at this offset or after white space from there."""
        offset = self.skip(offset)
        return next((q for q in self.outer if q.outer_start == offset), None)

    def quotation_to(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that closes just before this offset, a comma and white space apart."""
        before = self.back(offset, _SPACE + ",—–-")
        return next((q for q in self.outer if q.outer_end == before), None)

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
        while start < end:
            q = next((q for q in self.quotations if q.closed and start in (q.outer_start, q.start)), None)
            if self.text[start].isspace() or self.text[start] in ",;:.–—-”’)…":
                start += 1
            elif q and start == q.outer_start and q.outer_end > end + 1:
                start += 1
            else:
                break
        while end > start:
            last = self.text[end - 1]
            q = next((q for q in self.quotations if q.closed and q.outer_end == end), None)
            if last.isspace() or last in ",;:.–—-“‘(":
                end -= 1
            elif q and q.outer_start < start - 1:
                end -= 1
            else:
                break
        return (start, end) if start < end else None
