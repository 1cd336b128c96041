"""A byline that names an agency credits the text: the common upstream of reports that share it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from twosource.options import Options
from twosource.reading import read
from twosource.reading.assemble import is_wire


@pytest.mark.parametrize(
    "byline", ["Orrin Wire", "By Orrin Wire", "The Torvian News Agency", "Arvale Press (AP)", "TNA"]
)
def test_an_agency(byline: str) -> None:
    assert is_wire(byline)


@pytest.mark.parametrize(
    "byline", ["Maren Voss", "By Ivo Brandt", "Staff", "Maren Voss, Orrin Wire", "wire", "Pressman"]
)
def test_a_writer(byline: str) -> None:
    assert not is_wire(byline)


def test_it_stands_among_the_credits(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    text = "The ferry stopped off Sarn on Monday.\n\nNobody was hurt, the port said."
    path.write_text(json.dumps({"title": "Ferry stops", "text": text, "author": "Orrin Wire", "outlet": "Halden Post"}))
    (report,), _ = read([str(path)], Options())
    assert report.byline == "Orrin Wire"
    assert report.credits == ("Orrin Wire",)
