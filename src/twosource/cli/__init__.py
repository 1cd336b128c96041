"""The command line: it parses, calls the library and prints. Data goes to stdout, everything else to stderr.

Exit codes: 0 done · 1 done, but some inputs failed, or ``check`` found a mismatch · 2 wrong usage · 3 nothing usable ·
4 a limit or a policy refused, or the output cannot be written · 5 internal error · 130 stopped by Ctrl-C.

Nothing heavy is imported before a command runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click
from click.shell_completion import shell_complete

from twosource.cli.commands import program
from twosource.cli.telling import tell_error, tell_internal, tell_usage
from twosource.errors import TwosourceError

__all__ = ["main", "run"]

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 and the number of the signal, as shells have it."""

COMPLETE = "_TWOSOURCE_COMPLETE"
"""The environment variable by which a shell asks for completions; its name is click's convention."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    instruction = os.environ.get(COMPLETE)
    if instruction:
        sys.exit(shell_complete(program, {}, "twosource", COMPLETE, instruction))
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever goes wrong is told on stderr in three lines."""
    debug = "--debug" in arguments
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough (``| head``): no error
        _close_quietly()
        code = 0
    except KeyboardInterrupt:
        code = INTERRUPTED
    except TwosourceError as error:
        code = error.exit_code
        tell_error(error, debug=debug)
    except click.ClickException as error:
        code = error.exit_code
        tell_usage(error)
    except Exception as error:
        code = TwosourceError.exit_code
        tell_internal(error, debug=debug)
    return code


def _run(arguments: Sequence[str]) -> int:
    try:
        with program.make_context("twosource", list(arguments)) as context:
            return int(program.invoke(context) or 0)
    except click.exceptions.Exit as end:
        return end.exit_code


def _close_quietly() -> None:
    """Send what is still buffered for the closed pipe nowhere, or the interpreter would complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
