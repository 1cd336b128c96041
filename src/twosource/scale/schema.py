"""The tables of an archive run as Arrow schemas: what each step takes and gives, on one machine and on many.

Only types that every runner has are used: no unsigned numbers, no dictionaries, no time stamps. Keys are 64-bit numbers
made from content alone (:func:`key_of`), so that they are the same in every run, every order and every process; they
join tables and are in no result. Offsets are code points of a report's stored text.
"""

from __future__ import annotations

import hashlib

import pyarrow as pa

REASONS = pa.list_(pa.struct([("signal", pa.string()), ("detail", pa.string()), ("weight", pa.float64())]))
"""Reasons of a decision, as :class:`~twosource.model.Reason` has them."""
PARTS = pa.list_(pa.struct([("kind", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("why", pa.string())]))
"""Parts of a stored text, as :class:`~twosource.model.Part` has them."""


def _schema(*fields: tuple[str, pa.DataType] | tuple[str, pa.DataType, bool]) -> pa.Schema:
    """Return a schema; a field is never null unless its third entry says so."""
    return pa.schema([pa.field(name, kind, nullable=bool(null)) for name, kind, *null in fields])


REPORTS = _schema(
    ("report", pa.int64()),
    ("read_key", pa.int64()),
    ("id", pa.string()),
    ("file", pa.string()),
    ("sha256", pa.string()),
    ("text", pa.string()),
    ("title", pa.string(), True),
    ("outlet", pa.string(), True),
    ("byline", pa.string(), True),
    ("url", pa.string(), True),
    ("published", pa.string(), True),
    ("updated", pa.string(), True),
    ("language", pa.string(), True),
    ("credits", pa.list_(pa.string())),
    ("parts", PARTS),
    ("notes", pa.list_(pa.string())),
    ("day", pa.int32(), True),
)
"""One row a report. ``report`` is the key of its id, ``read_key`` that of its text and parts; ``day`` is the ordinal of
its own date (1 is 1 January of year 1), null where it has none."""

SKIPPED = _schema(("file", pa.string()), ("code", pa.string()), ("reason", pa.string()))
"""One row an input, or a part of one, that could not be read."""

TEXTS = _schema(("text_key", pa.int64()), ("text", pa.string()))
"""One row a distinct text, however many reports carry it. A text is a stretch of a report that a passage may run
through, with nothing masked in it (:func:`~twosource.scale.rows.texts_of`): a report mostly has one, its body."""

CARRIED = _schema(("report", pa.int64()), ("text_key", pa.int64()))
"""One row for each text that a report carries."""

PRINTS = _schema(("print", pa.int64()), ("text_key", pa.int64()))
"""One row for each fingerprint that stands in a text, once a text."""

PAIRS = _schema(("a", pa.int64()), ("b", pa.int64()), ("shared", pa.int32()), ("common", pa.int32()))
"""Two texts and how many fingerprints they share, so far or in all: those that few texts have, and those that many
have. ``a`` is the lesser key, the keys taken as unsigned numbers."""

HOT = _schema(("print", pa.int64()))
"""One row for each fingerprint that many texts have: a standing paragraph, a phrase of everyday."""

ASKED = _schema(("text_key", pa.int64()), ("part", pa.int64()))
"""One row for each partition of candidates that needs a text of another."""

MATCHES = _schema(
    ("a", pa.int64()),
    ("b", pa.int64()),
    ("a_start", pa.int32()),
    ("a_end", pa.int32()),
    ("b_start", pa.int32()),
    ("b_end", pa.int32()),
    ("shared", pa.int32()),
    ("similarity", pa.float32()),
    ("verbatim", pa.bool_()),
)
"""Stretches that answer to one another in two texts (``a`` and ``b`` as in :data:`PAIRS`), in code points of these;
how many words they share, in order, what share of all their words that is (0…1), and whether the words are equal."""

STORIES = _schema(
    ("story", pa.string()),
    ("reports", pa.list_(pa.string())),
    ("independent_reports", pa.int32()),
    ("first", pa.string(), True),
    ("last", pa.string(), True),
    ("reasons", REASONS),
)
"""Result: one row a story; ``first`` and ``last`` are the dates of its reports, as far as they have any."""

MEMBERSHIPS = _schema(
    ("story", pa.string()),
    ("report", pa.string()),
    ("file", pa.string()),
    ("sha256", pa.string()),
    ("title", pa.string(), True),
    ("outlet", pa.string(), True),
    ("published", pa.string(), True),
    ("updated", pa.string(), True),
    ("language", pa.string(), True),
    ("reasons", REASONS),
    ("notes", pa.list_(pa.string())),
)
"""Result: one row a report, with why it is in its story and what its reading noted."""

PASSAGES = _schema(
    ("passage", pa.string()),
    ("story", pa.string(), True),
    ("kind", pa.string()),
    ("similarity", pa.float64()),
    ("report", pa.string()),
    ("start", pa.int32()),
    ("end", pa.int32()),
    ("text", pa.string()),
)
"""Result: one row a place of a passage; ``story`` is null where its places stand in reports of several stories."""

LINEAGE = _schema(
    ("story", pa.string(), True),
    ("passage", pa.string(), True),
    ("report", pa.string(), True),
    ("other", pa.string(), True),
    ("origin", pa.string(), True),
    ("upstream", pa.string(), True),
    ("decision", pa.string()),
    ("reasons", REASONS),
)
"""Result: one row a decision: of a ``passage``, or of a pair of reports (``report`` < ``other``). ``origin`` is the id
of the report upstream, ``upstream`` for a text that is not in hand, or null where it is undecided; the column
``upstream`` names the agency, outlet or writer behind a pair, where one is credited."""

FEATURES = _schema(
    ("text", pa.int64()),
    ("day", pa.int32()),
    ("read_key", pa.int64()),
    ("length", pa.int32()),
    ("terms", pa.list_(pa.int32())),
    ("weights", pa.list_(pa.float32())),
    ("heads", pa.list_(pa.float32())),
    ("leads", pa.list_(pa.float32())),
    ("kinds", pa.list_(pa.int8())),
    ("units", pa.list_(pa.int32())),
    ("figures", pa.list_(pa.int32())),
)
"""One row a stored text and day, as :class:`~twosource.stories.Features` has it; hashes are taken as signed numbers.
``text`` is the hash of the stored text, ``day`` 0 without a date."""

DATED = _schema(("report", pa.int64()), ("id", pa.string()), ("text", pa.int64()), ("day", pa.int32()))
"""One row a report: the hash of its stored text and its day, 0 without a date."""

LINKS = _schema(("a", pa.int64()), ("b", pa.int64()), ("score", pa.float32()))
"""Two stored texts, by their hashes (``a < b``), that may be of one event, with the log-odds."""

BINS = _schema(("text", pa.int64()), ("part", pa.int64()))
"""One row a stored text that has links, and the partition in which its story is settled."""

LABELS = _schema(("text", pa.int64()), ("founder", pa.int64()), ("founder_day", pa.int32()), ("fellow", pa.int64()))
"""One row a stored text that has links: the text that founded its story, and the one that it is nearest to (itself
where its story has no other)."""

MEMBERS = _schema(
    ("report", pa.int64()),
    ("id", pa.string()),
    ("index", pa.int64()),
    ("story", pa.string()),
    ("fellow", pa.string(), True),
)
"""One row a report: the story that it is in, and the report of it that it is nearest to, null where it is alone.
Stories are numbered (``index``) in the order of the results, which is that of the least id among their reports."""

WITHIN = pa.schema([*MATCHES, pa.field("index", pa.int64(), nullable=False)])
"""One row a match of two texts that are both carried in one story, and the number of that story."""

HOMES = _schema(("text_key", pa.int64()), ("index", pa.int64()), ("part", pa.int64()))
"""One row for each story that a text is carried in, and the partition of stories that this is in."""

PLACES = _schema(("report", pa.int64()), ("part", pa.int64()))
"""One row a report: the partition of stories that its story is in."""

OUTCOMES = pa.schema(
    [
        pa.field("index", pa.int64(), nullable=False),
        *STORIES,
        *(
            pa.field(name, pa.list_(pa.struct(list(schema))), nullable=False)
            for name, schema in (("memberships", MEMBERSHIPS), ("passages", PASSAGES), ("lineage", LINEAGE))
        ),
        pa.field("json", pa.string(), nullable=False),
    ]
)
"""One row a story: all that is found in it, the rows of each result as a list, and the story as JSON."""


def key_of(*parts: str) -> int:
    """Return the key of strings: 64 bits of BLAKE2b over them, signed, the same in every run.

    Among 30 million different contents two share a key with a chance of about 2 in 100,000.
    """
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)
    return int.from_bytes(digest.digest(), "little", signed=True)
