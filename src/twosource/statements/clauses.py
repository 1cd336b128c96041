"""Attributions that the grammar shows: a reporting verb, its subject, and what it reports.

A verb's content is looked for in this order: between marks after it, in a clause after it, before it ("…, she said"),
in an infinitive, in an object. Each way is one function from a verb to the ranges of its content.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.statements.cues import ADDRESSED, ATTITUDES, CLAIM_NOUNS, VERBS, Reading
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.speakers import Speaker, animate, shared_subject, speaker, speaks_of_himself, unsaid

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
    for complement, find in _COMPLEMENTS.items():
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
        return (q.start, q.end) if _speech_like(block, q.start, q.end) else None
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
    near = [c for c in block.tree.children[verb] if block.tree.tokens[c].dep in {"aux", "advmod"} and who.last < c < verb]
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
    comma = next((i for i in range(tree.at(edge), sentence.last) if tree.tokens[i].text == ","), None)
    if comma is None or comma + 1 >= sentence.last:
        return None
    if any(not tree.under(i, verb) for i in range(tree.at(edge), comma)):
        return None
    rest = comma + 1
    if tree.under(rest, verb) or (tree.tokens[rest].pos == "CCONJ" and tree.tokens[rest].text.lower() == "but"):
        return None
    return _whole_marks(block, tree.tokens[rest].start, sentence.end)


# --- complements after the verb -------------------------------------------------------------------------------------


def _clause(block: Block, verb: int) -> tuple[Range, int | None] | None:
    """A finite clause: "said that it rained", "asked whether …"."""
    tree = block.tree
    clause = _reported_clause(block, verb)
    if clause is None:
        return None
    first = max(tree.left[clause], verb + 1)
    last = _before_next_saying(block, verb, clause, first)
    mark = next((c for c in tree.children[clause] if tree.tokens[c].text.lower() == "that" and verb < c < clause), None)
    if mark is not None and tree.tokens[mark].dep == "mark":
        first = mark + 1
    subject = tree.child(clause, "nsubj", "nsubjpass")
    if tree.tokens[clause].dep == "advcl" and subject is not None:
        first = max(verb + 1, tree.left[subject])
    if first > last:
        return None
    content = _whole_marks(block, *block.tokens_range(first, last))
    return (content, None) if content else None


def _reported_clause(block: Block, verb: int) -> int | None:
    """Return the verb of the clause that is reported, also where the parser hung it beside its place."""
    tree = block.tree
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child < verb or token.pos not in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}:
            continue
        own_subject = tree.child(child, "nsubj", "nsubjpass", "expl", "csubj") is not None
        if token.dep == "ccomp" and (own_subject or token.tag != "VB"):
            return child
        if token.dep == "advcl" and own_subject and tree.child(child, "mark", "advmod") is None:
            return child  # "said after the talks he would …", taken for an adjunct
    spoken_to = tree.child(verb, "dobj", "dative")
    if spoken_to is not None and tree.tokens[verb].lemma in ADDRESSED:
        for child in tree.subtree(spoken_to):
            mark = tree.child(child, "mark")
            if tree.tokens[child].dep in {"relcl", "acl"} and mark is not None and tree.tokens[mark].text == "that":
                return child  # "told a meeting of leaders that …", taken for a relative clause
    return None


def _before_next_saying(block: Block, verb: int, clause: int, first: int) -> int:
    """Return the last token of a reported clause, cut before a coordinated saying of somebody else or of the same."""
    tree = block.tree
    last = tree.right[clause]
    subject = tree.child(clause, "nsubj", "nsubjpass")
    lifeless = subject is not None and not animate(tree, subject)
    for index in range(clause + 1, last + 1):
        token = tree.tokens[index]
        if token.dep != "conj" or token.pos != "VERB" or token.lemma not in VERBS:
            continue
        own = tree.child(index, "nsubj")
        other = own is not None and "quote" in VERBS[token.lemma] and quotation_after(block, index, Speaker(own, own, own))
        if other or (own is None and lifeless and _shares(block, index, verb)):
            last = (tree.left[index] if other else index) - 1
            while last > first and tree.tokens[last].dep in {"cc", "punct", "advmod"}:
                last -= 1
            break
    return last


def _shares(block: Block, index: int, verb: int) -> bool:
    """Return whether a coordinated verb inside a reported clause belongs to the one who reports."""
    tree = block.tree
    if tree.child(index, "nsubj", "nsubjpass") is not None:
        return False
    mine, theirs = shared_subject(tree, index), speaker(tree, verb)
    return mine is not None and theirs is not None and mine.head == theirs.head


def _whole_marks(block: Block, start: int, end: int) -> Range | None:
    """Trim the range, and take in the rest of a quotation that starts inside it."""
    for q in block.outer:
        if start < q.outer_start < end < q.outer_end:
            end = q.outer_end
        if q.outer_start == start - 1 and q.outer_end >= end:
            end = max(end, q.end)
        if q.end <= end + 1 and q.outer_start >= start and end < q.outer_end:
            end = q.outer_end
    return block.trimmed(start, end)


def _infinitive(block: Block, verb: int) -> tuple[Range, int | None] | None:
    """An infinitive of the speaker's own: "vowed to go"."""
    tree = block.tree
    for child in tree.children[verb]:
        if tree.tokens[child].dep == "xcomp" and child > verb and tree.child(child, "aux") is not None:
            if tree.child(verb, "dobj") is not None and tree.child(verb, "dobj") < child:  # type: ignore[operator]
                return None
            first = tree.left[child]
            content = _whole_marks(block, *block.tokens_range(first, tree.right[child]))
            return (content, None) if content else None
    return None


def _object_infinitive(block: Block, verb: int) -> tuple[Range, int | None] | None:
    """An infinitive of the one spoken to: "urged them to go", "called on Arvale to pay"."""
    tree = block.tree
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if token.dep not in {"xcomp", "ccomp", "advcl"} or child < verb or token.tag != "VB":
            continue
        to = tree.child(child, "aux")
        if to is None or tree.tokens[to].text.lower() != "to":
            continue
        asked = tree.child(verb, "dobj", "prep") is not None or tree.child(child, "nsubj") is not None
        if not asked or to < verb:
            continue
        content = _whole_marks(block, *block.tokens_range(to, tree.right[child]))
        return (content, None) if content else None
    return None


def _noun(block: Block, verb: int) -> tuple[Range, int | None] | None:
    """An object: "denied such plans", "denied taking part"."""
    tree = block.tree
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child > verb and (token.dep == "dobj" or (token.dep == "xcomp" and token.tag == "VBG")):
            content = _whole_marks(block, *block.tokens_range(tree.left[child], tree.right[child]))
            return (content, None) if content else None
    return None


def _clause_of(block: Block, noun: int) -> int | None:
    """Return the verb of the "that" clause that fills a noun: "concern that …"."""
    tree = block.tree
    for child in tree.children[noun]:
        if tree.tokens[child].dep in {"acl", "ccomp", "relcl"} and child > noun:
            mark = tree.left[child]
            if tree.tokens[mark].text.lower() == "that" and tree.tokens[mark].dep == "mark":
                return child
    return None


def _attitude(block: Block, verb: int) -> tuple[Range, int | None] | None:
    """An attitude: "expressed concern that …" (the clause), "reaffirmed his will to …" (the whole phrase)."""
    tree = block.tree
    noun = tree.child(verb, "dobj")
    if noun is None or noun < verb:
        return None
    lemma = tree.tokens[noun].lemma
    if lemma not in ATTITUDES and tree.tokens[verb].lemma not in {"reaffirm", "reiterate"}:
        return None
    clause = _clause_of(block, noun)
    if clause is not None:
        first = tree.left[clause] + 1
        content = _whole_marks(block, *block.tokens_range(first, max(first, tree.right[clause])))
        return (content, tree.tokens[noun].end) if content else None
    will = next((c for c in tree.children[verb] if c > noun and tree.tokens[c].dep in {"xcomp", "advcl"}), None)
    last = tree.right[noun]
    if will is not None and tree.left[will] == last + 1 and tree.tokens[last + 1].text.lower() == "to":
        last = tree.right[will]  # "his will to carry on": the infinitive belongs to the noun, wherever the parser hung it
    content = _whole_marks(block, *block.tokens_range(max(verb + 1, tree.left[noun]), last))
    return (content, None) if content else None


def _claim(block: Block, verb: int) -> tuple[Range, int | None] | None:
    """A noun of saying that the verb turns against: "rejected the claim that …"."""
    tree = block.tree
    noun = tree.child(verb, "dobj")
    if noun is None or tree.tokens[noun].lemma not in CLAIM_NOUNS:
        return None
    clause = _clause_of(block, noun)
    if clause is None:
        return None
    first = tree.left[clause] + 1
    content = _whole_marks(block, *block.tokens_range(first, max(first, tree.right[clause])))
    return (content, None) if content else None


_COMPLEMENTS = {
    "claim": _claim,
    "attitude": _attitude,
    "clause": _clause,
    "object": _object_infinitive,
    "to": _infinitive,
    "noun": _noun,
}
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
}
"""Share of a construct's finds that were right on PolNeAR's training part, nested finds left out, rounded to .05."""
