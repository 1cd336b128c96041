"""Copies of a report are laid out once, and each is read as if it were alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from twosource.model import Report
from twosource.options import Options
from twosource.reading import assemble, parts, read, tongue

TITLE = "Bridge at Sorrel Ford shut"
BODY = (
    "SORREL FORD (TNA) - The old bridge was shut on Tuesday after its keeper found cracks in two of the piers.\n\n"
    "Ruta Lanz, who keeps the bridge, said that lorries would have to go by way of Nether Ilm until the autumn."
)
TEXT = f"{TITLE}\n\n{BODY}"


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return how often texts were laid out and languages told, with nothing remembered at first."""
    calls: Counter[str] = Counter()

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            calls[name] += 1
            return function(*given)

        return call

    monkeypatch.setattr(assemble, "layout", counting("layout", parts.layout))
    monkeypatch.setattr(tongue, "_identifier", counting("language", tongue._identifier))
    forget()
    return calls


def forget() -> None:
    assemble._remembered.cache_clear()
    tongue._of_sample.cache_clear()


def put(folder: Path, name: str, content: str) -> str:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_copies_are_laid_out_once_and_read_alike(tmp_path: Path, done: Counter[str]) -> None:
    paths = [put(tmp_path, f"{name}.txt", TEXT) for name in "abcde"]
    reports, _ = read(paths, Options())
    assert done == {"layout": 1, "language": 1}
    forget()
    (alone,), _ = read(paths[-1:], Options())
    assert [replace(report, id="e.txt", file=paths[-1]) for report in reports] == [alone] * 5
    assert (alone.language, alone.credits) == ("en", ("TNA",))


def test_another_text_is_laid_out_by_itself(tmp_path: Path, done: Counter[str]) -> None:
    reports, _ = read([put(tmp_path, "a.txt", TEXT), put(tmp_path, "b.txt", f"{TEXT}\nMore to come.")], Options())
    assert done == {"layout": 2, "language": 2}
    assert len(reports[1].parts) == len(reports[0].parts) + 1


def test_one_text_with_another_title_or_author_is_no_copy(tmp_path: Path, done: Counter[str]) -> None:
    first, second = BODY.split("\n\n")
    text = f"{BODY}\n\nRuta Lanz writes about bridges and rivers for the Ilm Courier."
    records = {
        "a": {"title": TITLE, "text": text},
        "b": {"title": TITLE, "text": text, "author": "Ruta Lanz"},
        "c": {"title": f"{TITLE}\n\n{first}", "text": text[text.index(second) :]},
    }
    paths = [put(tmp_path, f"{name}.json", json.dumps(record)) for name, record in records.items()]
    together, _ = read(paths, Options())
    assert done["layout"] == 3
    apart: list[Report] = []
    for path in paths:
        forget()
        apart.extend(read([path], Options())[0])
    assert list(together) == apart
    assert len({report.text for report in together}) == 1
    assert len({report.parts for report in together}) == 3


def test_what_is_remembered_is_bounded(tmp_path: Path, done: Counter[str]) -> None:
    long = f"{TEXT}\n" * (assemble.REMEMBERED_CHARACTERS // len(TEXT) + 1)
    first, second = read([put(tmp_path, "a.txt", long), put(tmp_path, "b.txt", long)], Options())[0]
    assert first.parts == second.parts
    assert assemble._remembered.cache_info().currsize == 0
    assert done["layout"] == 2
    assert assemble._remembered.cache_info().maxsize == assemble.REMEMBERED
    assert tongue._of_sample.cache_info().maxsize == tongue.REMEMBERED
