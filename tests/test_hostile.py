"""Text that nobody writes in good faith: no crash, work linear in the length, every offset exact, the text unchanged.

Work is counted, not timed: the lines that run. What the libraries do below is kept linear by what is
handed to them, which the tests of the parser and of the patterns check.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import cycle, islice, pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import twosource
from twosource.errors import InputError, OverLimit
from twosource.language import language
from twosource.model import Case, Report
from twosource.options import Limits, Options
from twosource.reading import read_page, read_text
from twosource.statements import statements
from twosource.statements.marks import quotations
from twosource.times import times

PACKAGE = Path(twosource.__file__).parent
COUNTED = tuple(str(PACKAGE / folder) for folder in ("reading", "language", "times", "statements"))
"""Where work is counted."""
WORDS = "the ferry of Orrin left Halden with forty cars before the council met and nobody knew why it had turned"
SMALL, LARGE = 120, 480
"""Words, or what counts as one, of the two texts that are compared."""
GROWTH = 1.5
"""Most that the work may grow beyond the text: sizes that a rule has a bound for are not reached by the small text."""


def words(count: int) -> list[str]:
    return list(islice(cycle(WORDS.split()), count))


SHAPES: dict[str, Callable[[int], str]] = {
    "no end of a sentence": lambda n: " ".join(words(n)),
    "capitals": lambda n: " ".join(words(n)).upper(),
    "straight marks": lambda n: '"' * n,
    "opening marks": lambda n: "“" * n,
    "closing marks": lambda n: "”" * n,
    "nested marks": lambda n: "“‘" * (n // 4) + "it left" + "’”" * (n // 4),
    "single marks": lambda n: "' " * n,
    "mixed marks": lambda n: "“\"'‘„«»’” " * (n // 10),
    "marks around every second word": lambda n: '"ferry" said ' * (n // 2),
    "an open mark": lambda n: "“" + " ".join(words(n)),
    "quotations": lambda n: '"Ferry left," Orrin said. ' * (n // 4),
    "brackets": lambda n: "(it " * (n // 2) + ") " * (n // 2),
    "commas": lambda n: ", ".join(words(n)),
    "scripts": lambda n: "Orrin сказал 他说 قال said ферри 船 Halden " * (n // 8),
    "from right to left": lambda n: "\u202bקבע המועצה\u202c said Orrin قال المجلس \u200f" * (n // 6),
    "accents": lambda n: ("e" + "\u0301" * 300 + " said Orrin. ") * (n // 20),
    "accents alone": lambda n: "e" + "\u0301" * n,
    "unseen in names": lambda n: "Hanne Kor\u200bva said that the fer\u00adry left. " * (n // 7),
    "unseen alone": lambda n: "a" + "\u200b\u200d\u2060\ufeff" * n,
    "said": lambda n: "he said " * (n // 2),
    "according to": lambda n: "according to Orrin, it left, " * (n // 5),
    "layers": lambda n: "Orrin said that " * (n // 3) + "it left.",
    "told": lambda n: "told Orrin that " * (n // 3),
    "one word": lambda n: "a" * (5 * n),
    "one word of marks": lambda n: "a.b-c/" * n,
    "figures": lambda n: "1,2." * n,
    "dates": lambda n: "on Monday last year " * (n // 4),
    "pictures": lambda n: "😀👩‍👩‍👧 said " * (n // 2),
    "gaps": lambda n: "Orrin" + " " * (5 * n) + "said\tit\xa0left.\t" * (n // 4),
    "lines": lambda n: "".join(f"It left{end}Orrin said.{end}" for end in ("\r\n", "\r", "\u2028", "\x85")) * (n // 20),
    "marks left open on every line": lambda n: "“Orrin left the ferry and nobody knew why it had\n\n" * (n // 9),
    "labels": lambda n: "".join(f"ORRIN: the ferry left {at} times.\n\n" for at in range(n // 6)),
    "captions": lambda n: "".join(f"A ferry at pier {at} (Orrin Wire)\n\n" for at in range(n // 7)),
    "not said": lambda n: "Orrin did not go to say " * (n // 6) + "it left.",
    "not said by layers": lambda n: "she refused to say whether " * (n // 5) + "it left.",
    "verbs in a row": lambda n: "said Orrin, adding, denying, saying and told " * (n // 8) + "it left.",
    "words of sayings": lambda n: "claims reports statement warning said plan fear " * (n // 7),
    "a reader's words": lambda n: "Orrin lauded the ferry, slammed it, " * (n // 6),
    "marks set apart": lambda n: "“ It left ” , said Orrin , " * (n // 8),
    "straight marks set apart": lambda n: '" It left " , said Orrin , ' * (n // 8),
    "paragraphs of speech": lambda n: "“It left the pier at ten,” said Orrin.\n\n" * (n // 8),
    "paragraphs of marks": lambda n: "“It left the pier at ten.”\n\n" * (n // 6),
    "paragraphs that go on": lambda n: "“It left the pier at ten.\n\n" * (n // 6),
    "paragraphs of speakers": lambda n: "".join(
        f"Orrin A{at}: “It left at ten,” said Hanne B{at}.\n\n" for at in range(n // 9)
    ),
    "days of saying": lambda n: "Orrin said on Monday that it left.\n\n" * (n // 7),
    "half characters": lambda n: "Orrin said \ufffd it left. " * (n // 5),
}


def found(text: str) -> tuple[Report, Case]:
    """Return the report of a text, and its case after the stages that read it."""
    report = read_text(text.encode(), "a.txt", "a.txt", Options(language="en"))
    return report, statements(times(language(Case(reports=(report,)))))


def lines_run(job: Callable[[], Any]) -> int:
    """Return how many lines run in a job, where they are counted."""
    count = 0

    def each(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return each

    def entered(frame: FrameType, event: str, argument: Any) -> Any:
        return each if frame.f_code.co_filename.startswith(COUNTED) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        job()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_hostile_text_is_read_in_linear_work_and_every_offset_is_exact(shape: str) -> None:
    small, large = SHAPES[shape](SMALL), SHAPES[shape](LARGE)
    report, case = found(large)  # counted only when what is kept for words that come again is kept
    assert report.text == large
    for paragraph in case.paragraphs:
        assert large[paragraph.start : paragraph.end] == paragraph.parse.text
        places = [(token.start, token.end) for token in paragraph.parse.tokens]
        assert all(start < end for start, end in places)
        assert all(end <= following for (_, end), (following, _) in pairwise(places))
        assert not places or places[-1][1] <= len(paragraph.parse.text)
    for statement in case.statements:
        for span in (*statement.content, *statement.quoted, statement.cue, statement.source):
            assert span is None or (span.text and large[span.start : span.end] == span.text)
    for time in case.times:
        assert large[time.span.start : time.span.end] == time.span.text
    work = [lines_run(lambda text=text: found(text)) for text in (small, large)]  # type: ignore[misc]
    assert work[1] <= work[0] * len(large) / len(small) * GROWTH, work


def test_the_count_of_work_finds_what_is_quadratic() -> None:
    def quadratic(text: str) -> None:
        for _ in text:
            quotations(text)

    work = [lines_run(lambda size=size: quadratic("“It” " * size)) for size in (5, 20)]  # type: ignore[misc]
    assert work[1] > 12 * work[0] > 0


def test_a_long_paragraph_is_read_to_its_end() -> None:
    text = "The ferry of Orrin left, and nobody knew why. " * 500 + "“It turned,” said Hanne Korva of Halden."
    case = found(text)[1]
    assert len(text) > Limits().paragraph_characters
    assert [s.source.text for s in case.statements if s.source][-1:] == ["Hanne Korva of Halden"]


def test_control_characters_make_a_file_no_text() -> None:
    with pytest.raises(InputError, match="control characters"):
        found("Orrin\x00 said\x01 it\x1b left.\x7f " * 100)


def test_half_characters_are_shown_and_shift_nothing() -> None:
    text = 'The ferry left, said Hanne Korva. "It\ud800 turned," said Orrin.'
    report = read_text(text.encode("utf-16", "surrogatepass"), "a.txt", "a.txt", Options(language="en"))
    assert len(report.text) == len(text)
    assert report.text == text.replace("\ud800", "\ufffd")


@pytest.mark.parametrize("tag", ["div", "b", "p", "ul", "table", "span"])
def test_a_page_of_nothing_but_open_tags_is_refused_or_read(tag: str) -> None:
    page = f"<html><body>{f'<{tag}>' * 100_001}It left.</body></html>"
    with pytest.raises(OverLimit, match="elements"):
        read_page(page.encode(), "a.html", "a.html", Options())
