"""Attributions without a reporting verb of their own: according to, nouns of saying, in the words of, quoted as saying."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.model import Act, Stance
from twosource.statements.cues import CLAIM_NOUNS, DOCUMENTS, MAKING, NEGATIONS
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.grammar import noun_phrase
from twosource.statements.speakers import Speaker, can_speak, speaker, unsaid

_QUOTED = frozenset("quote cite".split())
"""Verbs that hand on another's words: "quoted X as saying"."""


def phrase_frames(block: Block) -> Iterator[Frame]:
    """Yield the frames of a paragraph that need no reporting verb."""
    for index, token in enumerate(block.tree.tokens):
        word = token.text.lower()
        if word == "according":
            yield from _according(block, index)
        elif word == "words" and token.pos == "NOUN":
            yield from _in_the_words_of(block, index)
        elif token.lemma in CLAIM_NOUNS and token.pos == "NOUN":
            yield from _noun_of_saying(block, index)
        elif token.lemma in _QUOTED and token.pos == "VERB":
            yield from _quoted_as_saying(block, index)
        elif token.lemma == "put" and token.pos == "VERB":
            yield from _as_he_put_it(block, index)


def _according(block: Block, index: int) -> Iterator[Frame]:
    """"…, according to X": what stands before it, or what follows where it opens the sentence."""
    tree = block.tree
    if index + 2 >= len(tree.tokens) or tree.tokens[index + 1].text.lower() != "to":
        return
    named = tree.child(index + 1, "pobj")
    if named is None:
        return
    first, last = noun_phrase(tree, named)
    source = block.tokens_range(first, last)
    cue = block.tokens_range(index, index + 1)
    sentence = block.sentence(index)
    end_of_source = max(last, min(tree.right[named], _before_comma(block, last, tree.right[named])))
    content: tuple[Range, ...] = ()
    start = tree.tokens[index].start
    lead = block.text[sentence.start : start].strip("“\"‘' \t")
    if len(lead.split()) <= 1:
        comma = block.skip(tree.tokens[end_of_source].end)
        if comma < len(block.text) and block.text[comma] == ",":
            after = block.trimmed(comma + 1, sentence.end)
            content = (after,) if after else ()
    else:
        floor = sentence.start
        q = block.quotation_to(start)
        if q and (q.outer_start <= floor or not block.text[floor : q.outer_start].strip()):
            before: Range | None = (q.start, q.end)
        else:
            before = block.trimmed(floor, block.back(start))
        content = (before,) if before else ()
        comma = block.skip(tree.tokens[end_of_source].end)
        interrupts = comma < len(block.text) and block.text[comma] == "," and block.text[block.back(start) - 1] == ","
        if before and interrupts:
            rest = tree.at(comma + 1)
            if rest < sentence.last and not tree.under(rest, index) and tree.tokens[rest].pos in {"VERB", "AUX"}:
                after = block.trimmed(tree.tokens[rest].start, sentence.end)
                content = (before, after) if after else content
    if content:
        yield Frame("according to", 0.9, content, cue, source, Act.SPEECH, Stance.ASSERTED)


def _before_comma(block: Block, first: int, last: int) -> int:
    for index in range(first + 1, last + 1):
        if block.tree.tokens[index].text in {",", ";", ":"}:
            return index - 1
    return last


def _in_the_words_of(block: Block, index: int) -> Iterator[Frame]:
    tree = block.tree
    of = tree.child(index, "prep")
    if of is None or tree.tokens[of].text.lower() != "of" or index < 2 or tree.tokens[index - 2].text.lower() != "in":
        return
    named = tree.child(of, "pobj")
    if named is None:
        return
    first, last = noun_phrase(tree, named)
    end = tree.tokens[last].end
    marked = block.quotation_from(block.skip(end, " ,:")) or block.quotation_to(tree.tokens[index - 2].start)
    if marked:
        cue = block.tokens_range(index - 2, of)
        yield Frame(
            "in the words of", 0.85, ((marked.start, marked.end),), cue, block.tokens_range(first, last), Act.SPEECH, Stance.ASSERTED
        )


def _as_he_put_it(block: Block, index: int) -> Iterator[Frame]:
    """"…, as Voss put it": the words between marks beside it."""
    tree = block.tree
    it = tree.child(index, "dobj")
    subject = tree.child(index, "nsubj")
    if it is None or subject is None or tree.tokens[it].text.lower() != "it" or not can_speak_plainly(block, subject):
        return
    first, last = noun_phrase(tree, subject)
    start = tree.tokens[first - 1].start if first and tree.tokens[first - 1].text.lower() == "as" else tree.tokens[first].start
    marked = block.quotation_to(start) or block.quotation_from(block.skip(tree.tokens[it].end, " ,:"))
    if marked:
        cue = block.tokens_range(index, it)
        yield Frame("as … put it", 0.9, ((marked.start, marked.end),), cue, block.tokens_range(first, last), Act.SPEECH, Stance.ASSERTED)


def can_speak_plainly(block: Block, head: int) -> bool:
    """Return whether a noun phrase's head is a name or a person."""
    return block.tree.tokens[head].pos in {"PROPN", "PRON", "NOUN"}


def _noun_of_saying(block: Block, noun: int) -> Iterator[Frame]:
    """"the claim by the ministry that …", "his warning that …", "made the claim that …"."""
    tree = block.tree
    clause = next(
        (
            c
            for c in tree.children[noun]
            if tree.tokens[c].dep in {"acl", "ccomp"}
            and c > noun
            and tree.tokens[tree.left[c]].text.lower() == "that"
            and tree.tokens[tree.left[c]].dep == "mark"
        ),
        None,
    )
    if clause is None or tree.child(noun, "neg") is not None:
        return
    if any(tree.tokens[c].text.lower() in NEGATIONS for c in tree.children[noun]):
        return
    who = _owner(block, noun)
    if who is None:
        return
    first = tree.left[clause] + 1
    if first > tree.right[clause]:
        return
    content = block.trimmed(*block.tokens_range(first, tree.right[clause]))
    if content:
        stance = CLAIM_NOUNS[tree.tokens[noun].lemma]
        yield Frame(
            "noun of saying",
            0.8,
            (content,),
            block.tokens_range(noun, noun),
            block.tokens_range(who.first, who.last),
            Act.SPEECH,
            stance,
        )


def _owner(block: Block, noun: int) -> Speaker | None:
    """Return whose saying it is: a possessive, "by …" or "from …", or the subject of "made the claim"."""
    tree = block.tree
    owner = tree.child(noun, "poss")
    if owner is None:
        by = next(
            (c for c in tree.children[noun] if tree.tokens[c].dep == "prep" and tree.tokens[c].text.lower() in {"by", "from", "of"}),
            None,
        )
        owner = tree.child(by, "pobj") if by is not None else None
        if owner is not None and by is not None and tree.tokens[by].text.lower() == "of":
            owner = owner if tree.tokens[owner].pos == "PROPN" else None
    if owner is not None:
        first, last = noun_phrase(tree, owner)
        if tree.tokens[last].text in {"'s", "’s", "'", "’"} and last > first:
            last -= 1
        return Speaker(first, last, owner)
    up = tree.tokens[noun].head
    if tree.tokens[noun].dep == "dobj" and tree.tokens[up].lemma in MAKING and not unsaid(tree, up):
        subject = tree.child(up, "nsubj")
        if subject is not None and tree.tokens[subject].text.lower() not in {"who", "which", "that"}:
            first, last = noun_phrase(tree, subject)
            return Speaker(first, last, subject)
    return None


def _quoted_as_saying(block: Block, verb: int) -> Iterator[Frame]:
    """"Y quoted X as saying …", "X was quoted by Y as saying …": X says it, and Y hands it on."""
    tree = block.tree
    saying = next(
        (i for i in range(verb + 1, min(verb + 30, len(tree.tokens))) if tree.tokens[i].text.lower() == "saying" and tree.tokens[i - 1].text.lower() == "as"),
        None,
    )
    if saying is None or block.sentence(saying) != block.sentence(verb):
        return
    passive = tree.child(verb, "nsubjpass")
    if passive is not None:
        inner: int | None = passive
        agents = [i for i in range(verb + 1, len(tree.tokens)) if tree.tokens[i].dep == "agent" and block.sentence(i) == block.sentence(verb)]
        outer = tree.child(agents[0], "pobj") if agents else None
        if outer is None:
            by = next((i for i in range(verb + 1, min(len(tree.tokens), saying + 4)) if tree.tokens[i].text.lower() == "by"), None)
            outer = tree.child(by, "pobj") if by is not None else None
    else:
        inner, outer = tree.child(verb, "dobj"), tree.child(verb, "nsubj")
    if inner is None:
        return
    edge = tree.tokens[saying].end
    if outer is not None and outer > saying:
        edge = block.tokens_range(*noun_phrase(tree, outer))[1]
    content = _said_there(block, saying, edge, tree.tokens[min(noun_phrase(tree, inner)[0], verb)].start)
    if content is None:
        return
    cue = (tree.tokens[saying].start, tree.tokens[saying].end)
    inner_range = block.tokens_range(*noun_phrase(tree, inner))
    yield Frame("quoted as saying", 0.9, (content,), cue, inner_range, Act.SPEECH, Stance.ASSERTED)
    if outer is not None:
        outer_cue = (tree.tokens[verb].start, tree.tokens[verb].end)
        outer_range = block.tokens_range(*noun_phrase(tree, outer))
        yield Frame("quoting", 0.9, (content,), outer_cue, outer_range, Act.SPEECH, Stance.ASSERTED, relays=True)


def _said_there(block: Block, saying: int, edge: int, group_start: int) -> Range | None:
    marked = block.quotation_from(block.skip(edge, " ,:"))
    if marked:
        return marked.start, marked.end
    sentence = block.sentence(saying)
    start = block.skip(edge)
    if block.text[start : start + 5].lower() == "that ":
        start += 5
    rest = block.trimmed(start, sentence.end) if start < sentence.end else None
    if rest and rest[1] - rest[0] > 8:
        return rest
    before = block.quotation_to(group_start)
    if before:
        return before.start, before.end
    return block.trimmed(sentence.start, block.back(group_start))


_ = (DOCUMENTS, can_speak, speaker)
