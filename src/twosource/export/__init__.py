"""A case as data and as words: the JSON record with its schema, its checks, and the summary for a terminal."""

from __future__ import annotations

from twosource.export.lines import group_record, passages_record, statement_lines
from twosource.export.record import SCHEMA, dumps, record, schema
from twosource.export.verify import verify

__all__ = ["SCHEMA", "dumps", "group_record", "passages_record", "record", "schema", "statement_lines", "verify"]
