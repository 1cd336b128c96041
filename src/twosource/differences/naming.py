"""What somebody is said not to have named, or not to have said, against words that a report gives as theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from twosource.differences.finding import Finding, Side, side, spoken
from twosource.differences.quotes import Quoted, quoted
from twosource.differences.scene import Scene, held
from twosource.differences.words import NAMING, REFERENCE, SAYING
from twosource.likeness import unit
from twosource.likeness.names import Named, names
from twosource.model import Paragraph, Reason, Sentence, Span, Strength, Token

SAID = 0.6
"""Least share of the meaning words and names of what was not said that a statement must have to say it after all."""
NEGATED_WITHIN = 8
"""Words beside a word of naming within which its negation stands."""
OBJECT_WORDS = 15
"""Most words of what was not named."""
MOST = 60
"""Most such stretches of a story that are looked at; a story has a handful."""
NEGATIONS = frozenset({"not", "n't", "never", "no", "without", "nor", "neither"})


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A stretch that says that somebody did not name something: the stretch, who, and the names that were left out."""

    span: Span
    speaker: str
    left_out: tuple[Named, ...]


def not_named(scene: Scene) -> Iterator[Finding]:
    """Find "without naming X" against words between the marks of the same speaker that hold X."""
    unnamed = list(islice((found for report in scene.reports for found in _unnamed(scene, report)), MOST))
    if not unnamed:
        return
    spoken_by: dict[str, list[Quoted]] = {}
    for sentence in quoted(scene):
        for voice in sorted(sentence.voices):
            spoken_by.setdefault(voice, []).append(sentence)
    for missing in unnamed:
        for sentence in spoken_by.get(missing.speaker, ()):
            if sentence.span.overlap(missing.span):
                continue
            inside = _names(scene, sentence)
            hit = next((n for name in missing.left_out for n in inside if name.key and name.agrees(n)), None)
            if hit is None:
                continue
            yield Finding(
                kind="not named, but named between the marks",
                strength=Strength.STRONG,
                a=_missing_side(scene, missing),
                b=Side(sentence.span, sentence.chain, scene.report(sentence.span.report).date),
                gloss=f"two utterances, or the words between the marks are not the speaker's own: “{hit.surface}”",
                reasons=(Reason("named", f"“{hit.surface}” stands between the marks of the same speaker"),),
                topic=("naming", missing.span, hit.key),
                rank=(float(sentence.span.report == missing.span.report),),
            )


def _names(scene: Scene, sentence: Quoted) -> tuple[Named, ...]:
    paragraph = scene.paragraph(sentence.span)
    return unit(paragraph, sentence.span).names if paragraph else ()


def _missing_side(scene: Scene, missing: Unnamed) -> Side:
    return Side(missing.span, (), scene.report(missing.span.report).date)


def _unnamed(scene: Scene, report: str) -> Iterator[Unnamed]:
    for paragraph in scene.paragraphs.get(report, ()):
        tokens = paragraph.parse.tokens
        for sentence in paragraph.parse.sentences:
            for verb in range(sentence.first, sentence.last):
                found = _left_out(paragraph, sentence, verb)
                if found is None:
                    continue
                first, last, inside = found
                span = scene.report(report).span(
                    paragraph.start + tokens[first].start, paragraph.start + tokens[last - 1].end
                )
                speaker = _speaker(scene, paragraph, sentence, span)
                own = tuple(name for name in inside if speaker and not _is_speaker(scene, speaker, name))
                if speaker and own:
                    yield Unnamed(span, speaker, own)


def _speaker(scene: Scene, paragraph: Paragraph, sentence: Sentence, span: Span) -> str | None:
    """Return the one speaker of a sentence: whose statement it tells, else the source that is its subject."""
    start, end = paragraph.start + sentence.start, paragraph.start + sentence.end
    speakers = {
        statement.chain[-1]
        for statement in scene.statements.get(span.report, ())
        if statement.source and start <= statement.source.start < end and statement.chain
        if not statement.source.overlap(span)
    }
    if not speakers:
        speakers = {
            id
            for id, known in scene.sources.items()
            for mention in known.mentions
            if mention.report == span.report and start <= mention.start < end and _is_subject(paragraph, mention)
        }
    return next(iter(speakers)) if len(speakers) == 1 else None


def _is_subject(paragraph: Paragraph, mention: Span) -> bool:
    return any(
        token.dep in {"nsubj", "nsubjpass"}
        and mention.start <= paragraph.start + token.start
        and paragraph.start + token.end <= mention.end
        for token in paragraph.parse.tokens
    )


def _is_speaker(scene: Scene, speaker: str, name: Named) -> bool:
    source = scene.sources.get(speaker)
    return source is not None and any(
        set(name.key) & set(variant.lower().split()) for variant in (source.name, *source.variants)
    )


def _left_out(paragraph: Paragraph, sentence: Sentence, verb: int) -> tuple[int, int, tuple[Named, ...]] | None:
    """Return the tokens of "without naming X", "did not mention X", "made no mention of X", and the names X."""
    tokens = paragraph.parse.tokens
    token = tokens[verb]
    if not (token.lemma in NAMING and token.pos == "VERB") and not (token.lemma in REFERENCE and token.pos == "NOUN"):
        return None
    negation = _negation(tokens, verb, sentence)
    if negation is None:
        return None
    last = _object_end(tokens, verb, sentence)
    inside = names(paragraph.parse, verb + 1, last)
    return (min(negation, verb), last, inside) if inside else None


def _negation(tokens: tuple[Token, ...], at: int, sentence: Sentence) -> int | None:
    """Return the token that negates a word of naming: on it, before it ("without"), or on its verb."""
    up = tokens[at].head
    if tokens[up].text.lower() == "without" and up < at:
        return up
    for i in range(max(sentence.first, at - NEGATED_WITHIN), min(sentence.last, at + NEGATED_WITHIN)):
        if tokens[i].head == at and i != at and tokens[i].text.lower() in NEGATIONS:
            return i
    return None


def _object_end(tokens: tuple[Token, ...], verb: int, sentence: Sentence) -> int:
    """Return the token after the object of a word of naming: the words below it, up to a comma or another clause."""
    last = verb + 1
    for i in range(verb + 1, min(sentence.last, verb + 1 + OBJECT_WORDS)):
        if tokens[i].pos == "PUNCT" or tokens[i].dep in {"mark", "relcl", "advcl"} or not _below(tokens, i, verb):
            break
        last = i + 1
    return last


def _below(tokens: tuple[Token, ...], i: int, head: int) -> bool:
    for _ in range(OBJECT_WORDS):
        if i == head:
            return True
        up = tokens[i].head
        if up == i:
            return False
        i = up
    return False


def not_said(scene: Scene) -> Iterator[Finding]:
    """Find "did not say that …" against a statement of the same speaker that says it."""
    for i, j in scene.pairs:
        for silent, told in ((i, j), (j, i)):
            a, b = scene.items[silent], scene.items[told]
            if not (a.unit.negated and a.unit.predicate in SAYING) or b.unit.negated or b.statement is None:
                continue
            speaker = b.statement.chain[-1:]
            if not speaker or a.span.overlap(b.span) or not _spoken_by(scene, a.unit.agent.names, speaker[0]):
                continue
            if held(b.unit, a.unit) < SAID:
                continue
            yield Finding(
                kind="said, or not said",
                strength=Strength.STRONG if b.statement.quoted else Strength.MEDIUM,
                a=side(scene, a),
                b=spoken(scene, b.statement, b.span),
                gloss="one report says that it was not said, the other gives it as said: perhaps on two occasions",
                reasons=(Reason("said", "the same speaker, and most of the words"),),
                topic=("said", scene.claim_of.get(silent, -1 - silent), scene.claim_of.get(told, -1 - told)),
            )


def _spoken_by(scene: Scene, agents: tuple[Named, ...], speaker: str) -> bool:
    return any(_is_speaker(scene, speaker, name) for name in agents)
