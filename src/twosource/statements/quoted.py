"""The words between marks that belong to a reporting verb: after it, before it, and going on behind it."""

from __future__ import annotations

from twosource.statements.cues import ADDRESSED, PLAIN, VERBS
from twosource.statements.frames import Block, Range
from twosource.statements.reported import right_clause
from twosource.statements.voices import Speaker

REACH = 160
"""Characters between a reporting verb and the marks it opens: "said in a statement on Monday: “…”"."""


def quotation_after(block: Block, verb: int, who: Speaker) -> Range | None:
    """Return the words between marks that a colon, a comma or nothing joins to the verb on their left."""
    token = block.tree.tokens[verb]
    inside = block.quotation_at(token.start)
    edge = max(token.end, block.tree.tokens[who.last].end) if who.first > verb else token.end
    for q in block.quotations if inside else block.quotations_after(edge):
        if q.outer_start < edge or (inside and not inside.start < q.outer_start < inside.end):
            continue
        between = block.text[edge : q.outer_start]
        if len(between) > REACH or any(mark in between for mark in ".;!?”"):
            return None
        if _another_saying(block, verb, edge, q.outer_start):
            return None
        joint = _without_addressee(block, verb, between.rstrip())
        if joint.endswith(":"):
            return q.start, q.end
        if joint and not (joint.endswith(",") and joint.count(",") == 1):
            return None
        beside = not joint and token.lemma in PLAIN
        return (q.start, q.end) if beside or _speech_like(block, q.start, q.end) else None
    return None


def _without_addressee(block: Block, verb: int, between: str) -> str:
    """Take the one spoken to out of the text between a verb and the marks: told him 'wait'."""
    spoken_to = block.tree.child(verb, "dobj", "dative")
    if spoken_to is None or block.tree.tokens[verb].lemma not in ADDRESSED:
        return between
    start, end = block.tokens_range(block.tree.left[spoken_to], block.tree.right[spoken_to])
    return "" if between.strip() == block.text[start:end] else between


def _another_saying(block: Block, verb: int, start: int, end: int) -> bool:
    """Return whether another reporting verb with a subject of its own stands between the verb and the marks."""
    tree = block.tree
    return any(
        tree.tokens[i].lemma in VERBS
        and tree.tokens[i].pos == "VERB"
        and tree.child(i, "nsubj", "nsubjpass") is not None
        for i in range(tree.at(start), tree.at(end))
        if i != verb
    )


def _speech_like(block: Block, start: int, end: int) -> bool:
    """Return whether the words between marks are more than a word or a title."""
    return block.tree.at(end - 1) - block.tree.at(start) >= 2 or block.text[start].isupper()


def quotation_before(block: Block, verb: int, who: Speaker) -> tuple[Range, ...] | None:
    """Return the quotation that ends before "…," she said, with the clause it stands in, and what goes on after."""
    tree = block.tree
    if tree.child(verb, "mark") is not None or block.quotation_at(tree.tokens[verb].start):
        return None
    group = group_start(block, verb, who)
    q = block.quotation_to(tree.tokens[group].start)
    if q is None:
        return None
    lead_start = max(block.sentence(verb).start, 0)
    if tree.at(q.outer_start) < len(tree.tokens):
        lead_start = min(lead_start, block.sentence(tree.at(q.outer_start)).start)
    lead = block.text[lead_start : q.outer_start].strip()
    direct = not lead or lead.lower() in {"but", "and", "so", "then", "yet", "still"} or lead[-1] in '.!?:”",;—–'
    content = (q.start, q.end) if direct else (lead_start, q.outer_end)
    after = _quotation_goes_on(block, verb, who)
    return (content, after) if after else (content,)


def opens_sentence(block: Block, verb: int, who: Speaker, before: tuple[Range, ...]) -> bool:
    """Return whether the frame has its content on the right, and what stands before it is not its own.

    That is so after a quotation with a full stop of its own ("“… end.” He added that …") and after a fronted phrase
    ("Calling it “fair”, officials said …").
    """
    whole = block.quotation_to(block.tree.tokens[group_start(block, verb, who)].start)
    direct = whole is not None and before[0] == (whole.start, whole.end)
    stopped = block.text[before[0][1] - 1] == "." or not direct
    return stopped and (right_clause(block, verb) or quotation_after(block, verb, who) is not None)


def group_start(block: Block, verb: int, who: Speaker) -> int:
    """Return the first token of "she later said": the source, or the verb where it stands before the source."""
    near = [
        block.tree.left[c] for c in block.tree.children[verb] if block.tree.tokens[c].dep == "nsubjpass" and c < verb
    ]
    near += [
        c for c in block.tree.children[verb] if block.tree.tokens[c].dep in {"aux", "advmod"} and who.last < c < verb
    ]
    return min(who.first, verb, *near) if near else min(who.first, verb)


def _quotation_goes_on(block: Block, verb: int, who: Speaker) -> Range | None:
    """Return the rest of an interrupted quotation: "…," she said, "…" or "…," she said. "…"."""
    tree, text = block.tree, block.text
    edge = max(tree.tokens[verb].end, tree.tokens[who.last].end)
    q = next(iter(block.quotations_after(edge)), None)
    if q is None or q.outer_start - edge > REACH:
        return None
    own_sentence = block.sentence(verb)
    stop = tree.at(q.outer_start)
    new_sentences = {tree.sentence_of[i].first for i in range(tree.at(edge), stop)} - {own_sentence.first}
    joint = text[edge : q.outer_start].rstrip()
    if new_sentences or (joint and joint[-1] not in ".,:;—–!?"):
        return None
    if any(tree.tokens[i].pos in {"VERB", "AUX"} and not tree.under(i, verb) for i in range(tree.at(edge), stop)):
        return None
    return q.start, q.end
