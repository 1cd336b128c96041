"""Whether one claim strengthens or weakens another (ClaimDiff): a small classifier over what a judge sees in the pair.

Classifiers are logistic regressions of scikit-learn, cross-validated by topic: no pair is judged by one that has seen
its topic, so these are figures on the train part for which nothing was trained on what is judged. The two classes are
given the same weight, since always saying yes is right for 69 in 100 pairs of the one part and wrong for 89 of the
other; hence the F1 of both answers stand beside the accuracy, and how often a pair with the relation is ranked above
one without (the area under the ROC curve), which hangs on no threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log1p

from bench.claim_judges import OURS, PEERS, answers, classifier
from bench.claim_sets import Pair, PairSet
from bench.metrics import Count
from bench.scoring import Figures

FOLDS = 10
NO = ("not", "n't", "n’t", "no", "never", "without", "deny", "denied", "denies")
AGAINST = ("but", "however", "although", "despite", "while", "yet")
COMMONER = "the commoner answer"

Features = Mapping[str, float]


def swapped(pair: Pair) -> Pair:
    """Return a pair the other way round."""
    return Pair(pair.second, pair.first, pair.same, pair.kind, pair.topic)


def judged(pairs: Sequence[Pair]) -> list[Features]:
    """Return what our judge sees in each pair, both ways, beside how the two are worded.

    :raises ImportError: if scikit-learn is not installed.
    """
    both = answers([*pairs, *map(swapped, pairs)])
    likeness = {name: peer(pairs) for name, peer in PEERS.items()}
    rows: list[Features] = []
    for number, (pair, there, back) in enumerate(zip(pairs, both[: len(pairs)], both[len(pairs) :], strict=True)):
        row: dict[str, float] = {
            **there.features,
            **worded(pair),
            **{name: scores[number] for name, scores in likeness.items()},
        }
        for name, answer in (("there", there), ("back", back)):
            row |= {f"score {name}": answer.score, f"same {name}": float(answer.same is True)}
            row[f"another {name}"] = float(answer.same is False)
        rows.append(row)
    return rows


def worded(pair: Pair) -> dict[str, float]:
    """Return how the two texts of a pair are worded: size, what one holds of the other, words of no and of but."""
    row = {}
    words = [pair.first.lower().split(), pair.second.lower().split()]
    for name, own, other in (("first", *words), ("second", *reversed(words))):
        row[f"size of the {name}"] = log1p(len(own))
        row[f"held of the {name}"] = len({*own} & {*other}) / max(len({*own}), 1)
        row[f"no in the {name}"] = float(any(word.endswith(NO[1:3]) or word in NO for word in own))
        row[f"but in the {name}"] = float(any(word.strip(",") in AGAINST for word in own))
        row[f"figures in the {name}"] = float(any(letter.isdigit() for word in own for letter in word))
        row[f"marks in the {name}"] = float(any(mark in word for word in own for mark in '"“”'))
    return row


def validated(pairs: Sequence[Pair], rows: Sequence[Features]) -> list[float]:
    """Return the probability of a yes for each pair, by a classifier that has not seen its topic.

    :raises ImportError: if scikit-learn is not installed.
    """
    from sklearn.model_selection import GroupKFold

    wanted = [pair.same for pair in pairs]
    topics = [pair.topic for pair in pairs]
    found = [0.0] * len(pairs)
    for seen, unseen in GroupKFold(min(FOLDS, len(set(topics)))).split(rows, wanted, topics):
        learner = classifier(balanced=True)
        learner.fit([rows[i] for i in seen], [wanted[i] for i in seen])
        for i, (_, yes) in zip(unseen, learner.predict_proba([rows[i] for i in unseen]), strict=True):
            found[i] = float(yes)
    return found


def figures(pairs: Sequence[Pair], probabilities: Sequence[float]) -> Figures:
    """Return how good probabilities are; an F1 is a count too: twice what is right of what is said and wanted."""
    wanted = [pair.same for pair in pairs]
    said = [yes >= 0.5 for yes in probabilities]
    yes = [p for p, pair in zip(probabilities, pairs, strict=True) if pair.same]
    no = [p for p, pair in zip(probabilities, pairs, strict=True) if not pair.same]
    above = sum(2 * (a > b) + (a == b) for a in yes for b in no)
    return {
        "accuracy": Count(sum(map(bool.__eq__, said, wanted)), len(pairs)),
        "F1 of yes": _f1(said, wanted, of=True),
        "F1 of no": _f1(said, wanted, of=False),
        "ranked right": Count(above, 2 * len(yes) * len(no)),
    }


def _f1(said: Sequence[bool], wanted: Sequence[bool], *, of: bool) -> Count:
    both = sum(a is of and b is of for a, b in zip(said, wanted, strict=True))
    return Count(2 * both, sum(it is of for it in said) + sum(it is of for it in wanted))


def by_method(sets: Sequence[PairSet], *, alone: bool = False) -> dict[str, dict[str, Figures]]:
    """Return the figures on each set, by its key and the method; of ours alone if asked for.

    The sets hold the same pairs with another relation each, so what is seen in them is looked for once.

    :raises ImportError: if scikit-learn is not installed.
    """
    found: dict[str, dict[str, Figures]] = {}
    seen: dict[tuple[tuple[str, str], ...], dict[str, Sequence[Features]]] = {}
    methods: dict[str, Callable[[Sequence[Pair]], Sequence[Features]]] = {OURS: judged}
    for name, peer in {} if alone else PEERS.items():
        methods[name] = lambda pairs, peer=peer: [{"likeness": score} for score in peer(pairs)]  # type: ignore[misc]
    for it in sets:
        key = tuple((pair.first, pair.second) for pair in it.judged)
        if key not in seen:
            seen[key] = {name: method(it.judged) for name, method in methods.items()}
        found[it.key] = {name: figures(it.judged, validated(it.judged, rows)) for name, rows in seen[key].items()}
        if not alone:
            common = float(2 * sum(pair.same for pair in it.judged) >= len(it.judged))
            found[it.key][COMMONER] = figures(it.judged, [common] * len(it.judged))
    return found
