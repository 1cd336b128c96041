"""Attributions that the grammar shows: a reporting verb, its subject, and what it reports.

A verb's content is looked for in this order: between marks after it, in a clause after it, before it ("…, she said"),
in an infinitive, in an object. Each way is one function from a verb to the ranges of its content.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.statements.complements import COMPLEMENTS
from twosource.statements.cues import ADDRESSED, PLAIN, VERBS, Reading
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.grammar import noun_phrase
from twosource.statements.quoted import group_start, opens_sentence, quotation_after, quotation_before
from twosource.statements.reported import right_clause, whole_marks
from twosource.statements.speakers import COLLECTIVES, Speaker, animate, speaker, speaks_of_himself, unsaid


def clause_frames(block: Block) -> Iterator[Frame]:
    """Yield the frames of all reporting verbs of a paragraph."""
    for verb, token in enumerate(block.tree.tokens):
        readings = VERBS.get(token.lemma)
        if readings and token.pos in {"VERB", "AUX"} and not _in_title(block, verb):
            for found in _frames(block, verb, readings):
                frame = _without_citing(block, verb, found)
                yield frame
                yield from _passed_on(block, verb, frame)


def _in_title(block: Block, verb: int) -> bool:
    """Return whether the verb is a word of a title between marks: the film “They Said It Was Safe”."""
    token = block.tree.tokens[verb]
    if not token.text[:1].isupper():
        return False
    q = block.quotation_at(token.start)
    inside = q is not None and max(q.start, block.sentence(verb).start) < token.start
    return inside and not token.text.isupper()


def _near(block: Block, verb: int) -> list[int]:
    """Return the words that hang on a verb, and those that hang on them."""
    return [d for c in block.tree.children[verb] for d in (c, *block.tree.children[c])]


def _hands_on(block: Block, index: int) -> bool:
    """Return whether a word is the "citing" of "…, citing two officers"."""
    return block.tree.tokens[index].lemma in {"cite", "quote"} and block.tree.tokens[index].tag == "VBG"


def _without_citing(block: Block, verb: int, frame: Frame) -> Frame:
    """Take the source that is cited out of what is reported: "the Courier reported that it broke, citing officers".

    Only where the verb is "report" and somebody who can speak is cited: "said she resigned, citing her health" stays.
    """
    tree = block.tree
    start, end = frame.content[-1]
    for child in _near(block, verb) if tree.tokens[verb].lemma == "report" else ():
        cited = tree.child(child, "dobj") if _hands_on(block, child) else None
        if cited is None or not animate(tree, cited) or tree.tokens[child - 1].text != ",":
            continue
        if start < tree.tokens[child - 1].start and tree.tokens[child].end < end <= tree.tokens[tree.right[child]].end:
            content = block.trimmed(start, tree.tokens[child - 1].start)
            return frame.with_content((*frame.content[:-1], content)) if content else frame
    return frame


def _passed_on(block: Block, verb: int, frame: Frame) -> Iterator[Frame]:
    """Yield the frame of one whom the speaker cites: "…, the agency reported, citing two officers"."""
    tree = block.tree
    for child in _near(block, verb):
        if _hands_on(block, child):
            cited = tree.child(child, "dobj")
            if cited is None or any(s <= tree.tokens[cited].start < e for s, e in frame.content):
                continue
            cue, source = block.tokens_range(child, child), block.tokens_range(*noun_phrase(tree, cited))
            yield Frame("citing", TRUST["citing"], frame.content, cue, source, frame.act, frame.stance, passed_on=True)


def _frames(block: Block, verb: int, readings: dict[str, Reading]) -> Iterator[Frame]:
    who = speaker(block.tree, verb) or _between_marks_and_verb(block, verb)
    if speaks_of_himself(block, who):
        return
    said = not unsaid(block.tree, verb)
    if "before" in readings and who and not _negated(block, verb):
        before = quotation_before(block, verb, who)
        if before and not opens_sentence(block, verb, who, before):
            yield _frame(block, "quotation before", verb, readings["before"], who, before)
            return
    if "quote" in readings and who and said:
        marked = quotation_after(block, verb, who)
        if marked:
            yield _frame(block, "quotation after", verb, readings["quote"], who, (marked,))
            return
    if ("before" in readings or "document" in readings) and "clause" in readings and who and not _negated(block, verb):
        before = clause_before(block, verb, who)
        if before:
            yield _frame(block, "clause before", verb, readings["clause"], who, before)
            return
    if not said or not who:
        return
    for complement, find in COMPLEMENTS.items():
        if complement in readings:
            found = find(block, verb)
            if found:
                content, cue_end = found
                whole = (*_run_on(block, verb, who), content) if complement == "clause" else (content,)
                yield _frame(block, complement, verb, readings[complement], who, whole, cue_end)
                return


def _between_marks_and_verb(block: Block, verb: int) -> Speaker | None:
    """Return the noun phrase between closing marks and a plain verb whose subject the parser lost."""
    tree = block.tree
    if tree.tokens[verb].lemma not in PLAIN or tree.tokens[verb].tag not in {"VBD", "VBZ", "VBP"}:
        return None
    q = block.last_quotation_before(tree.tokens[verb].start)
    if q is None:
        return None
    first = tree.at(block.skip(q.outer_end, " ,"))
    between = tree.tokens[first:verb]
    if not 0 < len(between) <= 14 or any(
        token.pos in {"VERB", "AUX", "SCONJ"} or token.text in ".;:" for token in between
    ):
        return None
    nouns = [i for i in range(first, verb) if tree.tokens[i].pos in {"NOUN", "PROPN", "PRON"}]
    last = verb - 1
    while last > first and tree.tokens[last].pos == "PUNCT":
        last -= 1
    return Speaker(first, last, nouns[-1]) if nouns and nouns[-1] == last else None


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


def clause_before(block: Block, verb: int, who: Speaker) -> tuple[Range, ...] | None:
    """Return the clause before "…, she said", and what goes on after an interrupting frame."""
    tree, text = block.tree, block.text
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


def _left_clause(block: Block, verb: int, floor: int, comma: int) -> Range | None:
    """Return the text from ``floor`` to the comma, if the grammar ties it to the verb: an adjunct is no content."""
    tree = block.tree
    token, up = tree.tokens[verb], tree.tokens[verb].head
    reported = any(tree.tokens[c].dep in {"ccomp", "parataxis", "dep"} and c < verb for c in tree.children[verb])
    doubled = any(tree.tokens[c].dep == "nsubj" and tree.tokens[c].start < comma for c in tree.children[verb])
    if doubled and tree.tokens[verb].lemma in PLAIN:
        reported = True  # two subjects with a comma between: the first is of a verb that the parser took for a name
    inserted = up != verb and token.dep in {"parataxis", "ccomp", "dep", "advcl", "conj"}
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
    "plans": 0.8,
    "hearsay": 0.8,
    "citing": 0.8,
    "named": 0.8,
    "answer": 0.7,
}
"""How far a construct is trusted, 0 to 1: it decides which of two is kept, and is a statement's confidence.

Set by hand: marks before clauses, clauses before phrases. It is no measured share of right finds; ``python -m
bench.statements --part train --by construct`` prints those.
"""


def _run_on(block: Block, verb: int, who: Speaker) -> tuple[Range, ...]:
    """Return a whole clause that damaged text runs into the source: "He invited her State media reported that …"."""
    tree = block.tree
    sentence = block.sentence(verb)
    before = tree.tokens[sentence.first : who.first]
    if (
        tree.tokens[who.head].lemma not in COLLECTIVES
        or len(before) < 4
        or who.first > verb
        or before[-1].pos in {"PUNCT", "CCONJ", "ADP", "DET", "ADJ"}
    ):
        return ()
    subjects = [i for i in range(sentence.first, who.first) if tree.tokens[i].dep in {"nsubj", "nsubjpass"}]
    clauses = [
        i for i in subjects if i < tree.tokens[i].head < who.first and tree.tokens[tree.tokens[i].head].tag == "VBD"
    ]
    if not clauses or before[0].pos == "SCONJ" or before[0].tag == "WRB":
        return ()
    left = block.trimmed(sentence.start, block.back(tree.tokens[who.first].start))
    return (left,) if left else ()


def _subordinate(block: Block, index: int) -> bool:
    """Return whether a finite clause with a subject of its own begins here: "…, she said, until the rain stops"."""
    tree = block.tree
    token = tree.tokens[index]
    return (
        token.dep == "mark"
        and token.text.lower() in {"until", "unless", "because", "if", "although", "though", "since"}
        and tree.child(token.head, "nsubj", "nsubjpass", "expl") is not None
    )
