"""Attributions that the grammar shows: a reporting verb, its subject, and what it reports.

A verb's content is looked for in this order: between marks after it, in a clause after it, before it ("…, she said"),
in an infinitive, in an object. Each way is one function from a verb to the ranges of its content.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.model import Act, Stance
from twosource.statements.complements import COMPLEMENTS
from twosource.statements.cues import ADDRESSED, BUSINESSES, OF_THINGS, PLAIN, VERBS, Reading
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.grammar import noun_phrase
from twosource.statements.inserted import clause_before
from twosource.statements.quoted import opens_sentence, quotation_after, quotation_before
from twosource.statements.relays import passed_on, without_citing
from twosource.statements.reported import clause
from twosource.statements.speakers import speaker, speaks_of_himself
from twosource.statements.unsaid import on_condition, to_come, unsaid
from twosource.statements.voices import COLLECTIVES, Speaker, informs


def clause_frames(block: Block) -> Iterator[Frame]:
    """Yield the frames of all reporting verbs of a paragraph."""
    for verb, token in enumerate(block.tree.tokens):
        readings = VERBS.get(token.lemma)
        if readings and token.pos in {"VERB", "AUX"} and not _in_title(block, verb):
            for found in _frames(block, verb, readings):
                frame = without_citing(block, verb, found)
                yield frame
                yield from passed_on(block, verb, frame)


def _in_title(block: Block, verb: int) -> bool:
    """Return whether the verb is a word of a title between marks: the film “They Said It Was Safe”."""
    token = block.tree.tokens[verb]
    if not token.text[:1].isupper():
        return False
    q = block.quotation_at(token.start)
    inside = q is not None and max(q.start, block.sentence(verb).start) < token.start
    return inside and not token.text.isupper()


def _frames(block: Block, verb: int, readings: dict[str, Reading]) -> Iterator[Frame]:
    who = speaker(block.tree, verb) or _between_marks_and_verb(block, verb)
    if speaks_of_himself(block, who):
        return
    said = not unsaid(block.tree, verb) or on_condition(block.tree, verb)
    if "before" in readings and who and not _negated(block, verb):
        before = quotation_before(block, verb, who)
        if before and not opens_sentence(block, verb, who, before):
            yield _frame(block, "quotation before", verb, readings["before"], who, before)
            return
    if "quote" in readings and who and said and not _within_clause(block, verb, who):
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
        if (
            complement in readings
            and _means_it(block, verb, who, complement)
            and not _inward(block, verb, who, readings[complement])
        ):
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
    stance = reading.stance
    if on_condition(block.tree, verb):
        stance = Stance.CONDITIONAL
    elif stance is Stance.ASSERTED and to_come(block.tree, verb):
        stance = Stance.PLANNED
    return Frame(rule, TRUST[rule], content, cue, source, reading.act, stance, addressee)


def _addressee(block: Block, verb: int, content: tuple[Range, ...]) -> Range | None:
    """Return the one spoken to: the object of "told", the subject of "was told by"."""
    tree = block.tree
    lemma = tree.tokens[verb].lemma
    asked = "object" in VERBS[lemma] and lemma not in ADDRESSED
    to = next((c for c in tree.children[verb] if tree.tokens[c].text.lower() in {"to", "on"}), None)
    spoken_to = tree.child(verb, "dobj", "dative", "nsubjpass") if lemma in ADDRESSED or asked else None
    if spoken_to is None and to is not None and tree.tokens[to].text.lower() == ("on" if lemma == "call" else "to"):
        spoken_to = tree.child(to, "pobj")  # "said to reporters that …", "called on lawmakers to …"
        if spoken_to is not None and lemma != "call" and not informs(tree, spoken_to):
            return None
    if spoken_to is None:
        return None
    first, last = noun_phrase(tree, spoken_to)
    start, end = block.tokens_range(first, last)
    begins = asked and content[0][0] == start  # "urged sailors to stay": they are asked, and part of what is asked
    return None if not begins and any(s < end and start < e for s, e in content) else (start, end)


def _within_clause(block: Block, verb: int, who: Speaker) -> bool:
    """Return whether the marks behind a verb are only a part of what it reports.

    "… the wreck, divers said, “is as clean as” it was" goes on with a clause from before the frame; "says “the game is
    lost” because of the rain" has a clause around the marks.
    """
    q = next(iter(block.quotations_after(block.tree.tokens[max(verb, who.last)].end)), None)
    if q is None or block.quotation_at(block.tree.tokens[verb].start):
        return False
    joint = block.text[block.tree.tokens[max(verb, who.last)].end : q.outer_start].strip()
    if joint == ",":
        return block.text[q.start].islower() and clause_before(block, verb, who) is not None
    found = clause(block, verb) if not joint else None
    return found is not None and found[0][0] <= q.outer_start and q.outer_end < found[0][1]


def _inward(block: Block, verb: int, who: Speaker, reading: Reading) -> bool:
    """Return whether a thought or an intention is only how a saying goes on, or nobody's in particular.

    "She said she wanted to go" is her saying, and told as such; "people who want to go" are not reported.
    """
    if reading.act not in {Act.THOUGHT, Act.INTENTION}:
        return False
    tree = block.tree
    if on_condition(tree, verb):
        return True
    if tree.tokens[verb].dep == "relcl" and tree.tokens[who.head].pos != "PROPN":
        return True
    if tree.tokens[who.head].pos != "PRON":
        return False
    if block.quotation_at(tree.tokens[verb].start):
        return True
    top = verb
    while tree.tokens[top].head != top:
        over = tree.tokens[top].head
        if tree.tokens[top].dep == "ccomp" and "clause" in VERBS.get(tree.tokens[over].lemma, {}):
            return True
        top = over
    return False


def _means_it(block: Block, verb: int, who: Speaker, complement: str) -> bool:
    """Return whether the subject can mean what it threatens, and is no wall that "threatens to fall"."""
    tree = block.tree
    token = tree.tokens[who.head]
    lifeless = token.pos == "NOUN" and not informs(tree, who.head) and token.lemma not in BUSINESSES
    return complement != "to" or tree.tokens[verb].lemma not in OF_THINGS or not lifeless


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
    told = [c for c in tree.children[verb] if c > verb and tree.tokens[c].dep == "ccomp"]
    if not any(tree.child(c, "nsubj", "nsubjpass", "expl") is not None for c in told):
        return ()  # "met the man the press said was a spy"
    subjects = [
        i
        for i in range(sentence.first, who.first)
        if tree.tokens[i].dep in {"nsubj", "nsubjpass"} and tree.tokens[i].tag not in {"WP", "WDT"}
    ]
    clauses = [
        i for i in subjects if i < tree.tokens[i].head < who.first and tree.tokens[tree.tokens[i].head].tag == "VBD"
    ]
    if not clauses or before[0].pos == "SCONJ" or before[0].tag == "WRB":
        return ()
    left = block.trimmed(sentence.start, block.back(tree.tokens[who.first].start))
    return (left,) if left else ()
