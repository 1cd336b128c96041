"""How sure it is that an attribution is there, in one word: what a confidence is worth, by what was measured."""

from __future__ import annotations

from enum import StrEnum

from twosource.model import Act, Statement, StatementKind


class Certainty(StrEnum):
    """How sure a statement is: that its words are attributed, in this report, to someone, and where they begin and end.

    It says nothing of whether what is told is true, nor of who a pronoun or a short name stands for.
    """

    CERTAIN = "certain"
    LIKELY = "likely"
    UNCERTAIN = "uncertain"


CERTAIN_FROM = 0.94
"""Least confidence of a statement that is called certain. Of the direct speech that a rule and the reader both see, no
share between 0.93 and 0.95 makes a difference; from 0.90 down, one half of the documents falls short of 98 %."""
LIKELY_FROM = 0.85
"""Least confidence of a statement that is called likely. At 0.80 it is right in a little less than 90 %, in each
half of the documents."""
MEASURED: dict[Certainty, tuple[int, int]] = {
    Certainty.CERTAIN: (314, 318),
    Certainty.LIKELY: (664, 722),
    Certainty.UNCERTAIN: (434, 652),
}
"""Statements that people marked too, and all, of the outermost ones in PolNeAR's dev part: 84 news articles.
``python -m bench.statements`` counts them anew. In the two halves of the documents certain ones are right in 171 of 173
and 143 of 145, likely ones in 388 of 419 and 276 of 303. Where the source must be the marked one too, in 309, 657 and
394 of them."""


def certainty(statement: Statement) -> Certainty:
    """Return how sure a statement is.

    Certain is only direct speech or writing with a named place of its source, that does not stand in another statement
    (the measure has none), and to whose confidence a rule and the trained reader both add.
    """
    if (
        statement.confidence >= CERTAIN_FROM
        and statement.kind is StatementKind.DIRECT
        and statement.act in (Act.SPEECH, Act.WRITING)
        and statement.source is not None
        and statement.parent is None
        and {"construct", "reader"} <= {reason.signal for reason in statement.reasons if reason.weight > 0}
    ):
        return Certainty.CERTAIN
    return Certainty.LIKELY if statement.confidence >= LIKELY_FROM else Certainty.UNCERTAIN


def measured(word: Certainty) -> str:
    """Return how often statements with this word were right: "314 of 318"."""
    right, all_ = MEASURED[word]
    return f"{right} of {all_}"
