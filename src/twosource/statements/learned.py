"""From what the trained reader reads to frames: edges of content by our rules, and what is no attribution left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.language.attributions import Attribution
from twosource.statements.cues import DOCUMENTS, NOT_SPEAKERS, VERBS
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.grammar import noun_phrase
from twosource.statements.phrases import NO_SOURCE
from twosource.statements.told import OF_EVENTS, VERBAL, has, reading_of, tokens_of, tops_of
from twosource.statements.unsaid import denying
from twosource.statements.voices import COLLECTIVES, animate, phrase

RULE = "read"
"""Name of the construct of a frame that no rule found."""
UNNAMED = "read, nobody named"
"""The same, where a passive hides who says it."""
_FILLED = 0.7
"""Share of a quotation's characters that the reader has to give to a content for all of it to count."""
_BESIDE = 3
"""Characters around a quotation that are no words of their own: marks, a comma, a space."""
_SLIP = 4
"""Words of a piece of content beside which another of one word is left out."""
_SHORT = 3
"""Words from which on a content without a verb is more than the object of a deed: "told a joke", "the Needle's Eye"."""
_TELLING = frozenset("NOUN PROPN VERB NUM ADJ ADV INTJ SYM X".split())
"""Parts of speech of which a content has one at least; what is made of others tells nothing ("not to", "if it")."""
_QUOTING, _CITING = frozenset({"quote", "misquote"}), frozenset({"cite"})
"""Verbs with two layers, the one who quotes and the one who is quoted: left to the rules, which know both."""
_RELATIVE = frozenset("who which that".split())
"""Words that stand for the noun before them: that noun is the source."""


def learned_frames(block: Block, attributions: Iterable[Attribution]) -> Iterator[tuple[Frame, Attribution]]:
    """Yield the frame of every attribution that reports something said, thought or meant, and the attribution.

    The network was taught to count the marks around a quotation and a leading "that" to the content; we do not. A
    colon or a dash alone as a cue is left to the rules of layout, which know a label from a heading.
    """
    for it in attributions:
        cue = block.trimmed(*it.cue)
        content = _pieces(block, it.content, it.cue)
        source = _source(block, it.source)
        if cue is None or not _worded(block, cue, source) or not _tells(block, cue, content):
            continue
        if _hands_on(block, cue, source, content) or _by_another(block, cue, source):
            continue
        reading = reading_of(block, cue, content)
        if reading is not None and (source is None or _may_say(block, source)):
            rule = UNNAMED if source is None and _passive(block, cue) else RULE
            yield Frame(rule, it.cue_probability, content, cue, source, reading.act, reading.stance), it


def _passive(block: Block, cue: Range) -> bool:
    """Return whether a cue tells what is said and not by whom: "is claimed to be", "it was announced that"."""
    tree = block.tree
    verbs = [i for i in tokens_of(block, cue) if tree.tokens[i].lemma in VERBS and tree.tokens[i].tag == "VBN"]
    return any(tree.child(verb, "auxpass") is not None and tree.child(verb, "agent") is None for verb in verbs)


def _worded(block: Block, cue: Range, source: Range | None) -> bool:
    """Return whether a cue is made of words that can be one: not of marks or an auxiliary, nor of a name alone."""
    parts = {block.tree.tokens[i].pos for i in tokens_of(block, cue)}
    return not parts <= {"PUNCT", "SYM", "SPACE", "AUX", "PART"} and not (
        source is None and parts <= {"PUNCT", "PROPN"}
    )


def _tells(block: Block, cue: Range, content: tuple[Range, ...]) -> bool:
    """Return whether a content can be something told, and no mere object of a deed."""
    if not content or not has(block, content, _TELLING):
        return False
    if _spills(block, cue, content) or block.text.startswith("as saying", content[0][0]):
        return False
    words = sum(len(block.text[start:end].split()) for start, end in content)
    lemmas = {block.tree.tokens[i].lemma for i in tokens_of(block, cue)}
    attitude = bool(lemmas & OF_EVENTS) or not lemmas & VERBS.keys()
    return words >= _SHORT or attitude or has(block, content, VERBAL)


def _hands_on(block: Block, cue: Range, source: Range | None, content: tuple[Range, ...]) -> bool:
    """Return whether somebody quotes or cites a source: "citing two officers", not "cited the delay as a reason"."""
    tree = block.tree
    lemmas = {tree.tokens[i].lemma for i in tokens_of(block, cue)}
    head = tops_of(block, tokens_of(block, content[0]))[0]
    cited = source is None or animate(tree, head) or tree.tokens[head].lemma in DOCUMENTS
    return bool(lemmas & _QUOTING) or (bool(lemmas & _CITING) and cited)


def _by_another(block: Block, cue: Range, source: Range | None) -> bool:
    """Return whether a passive names another than the source: "the dam, said by the ministry to be safe"."""
    following = block.text[cue[1] :].lstrip(" ")
    return source is not None and source[1] <= cue[0] and following.startswith("by ")


def _spills(block: Block, cue: Range, content: tuple[Range, ...]) -> bool:
    """Return whether a content runs out of the side clause that its cue stands in: "the house in which Falk said …"."""
    tree = block.tree
    sides = [
        i for i in tokens_of(block, cue) if tree.tokens[i].dep in {"relcl", "acl"} and tree.tokens[i].pos in VERBAL
    ]
    return any(
        block.quotation_at(start) is None
        and start > tree.tokens[verb].start
        and end > tree.tokens[tree.right[verb]].end
        for verb in sides[:1]
        for start, end in content
    )


def _source(block: Block, place: Range | None) -> Range | None:
    """Return the source by our rules: the noun that a relative pronoun stands for, "State media" alone."""
    trimmed = block.trimmed(*place) if place else None
    if trimmed is None:
        return None
    tree = block.tree
    head = tops_of(block, tokens_of(block, trimmed))[0]
    verb = tree.tokens[head].head
    alone = len(tokens_of(block, trimmed)) == 1
    if alone and tree.tokens[head].text.lower() in _RELATIVE and tree.tokens[verb].dep == "relcl":
        return block.tokens_range(*noun_phrase(tree, tree.tokens[verb].head))
    if tree.tokens[head].lemma in COLLECTIVES:
        who = phrase(tree, head)
        return block.tokens_range(who.first, who.last)
    return trimmed


def _may_say(block: Block, source: Range) -> bool:
    """Return whether somebody or something is meant that can be a source: not "no one", not "that time"."""
    tree = block.tree
    head = tops_of(block, tokens_of(block, source))[0]
    nothing = NO_SOURCE | NOT_SPEAKERS
    return not denying(tree, head) and not (tree.tokens[head].pos == "NOUN" and tree.tokens[head].lemma in nothing)


def _own_edges(block: Block, piece: Range) -> Range | None:
    """Return a piece of content by our rules: within its marks, without "that", whole quotations."""
    start, end = piece
    words = tokens_of(block, piece)
    if len(words) > 1 and block.tree.tokens[words[0]].text.lower() == "that":
        start = block.tree.tokens[words[1]].start
    trimmed = block.trimmed(start, end)
    if trimmed is None:
        return None
    start, end = trimmed
    q = block.quotation_at(start) or block.quotation_at(min(start + _BESIDE, len(block.text) - 1))
    if q is not None:
        shared = min(end, q.end) - max(start, q.start)
        outside = max(0, q.outer_start - start) + max(0, end - q.outer_end)
        if shared >= _FILLED * (q.end - q.start) and outside <= _BESIDE:
            return q.start, q.end
    return start, end


def _pieces(block: Block, pieces: Iterable[Range], cue: Range) -> tuple[Range, ...]:
    """Return the pieces of a content by our rules.

    Beside a longer one, a lone word is a slip of the reader; what a semicolon parts from the cue is told by others.
    """
    own = list(dict.fromkeys(filter(None, (_own_edges(block, piece) for piece in pieces))))
    own = [it for it in own if ";" not in block.text[min(it[1], cue[1]) : max(it[0], cue[0])]]
    words = [len(block.text[start:end].split()) for start, end in own]
    return tuple(it for it, count in zip(own, words, strict=True) if count > 1 or max(words) < _SLIP)
