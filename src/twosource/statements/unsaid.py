"""Whether a reporting verb reports a saying at all: negated, withheld, asked about, supposed, or still to come.

Only the grammar around the verb is looked at. What is not recognised here is taken for a saying, so each rule names
the shape of sentence that it was made for.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.statements.cues import HEDGES, NEGATIONS
from twosource.statements.grammar import Tree

_WITHHELD = frozenset(
    """refuse decline fail expect plan want hope intend need likely unlikely able unable set due ask hesitate forget
    reluctant willing unwilling ready prepare avoid stop short refrain abstain shrink shy away balk far verge brink
    point close about try attempt promise vow pledge threaten offer agree urge order instruct invite tell press beg
    implore allow permit forbid prevent ban bar dare wish ought failure refusal inability reluctance unwillingness
    hesitancy instead rather suppose""".split()
)
"""Words whose infinitive or gerund was not (yet) said: "declined to say", "stopped short of saying", "was about to
announce"."""
_WITHOUT = frozenset("without instead rather than".split())
_OPEN = frozenset("if unless supposing assuming provided".split())
"""Conjunctions of a condition that may come true."""
_CONDITIONS = _OPEN | {"whether", "lest"}
_ASKING = frozenset(
    """ask wonder inquire enquire question know see check tell say find learn decide determine doubt clear unclear sure
    unsure certain uncertain care remember recall investigate examine consider establish matter hear understand
    discuss dispute unknown debate""".split()
)
"""Words whose "if" means "whether"."""
_UNREAL = frozenset("suppose imagine pretend wish dream".split())
"""Verbs whose clause is not so, or is only thought up."""
_NOT_FACTS = frozenset("say claim believe think tell suggest report state argue allege assert maintain".split())
"""Verbs that, negated, leave open whether their clause is so; "did not know that she said" does not."""
_DOUBTING = frozenset("doubt dispute deny forget question contest".split())
"""Verbs that nobody does to a clause that is so."""
_DENYING_VERBS = frozenset("deny refute disprove".split())
"""Verbs whose clause was not so, if their subject is right: a saying in it is nobody's statement."""
_TRUE = frozenset("true correct right case".split())
_FALSE = frozenset("untrue false incorrect wrong lie myth".split())
"""What is said of a clause that is so, and of one that is not: "it is not true that …", "it is false that …"."""
_FEW = frozenset("few hardly scarcely".split())
"""Words by which nobody in particular is said to have spoken: "few experts said …"."""
_TURNED = frozenset("not never no nor neither nowhere nothing rarely seldom hardly scarcely".split())
_ONLY = frozenset("only until just before".split())
"""What stands before a verb that is turned round and negates it ("at no point did she say"), and what undoes that
("not until Friday did she say")."""
_TO_COME = frozenset("will 'll ’ll shall".split())
_FRONT = 12
"""Words in front of an auxiliary that are looked at for a negation."""
_CLIMB = 5
"""Words between an infinitive or gerund and the verb that governs it: "did not go so far as to say"."""


def unsaid(tree: Tree, verb: int) -> bool:
    """Return whether the verb reports no saying: negated, withheld, hypothetical, or asked about."""
    return _condition(tree, verb) is not None or _not_said(tree, verb)


def on_condition(tree: Tree, verb: int) -> bool:
    """Return whether the verb reports a saying that may yet come: "if the court says that …"."""
    return bool(_condition(tree, verb)) and not _not_said(tree, verb)


def to_come(tree: Tree, verb: int) -> bool:
    """Return whether the saying is announced for later: "will say on Friday that …", "is to tell them that …"."""
    if any(tree.tokens[c].dep == "aux" and tree.tokens[c].text.lower() in _TO_COME for c in tree.children[verb]):
        return True
    up = tree.tokens[verb].head
    if tree.tokens[verb].tag != "VB" or tree.tokens[verb].dep != "xcomp":
        return False
    return tree.tokens[up].lemma == "be" or (tree.tokens[up].lemma == "go" and tree.tokens[up].tag == "VBG")


def denying(tree: Tree, head: int) -> bool:
    """Return whether nobody is meant, or hardly anybody: "no one", "neither the ferry nor the port", "few experts"."""
    words = {tree.tokens[c].text.lower() for c in [head, *tree.children[head]]}
    before = {token.text.lower() for token in tree.tokens[tree.left[head] : head]}
    if words & _FEW and not before & {"a", "the", "these", "those"}:
        return True
    if "not" in words and "only" not in words:
        return True  # "not a single official"
    return bool(words & {"nobody", "none", "no", "neither", "nor", "no-one"})


def _condition(tree: Tree, verb: int, depth: int = 0) -> bool | None:
    """Return None where the saying hangs on no condition, else whether the condition may come true."""
    tokens = tree.tokens
    subject = tree.child(verb, "nsubj")
    past = any(tokens[c].dep == "aux" and tokens[c].text.lower() == "had" for c in tree.children[verb])
    for child in tree.children[verb]:
        token = tokens[child]
        word = token.text.lower()
        if token.dep in {"mark", "advmod"} and word in _CONDITIONS and child < verb:
            return word in _OPEN and not past and not _asked(tree, verb)
        if token.dep == "aux" and word in {"had", "should"} and subject is not None and child < subject < verb:
            return word == "should" and not _in_question(tree, verb)  # "had she said …", "should she say …"
    if tokens[verb].dep == "conj" and depth < 3 and subject is None:
        return _condition(tree, tokens[verb].head, depth + 1)
    return None


def _asked(tree: Tree, verb: int) -> bool:
    """Return whether an "if" clause is a question: "asked if she had said …", "it is unclear if he said …"."""
    up = tree.tokens[verb].head
    if tree.tokens[verb].dep == "ccomp":
        return True
    words = {tree.tokens[c].lemma for c in [up, *tree.children[up]]}
    return tree.tokens[up].lemma in _ASKING or (tree.tokens[up].lemma == "be" and bool(words & _ASKING))


def _not_said(tree: Tree, verb: int) -> bool:
    tokens = tree.tokens
    token, up = tokens[verb], tokens[verb].head
    if _negated(tree, verb) or _turned(tree, verb) or _asks_who(tree, verb):
        return True
    if up == verb:
        return token.tag == "VB" and tree.child(verb, "nsubj", "aux") is None
    if any(_withholds(tree, verb, over) for over in _governors(tree, verb)):
        return True
    if token.dep in {"ccomp", "xcomp", "csubj", "advcl", "acl", "relcl"} and _untrue(tree, up, verb):
        return True
    return token.dep == "conj" and (_negated_with(tree, up, verb) or _beside_nothing(tree, up, verb))


def _negated(tree: Tree, verb: int) -> bool:
    """Return whether the verb itself is negated or hedged, or its subject is nobody."""
    for child in tree.children[verb]:
        token = tree.tokens[child]
        word = token.text.lower()
        negation = token.dep == "neg" or (word in NEGATIONS and token.dep not in {"dobj", "cc"})
        if negation and tree.tokens[child + 1].text.lower() not in _ONLY:
            return True
        if word == "than" and child < verb and token.dep != "prep":
            return True  # "rather than say …"
        if token.dep == "aux" and word in HEDGES and not (word == "should" and _condition(tree, verb)):
            return True
        if word == "longer" and tree.tokens[child - 1].text.lower() == "no":
            return True
    subject = tree.child(verb, "nsubj")
    return subject is not None and tree.tokens[subject].text.lower() in {"nobody", "none", "neither", "nothing"}


def _turned(tree: Tree, verb: int) -> bool:
    """Return whether subject and auxiliary change places: in a question, or after a negation in front."""
    subject = tree.child(verb, "nsubj")
    aux = next((c for c in tree.children[verb] if tree.tokens[c].dep == "aux"), None)
    if subject is None or aux is None or not aux < subject < verb:
        return False
    before = {token.text.lower() for token in tree.tokens[max(tree.left[verb], aux - _FRONT) : aux]}
    return _in_question(tree, verb) or (bool(before & _TURNED) and not before & _ONLY)


def _in_question(tree: Tree, verb: int) -> bool:
    last = tree.sentence_of[verb].last
    return any(token.text == "?" for token in tree.tokens[max(verb, last - 3) : last])


def _asks_who(tree: Tree, verb: int) -> bool:
    """Return whether it is asked who said it: "Who told you that …?", "nobody knows who said that …"."""
    subject = tree.child(verb, "nsubj")
    if subject is None or tree.tokens[verb].dep in {"relcl", "acl"}:
        return False
    return tree.tokens[subject].text.lower() in {"who", "what", "which"} and (
        tree.tokens[verb].dep in {"ccomp", "pcomp"} or _in_question(tree, verb)
    )


def _governors(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the words that govern an infinitive or gerund, up to the next verb and that verb included."""
    tokens = tree.tokens
    marks = {tokens[c].text.lower() for c in tree.children[verb] if tokens[c].dep in {"aux", "mark"}}
    if tokens[verb].tag not in {"VB", "VBG"} and not marks & {"to", "having"}:
        return
    if tokens[verb].dep not in {"xcomp", "ccomp", "advcl", "acl", "pcomp", "prep", "relcl", "conj", "dep"}:
        return
    over = tokens[verb].head
    for _ in range(_CLIMB):
        yield over
        if tokens[over].pos in {"VERB", "AUX"} or tokens[over].head == over:
            return
        over = tokens[over].head


def _withholds(tree: Tree, verb: int, over: int) -> bool:
    """Return whether a word above an infinitive or gerund keeps it from having been said."""
    tokens = tree.tokens
    if tokens[verb].dep == "conj":
        return False
    aside = tokens[verb].tag == "VBG" and (
        tokens[verb].dep == "advcl" or (verb and tokens[verb - 1].text in {",", "–", "—"})
    )
    if aside:
        return False  # "…, saying that": a saying of its own
    if tokens[over].lemma in _WITHHELD or tokens[over].text.lower() in _WITHOUT:
        return True
    if tokens[verb].tag == "VBG" and tokens[verb].dep == "acl":
        return any(tokens[c].dep == "det" and tokens[c].text.lower() == "no" for c in tree.children[over])
    words = {
        tokens[c].text.lower() for c in tree.children[over] if tokens[c].dep in {"neg", "det", "advmod", "preconj"}
    }
    if words & (NEGATIONS | {"yet"}):
        return True
    subject = tree.child(over, "nsubj", "nsubjpass")
    return subject is not None and denying(tree, subject)


def _untrue(tree: Tree, up: int, verb: int) -> bool:
    """Return whether the words above deny the saying: "denied that she said …", "it is not true that she said …"."""
    tokens = tree.tokens
    lemma = tokens[up].lemma
    if lemma in _DENYING_VERBS or lemma in _UNREAL:
        return up < verb
    words = {tokens[c].text.lower() for c in tree.children[up] if tokens[c].dep in {"det", "neg"}}
    if tokens[up].pos == "NOUN" and tokens[verb].dep in {"acl", "ccomp"} and "no" in words:
        return True  # "there is no evidence that she said …"
    if tokens[verb].dep == "relcl":
        over = tokens[up].head
        it = tree.child(over, "nsubj", "expl")
        cleft = tokens[over].lemma == "be" and it is not None and tokens[it].text.lower() == "it" and up > over
        return cleft and any(tokens[c].dep == "neg" for c in tree.children[over])  # "it was not Voss who said …"
    negated = any(tokens[c].dep == "neg" for c in tree.children[up])
    if tokens[verb].dep == "ccomp" and up < verb:
        subject = tree.child(up, "nsubj")
        nobody = subject is not None and (denying(tree, subject) or tokens[subject].text.lower() == "nothing")
        if (negated and lemma in _NOT_FACTS) or (nobody and lemma not in _DOUBTING):
            return True
    said = tree.child(up, "acomp", "attr")
    if said is None or lemma != "be":
        return False
    return tokens[said].lemma in (_TRUE if negated else _FALSE)


def _negated_with(tree: Tree, up: int, verb: int) -> bool:
    """Return whether a verb shares the negation of the one that it is joined to: "did not confirm or deny that …"."""
    joints = {tree.tokens[c].text.lower() for c in tree.children[up] if tree.tokens[c].dep == "cc" and up < c < verb}
    if "nor" in joints:
        return True
    own = tree.child(verb, "nsubj", "aux") is not None
    return "or" in joints and not own and any(tree.tokens[c].dep == "neg" for c in tree.children[up])


def _beside_nothing(tree: Tree, up: int, verb: int) -> bool:
    """Return whether nothing joins two verbs of different tense: the second is a noun ("dismissed as idle reports")."""
    between = tree.tokens[up + 1 : verb]
    joined = any(t.dep == "cc" or t.text in {",", ";", "–", "—", "-", "..."} for t in between)
    own = tree.child(verb, "nsubj", "aux") is not None
    return tree.tokens[verb].tag == "VBZ" and tree.tokens[up].tag in {"VBD", "VBN"} and not joined and not own
