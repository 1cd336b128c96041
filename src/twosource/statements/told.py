"""What a cue that the trained reader found says of its source: the act and the stance, or that nothing was said."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.model import Act, Stance
from twosource.statements.cues import (
    ATTITUDES,
    BUSINESSES,
    CLAIM_NOUNS,
    DOCUMENTS,
    NEGATIONS,
    SAYING_NOTHING,
    VERBS,
    Reading,
)
from twosource.statements.frames import Block, Range
from twosource.statements.grammar import Tree
from twosource.statements.reported import clause_of
from twosource.statements.unsaid import unsaid
from twosource.statements.voices import abstract, animate

_TURNED = frozenset("nowhere never neither nor nobody none contrary".split())
"""Words at the head of a sentence by which none of its sayings was said: "Nowhere does the contract state that …"."""
SAYING = frozenset({Act.SPEECH, Act.WRITING})
"""Acts by which somebody tells something."""
VERBAL = frozenset({"VERB", "AUX"})
_COMPLEMENTS = ("clause", "quote", "before", "document", "object", "to", "phrase", "named", "claim", "attitude", "noun")
"""Readings of a verb in the order in which one is taken where the complement is not known."""
_SENSED = frozenset("hear see watch witness notice spot smell overhear".split())
"""Verbs of what somebody perceived: the report tells it of its own, and nobody said it."""
_LABELS = frozenset("caption copyright".split())
"""Words of a picture's label, whose text nobody says: "Image caption The crater …"."""
OF_EVENTS = frozenset(
    """call describe label dub brand deem term announce report confirm deny reveal disclose predict forecast warn claim
    propose demand promise pledge threaten admit acknowledge allege estimate""".split()
)
"""Verbs whose plain noun tells that something happened, or will, or what it is: "announced the closure", "called the
fine excessive"."""
_SPEECH = frozenset(
    """according accord per point out talk address attack blame credit tout thank congratulate defend echo joke lie
    criticism criticise critique challenge charge clarification denunciation accusation condemnation vouch advocate
    campaign lobby protest rail rant ramble recite reference mention respond response reaction react rebuff rebuke
    ridicule slander insult taunt welcome applaud salute tout trumpet hail chant boo heckle plead speech testimony
    interview summary quote cite words word saying said reportedly allegedly apology plea outcry liken compare
    nominate endorse endorsement deliver answer raise lay lash shoot fire voice spell sum""".split()
)
"""Words of a cue, beside the reporting verbs, by which somebody speaks."""
_WRITING = frozenset("document list chronicle publish release email e-mail text sign file print broadcast".split())
"""The same of writing."""
_HANDING = frozenset("release publish unveil show post file print broadcast display exhibit reveal".split())
"""Verbs of putting something before people: said is only what can be said, and no thing ("released a picture")."""
_TELLABLE = frozenset("plan decision detail finding result cause truth identity reason name fact".split())
"""What can be told, beside the nouns of saying: "released details of the fall"."""
_CAUSING = frozenset("prompt cause trigger spark force enable spur provoke".split())
"""Verbs of what makes something happen: nobody said or thought it ("a gull prompts a ferry to turn")."""
_MINDED = frozenset(
    """like love hate dislike detest loathe support oppose favour favor prefer resent despise admire respect value trust
    distrust mistrust regret enjoy appreciate need know understand consider regard view remember forget recognise
    recognize embrace dread tolerate resist envy pity miss desire crave envision imagine contemplate foresee suspect
    judge condone question weigh debate discuss examine assess rate rank fault defy doubt mind back encourage
    discourage mock study explore cheer outline highlight tackle detail promote push tease bemoan bewail rue chastise
    chide scold berate lambast lambaste castigate characterise characterize portray depict paint cast downplay
    exaggerate exhort compliment flatter articulate champion link attribute ascribe illustrate approve disapprove ignore
    invoke identify expose misrepresent disparage belittle defend justify excuse acclaim laud herald investigate vote
    veto overrule uphold covet eye perceive interpret see treat take forgive thank target scorn""".split()
)
"""Verbs of an attitude to a thing, or of speaking about it, that no list above holds."""
_INTENTIONS = frozenset(
    """try attempt mean prepare commit ready eager willing refuse look strive struggle push seek bid effort goal aim
    plan strategy ambition choose pursue resolve vow determined""".split()
)
"""The same of meaning to do something."""


def reading_of(block: Block, cue: Range, content: tuple[Range, ...]) -> Reading | None:
    """Return act and stance of a cue, None where it tells of something that was not said.

    What the word lists do not know is taken for a thought, unless a sentence stands between marks: nobody is said to
    have spoken on the strength of a word that we do not know. So is what only names a thing, without marks or a verb
    ("criticised the mayor"): an attitude to it, and nothing that was said about it.
    """
    tree = block.tree
    tokens = tokens_of(block, cue)
    if not tokens:
        return None
    tops = tops_of(block, tokens)
    words = sorted(tokens, key=lambda i: (i not in tops, i))
    known = [found for i in words if (found := _known(block, i, content))]
    marked = any(block.quotation_at(start) for start, _ in content)
    clause = has(block, content, VERBAL)
    if _not_said(block, tokens, content, any(it.act in SAYING for it in known)):
        return None
    if any(tree.tokens[i].lemma in _LABELS or (not known and tree.tokens[i].lemma in _SENSED) for i in tops):
        return None
    beside = {*tokens, *(child for i in tokens for child in tree.children[i])}
    negated = any(tree.tokens[i].text.lower() in NEGATIONS for i in beside)
    if not known and negated:
        return None
    if not marked and any(_is_deed(block, i, content, bool(known)) for i in tops):
        return None
    if not known and marked and not clause:
        return None  # "is known to hikers as “the Needle's Eye”"
    if not known:
        return Reading(Act.SPEECH if marked and clause else Act.THOUGHT, Stance.ASSERTED)
    reading = known[0]
    if not marked and any(_says_a_thing(block, i) for i in tops):
        return None
    tells = clause or marked or any(tree.tokens[i].lemma in OF_EVENTS or _names_saying(block, i) for i in tokens)
    if reading.act in SAYING and not tells:
        return Reading(Act.THOUGHT, reading.stance)
    return Reading(reading.act, Stance.DENIED) if negated else reading


def _not_said(block: Block, tokens: range, content: tuple[Range, ...], saying: bool) -> bool:
    """Return whether the grammar negates the saying, asks for it, or withholds it: "declined to say whether …".

    :param tokens: those of the cue; :param saying: whether the cue is one of saying.
    """
    tree = block.tree
    tops = [top for place in content for top in _tops_in(block, place)]
    saying = saying or any(_names_saying(block, tree.tokens[top].head) for top in tops)
    if saying and any(tree.tokens[i].text.lower() in NEGATIONS for i in tokens):
        return True
    if tree.tokens[block.sentence(tokens[0]).first].text.lower() in _TURNED:
        return True
    if any(block.quotation_at(start) for start, _ in content):
        return False  # words between marks were said, whatever they ask or deny
    handed_on = [top for top in tops if tree.child(top, "ccomp") is not None]  # "is expected to rule that …"
    above = {tree.tokens[top].head for top in tops} - {*tops}
    verbs = {*tokens, *handed_on, *above}
    said = [i for i in verbs if tree.tokens[i].pos in VERBAL and (_says(block, i) or (saying and i in tokens))]
    refused = any(tree.tokens[i].lemma in {"refuse", "decline", "ask"} for i in tokens)
    nothing = refused and any(tree.tokens[i].lemma in SAYING_NOTHING for i in tops)
    return nothing or any(unsaid(tree, i) for i in said)


def _says(block: Block, verb: int) -> bool:
    """Return whether a verb is one of saying, whatever stands beside it."""
    readings = VERBS.get(block.tree.tokens[verb].lemma, {})
    return any(readings[it].act in SAYING for it in ("clause", "before", "quote") if it in readings)


def _tops_in(block: Block, place: Range) -> list[int]:
    return tops_of(block, tokens_of(block, place))


def _says_a_thing(block: Block, verb: int) -> bool:
    """Return whether "say" has an object and no clause: "the clock says ten past four"."""
    tree = block.tree
    return (
        tree.tokens[verb].lemma == "say"
        and tree.child(verb, "ccomp", "parataxis", "advcl") is None
        and any(tree.tokens[c].dep == "dobj" and c > verb for c in tree.children[verb])
    )


def _is_deed(block: Block, verb: int, content: tuple[Range, ...], known: bool) -> bool:
    """Return whether a verb tells what is done to a thing, and no content that can be said follows.

    :param known: whether the lists know a word of the cue.
    """
    tree = block.tree
    token = tree.tokens[verb]
    if not known and token.lemma in _CAUSING:
        return True
    if token.pos not in VERBAL or (known and token.lemma not in _HANDING):
        return False
    thing = tree.child(verb, "dobj")
    if thing is None or token.lemma in _MINDED or not any(thing in tokens_of(block, place) for place in content):
        return False
    if tree.child(verb, "ccomp") is not None or clause_of(block, thing) is not None:
        return False
    shown = tree.child(verb, "nsubj")
    if token.lemma == "show" and tree.child(verb, "dative") is None and (shown is None or not _acts(tree, shown)):
        return False
    lemma = tree.tokens[thing].lemma
    return not known or not (lemma in CLAIM_NOUNS or lemma in ATTITUDES or lemma in _TELLABLE or abstract(lemma))


def _acts(tree: Tree, subject: int) -> bool:
    """Return whether the subject of "show" is somebody, and no document that tells something."""
    token = tree.tokens[subject]
    return token.text.lower() not in DOCUMENTS and (animate(tree, subject) or token.lemma in BUSINESSES)


def _names_saying(block: Block, index: int) -> bool:
    return block.tree.tokens[index].pos == "NOUN" and block.tree.tokens[index].lemma in CLAIM_NOUNS


def _known(block: Block, index: int, content: tuple[Range, ...]) -> Reading | None:
    """Return what the lists say of one word of a cue."""
    token = block.tree.tokens[index]
    readings = VERBS.get(token.lemma) if token.pos in VERBAL else None
    if readings:
        starts_to = block.text[content[0][0] : content[0][1]].lower().startswith("to ")
        order = ("to", "object", *_COMPLEMENTS) if starts_to else _COMPLEMENTS
        return next((readings[it] for it in order if it in readings), next(iter(readings.values())))
    if token.pos in {"NOUN", "PROPN"} and token.lemma in CLAIM_NOUNS:
        return Reading(Act.SPEECH, CLAIM_NOUNS[token.lemma])
    if token.pos == "NOUN" and token.lemma in ATTITUDES:
        return Reading(Act.THOUGHT, ATTITUDES[token.lemma])
    if token.lemma in _SPEECH:
        return Reading(Act.SPEECH, Stance.ASSERTED)
    if token.lemma in _WRITING:
        return Reading(Act.WRITING, Stance.ASSERTED)
    if token.lemma in _INTENTIONS:
        return Reading(Act.INTENTION, Stance.PLANNED)
    return None


def tokens_of(block: Block, place: Range) -> range:
    """Return the indices of the tokens that stand in a place."""
    return range(block.tree.at(place[0]), min(block.tree.at(place[1] - 1) + 1, len(block.tree.tokens)))


def tops_of(block: Block, tokens: range) -> list[int]:
    """Return the tokens of a stretch that hang on none of the others."""
    heads = [block.tree.tokens[i].head for i in tokens]
    return [i for i, head in zip(tokens, heads, strict=True) if head == i or head not in tokens]


def has(block: Block, places: Iterable[Range], parts_of_speech: frozenset[str]) -> bool:
    """Return whether one of the words there is of one of these parts of speech."""
    return any(block.tree.tokens[i].pos in parts_of_speech for place in places for i in tokens_of(block, place))
