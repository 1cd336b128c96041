"""What a command was given, and the steps that the commands share: check the places, read, run, hand over, tell."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from twosource import files
from twosource.cli.telling import Progress, nothing_usable, printable, tell, tell_counts, tell_skipped
from twosource.errors import CaseError, NotFound, OutputError
from twosource.model import Case, Report, Skipped
from twosource.options import Limits, Options

STDOUT = "-"
"""Names standard output where a file is asked for, and standard input where an input is."""

SOME_FAILED = 1
"""Exit code where there is a result, but some inputs are not in it."""


@dataclass(frozen=True, slots=True)
class Given:
    """What every command that reads reports takes from its command line."""

    inputs: tuple[str, ...]
    language: str | None = None
    strict: bool = False
    force: bool = False
    quiet: bool = False

    @property
    def options(self) -> Options:
        """What the library is told.

        :raises click.UsageError: if the language is no code of two letters.
        """
        code = self.language
        if code is not None and not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise click.BadParameter(f"{code!r} is no code of two letters, such as 'en'", param_hint="--language")
        return Options(Limits(), code.lower() if code else None)

    def check_places(self, *outputs: str | None) -> None:
        """Check that every output can be written, before any work is done.

        :raises OutputError: if one cannot.
        :raises click.UsageError: if two outputs are one file.
        """
        places = [Path(output).absolute() for output in outputs if output not in (None, STDOUT)]
        if len(set(places)) < len(places):
            raise click.UsageError("two outputs cannot go to one file")
        for output in outputs:
            if output not in (None, STDOUT):
                files.may_write(Path(output), force=self.force)

    def run(self, *results: str) -> Case:
        """Read the inputs and run the stages that these fields of a case need (all of them for none).

        :raises InputError: if not one report could be read, or, under ``strict``, one input could not.
        """
        options = self.options
        progress = Progress(shown=not self.quiet)
        try:
            progress.show("reading")
            reports, skipped = self._read(options)

            from twosource.trace import only, run

            stages = only(*results)
            progress.expect(len(stages), len(reports))
            return run(Case(reports=reports, skipped=skipped, options=options), stages, progress)
        finally:
            progress.close()

    def case(self) -> Case | None:
        """Return the case that the one input is (a case file, or the JSON of trace), or None where it is a report.

        :raises CaseError: if it is a case, but a damaged one.
        """
        if len(self.inputs) != 1:
            return None
        name = self.inputs[0]
        record = _case_record(name)
        if record is None:
            return None
        from twosource.export.load import case_of

        return case_of(record, "standard input" if name == STDOUT else name)

    def _read(self, options: Options) -> tuple[tuple[Report, ...], tuple[Skipped, ...]]:
        from twosource.reading import read

        reports, skipped = read(self.inputs, options, stdin=sys.stdin.buffer)
        if not reports or (self.strict and skipped):
            if len(skipped) > 1:
                tell_skipped(skipped)
            raise nothing_usable(self.inputs, skipped)
        return reports, skipped

    def hand_over(self, content: str, output: str) -> None:
        """Write the content to a file, or to stdout for ``-``."""
        if output == STDOUT:
            emit(content)
        else:
            files.write_text(Path(output), content, force=self.force)

    def tell_end(self, case: Case, *, notices: bool) -> None:
        """Tell what was skipped, and the counts, as the last line on stderr.

        :param notices: tell the notices of the case too, where nothing printed has them.
        """
        if self.quiet:
            return
        for notice in case.notices if notices else ():
            tell(f"note: {printable(notice)}")
        tell_skipped(case.skipped)
        tell_counts(case.reports, case.skipped)


def exit_code(case: Case) -> int:
    """Return the exit code of a command that has a result."""
    return SOME_FAILED if case.skipped else 0


def emit(content: str | bytes) -> None:
    """Write data to stdout, text in UTF-8 whatever the terminal is set to.

    :raises OutputError: if stdout cannot be written (a full disk).
    """
    try:
        sys.stdout.buffer.write(content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"the output cannot be written: {reason}", "standard output", "free some space") from error


def summary(case: Case) -> str:
    """Return the summary as wide and as coloured as the terminal has it: plain with ``NO_COLOR`` or through a pipe."""
    from rich.console import Console

    from twosource.export.summary import summary as print_summary

    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        print_summary(case, console)
    return capture.get()


def load_case(name: str) -> dict[str, Any]:
    """Return the record of a case: its case file, or its JSON from a file or (``-``) from standard input.

    :raises NotFound: if there is no such file.
    :raises CaseError: if it is damaged, or no case.
    """
    from twosource.case import is_case_file, load

    path = Path(name)
    if name == STDOUT:
        data = sys.stdin.buffer.read()
    elif not _exists(path):
        raise NotFound("no such file", name, "give the JSON or the case file that twosource trace wrote")
    elif is_case_file(path):
        return load(path)
    else:
        data = path.read_bytes()
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CaseError(f"this is no case: {error}", name, "give what twosource trace --json wrote") from error
    if not isinstance(record, dict) or not isinstance(record.get("reports"), list):
        raise CaseError("this JSON is no case: it has no reports", name, "give what twosource trace --json wrote")
    return record


def _case_record(name: str) -> dict[str, Any] | None:
    """Return the record of an input that is a case; None for reports, whose standard input is left to be read."""
    from twosource.case import is_case_file, load
    from twosource.export import SCHEMA

    path = Path(name)
    if name != STDOUT and not (_exists(path) and path.is_file()):
        return None
    if name != STDOUT and is_case_file(path):
        return load(path)
    if name != STDOUT and path.suffix.lower() != ".json":
        return None
    data = sys.stdin.buffer.read() if name == STDOUT else path.read_bytes()
    if name == STDOUT:
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))  # whoever reads it as reports begins at its beginning
    if SCHEMA.encode() not in data:
        return None
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and record.get("schema") == SCHEMA else None


def is_page_of(page: Path, reports: Sequence[Path]) -> bool:
    """Return whether a file is a page that was made of these very reports: it names the hash of each."""
    if not page.is_file():
        return False
    text = page.read_bytes()
    return all(hashlib.sha256(report.read_bytes()).hexdigest().encode() in text for report in reports)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False
