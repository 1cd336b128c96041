"""Layers of one saying: who quotes, cites or hands on another's words, and the document that holds them."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.model import Act, Stance
from twosource.statements.complements import COMPLEMENTS
from twosource.statements.cues import ADDRESSED, DOCUMENTS, VERBS, Reading
from twosource.statements.frames import Block, Frame, Range
from twosource.statements.grammar import noun_phrase
from twosource.statements.unsaid import unsaid
from twosource.statements.voices import can_speak, informs

_QUOTING = frozenset("quote cite".split())
"""Verbs that hand on another's words: "quoted X as saying", "…, citing X"."""
_SAYING = frozenset("say tell state".split())
"""Verbs that may have what is said before the frame: "“…”, he was quoted as saying"."""
_COMPLEMENTS = ("claim", "clause", "object", "to", "noun", "phrase")
"""What else may follow "quoted as": "denying the theft", "urging them to go"."""
_REACH = 40
"""Words between "quoted" and "as saying"."""
_MISTAKEN = frozenset("wrongly falsely mistakenly incorrectly erroneously inaccurately".split())
"""How somebody is quoted who did not say it."""
_RELAYING = frozenset("report say write announce state add tell publish claim reveal disclose".split())
"""What one who passes on another's words is said to do."""
TRUST = {"citing": 0.8, "quoted as saying": 0.9, "quoted by": 0.85, "held by a document": 0.8}
"""As in :data:`twosource.statements.clauses.TRUST`."""


def _near(block: Block, verb: int) -> list[int]:
    """Return the words that hang on a verb, and those that hang on them."""
    return [d for c in block.tree.children[verb] for d in (c, *block.tree.children[c])]


def _hands_on(block: Block, index: int) -> bool:
    """Return whether a word is the "citing" of "…, citing two officers"."""
    return block.tree.tokens[index].lemma in {"cite", "quote"} and block.tree.tokens[index].tag == "VBG"


def _cited(block: Block, child: int) -> int | None:
    """Return the head of those who are cited, None for a cause: "citing two officers", not "citing her health"."""
    cited = block.tree.child(child, "dobj") if _hands_on(block, child) else None
    return cited if cited is not None and informs(block.tree, cited) else None


def without_citing(block: Block, verb: int, frame: Frame) -> Frame:
    """Take the source that is cited out of what is reported: "the Courier reported that it broke, citing officers".

    Only where the verb is "report" and somebody who can speak is cited: "said she resigned, citing her health" stays.
    """
    tree = block.tree
    start, end = frame.content[-1]
    for child in _near(block, verb) if tree.tokens[verb].lemma == "report" else ():
        if _cited(block, child) is None or tree.tokens[child - 1].text != ",":
            continue
        if start < tree.tokens[child - 1].start and tree.tokens[child].end < end <= tree.tokens[tree.right[child]].end:
            content = block.trimmed(start, tree.tokens[child - 1].start)
            return frame.with_content((*frame.content[:-1], content)) if content else frame
    return frame


def passed_on(block: Block, verb: int, frame: Frame) -> Iterator[Frame]:
    """Yield the frame of one whom the speaker cites: "…, the agency reported, citing two officers"."""
    tree = block.tree
    by_a_person = frame.source is not None and block.text[slice(*frame.source)].lower() in {"he", "she", "i", "we"}
    if tree.tokens[verb].lemma not in _RELAYING or by_a_person:
        return  # "“It was hard,” he said, citing the many calls": a person gives reasons
    for child in _near(block, verb):
        cited = _cited(block, child)
        if cited is not None and not any(s <= tree.tokens[cited].start < e for s, e in frame.content):
            cue, source = block.tokens_range(child, child), block.tokens_range(*noun_phrase(tree, cited))
            yield Frame("citing", TRUST["citing"], frame.content, cue, source, frame.act, frame.stance, passed_on=True)


def relay_frames(block: Block) -> Iterator[Frame]:
    """Yield the frames of those who hand on another's saying by quoting it, and of documents that hold one."""
    tree = block.tree
    for index, token in enumerate(tree.tokens):
        if token.lemma in _QUOTING and token.pos == "VERB":
            yield from _quoted_as_saying(block, index)
            yield from _quoted_by(block, index)
        elif token.text.lower() in {"which", "where"}:
            yield from _held_by_document(block, index)


def _quoted_as_saying(block: Block, verb: int) -> Iterator[Frame]:
    """Yield both layers of "Y quoted X as saying …", "X was quoted by Y as denying …": X says it, Y hands it on."""
    tree = block.tree
    words = [token.text.lower() for token in tree.tokens[verb : min(block.sentence(verb).last, verb + _REACH)]]
    at = next((i for i in range(1, len(words)) if words[i - 1] == "as" and _says(block, verb + i)), None)
    if at is None or unsaid(tree, verb) or any(tree.tokens[c].lemma in _MISTAKEN for c in tree.children[verb]):
        return
    saying = verb + at + (words[at] == "having")
    inner, outer = tree.child(verb, "dobj"), tree.child(verb, "nsubj")
    passive = tree.child(verb, "nsubjpass")
    if passive is not None:
        inner = passive
        by = next((verb + i for i, word in enumerate(words) if word == "by" and abs(verb + i - saying) < 8), None)
        outer = tree.child(by, "pobj") if by is not None else None
    if inner is None:
        return
    inner_first, inner_last = noun_phrase(tree, inner)
    phrases = [(inner_first, inner_last)] + ([noun_phrase(tree, outer)] if outer is not None else [])
    first, last = min(verb, *(first for first, _ in phrases)), max(last for _, last in phrases)
    found = _quoted_content(block, saying, first, last)
    if found is None:
        return
    content, reading = found
    inner_range, cue = block.tokens_range(inner_first, inner_last), block.tokens_range(saying, saying)
    rule = "quoted as saying"
    yield Frame(rule, TRUST[rule], (content,), cue, inner_range, reading.act, reading.stance)
    if outer is not None:
        pieces = sorted([content, inner_range, cue])
        whole: tuple[Range, ...] = ((pieces[0][0], pieces[-1][1]),)
        own = block.tokens_range(*noun_phrase(tree, outer))
        if own[0] < whole[0][1] and whole[0][0] < own[1]:  # the relay stands in the middle: its name is not its content
            whole = tuple(pieces)
        relay_cue = block.tokens_range(verb, verb)
        yield Frame(rule, TRUST[rule], whole, relay_cue, own, Act.SPEECH, Stance.ASSERTED)


def _says(block: Block, index: int) -> bool:
    """Return whether a word is the saying of "quoted as …": a gerund of a reporting verb, plain or in the past."""
    tokens = block.tree.tokens
    if tokens[index].text.lower() == "having" and index + 1 < len(tokens):
        return tokens[index + 1].tag in {"VBN", "VBD"} and tokens[index + 1].lemma in VERBS
    return tokens[index].tag == "VBG" and tokens[index].lemma in VERBS


def _quoted_content(block: Block, saying: int, first: int, last: int) -> tuple[Range, Reading] | None:
    """Return what is said in "quoted as …", and how: the gerund's own complement, else what stands beside the frame."""
    tree = block.tree
    token = tree.tokens[saying]
    readings = VERBS[token.lemma]
    for complement in _COMPLEMENTS if token.lemma not in _SAYING else ():
        found = COMPLEMENTS[complement](block, saying) if complement in readings else None
        if found:
            return found[0], readings[complement]
    if "clause" not in readings:
        return None
    spoken_to = tree.child(saying, "dobj", "dative") if token.lemma in ADDRESSED else None
    told = tree.right[spoken_to] if spoken_to is not None and spoken_to > saying else saying
    if spoken_to is not None and tree.child(saying, "ccomp") is None:
        told = max(told, tree.right[saying])
    content = _said_there(block, saying, tree.tokens[first].start, tree.tokens[max(told, last)].end)
    return (content, readings["clause"]) if content else None


def _said_there(block: Block, saying: int, start: int, end: int) -> Range | None:
    """Return what follows "as saying", else what stands before the frame."""
    marked = block.quotation_from(block.skip(end, " ,:"))
    if marked:
        return marked.start, marked.end
    sentence = block.sentence(saying)
    after = block.skip(end)
    if block.text[after : after + 5].lower() == "that ":
        after += 5
    rest = block.trimmed(after, sentence.end) if after < sentence.end else None
    if rest and len(block.text[rest[0] : rest[1]].split()) > 2:
        return rest
    before = block.quotation_to(start)
    return (before.start, before.end) if before else block.trimmed(sentence.start, block.back(start))


def _quoted_by(block: Block, verb: int) -> Iterator[Frame]:
    """Yield the outer layer of "Voss, quoted by Radio Sarn, said …" and "“…”, said Voss, quoted by Radio Sarn"."""
    tree = block.tree
    named, agent = tree.tokens[verb].head, tree.child(verb, "agent")
    by = tree.child(agent, "pobj") if agent is not None else None
    if by is None or tree.tokens[verb].tag != "VBN" or tree.tokens[verb].dep not in {"acl", "advcl"}:
        return
    if tree.tokens[verb].dep == "advcl":  # hung on the verb of saying
        named = next((c for c in tree.children[named] if tree.tokens[c].dep == "nsubj"), named)
    saying = tree.tokens[named].head
    if tree.tokens[named].dep != "nsubj" or tree.tokens[saying].lemma not in VERBS or unsaid(tree, saying):
        return
    first, last = noun_phrase(tree, named)
    sentence = block.sentence(verb)
    if last >= verb:
        return
    if verb < saying:
        rest = block.trimmed(tree.tokens[saying].start, sentence.end)
        content: tuple[Range, ...] = (block.tokens_range(first, last), rest) if rest else ()
    else:
        q = block.quotation_to(tree.tokens[min(first, saying)].start)
        start = min(sentence.start, q.outer_start) if q else sentence.start
        content = ((start, tree.tokens[max(last, saying)].end),)
    if content:
        cue, source = block.tokens_range(verb, agent or verb), block.tokens_range(*noun_phrase(tree, by))
        yield Frame("quoted by", TRUST["quoted by"], content, cue, source, Act.SPEECH, Stance.ASSERTED)


def _held_by_document(block: Block, which: int) -> Iterator[Frame]:
    """Yield the layer of the document in "a letter in which Voss said …": what it holds is known through it."""
    tree = block.tree
    word = tree.tokens[which]
    over = word.head if word.text.lower() == "where" else tree.tokens[word.head].head
    first = which if word.text.lower() == "where" else word.head
    noun = tree.tokens[over].head
    if tree.tokens[over].dep != "relcl" or tree.tokens[noun].lemma not in DOCUMENTS or not noun < first <= which < over:
        return
    if first != which and tree.tokens[first].text.lower() != "in":
        return
    readings = VERBS.get(tree.tokens[over].lemma, {})
    subject = tree.child(over, "nsubj")
    if "before" not in readings or subject is None or unsaid(tree, over) or not can_speak(tree, subject, over):
        return
    content = block.trimmed(tree.tokens[which].end, tree.tokens[tree.right[over]].end)
    if content:
        source, cue = block.tokens_range(*noun_phrase(tree, noun)), block.tokens_range(first, which)
        rule = "held by a document"
        yield Frame(rule, TRUST[rule], (content,), cue, source, Act.WRITING, Stance.ASSERTED)
