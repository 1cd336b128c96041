"""A denial against what it denies, something against its negation, a plan against "no plan"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from twosource.claims.pairs import DENYING
from twosource.claims.told import Told
from twosource.differences.finding import Finding, side
from twosource.differences.scene import Scene, held, share_name
from twosource.differences.words import ACCEPTING, ALLEGED, ALLEGING, DROPPING, FIRST, RULING_OUT, SAYING, UP_TO
from twosource.likeness.modality import Modality
from twosource.likeness.thesaurus import akin
from twosource.likeness.units import SUBJECTS
from twosource.likeness.verdict import has_word
from twosource.likeness.words import LIGHT_VERBS, NEGATIONS, REFUSALS
from twosource.model import Reason, Relation, Span, Stance, Strength

SAME_THING = -0.6
"""Log-odds of ``twosource.likeness``, negation and stance left aside, from which a denied content and a mention are
about one thing; between here and ``CLEARLY`` the tension is medium."""
HELD = 0.6
"""Least share of the meaning words and names of what is negated that the other side must have too."""
HELD_CLAIM = 0.5
"""The same for a denied content, whose frame says already that it answers a claim."""
SHARED = 2
"""Least meaning words and names in common."""
COMPLEMENTS = frozenset({"pobj", "dobj", "attr", "acomp", "xcomp", "oprd", "dative"})
"""Relations of the words that a verb needs; what says when, or which one is meant, is left out."""
HEADS = COMPLEMENTS | SUBJECTS | {"conj", "appos"}
"""Relations of the words that are told of, not of those that describe them."""
COMMON = frozenset(f"pobj {word}" for word in "in on to for of by from with at as".split())
"""Relations behind prepositions that one sentence holds several times."""
CORE = 0.5
"""Least share of the core of what is denied that the other side must tell; of what is negated, ``NEGATED_CORE``."""
NEGATED_CORE = 0.6
FOCUS = frozenset(("not", word) for word in ("just", "only", "merely", "simply", "necessarily", "yet"))
"""Negations that leave standing what they stand before: "it is not just the ferry"."""
LOOK_BACK = 30
"""Pieces before a denial among which those of the sentence before it stand."""
MOST_DROPPED = 60
"""Most pieces of a story with a dropped plan that are looked at; a story has a handful."""
_UNSURE = frozenset({Stance.ASKED, Stance.CONDITIONAL, Stance.DEMANDED})


def denials(scene: Scene) -> Iterator[Finding]:
    """Find what one source denies and another tells."""
    yield from _pointing_back(scene)
    for i, j in scene.pairs:
        for claim, denial in ((i, j), (j, i)):
            found = _denied(scene, claim, denial)
            if found:
                yield found


def _stance(item: Told) -> Stance:
    return item.statement.stance if item.statement else Stance.ASSERTED


def _is_denial(item: Told) -> bool:
    return _stance(item) is Stance.DENIED


def _pointing_back(scene: Scene) -> Iterator[Finding]:
    """Find denials of "such plans": the claim is what the sentence before tells."""
    for number, item in enumerate(scene.items):
        if item.before is None or not _is_denial(item):
            continue
        claim = _told_before(scene, number)
        if claim is None:
            continue
        told = scene.items[claim]
        if scene.tellers(told) & scene.tellers(item):
            continue
        yield _finding(scene, claim, number, Reason("points back", "the denial takes up the sentence before it"), True)


def _told_before(scene: Scene, number: int) -> int | None:
    """Return the first piece of the sentence before a piece: what a source tells there goes before the rest."""
    item = scene.items[number]
    sentence = _sentence_before(scene, item.span)
    if sentence is None:
        return None
    near = range(max(0, number - LOOK_BACK), number)
    inside = [k for k in near if sentence.contains(scene.items[k].span)]
    attributed = [k for k in inside if scene.items[k].statement is not None]
    return next(iter(attributed or inside), None)


def _sentence_before(scene: Scene, span: Span) -> Span | None:
    """Return the sentence before a piece, in its paragraph or at the end of the paragraph before."""
    for paragraph in scene.paragraphs_up_to(span):
        ended = [s for s in paragraph.parse.sentences if paragraph.start + s.end <= span.start]
        if ended:
            return scene.report(span.report).span(paragraph.start + ended[-1].start, paragraph.start + ended[-1].end)
    return None


def _denied(scene: Scene, claim: int, denial: int) -> Finding | None:
    told, denied = scene.items[claim], scene.items[denial]
    if not _is_denial(denied) or denied.before is not None or _stance(told) in DENYING | _UNSURE:
        return None
    if scene.tellers(told) & scene.tellers(denied) or told.unit.negated or told.unit.predicate in REFUSALS:
        return None
    if _contained(told, denied) or not ALLEGING.isdisjoint(told.unit.content):
        return None
    share, inner = held(denied.unit, told.unit), core_held(denied, told)
    if inner < CORE or not share_name(told.unit, denied.unit) or not _enough(told, denied):
        return None
    alike = scene.judge(claim, denial).score >= SAME_THING
    if not alike and (share < HELD_CLAIM or inner < NEGATED_CORE):
        return None
    reason = Reason("denied", f"{round(100 * share)} % of what is denied is told by the other side")
    return _finding(scene, claim, denial, reason, inner == 1.0 or alike)


def core(item: Told) -> frozenset[str]:
    """Return the words that say what is told of the subject: the main verb, its objects and what is linked to it."""
    unit = item.unit
    words = {lemma for lemma, dep, _ in unit.slots if dep.split(" ")[0] in COMPLEMENTS}
    if unit.predicate in unit.content:
        words.add(unit.predicate)
    return frozenset(words) - {unit.agent.lemma} - DROPPING


def core_held(item: Told, other: Told) -> float:
    """Return the share of a piece's core that the other piece tells too (0 where it has none)."""
    words = core(item)
    told = other.unit.content | {other.unit.predicate} | {lemma for lemma, _, _ in other.unit.slots}
    return sum(has_word(word, told) for word in sorted(words)) / len(words) if words else 0.0


def other_object(a: Told, b: Told) -> bool:
    """Return whether a preposition leads elsewhere in the two: "around the island", "around Sarn"."""
    heads = [lemma for lemma, dep, _ in a.unit.slots if dep.split(" ")[0] in HEADS]
    for lemma, dep, up in sorted(b.unit.slots):
        placed = dep.startswith("pobj ")
        rare = dep not in COMMON
        there = [x for x, d, u in a.unit.slots if placed and d == dep and (rare or akin(u, up))]
        if there and not any(akin(lemma, head) or head.endswith(lemma) or lemma.endswith(head) for head in heads):
            return True
    return False


def _contained(a: Told, b: Told) -> bool:
    return bool(a.span.overlap(b.span))


def _enough(a: Told, b: Told) -> bool:
    words = sum(has_word(lemma, b.unit.content) for lemma in a.unit.content)
    names = sum(any(name.agrees(other) for other in b.unit.names) for name in a.unit.names)
    return words + names >= SHARED


def _finding(scene: Scene, claim: int, denial: int, reason: Reason, clear: bool) -> Finding:
    a, b = scene.items[claim], scene.items[denial]
    return Finding(
        kind="claim against denial",
        strength=Strength.STRONG if clear else Strength.MEDIUM,
        a=side(scene, a),
        b=side(scene, b),
        gloss="a claim and its denial, each by its own source",
        reasons=(reason,),
        topic=("denial", _claim(scene, claim), _claim(scene, denial)),
        rank=_plainness(scene, claim, denial),
    )


def _claim(scene: Scene, number: int) -> int:
    """Return a number that the mentions of one claim share."""
    return scene.claim_of.get(number, -1 - number)


def _plainness(scene: Scene, i: int, j: int) -> tuple[float, ...]:
    """Rank a pair by how plain its mentions are, and pairs in one report before others."""
    return (
        float(scene.items[i].report != scene.items[j].report),
        float((i not in scene.plain) + (j not in scene.plain)),
        -scene.judge(i, j).score,
    )


def negations(scene: Scene) -> Iterator[Finding]:
    """Find what one side tells and another says is not so."""
    for i, j in scene.pairs:
        for claim, negated in ((i, j), (j, i)):
            found = _negated(scene, claim, negated)
            if found:
                yield found


def _negated(scene: Scene, claim: int, negated: int) -> Finding | None:
    a, b = scene.items[claim], scene.items[negated]
    if not b.unit.negated or a.unit.negated or _stance(a) in DENYING | _UNSURE or _stance(b) in DENYING | _UNSURE:
        return None
    if scene.tellers(a) & scene.tellers(b) or _contained(a, b) or not NEGATIONS.isdisjoint(a.unit.words):
        return None
    if FIRST & set(a.unit.words) and UP_TO & set(b.unit.words):
        return None
    if (
        b.unit.predicate in SAYING
        or not FOCUS.isdisjoint(pairwise(b.unit.words))
        or a.unit.modality is not b.unit.modality
        or Modality.CONDITION in (a.unit.modality,)
    ):
        return None
    if not share_name(a.unit, b.unit) or held(b.unit, a.unit) < HELD or not _enough(a, b):
        return None
    inner = core_held(b, a)
    if inner < NEGATED_CORE or _dropped_acts(b) or other_object(a, b):
        return None
    if not akin(a.unit.predicate, b.unit.predicate) and b.unit.agent.lemma not in ALLEGED:
        return None
    score = scene.judge(claim, negated).score
    return Finding(
        kind="claim against negation",
        strength=Strength.STRONG if score >= SAME_THING else Strength.MEDIUM,
        a=side(scene, a),
        b=side(scene, b),
        gloss="one says that it is so, the other that it is not",
        reasons=(Reason("negation", "the same thing, negated on one side", round(score, 2)),),
        topic=("negation", _claim(scene, negated)),
        rank=_plainness(scene, claim, negated),
    )


def plans(scene: Scene) -> Iterator[Finding]:
    """Find "no plan to", "ruled out" and the like against an agreement, an acceptance or a plan of the same act."""
    dropped = ((n, acts) for n, item in enumerate(scene.items) if (acts := _dropped_acts(item)))
    ahead = [n for n, item in enumerate(scene.items) if _looks_ahead(item)]
    for negated, acts in islice(dropped, MOST_DROPPED):
        for claim in ahead:
            if claim != negated and _comes_about(scene, claim, negated, acts):
                yield _plan(scene, claim, negated, acts)


def _looks_ahead(item: Told) -> bool:
    """Return whether a piece tells that something is to come about."""
    unit = item.unit
    if unit.negated or _stance(item) in DENYING | _UNSURE:
        return False
    return unit.modality is Modality.FUTURE or unit.predicate in ACCEPTING


def _dropped_acts(item: Told) -> frozenset[str]:
    """Return the acts that a piece says are not to come about; empty for any other piece."""
    unit = item.unit
    refusing = unit.negated and bool(
        ((unit.negated_words | {unit.predicate} | unit.content) & DROPPING and unit.modality is Modality.FUTURE)
        or unit.negated_words & DROPPING
    )
    if not refusing and not (unit.predicate in RULING_OUT and not unit.negated):
        return frozenset()
    verbs = {lemma for lemma, _, _ in unit.slots}
    return frozenset(verbs & unit.content) - DROPPING - RULING_OUT - LIGHT_VERBS


def _comes_about(scene: Scene, claim: int, negated: int, acts: frozenset[str]) -> bool:
    a, b = scene.items[claim], scene.items[negated]
    if scene.tellers(a) & scene.tellers(b) or _contained(a, b):
        return False
    mates = [scene.items[k].unit for k in scene.mates(claim)]
    told = frozenset(word for unit in mates for word in unit.content | {unit.predicate})
    actors = [name for unit in mates for name in (*unit.agent.names, *unit.names)]
    wanted = [name for name in b.unit.names if name.slot[0] in SUBJECTS] or list(b.unit.names)
    return any(name.agrees(actor) for name in wanted for actor in actors) and any(has_word(act, told) for act in acts)


def _plan(scene: Scene, claim: int, negated: int, acts: frozenset[str]) -> Finding:
    item = scene.items[claim]
    shared = ", ".join(sorted(act for act in acts))
    relation = Relation.VERBATIM if claim in scene.plain else Relation.REWORDED
    return Finding(
        kind="plan against its negation",
        strength=Strength.STRONG,
        a=side(scene, item),
        b=side(scene, scene.items[negated]),
        gloss="not strictly incompatible: what is agreed to may have no date or plan yet; mind who speaks, and when",
        reasons=(Reason("act", f"what is not planned: {shared}"), Reason("actors", "the same, by name")),
        topic=("denial", _claim(scene, claim), _claim(scene, negated)),
        rank=(float(relation is not Relation.VERBATIM), float(item.report != scene.items[negated].report)),
    )
