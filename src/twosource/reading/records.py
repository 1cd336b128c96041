"""One report as a JSON object: the fields that news archives use, and the report made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from twosource.errors import BadRecord
from twosource.reading.assemble import Declared
from twosource.reading.dating import declared_stamp

TITLE = ("title", "headline")
TEXT = ("text", "articleBody", "maintext", "body", "content")
URL = ("url", "link")
OUTLET = ("outlet", "source_domain", "publisher", "site_name", "source")
BYLINE = ("byline", "authors", "author", "creator")
PUBLISHED = ("published", "date_publish", "datePublished", "published_at", "publish_date", "date_published", "date")
UPDATED = ("updated", "date_modify", "dateModified", "updated_at", "modified")
LANGUAGE = ("language", "inLanguage", "lang")
"""Names under which a field stands, the first that is filled counts: ours, then schema.org's and those of crawlers."""
BYLINE_NAMES = 6
"""Names of authors that are kept; above it a crawler has gathered something else."""


def parse_record(data: bytes | str) -> Mapping[str, Any]:
    """Return a JSON object.

    :raises BadRecord: if it is not valid JSON, or no object.
    """
    try:
        record = json.loads(data)
    except RecursionError as error:
        raise BadRecord("the JSON is nested too deeply") from error
    except (ValueError, UnicodeDecodeError) as error:
        raise BadRecord(f"not valid JSON: {error}", advice="check the file with a JSON validator") from error
    if not isinstance(record, dict):
        raise BadRecord(
            f"a report is a JSON object, this is a {type(record).__name__}",
            advice="write one object a line into a .jsonl file",
        )
    return record


def record_text(record: Mapping[str, Any]) -> str:
    """Return the text of a record, unchanged.

    :raises BadRecord: if it has none.
    """
    for name in TEXT:
        value = record.get(name)
        if isinstance(value, str):
            return value
    raise BadRecord('the record has no "text"', advice='a report needs "text", and should have "title" and "outlet"')


def record_declared(record: Mapping[str, Any]) -> Declared:
    """Return what the fields of a record say of its report."""
    return Declared(
        title=next((record[name] for name in TITLE if isinstance(record.get(name), str)), None),
        outlet=_first(record, OUTLET),
        byline=_first(record, BYLINE),
        url=_first(record, URL),
        published=_stamp(record, PUBLISHED),
        updated=_stamp(record, UPDATED),
        language=_first(record, LANGUAGE),
    )


def name_of(value: object) -> str | None:
    """Return the name in a value of a record: a string, an object with a ``name``, or a list of these."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, Mapping):
        return name_of(value.get("name"))
    if isinstance(value, list | tuple):
        names = [
            name for item in value[:BYLINE_NAMES] if not isinstance(item, list | tuple) and (name := name_of(item))
        ]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((found for name in names if (found := name_of(record.get(name)))), None)


def _stamp(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((stamp for name in names if (stamp := declared_stamp(record.get(name)))), None)
