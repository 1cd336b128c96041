"""What is told on stderr: errors in three lines (what, where, what to try), progress, and the counts at the end."""

from __future__ import annotations

import os
import sys
import traceback
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from types import TracebackType

import click

from twosource.errors import InputError, OverLimit, TwosourceError
from twosource.model import Skipped

ADVICE = {
    "not-found": "check the name; a folder, a list (@list.txt) and - for standard input are taken too",
    "not-text": "give a text, a web page or a JSON record, best in UTF-8",
    "empty": "give a file that holds the text of a report",
    "bad-record": "give valid JSON with the fields title and text",
    "over-limit": "split the input, or leave this one out",
}
"""What to try about an input that was skipped, by its code."""

SKIPPED_SHOWN = 20
"""Skipped inputs that are told one by one; the others are counted, and listed in the result."""


def printable(text: str) -> str:
    """Return text from outside safe for a terminal: one line, its control and direction characters escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def tell(text: str) -> None:
    """Write one line to stderr."""
    click.echo(text, err=True)


def tell_error(error: TwosourceError, *, debug: bool = False) -> None:
    """Tell an error that twosource foresaw."""
    if debug:
        tell("".join(traceback.format_exception(error)).rstrip())
    advice = error.advice or ADVICE.get(error.code, "see twosource --help")
    _three_lines(error.code, error.what, error.where or "twosource", advice)


def tell_usage(error: click.ClickException) -> None:
    """Tell a command line that cannot be understood; one without a command gets the help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        tell(error.format_message())
        return
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "twosource"
    _three_lines("usage", error.format_message(), command, f"{command} --help")


def tell_internal(error: Exception, *, debug: bool = False) -> None:
    """Tell an error that nobody foresaw: a defect in twosource."""
    if debug:
        tell("".join(traceback.format_exception(error)).rstrip())
    advice = "report this with the lines above" if debug else "run it again with --debug, and report what it prints"
    _three_lines("internal", f"{type(error).__name__}: {error}", _last_place(error.__traceback__), advice)


def _three_lines(code: str, what: str, where: str, advice: str) -> None:
    tell(f"error [{code}]: {printable(what)}\n  where: {printable(where)}\n  try:   {printable(advice)}")


def _last_place(trace: TracebackType | None) -> str:
    """Return the innermost line of twosource itself on the way to the error."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if "twosource" in Path(frame.filename).parts] or list(frames)
    return f"{Path(ours[-1].filename).name}, line {ours[-1].lineno}" if ours else "twosource"


class Progress:
    """Shows on a terminal which stage is at work; says nothing where stderr is no terminal.

    :param shown: False for silence everywhere.
    """

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty() and not is_dumb()
        self._done = 0
        self._total = 0
        self._reports = 0

    def expect(self, stages: int, reports: int) -> None:
        """Tell how many stages are to come, over how many reports."""
        self._total, self._reports = stages, reports

    def __call__(self, stage: str) -> None:
        """Show that a stage begins."""
        self._done += 1
        self.show(f"{self._done}/{self._total} {stage} · {count(self._reports, 'report')}")

    def show(self, text: str) -> None:
        """Show one line in the place of the one before."""
        if self._shown:
            click.echo(f"\r\033[K{printable(text)} …", nl=False, err=True)

    def close(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)


def is_dumb() -> bool:
    """Return whether the terminal can do nothing but print line after line."""
    return os.environ.get("TERM", "") in ("dumb", "unknown")


def tell_skipped(skipped: Iterable[Skipped]) -> None:
    """Tell each input that was skipped, and why."""
    skipped = tuple(skipped)
    for entry in skipped[:SKIPPED_SHOWN]:
        tell(f"skipped [{entry.code}] {printable(entry.file)}: {printable(entry.reason)}")
    if len(skipped) > SKIPPED_SHOWN:
        tell(f"skipped {len(skipped) - SKIPPED_SHOWN} more, listed in the result")


def tell_counts(reports: Collection[object], skipped: Iterable[Skipped]) -> None:
    """Tell how many inputs were read, kept and skipped, and why."""
    kept = len(reports)
    codes = Counter(entry.code for entry in skipped)
    lost = sum(codes.values())
    why = ", ".join(f"{number} {code}" for code, number in sorted(codes.items()))
    tell(f"read {kept + lost} · kept {kept} · skipped {lost}{f' ({why})' if why else ''}")


def nothing_usable(inputs: tuple[str, ...], skipped: tuple[Skipped, ...]) -> InputError:
    """Return the error for a run without a single report: of the limit where nothing else was the matter."""
    first = skipped[0] if skipped else Skipped(" ".join(inputs), "empty", "no input held a report")
    kind = OverLimit if {entry.code for entry in skipped} == {OverLimit.code} else InputError
    what = (
        first.reason if len(skipped) < 2 else f"none of {len(skipped)} inputs could be used; the first: {first.reason}"
    )
    error = kind(what, first.file, ADVICE.get(first.code, ""))
    error.code = first.code
    return error


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: "1 report", "2 reports"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
