"""From what the page shows to its HTML: templates that escape everything, one style and one script by their hashes."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from twosource.export.record import dumps, record
from twosource.model import Case
from twosource.page import phrases
from twosource.page.copies import COPIES_FIRST
from twosource.page.view import view

PLAIN_DATA = 150_000
"""Characters of JSON that a page carries as they are; more would outweigh the text, and are packed."""
CAST_SHOWN = 20
"""Reports that are listed above the five answers; the others are folded, so that the answers stay near the top."""
PACKED = "application/gzip+base64"
"""Type of the script block whose data is packed."""

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What HTML does not allow in a text: control characters and halves of surrogate pairs."""

_TURNS = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that run from right to left, and signs that turn the direction of a text."""

_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end a script block or a script's line, as JSON's own escapes."""


def page(case: Case) -> str:
    """Return the page of a case: one HTML file with its style, a small script and the case's JSON inside.

    Everything on it can be read with scripts off. The content policy allows this style and this script by their
    hashes, and nothing else: no request leaves the page.
    """
    style, script = _asset("style.css"), _asset("script.js")
    data = embedded(case)
    policy = (
        f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return _environment().get_template("page.html").render(
        view=view(case),
        cast_shown=CAST_SHOWN,
        copies_first=COPIES_FIRST,
        policy=policy,
        style=_ours(style),
        script=_ours(script),
        data_type=PACKED if len(data) > PLAIN_DATA else "application/json",
        data=_ours(packed(data) if len(data) > PLAIN_DATA else data),
    )  # fmt: skip


def embedded(case: Case) -> str:
    """Return the case's record as JSON that may stand in a script block; spans go without a copy of their text."""
    return dumps(record(case, texts=False), indent=None).translate(_IN_SCRIPT)


def packed(data: str) -> str:
    """Return the data compressed: base64 of gzip, without a time in it. ``embedded`` gives what comes out of it."""
    return base64.b64encode(gzip.compress(data.encode(), compresslevel=9, mtime=0)).decode()


def _ours(text: str) -> Markup:
    """Return text that may stand in the page as it is: our own style and script, and JSON whose signs are escaped."""
    return Markup(text)  # noqa: S704  # the three callers above pass package files and translated JSON, nothing else


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _seen(value: Any) -> Any:
    """Return a value as it may be shown: what HTML does not allow becomes U+FFFD, what is not there becomes empty."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSEEN.sub("\ufffd", value)
    return value


def _turned(value: Any) -> bool:
    """Return whether a text, or what it is in pieces, holds letters that run from right to left, or what turns a text.

    Only such text needs to be isolated and to find its own direction; the page itself runs from left to right.
    """
    pieces = (value,) if isinstance(value, str) else value or ()
    return any(_TURNS.search(it if isinstance(it, str) else it.text) for it in pieces)


@cache
def _asset(name: str) -> str:
    return files("twosource.page").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(day=phrases.day)
    environment.tests.update(turned=_turned)
    return environment
