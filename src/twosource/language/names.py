"""The named things of a text, decided as the library's recogniser decides them, in a tenth of its time.

The recogniser takes one decision a token, from left to right, among six kinds of entity and more: no entity, one that
begins here, one of this token alone; inside an entity, that it goes on or ends. Its network sees the token, and inside
an entity its first and its last token too. Outside of entities a decision thus needs no other decision, so that all of
them are made at once here; only inside entities are they made one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
FEATURES = 3
"""Tokens that the network sees: the next, the first of the entity that is open, the last of it."""


class Entity(NamedTuple):
    """A named thing: its tokens ``first`` … ``last - 1``, and its label."""

    first: int
    last: int
    label: str


class Recogniser:
    """The named-entity recogniser of a pipeline, with its own loop over the tokens.

    :raises ValueError: if the recogniser is not of the kind whose decisions are known here.
    """

    def __init__(self, pipeline: Language) -> None:
        part: Any = pipeline.get_pipe("ner")
        self._vectors: Any = part.model.get_ref("tok2vec")
        self._lower: Any = part.model.get_ref("lower")
        self._upper: Any = part.model.get_ref("upper")
        if self._lower.get_dim("nF") != FEATURES or part.model.attrs.get("unseen_classes"):
            raise ValueError("the name recogniser of the language model is of another kind")
        named = (part.moves.get_class_name(at) for at in range(self._upper.get_dim("nO")))
        moves = [(name[:1], name[2:]) for name in named]  # "B-ORG", "O"
        self._label = [label for _, label in moves]
        self._begins = np.array([move == "B" and bool(label) for move, label in moves])
        self._alone = np.array([move == "U" and bool(label) for move, label in moves])
        self._closed = self._begins | self._alone | np.array([move == "O" for move, _ in moves])
        self._goes_on = {label: at for at, (move, label) in enumerate(moves) if move == "I"}
        self._ends = {label: at for at, (move, label) in enumerate(moves) if move == "L"}

    def of(self, docs: Sequence[Doc]) -> list[list[Entity]]:
        """Return the named things of each text, in order; no two overlap.

        :param docs: texts whose sentences are known: no entity runs over the end of one.
        """
        from spacy.attrs import IS_SPACE, SENT_START  # type: ignore[import-not-found]  # compiled code without types

        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return [[] for _ in docs]
        table = np.concatenate([doc.to_array([IS_SPACE, SENT_START]) for doc in filled]).astype(np.int64)
        spaces, starts = table[:, 0] == 1, table[:, 1] == 1
        ends = np.cumsum([len(doc) for doc in filled])
        stops = np.append(starts[1:], True)  # an entity cannot go on behind this token
        stops[ends - 1] = True
        parts: Floats = self._lower.predict(self._vectors.predict(filled))
        scores = self._scores(parts[1:, 0] + parts[0, 1] + parts[0, 2])
        scores[:, ~self._closed] = -np.inf
        scores[np.ix_(spaces | stops, self._begins)] = -np.inf
        scores[np.ix_(spaces, self._alone)] = -np.inf
        found = self._decided(scores.argmax(axis=1), parts, stops)
        return self._by_text(docs, found)

    def _scores(self, features: Floats) -> Floats:
        """Return the score of every decision from the sum of the features, one row each."""
        hidden: Floats = (features + self._lower.get_param("b")).max(axis=2)
        scores: Floats = self._upper.predict(np.ascontiguousarray(hidden))
        return scores

    def _decided(self, closed: NDArray[np.int64], parts: Floats, stops: NDArray[np.bool_]) -> Iterator[Entity]:
        """Yield the entities in order; tokens are counted through all texts."""
        behind = 0
        for at in np.flatnonzero(self._begins[closed] | self._alone[closed]).tolist():
            if at < behind:
                continue  # inside the entity before
            move = int(closed[at])
            label = self._label[move]
            behind = at + 1
            if self._begins[move]:
                while not self._closes(parts, at, behind, label, bool(stops[behind])):
                    behind += 1
                behind += 1
            yield Entity(at, behind, label)

    def _closes(self, parts: Floats, first: int, at: int, label: str, stop: bool) -> bool:
        """Return whether the open entity ends with this token."""
        if stop:
            return True
        scores = self._scores((parts[at + 1, 0] + parts[first + 1, 1] + parts[at, 2])[np.newaxis])[0]
        goes_on, ends = self._goes_on[label], self._ends[label]
        return bool(scores[ends] > scores[goes_on] or (scores[ends] == scores[goes_on] and ends < goes_on))

    @staticmethod
    def _by_text(docs: Sequence[Doc], found: Iterator[Entity]) -> list[list[Entity]]:
        named: list[list[Entity]] = []
        start = 0
        entity = next(found, None)
        for doc in docs:
            end = start + len(doc)
            own = []
            while entity is not None and entity.first < end:
                own.append(Entity(entity.first - start, entity.last - start, entity.label))
                entity = next(found, None)
            named.append(own)
            start = end
        return named
