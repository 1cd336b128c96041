"""A clause that is reported before its verb: "the dam holds, she said", "the dam, she said, holds"."""

from __future__ import annotations

from twosource.statements.cues import PLAIN
from twosource.statements.frames import Block, Range
from twosource.statements.quoted import group_start
from twosource.statements.reported import right_clause, whole_marks
from twosource.statements.speakers import added
from twosource.statements.voices import Speaker

_DASHES = frozenset("– — - --".split())
_FRAGMENT = 3
"""Least tokens, less one, of a saying without a verb; "last Friday" is shorter."""
_LONGEST = 60
"""Words before a frame that are looked through for a verb."""


def clause_before(block: Block, verb: int, who: Speaker) -> tuple[Range, ...] | None:
    """Return the clause before "…, she said", and what goes on after an interrupting frame."""
    tree, text = block.tree, block.text
    dashed = _between_dashes(block, verb, who)
    if dashed:
        return dashed
    if tree.child(verb, "mark") is not None or right_clause(block, verb):
        return None
    if tree.child(verb, "agent") is not None and tree.child(verb, "nsubjpass") is None:
        return None  # "the strikes, cited by the union": the participle describes, and reports nothing
    inside = block.quotation_at(tree.tokens[verb].start)
    floor = max(block.sentence(verb).start, inside.start if inside else 0)
    comma = block.back(tree.tokens[group_start(block, verb, who)].start)
    if comma - 1 <= floor or text[comma - 1] not in ",—–-?!":
        return None
    content = _left_clause(block, verb, floor, comma)
    if content is None:
        return None
    after = _clause_goes_on(block, verb, who)
    return (content, after) if after else (content,)


def _between_dashes(block: Block, verb: int, who: Speaker) -> tuple[Range, ...]:
    """Return both halves of what a plain frame between two dashes cuts: "The bridge – said Virk – is closed"."""
    tree, sentence = block.tree, block.sentence(verb)
    first, last = min(verb, who.first), max(verb, who.last)
    if tree.tokens[verb].lemma not in PLAIN or first - 2 < sentence.first or last + 2 >= sentence.last:
        return ()
    if tree.tokens[first - 1].text not in _DASHES or tree.tokens[last + 1].text not in _DASHES:
        return ()
    if block.quotation_to(tree.tokens[first - 1].start) or block.quotation_at(tree.tokens[verb].start):
        return ()
    halves = (
        block.trimmed(sentence.start, tree.tokens[first - 1].start),
        block.trimmed(tree.tokens[last + 1].end, sentence.end),
    )
    return tuple(half for half in halves if half)


def _left_clause(block: Block, verb: int, floor: int, comma: int) -> Range | None:
    """Return the text from ``floor`` to the comma, if the grammar ties it to the verb: an adjunct is no content."""
    tree = block.tree
    token, up = tree.tokens[verb], tree.tokens[verb].head
    reported = any(tree.tokens[c].dep in {"ccomp", "parataxis", "dep"} and c < verb for c in tree.children[verb])
    doubled = any(tree.tokens[c].dep == "nsubj" and tree.tokens[c].start < comma for c in tree.children[verb])
    if doubled and tree.tokens[verb].lemma in PLAIN:
        reported = True  # two subjects with a comma between: the first is of a verb that the parser took for a name
    inserted = up != verb and token.dep in {"parataxis", "ccomp", "dep", "advcl", "conj"}
    if added(tree, verb):
        reported = True
    fragment = [c for c in tree.children[verb] if c < verb and tree.tokens[c].dep == "npadvmod"]
    if token.lemma in PLAIN and any(tree.right[c] - tree.left[c] >= _FRAGMENT for c in fragment):
        reported = True  # "No deal without us, islanders tell Arvale"
    if not reported and not (inserted and (tree.tokens[up].start < comma or token.dep in {"parataxis", "ccomp"})):
        return None
    straddling = block.quotation_across(floor, comma)
    return block.trimmed(straddling.start if straddling else floor, comma)


def _clause_goes_on(block: Block, verb: int, who: Speaker) -> Range | None:
    """Return the rest of an interrupted clause: The vote, she said, was fair."""
    tree = block.tree
    sentence = block.sentence(verb)
    edge = max(tree.tokens[verb].end, tree.tokens[who.last].end)
    joint = next((i for i in range(tree.at(edge), sentence.last) if tree.tokens[i].text in {",", "–", "—", "-"}), None)
    if joint is None or joint + 1 >= sentence.last:
        return None
    if any(not tree.under(i, verb) and tree.tokens[i].pos != "PUNCT" for i in range(tree.at(edge), joint)):
        return None
    rest = joint + 1
    q = block.quotation_from(tree.tokens[joint].end)
    in_marks = q is not None and block.text[q.start].islower()  # "…, she said, “is over” for good"
    split = tree.tokens[rest].pos in {"VERB", "AUX"} and not _has_verb(
        block, max(sentence.first, verb - _LONGEST), verb
    )
    if tree.under(rest, verb) and not _subordinate(block, rest) and not in_marks and not split:
        return None
    if tree.tokens[rest].text.lower() in {"but", "as"} or tree.tokens[rest].lemma in {"quote", "cite"}:
        return None
    return whole_marks(block, tree.tokens[rest].start, sentence.end)


def _has_verb(block: Block, first: int, verb: int) -> bool:
    """Return whether what stands before the frame has a verb: "the gold, it is said, left" has none."""
    own = {verb, *block.tree.children[verb]}
    return any(block.tree.tokens[i].pos in {"VERB", "AUX"} and i not in own for i in range(first, verb))


def _subordinate(block: Block, index: int) -> bool:
    """Return whether a finite clause with a subject of its own begins here: "…, she said, until the rain stops"."""
    tree = block.tree
    token = tree.tokens[index]
    return (
        token.dep == "mark"
        and token.text.lower() in {"until", "unless", "because", "if", "although", "though", "since"}
        and tree.child(token.head, "nsubj", "nsubjpass", "expl") is not None
    )
