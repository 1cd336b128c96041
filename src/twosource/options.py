"""What a user may choose, and every budget that an input is held to: two frozen objects, stored in the output."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """Budgets for input from strangers. Each is a refusal with a reason, never a silent cut."""

    bytes_per_file: int = 10_000_000
    """Bytes of one report's file; news pages have 0.1–2 million."""
    characters_per_report: int = 1_000_000
    """Code points of stored text of one report."""
    html_depth: int = 200
    """Depth of nested HTML elements that is read; parsers drop what lies below 255 without a word."""
    html_elements: int = 100_000
    """HTML elements of one page; extraction time grows faster than their number."""
    reports: int = 500
    """Reports of one case: above it, group the archive into stories first."""
    paragraph_characters: int = 5_000
    """A longer paragraph is parsed in pieces of this many code points, cut at white space."""
    archive_bytes: int = 1_000_000_000
    """Bytes of one ``.jsonl`` or ``.parquet`` file."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose for a run."""

    limits: Limits = field(default_factory=Limits)
    language: str | None = None
    """Language of all reports (ISO 639-1), where the user knows better than the detector."""
