"""What somebody is said not to have named, or not to have said, against words that a report gives as theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.differences.finding import Finding, Side, side, spoken
from twosource.differences.quotes import Quoted, quoted
from twosource.differences.scene import Scene, held
from twosource.differences.words import NAMING, REFERENCE, SAYING
from twosource.likeness import unit
from twosource.likeness.names import Named, names
from twosource.model import Paragraph, Reason, Sentence, Span, Statement, Strength, Token

SAID = 0.6
"""Least share of the meaning words and names of what was not said that a statement must have to say it after all."""
NEGATIONS = frozenset({"not", "n't", "never", "no", "without", "nor", "neither"})


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A stretch that says that somebody did not name something: the stretch, who, and the names that were left out."""

    span: Span
    speaker: str
    left_out: tuple[Named, ...]
    statement: Statement | None


def not_named(scene: Scene) -> Iterator[Finding]:
    """Find "without naming X" against words between the marks of the same speaker that hold X."""
    unnamed = [found for report in scene.reports for found in _unnamed(scene, report)]
    if not unnamed:
        return
    sentences = [(sentence, _names(scene, sentence)) for sentence in quoted(scene)]
    for missing in unnamed:
        for sentence, inside in sentences:
            if missing.speaker not in sentence.voices or sentence.span.overlap(missing.span):
                continue
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
                yield from _by_speaker(scene, paragraph, sentence, span, inside)


def _by_speaker(
    scene: Scene, paragraph: Paragraph, sentence: Sentence, span: Span, inside: tuple[Named, ...]
) -> Iterator[Unnamed]:
    """Yield the stretch with each speaker of its sentence: the innermost source whose own words stand there."""
    start, end = paragraph.start + sentence.start, paragraph.start + sentence.end
    speakers: dict[str, Statement | None] = {}
    for statement in scene.statements.get(span.report, ()):
        source = statement.source
        if source and start <= source.start < end and statement.chain and not source.overlap(span):
            speakers.setdefault(statement.chain[-1], statement)
    if not speakers:
        for id, known in scene.sources.items():
            subject = [m for m in known.mentions if m.report == span.report and start <= m.start < span.end]
            if any(_is_subject(paragraph, mention) for mention in subject):
                speakers.setdefault(id, None)
    if len(speakers) == 1:
        ((speaker, said),) = speakers.items()
        own = tuple(name for name in inside if not _is_speaker(scene, speaker, name))
        if own:
            yield Unnamed(span, speaker, own, said)


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
    for i in range(sentence.first, sentence.last):
        if tokens[i].head == at and i != at and tokens[i].text.lower() in NEGATIONS:
            return i
    return None


def _object_end(tokens: tuple[Token, ...], verb: int, sentence: Sentence) -> int:
    """Return the token after the object of a word of naming: the words below it, up to a comma or another clause."""
    last = verb + 1
    for i in range(verb + 1, sentence.last):
        if tokens[i].pos == "PUNCT" or tokens[i].dep in {"mark", "relcl", "advcl"} or not _below(tokens, i, verb):
            break
        last = i + 1
    return last


def _below(tokens: tuple[Token, ...], i: int, head: int) -> bool:
    for _ in range(len(tokens)):
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
