"""Looks ahead in a parsed paragraph: each word that can open one is asked what it opens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twosource.future import markers as mark
from twosource.future.clauses import SUBJECTS, Tree, clause, end, tree, trimmed
from twosource.model import FutureClass, Parse, PartKind

PERSONAL = frozenset({"he", "she", "they", "we", "i", "who"})
"""Pronouns that can plan."""

STEPS = 4
"""Words between a verb and the word that certifies it: "is certain that it will"."""


HEADLINE = 25
"""Words of a headline before its infinitive at most; real ones have fewer than 15."""

NOMINAL = frozenset({"PROPN", "NOUN", "NUM", "PRON"})
"""Parts of speech that a subject ends in."""

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD", "VBN"})
"""Tags of the verbs that a headline like "Vale to visit Orrin" has not."""


@dataclass(frozen=True, slots=True)
class Look:
    """A look ahead as a range of tokens (``last`` inside), its class, the words that opened it, and its verb."""

    first: int
    last: int
    klass: FutureClass
    marker: str
    verb: int


def looks(parse: Parse, part: PartKind, ahead: Callable[[int, int], bool]) -> list[Look]:
    """Return the looks ahead of a paragraph in order, none inside another.

    :param ahead: says whether a range of characters of the paragraph holds a date after the report's own.
    """
    words = tree(parse)
    found = [look for at in range(len(parse.tokens)) for look in _at(words, at, part, ahead)]
    found.sort(key=lambda look: (look.first, -look.last))
    kept: list[Look] = []
    for look in found:
        if not kept or look.last > kept[-1].last:
            kept.append(look)
    return kept


def sentence_start(parse: Parse, at: int) -> int:
    """Return the first token of the sentence that a token stands in."""
    number = bisect_right(parse.sentences, at, key=lambda sentence: sentence.first) - 1
    return parse.sentences[number].first if number >= 0 else at


def _at(words: Tree, at: int, part: PartKind, ahead: Callable[[int, int], bool]) -> Iterator[Look]:
    token = words.token(at)
    if token.pos in ("VERB", "AUX"):
        yield from _verb(words, at, part, ahead)
    if part is PartKind.HEADLINE and token.text == "to":
        yield from _headline(words, at)
    if token.pos in ("ADJ", "VERB", "ADV") and token.lemma in mark.PLAN_ADJECTIVES | mark.FORECAST_ADJECTIVES:
        yield from _adjective(words, at)
    if token.pos == "NOUN" and token.lemma in mark.PLAN_NOUNS | mark.INVITATIONS:
        yield from _noun(words, at)


def _verb(words: Tree, at: int, part: PartKind, ahead: Callable[[int, int], bool]) -> Iterator[Look]:
    token = words.token(at)
    helpers = words.lemmas(at, "aux", "auxpass")
    if _question(words, at):
        return
    if helpers & {"had"}:  # "had planned", "had been due": seen from later, no look ahead of this report
        return
    condition = _condition(words, at) if helpers & mark.CONSEQUENCES else None
    if condition is not None:
        first, last = clause(words, at)
        yield Look(
            *trimmed(words, min(first, words.left[condition]), last, joins=True), FutureClass.CONDITION, "if", at
        )
    elif helpers & mark.WILL or ("would" in helpers and _reported(words, at)):
        yield Look(*clause(words, at), _will_class(words, at, ahead), "will", at)
    infinitive = _infinitive(words, at)
    if token.lemma == "invite":
        yield from _invited(words, at, infinitive)
    elif infinitive is not None:
        yield from _planned(words, at, infinitive)
    if token.lemma in mark.CALLING_OFF:
        yield from _called_off(words, at)
    if token.tag in ("VBZ", "VBP") and token.lemma in mark.ARRANGED and not helpers & {"do", "does"}:
        first, last = clause(words, at)
        if any(words.kids(at, *SUBJECTS)) and ahead(words.token(words.left[at]).start, words.token(last).end):
            yield Look(first, last, FutureClass.PLAN, "present with a date ahead", at)


def _question(words: Tree, verb: int) -> bool:
    """Return whether an auxiliary stands before the subject: "Will the car get there?"."""
    helper = min(words.kids(verb, "aux", "auxpass"), default=verb)
    subject = min(words.kids(verb, *SUBJECTS), default=helper)
    return helper < subject < verb and words.token(subject).dep != "expl"


def _condition(words: Tree, verb: int) -> int | None:
    """Return the verb of the condition under a verb or under what it governs ("will not hesitate to act if …")."""
    verbs = [verb, *words.kids(verb, "xcomp", "ccomp")]
    for one in verbs:
        for child in words.kids(one, "advcl"):
            if words.lemmas(child, "mark", "advmod", "prep") & mark.IF_WORDS and "even" not in words.lemmas(
                child, "advmod"
            ):
                return child
    return None


def _reported(words: Tree, verb: int) -> bool:
    """Return whether a clause with "would" is the content of something said: "she said it would close"."""
    token = words.token(verb)
    head = words.token(token.head)
    if token.dep != "ccomp" or head.lemma not in mark.SAYING or token.head == verb:
        return False
    if words.lemmas(verb, "aux") & {"have", "'ve", "’ve"}:  # "would not have helped": what did not come about
        return False
    return not words.lemmas(verb, "mark") & {"if", "whether"} and not words.negated(token.head)


def _will_class(words: Tree, verb: int, ahead: Callable[[int, int], bool]) -> FutureClass:
    lemma = words.token(verb).lemma
    certified = _certified(words, verb)
    dated = ahead(words.token(words.left[verb]).start, words.token(words.right[verb]).end)
    if not certified and (_actor(words, verb) or dated) and (lemma not in mark.OUTCOMES or dated):
        double = lemma in mark.NOT_NEGATED_BY
        negated = words.negated(verb) or any(words.negated(child) for child in words.kids(verb, *SUBJECTS))
        return FutureClass.NEGATED_PLAN if negated and not double else FutureClass.PLAN
    return FutureClass.PREDICTION


def _certified(words: Tree, verb: int) -> bool:
    at = verb
    for _ in range(STEPS):
        token = words.token(at)
        if token.head == at or token.dep not in ("ccomp", "acomp", "xcomp", "advcl"):
            return False
        if words.token(token.head).lemma in mark.SURE or words.lemmas(token.head, "acomp") & mark.SURE:
            return True
        at = token.head
    return False


def _actor(words: Tree, verb: int) -> bool:
    """Return whether the subject can plan: a name, a personal pronoun, or what is acted on in the passive."""
    for child in words.kids(verb, *SUBJECTS):
        token = words.token(child)
        if token.dep == "nsubjpass" or token.pos == "PROPN" or token.text.lower() in PERSONAL:
            return True
        if token.pos == "NOUN" and words.token(verb).lemma in mark.ARRANGED:
            return True
    return words.token(verb).dep in ("conj", "relcl")


def _infinitive(words: Tree, at: int, *labels: str) -> int | None:
    """Return the infinitive with "to" that a word governs."""
    for child in words.kids(at, *(labels or ("xcomp", "ccomp", "advcl", "acl"))):
        if child > at and "to" in words.lemmas(child, "aux"):
            return child
    return None


def _planned(words: Tree, at: int, infinitive: int) -> Iterator[Look]:
    token = words.token(at)
    label = words.token(infinitive).dep
    if (token.tag == "VBD" and token.lemma in mark.DONE) or "you" in words.lemmas(at, "nsubj"):
        return  # a past act; a condition of use ("You agree to receive …")
    klass = None
    if token.lemma in mark.PLAN_VERBS and label in ("xcomp", "ccomp"):
        klass = FutureClass.PLAN
        if token.lemma == "threaten" and words.token(infinitive).lemma in mark.OUTCOMES:
            klass = FutureClass.PREDICTION
    elif token.lemma in mark.FORECAST_VERBS and label in ("xcomp", "ccomp"):
        passive = token.tag == "VBN"
        klass = FutureClass.PLAN if passive and words.token(infinitive).lemma not in mark.OUTCOMES else None
        klass = klass or FutureClass.PREDICTION
    elif token.lemma == "go" and token.tag == "VBG" and label == "xcomp":
        klass = _will_class(words, infinitive, lambda start, stop: False)
        klass = FutureClass.PLAN if klass is FutureClass.PREDICTION and _actor(words, at) else klass
        klass = FutureClass.PREDICTION if _certified(words, at) else klass
    elif token.lemma == "be" and label == "xcomp" and infinitive - at <= STEPS:
        subjects = words.lemmas(at, *SUBJECTS)
        definition = bool(subjects & mark.AIMS) or any(words.kids(at, "acomp", "attr")) or "yet" in words.lemmas(at)
        definition = definition or words.token(infinitive).lemma in ("blame", "have", "be")
        klass = None if definition or not subjects else FutureClass.PLAN
    if klass is None:
        return
    if klass is FutureClass.PLAN and (words.negated(at) or words.negated(infinitive)):
        klass = FutureClass.NEGATED_PLAN
    first, last = clause(words, at)
    yield Look(first, max(last, end(words, infinitive)), klass, f"{token.lemma} to", at)


def _adjective(words: Tree, at: int) -> Iterator[Look]:
    token = words.token(at)
    if token.tag == "VBN" and token.lemma in mark.PLAN_VERBS:
        return  # read as a verb
    if token.pos == "VERB" and token.tag != "VBN":
        return  # "sets up barriers to keep …"
    head = token.head
    infinitive = _infinitive(words, at)
    if infinitive is None and token.dep in ("acomp", "advmod", "prep", "oprd") and words.token(head).lemma == "be":
        infinitive = _infinitive(words, head, "xcomp", "advcl")
    if infinitive is None or words.token(head).lemma == "make" or words.lemmas(head, "aux") & {"had"}:
        return
    klass = FutureClass.PLAN if token.lemma in mark.PLAN_ADJECTIVES else FutureClass.PREDICTION
    verb = head if words.token(head).lemma in ("be", "seem", "look", "appear", "get", "stand") and head != at else at
    if klass is FutureClass.PLAN and (words.negated(verb) or words.negated(at)):
        klass = FutureClass.NEGATED_PLAN
    first, last = clause(words, verb)
    yield Look(first, max(last, end(words, infinitive)), klass, f"{token.lemma} to", verb)


def _noun(words: Tree, at: int) -> Iterator[Look]:
    token = words.token(at)
    infinitive = _infinitive(words, at, "acl", "relcl", "advcl", "xcomp")
    if token.lemma in mark.INVITATIONS:
        if infinitive is not None:
            first, last = clause(words, infinitive)
            yield Look(first, last, FutureClass.INVITATION, "invitation to", infinitive)
        return
    governs = infinitive is not None or any(
        words.token(child).lemma in ("for", "of") and any(words.kids(child, "pobj", "pcomp"))
        for child in words.kids(at, "prep")
    )
    if not governs:
        return
    verb = token.head
    if words.negated(at) or (words.negated(verb) and words.token(verb).lemma in ("have", "be")):
        if words.token(verb).lemma in ("be", "have", "see", "announce", "make", "exist"):
            yield Look(*clause(words, verb), FutureClass.NEGATED_PLAN, f"no {token.lemma}", verb)
        else:
            yield Look(
                *trimmed(words, words.left[at], words.right[at]), FutureClass.NEGATED_PLAN, f"no {token.lemma}", at
            )
    elif infinitive is not None:
        first, _ = trimmed(words, words.left[at], at)
        yield Look(first, end(words, infinitive), FutureClass.PLAN, f"{token.lemma} to", infinitive)


def _invited(words: Tree, at: int, infinitive: int | None) -> Iterator[Look]:
    if infinitive is None or words.negated(at):
        return
    first, last = clause(words, infinitive)
    yield Look(first, last, FutureClass.INVITATION, "invite to", infinitive)


def _called_off(words: Tree, at: int) -> Iterator[Look]:
    token = words.token(at)
    particle = words.lemmas(at, "prt", "advmod", "prep")
    if (token.lemma == "rule" and "out" not in particle) or (token.lemma == "call" and "off" not in particle):
        return
    if words.negated(at):
        return
    things = [child for child in words.kids(at, "dobj", "nsubjpass") if words.token(child).lemma in mark.PLANNED_THINGS]
    gerund = [child for child in words.kids(at, "xcomp", "ccomp") if words.token(child).tag == "VBG"]
    if token.lemma in ("deny", "reject", "dismiss"):
        things = [child for child in things if words.token(child).lemma in ("plan", "intention")]
    if things or (gerund and token.lemma == "rule"):
        yield Look(*clause(words, at), FutureClass.NEGATED_PLAN, token.lemma, at)


def _headline(words: Tree, to: int) -> Iterator[Look]:
    """Yield the plan of a headline without a finite verb: "Vale to visit Orrin in May".

    Parsers often miss the verb in such a line, so a known verb after "to" is enough.
    """
    start = sentence_start(words.parse, to)
    tokens = words.parse.tokens
    if not start < to < len(tokens) - 1 or to - start > HEADLINE:
        return
    before, verb = tokens[start:to], tokens[to + 1]
    parsed = verb.tag == "VB" and tokens[to].head == to + 1
    if not parsed and verb.lemma not in mark.ARRANGED | mark.HEADLINE_VERBS:
        return
    named = before[-1].tag == "VB" and before[-1].text[0].isupper()  # an unknown name that was taken for a verb
    if any(token.tag in FINITE for token in before) or not (before[-1].pos in NOMINAL or named):
        return
    if before[-1].lemma in mark.PLAN_NOUNS | mark.INVITATIONS:
        return
    last = end(words, to + 1) if parsed else to + 1
    while not parsed and last + 1 < len(tokens) and tokens[last + 1].text not in (":", "|", "–", "—", "-", "."):
        last += 1
    yield Look(*trimmed(words, start, last), FutureClass.PLAN, "to in a headline", to + 1)
