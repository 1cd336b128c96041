"""Attributions that the grammar shows: a reporting verb, its subject, and what it reports.

A verb's content is looked for in this order: between marks after it, in a clause after it, before it ("…, she said"),
in an infinitive, in an object. Each way is one function from a verb to the ranges of its content.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.statements.complements import COMPLEMENTS, whole_marks
from twosource.statements.cues import ADDRESSED, PLAIN, VERBS, Reading
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.speakers import Speaker, speaker, speaks_of_himself, unsaid

_REACH = 160
"""Characters between a reporting verb and the marks it opens: "said in a statement on Monday: “…”"."""


def clause_frames(block: Block) -> Iterator[Frame]:
    """Yield the frames of all reporting verbs of a paragraph."""
    for verb, token in enumerate(block.tree.tokens):
        readings = VERBS.get(token.lemma)
        if readings and token.pos in {"VERB", "AUX"}:
            yield from _frames(block, verb, readings)


def _frames(block: Block, verb: int, readings: dict[str, Reading]) -> Iterator[Frame]:
    who = speaker(block.tree, verb)
    if speaks_of_himself(block, who, verb):
        return
    said = not unsaid(block.tree, verb)
    if "before" in readings and who and not _negated(block, verb):
        before = quotation_before(block, verb, who)
        if before:
            yield _frame(block, "quotation before", verb, readings["before"], who, before)
            return
    if "quote" in readings and who and said:
        marked = quotation_after(block, verb, who)
        if marked:
            yield _frame(block, "quotation after", verb, readings["quote"], who, (marked,))
            return
    if "before" in readings and "clause" in readings and who and not _negated(block, verb):
        before = clause_before(block, verb, who)
        if before:
            yield _frame(block, "clause before", verb, readings["before"], who, before)
            return
    if not said or not who:
        return
    for complement, find in COMPLEMENTS.items():
        if complement in readings:
            found = find(block, verb)
            if found:
                content, cue_end = found
                yield _frame(block, complement, verb, readings[complement], who, (content,), cue_end)
                return


def _negated(block: Block, verb: int) -> bool:
    return any(block.tree.tokens[c].dep == "neg" for c in block.tree.children[verb])


def _frame(
    block: Block,
    rule: str,
    verb: int,
    reading: Reading,
    who: Speaker,
    content: tuple[Range, ...],
    cue_end: int | None = None,
) -> Frame:
    cue = (block.tree.tokens[verb].start, cue_end or block.tree.tokens[verb].end)
    source = block.tokens_range(who.first, who.last)
    addressee = _addressee(block, verb, content)
    return Frame(rule, TRUST[rule], content, cue, source, reading.act, reading.stance, addressee)


def _addressee(block: Block, verb: int, content: tuple[Range, ...]) -> Range | None:
    """Return the one spoken to: the object of "told", the subject of "was told by"."""
    tree = block.tree
    if tree.tokens[verb].lemma not in ADDRESSED | {"urge", "invite", "order", "call"}:
        return None
    spoken_to = tree.child(verb, "dobj", "dative", "nsubjpass")
    if spoken_to is None:
        return None
    first, last = tree.left[spoken_to], tree.right[spoken_to]
    token = tree.tokens[spoken_to]
    start, end = block.tokens_range(first, last) if last - first < 8 else (token.start, token.end)
    return None if any(s < end and start < e for s, e in content) else (start, end)


# --- between marks --------------------------------------------------------------------------------------------------


def quotation_after(block: Block, verb: int, who: Speaker) -> Range | None:
    """Return the words between marks that a colon, a comma or nothing joins to the verb on their left."""
    token = block.tree.tokens[verb]
    inside = block.quotation_at(token.start)
    edge = max(token.end, block.tree.tokens[who.last].end) if who.first > verb else token.end
    for q in block.quotations if inside else block.outer:
        if q.outer_start < edge or (inside and not inside.start < q.outer_start < inside.end):
            continue
        between = block.text[edge : q.outer_start]
        if len(between) > _REACH or any(mark in between for mark in ".;!?”"):
            return None
        if _another_saying(block, verb, edge, q.outer_start):
            return None
        joint = between.rstrip()
        if joint.endswith(":"):
            return q.start, q.end
        if joint and not (joint.endswith(",") and joint.count(",") == 1):
            return None
        beside = not joint and token.lemma in PLAIN
        return (q.start, q.end) if beside or _speech_like(block, q.start, q.end) else None
    return None


def _another_saying(block: Block, verb: int, start: int, end: int) -> bool:
    """Return whether another reporting verb with a subject of its own stands between the verb and the marks."""
    tree = block.tree
    return any(
        tree.tokens[i].lemma in VERBS and tree.tokens[i].pos == "VERB" and tree.child(i, "nsubj", "nsubjpass") is not None
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
    group = _group_start(block, verb, who)
    q = block.quotation_to(tree.tokens[group].start)
    if q is None:
        return None
    lead_start = max(block.sentence(verb).start, 0)
    if tree.at(q.outer_start) < len(tree.tokens):
        lead_start = min(lead_start, block.sentence(tree.at(q.outer_start)).start)
    lead = block.text[lead_start : q.outer_start].strip()
    direct = len(lead.split()) <= 1 or lead[-1] in ".!?:”\",;—–"
    content = (q.start, q.end) if direct else (lead_start, q.outer_end)
    after = _quotation_goes_on(block, verb, who)
    return (content, after) if after else (content,)


def _group_start(block: Block, verb: int, who: Speaker) -> int:
    """Return the first token of "she later said": the source, or the verb where it stands before the source."""
    near = [block.tree.left[c] for c in block.tree.children[verb] if block.tree.tokens[c].dep == "nsubjpass" and c < verb]
    near += [c for c in block.tree.children[verb] if block.tree.tokens[c].dep in {"aux", "advmod"} and who.last < c < verb]
    return min(who.first, verb, *near) if near else min(who.first, verb)


def _quotation_goes_on(block: Block, verb: int, who: Speaker) -> Range | None:
    """Return the rest of an interrupted quotation: "…," she said, "…" or "…," she said. "…"."""
    tree, text = block.tree, block.text
    edge = max(tree.tokens[verb].end, tree.tokens[who.last].end)
    q = next((q for q in block.outer if q.outer_start >= edge), None)
    if q is None or q.outer_start - edge > _REACH:
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


# --- a clause before the verb ---------------------------------------------------------------------------------------


def clause_before(block: Block, verb: int, who: Speaker) -> tuple[Range, ...] | None:
    """Return the clause before "…, she said", and what goes on after an interrupting frame."""
    tree, text = block.tree, block.text
    if tree.child(verb, "mark") is not None or _right_clause(block, verb):
        return None
    inside = block.quotation_at(tree.tokens[verb].start)
    floor = max(block.sentence(verb).start, inside.start if inside else 0)
    comma = block.back(tree.tokens[_group_start(block, verb, who)].start)
    if comma - 1 <= floor or text[comma - 1] not in ",—–-?!":
        return None
    content = _left_clause(block, verb, floor, comma)
    if content is None:
        return None
    after = _clause_goes_on(block, verb, who)
    return (content, after) if after else (content,)


def _left_clause(block: Block, verb: int, floor: int, comma: int) -> Range | None:
    """Return the text from ``floor`` to the comma, if the grammar ties it to the verb: an adjunct is no content."""
    tree = block.tree
    token, up = tree.tokens[verb], tree.tokens[verb].head
    reported = any(tree.tokens[c].dep in {"ccomp", "parataxis", "dep"} and c < verb for c in tree.children[verb])
    inserted = up != verb and token.dep in {"parataxis", "ccomp", "dep", "advcl", "conj"}
    if not reported and not (inserted and (tree.tokens[up].start < comma or token.dep in {"parataxis", "ccomp"})):
        return None
    straddling = next((q for q in block.outer if q.outer_start < floor < q.outer_end <= comma), None)
    return block.trimmed(straddling.start if straddling else floor, comma)


def _right_clause(block: Block, verb: int) -> bool:
    return any(block.tree.tokens[c].dep == "ccomp" and c > verb for c in block.tree.children[verb])


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
    if tree.under(rest, verb) and not _subordinate(block, rest):
        return None
    if tree.tokens[rest].text.lower() == "but":
        return None
    return whole_marks(block, tree.tokens[rest].start, sentence.end)


TRUST = {
    "quotation before": 0.95,
    "quotation after": 0.9,
    "clause before": 0.85,
    "clause": 0.85,
    "claim": 0.8,
    "attitude": 0.8,
    "object": 0.75,
    "to": 0.75,
    "noun": 0.75,
    "phrase": 0.75,
    "named": 0.8,
    "answer": 0.7,
}
"""Share of a construct's finds that were right on PolNeAR's training part, nested finds left out, rounded to .05."""


def _subordinate(block: Block, index: int) -> bool:
    """Return whether a finite clause with a subject of its own begins here: "…, she said, until the rain stops"."""
    tree = block.tree
    token = tree.tokens[index]
    return (
        token.dep == "mark"
        and token.text.lower() in {"until", "unless", "because", "if", "although", "though", "since"}
        and tree.child(token.head, "nsubj", "nsubjpass", "expl") is not None
    )
