"""Bytes to text, with a note of the encoding and of how it was decided.

A byte order mark is a signature of the encoding and no part of the text: it is dropped, and the note names the codec
with which ``bytes.decode`` gives the stored text. Nothing else is changed; line ends are kept as they are.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from twosource.errors import NotText

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip or office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PAR1", "a Parquet file under another name"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
NEVER_DECLARED = frozenset({"utf-7", "unicode-escape", "raw-unicode-escape", "punycode", "idna"})
"""Codecs that turn plain letters into other characters: no page is written in one, a trap may say that it is."""
CONTROL_SHARE = 0.002
"""Share of control bytes in a text file above which it is binary; random bytes have 0.1, texts have next to none."""
SAMPLE_BYTES = 65_536
"""Bytes that are looked at to tell binary from text and to guess an encoding; a whole news page fits in."""
DECLARATION_BYTES = 4_096
"""Bytes at the start of a page in which it may declare its encoding; HTML says 1,024, real pages need more."""
BROKEN_SHARE = 0.02
"""Broken sequences per good multi-byte one up to which a text still counts as UTF-8 with damage."""
WESTERN_LEAST = 8
"""High bytes that a short English text may have whatever their share: two pairs of marks, an apostrophe, a dash."""
WESTERN_SHARE = 0.03
"""Share of bytes above 0x7F up to which a text can be English in Windows-1252: marks, dashes, an odd accent."""

_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_WESTERN_MARKS = frozenset(b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)


class Decoded(NamedTuple):
    """A text and, in words, its encoding and how that was decided."""

    text: str
    note: str


def decode(data: bytes, page: bool = False) -> Decoded:
    """Return the text of ``data``: by byte order mark, as UTF-8, by the page's declaration, else by a guess.

    :param page: the bytes are an HTML page, whose own declaration of the encoding counts.
    :raises NotText: if the bytes are no text, or their encoding cannot be told.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return _with_mark(data, name)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "encoding: utf-8, valid throughout")
    except UnicodeDecodeError:
        pass
    text = None
    declared = _DECLARED.search(data[:DECLARATION_BYTES]) if page else None
    if declared:
        name = declared[1].decode("ascii")
        text = _strict(data, name)
        if text is not None:
            return Decoded(text, f"encoding: {name.lower()}, as the page declares")
    return _damaged(data) or _western(data) or _guessed(data)


def _with_mark(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), f"encoding: {name}, by its byte order mark")
    except UnicodeDecodeError as error:
        text = data.decode(name, errors="replace")
        count = text.count("\ufffd")
        if count > 1 + len(text) * BROKEN_SHARE:
            raise NotText(f"begins with the mark of {name}, but is not: {error.reason}") from error
        return Decoded(text, f"encoding: {name}, by its byte order mark; {count} broken characters shown as U+FFFD")


def _refuse_binary(data: bytes) -> None:
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise NotText(f"this is {what}, not text", advice="save or export the report as text, HTML or JSON")
    sample = data[:SAMPLE_BYTES]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    if control > 1 + len(sample) * CONTROL_SHARE:
        raise NotText("the bytes are no text: too many control characters", advice="give a text, HTML or JSON file")


def _strict(data: bytes, name: str) -> str | None:
    try:
        if codecs.lookup(name).name in NEVER_DECLARED:
            return None
        return data.decode(name)
    except (LookupError, UnicodeError):
        return None


def _damaged(data: bytes) -> Decoded | None:
    """Return the text where it is UTF-8 but for a few broken bytes."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - broken
    if good and broken <= max(1, good * BROKEN_SHARE):
        return Decoded(text, f"encoding: utf-8; {broken} broken characters shown as U+FFFD")
    return None


def _western(data: bytes) -> Decoded | None:
    """Return the text where its few high bytes are what English in Windows-1252 has: marks, and single accents.

    A general detector needs more evidence than two apostrophes give, and then names an alphabet at random.
    """
    count = 0
    for run in _HIGH_RUN.finditer(data):
        letters = [byte for byte in run.group() if byte not in _WESTERN_MARKS]
        if len(letters) > 1 or any(byte < 0xC0 for byte in letters):
            return None
        count += len(run.group())
    if count > len(data) * WESTERN_SHARE + WESTERN_LEAST:
        return None
    text = _strict(data, "windows-1252")
    return Decoded(text, "encoding: windows-1252, by its marks and accents") if text is not None else None


def _guessed(data: bytes) -> Decoded:
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    text = _strict(data, best.encoding) if best is not None else None
    if best is None or text is None:
        raise NotText("the encoding cannot be told", advice="save the file as UTF-8")
    return Decoded(text, f"encoding: {best.encoding}, guessed from the bytes")
