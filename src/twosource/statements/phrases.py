"""Attributions without a reporting verb of their own: according to, as X said, in the words of, a claim by X that."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.model import Act, Sentence, Stance
from twosource.statements.cues import CLAIM_NOUNS, DOCUMENTS, MAKING, NEGATIONS, VERBS
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.grammar import noun_phrase
from twosource.statements.relays import relay_frames
from twosource.statements.reported import clause_of
from twosource.statements.unsaid import unsaid
from twosource.statements.voices import can_speak

_HANDED_ON = frozenset("quote cite report tell relate recount".split())
"""Verbs of "…, as reported by X"."""
_VIEWS = frozenset("words view opinion estimate estimation judgement judgment account".split())
"""Nouns of "in the words of X", "in the view of X"."""
NO_SOURCE = frozenset(
    "plan schedule size need ability type age taste rank tradition custom script means weight".split()
)
"""What something can go "according to" without anybody saying so."""


def phrase_frames(block: Block) -> Iterator[Frame]:
    """Yield the frames of a paragraph that need no reporting verb, or one in a side clause."""
    tree = block.tree
    for index, token in enumerate(tree.tokens):
        word = token.text.lower()
        if word == "according" and index + 2 < len(tree.tokens) and tree.tokens[index + 1].text.lower() == "to":
            yield from _aside(block, "according to", index, index + 1, tree.child(index + 1, "pobj"))
        elif word == "per" and token.pos == "ADP":
            yield from _per(block, index)
        elif (
            word in _VIEWS
            and token.pos == "NOUN"
            and [t.text.lower() for t in tree.tokens[max(0, index - 2) : index]] == ["in", "the"]
        ):
            of = tree.child(index, "prep")
            if of is not None and tree.tokens[of].text.lower() == "of":
                yield from _aside(block, "in the words of", index - 2, of, tree.child(of, "pobj"))
        elif word == "as" and index + 1 < len(tree.tokens):
            yield from _as_he_said(block, index)
        elif token.lemma in CLAIM_NOUNS and token.pos == "NOUN":
            yield from _noun_of_saying(block, index)
    yield from relay_frames(block)


def _aside(block: Block, rule: str, first: int, last: int, named: int | None) -> Iterator[Frame]:
    """Yield the frame of a source in a phrase beside what it says: before it, after it, or in its middle.

    :param first, last: tokens of the cue; ``named`` is the head of the source.
    """
    tree = block.tree
    if named is None or tree.tokens[named].lemma in NO_SOURCE:
        return
    source_first, source_last = noun_phrase(tree, named)
    if tree.tokens[named].text.lower() in {"it", "that", "this", "which", "us", "me", "you"}:
        return
    end = _before_comma(block, source_last, max(source_last, tree.right[named]))
    content = content_beside(block, tree.tokens[first].start, tree.tokens[end].end, first)
    if content:
        source = block.tokens_range(source_first, source_last)
        yield Frame(rule, TRUST[rule], content, block.tokens_range(first, last), source, Act.SPEECH, Stance.ASSERTED)


def content_beside(block: Block, start: int, end: int, index: int) -> tuple[Range, ...]:
    """Return what a phrase from ``start`` to ``end`` attributes: the sentence without it, a quotation whole.

    :param index: a token of the phrase, to know its sentence.
    """
    sentence = _between_semicolons(block, block.sentence(index), start, end)
    lead = block.text[sentence.start : start].strip("“\"‘'( \t")
    after = block.skip(end)
    if lead.endswith(":"):
        lead = ""
    if lead.rstrip(", ").endswith(
        " that"
    ):  # "Voss said that according to the ministry …": only what follows is the ministry's
        rest = block.trimmed(after, sentence.end)
        return (rest,) if rest else ()
    if block.text[after : after + 6].lower() == ", that" and block.text[block.back(start) - 1] == ",":
        # "Okko said on Monday, according to Farr, that …": the whole saying is known through Farr
        around = block.trimmed(sentence.start, block.back(start)), block.trimmed(after + 1, sentence.end)
        return tuple(piece for piece in around if piece)
    goes_on = after < min(sentence.end, len(block.text)) and block.text[after] in ",:—–"
    floor = _clause_around(block, index) if goes_on else sentence.start
    marked = block.quotation_from(block.skip(after, " ,:—–")) if goes_on else None
    if len(lead.split()) <= 1 and not block.quotation_to(start):
        rest = (marked.start, marked.end) if marked else block.trimmed(after + 1, sentence.end) if goes_on else None
        return (rest,) if rest else ()
    q = block.quotation_to(start)
    if q and (q.outer_start <= sentence.start or not block.text[sentence.start : q.outer_start].strip()):
        return ((q.start, q.end), (marked.start, marked.end)) if marked else ((q.start, q.end),)
    straddling = block.quotation_across(floor, start)
    before = block.trimmed(straddling.start if straddling else floor, block.back(start))
    if before is None:
        return ()
    interrupts = goes_on and block.text[block.back(start) - 1] in ",—–"
    if marked and interrupts:
        return (before, (marked.outer_start, marked.outer_end))
    first = block.tree.at(after + 1)
    if interrupts and first < sentence.last and block.tree.tokens[first].pos in {"VERB", "AUX", "ADP", "DET", "ADV"}:
        rest = block.trimmed(block.tree.tokens[first].start, sentence.end)
        return (before, rest) if rest else (before,)
    return (before,)


def _between_semicolons(block: Block, sentence: Sentence, start: int, end: int) -> Sentence:
    """Return the sentence, cut to what stands between the semicolons around a phrase and between no marks."""
    left, right = block.text.rfind(";", sentence.start, start), block.text.find(";", end, sentence.end)
    listed = block.text[block.skip(left + 1) : block.skip(left + 1) + 4].lower() in {"and ", "but "}
    if left >= 0 and block.quotation_at(left) is None and not listed:
        sentence = sentence._replace(start=block.skip(left + 1))
    if right >= 0 and block.quotation_at(right) is None:
        sentence = sentence._replace(end=right)
    return sentence


def _clause_around(block: Block, index: int) -> int:
    """Return where the reported clause around a phrase begins: "Voss said [the dam, according to the ministry, held]".

    Where the phrase stands in none, its sentence begins it.
    """
    tree = block.tree
    top = index
    while tree.tokens[top].head != top:
        over = tree.tokens[top].head
        if (
            tree.tokens[top].dep == "ccomp"
            and over < tree.left[top]
            and "clause" in VERBS.get(tree.tokens[over].lemma, {})
        ):
            first = tree.left[top] + (tree.tokens[tree.left[top]].text.lower() == "that")
            return tree.tokens[first].start
        top = over
    return block.sentence(index).start


def _before_comma(block: Block, first: int, last: int) -> int:
    """Return the last token of a phrase, cut at the first comma after ``first``."""
    for index in range(first + 1, last + 1):
        if block.tree.tokens[index].text in {",", ";", ":", "—", "–"}:
            return index - 1
    return last


def _per(block: Block, index: int) -> Iterator[Frame]:
    """Yield "Per the Transit Union, …": only beside a comma and with a name or a document, never "ten per cent"."""
    tree = block.tree
    named = tree.child(index, "pobj")
    if named is None or not (tree.tokens[named].pos == "PROPN" or tree.tokens[named].lemma in DOCUMENTS):
        return
    start = tree.tokens[index].start
    opens = block.sentence(index).start == start
    if opens or block.text[block.back(start) - 1 : block.back(start)] == ",":
        yield from _aside(block, "according to", index, index, named)


def _as_he_said(block: Block, index: int) -> Iterator[Frame]:
    """Yield "…, as Voss has said", "As the harbour master explained, …", "…, as Voss put it"."""
    tree = block.tree
    verb = tree.tokens[index].head
    token = tree.tokens[verb]
    agent = tree.child(verb, "agent")
    if agent is not None and index < verb < agent < index + 4 and token.lemma in _HANDED_ON:
        yield from _aside(block, "as … said", index, agent, tree.child(agent, "pobj"))
        return
    it = tree.child(verb, "dobj")
    puts_it = token.lemma == "put" and it is not None and tree.tokens[it].text.lower() == "it"
    says = {"before", "clause"} <= set(VERBS.get(token.lemma, {}))  # "as Voss went on": no saying
    said = says and it is None and tree.child(verb, "ccomp", "prep") is None
    subject = tree.child(verb, "nsubj")
    if (
        not (puts_it or said)
        or subject is None
        or not index < subject
        or tree.tokens[index].dep not in {"mark", "advmod"}
    ):
        return
    if unsaid(tree, verb) or tree.tokens[subject].pos not in {"PROPN", "PRON", "NOUN"}:
        return
    if tree.tokens[subject].text.lower() in {"we", "i", "you"} or (said and not can_speak(tree, subject, verb)):
        return
    first, last = noun_phrase(tree, subject)
    start, end = tree.tokens[index].start, tree.tokens[max(verb, it or verb)].end
    sentence = block.sentence(index)
    if start != sentence.start and block.text[block.back(start) - 1] not in ",—–”\"’'":
        return
    end = max([end, *(tree.tokens[c].end for c in tree.children[verb] if tree.tokens[c].dep in {"advmod", "npadvmod"})])
    content = content_beside(block, start, end, index)
    if content:
        cue = (token.start, tree.tokens[it].end if puts_it and it is not None else token.end)
        source = block.tokens_range(first, last)
        yield Frame("as … said", TRUST["as … said"], content, cue, source, Act.SPEECH, Stance.ASSERTED)


def _noun_of_saying(block: Block, noun: int) -> Iterator[Frame]:
    """Yield "the claim by the ministry that …", "his warning that …", "made the claim that …"."""
    tree = block.tree
    clause = clause_of(block, noun) or _clause_behind_owner(block, noun)
    if clause is None or any(tree.tokens[c].text.lower() in NEGATIONS for c in tree.children[noun]):
        return
    owner = _owner(block, noun)
    first = tree.left[clause] + 1
    if owner is None or first > tree.right[clause]:
        return
    source_first, source_last = noun_phrase(tree, owner)
    if source_last > source_first and tree.tokens[source_last].text in {"'s", "’s", "'", "’"}:
        source_last -= 1
    content = block.trimmed(*block.tokens_range(first, tree.right[clause]))
    if content:
        cue, source = block.tokens_range(noun, noun), block.tokens_range(source_first, source_last)
        stance = CLAIM_NOUNS[tree.tokens[noun].lemma]
        yield Frame("noun of saying", TRUST["noun of saying"], (content,), cue, source, Act.SPEECH, stance)


def _clause_behind_owner(block: Block, noun: int) -> int | None:
    """Return the clause of "ignored warnings by engineers that …", which a parser hangs on the verb."""
    tree = block.tree
    by = noun + 1
    if by >= len(tree.tokens) or tree.tokens[by].text.lower() not in {"by", "from"}:
        return None
    owner = tree.child(by, "pobj")
    that = tree.right[owner] + 1 if owner is not None else len(tree.tokens)
    if that >= len(tree.tokens) or tree.tokens[that].text.lower() != "that" or tree.tokens[that].dep != "mark":
        return None
    clause = tree.tokens[that].head
    return clause if tree.left[clause] == that else None


def _owner(block: Block, noun: int) -> int | None:
    """Return whose saying it is: a possessive, "by …" or "from …", or the subject of "made the claim"."""
    tree = block.tree
    after = noun + 1
    if clause_of(block, noun) is None and _clause_behind_owner(block, noun) is not None:
        return tree.child(after, "pobj")
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    for child in tree.children[noun]:
        word = tree.tokens[child].text.lower()
        if tree.tokens[child].dep == "prep" and word in {"by", "from", "of"}:
            owner = tree.child(child, "pobj")
            if owner is not None and (word != "of" or tree.tokens[owner].pos == "PROPN"):
                return owner
    up = tree.tokens[noun].head
    if tree.tokens[noun].dep == "dobj" and tree.tokens[up].lemma in MAKING and not unsaid(tree, up):
        subject = tree.child(up, "nsubj")
        if subject is not None and tree.tokens[subject].text.lower() not in {"who", "which", "that"}:
            return subject
    return None


TRUST = {
    "according to": 0.9,
    "in the words of": 0.85,
    "as … said": 0.85,
    "noun of saying": 0.8,
}
"""As in :data:`twosource.statements.clauses.TRUST`."""
