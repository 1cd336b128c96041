"""Writing files whole or not at all, and never over something that the user did not mean to lose.

Text goes to a temporary file beside its place, is flushed to the disk and then takes the place in one step
(``os.replace``). Whatever stops the writing, a reader finds the old file or the new one, never half of one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from twosource.errors import OutputError

_TRIES = 100
"""Names tried for the temporary file; each can only be taken by another process that writes the same file."""


def may_write(path: Path, *, force: bool = False) -> None:
    """Check that a file can be written here, before any work is done for it.

    :param force: an existing file may be replaced.
    :raises OutputError: if the file exists (without ``force``), or its folder is missing or cannot be written.
    """
    place = _place(path, force)
    if not _is_special(place):
        with _as_output_error(path):
            temporary = _create(place)
            temporary.unlink()


def write_bytes(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``path``, whole or not at all.

    :param force: an existing file may be replaced.
    :raises OutputError: as :func:`may_write`, or if the disk is full.
    """
    place = _place(path, force)
    if _is_special(place):  # a device or a pipe: there is nothing to replace
        with _as_output_error(path):
            place.write_bytes(data)
        return
    with replacing(path, force=force) as temporary, temporary.open("wb") as file:
        file.write(data)


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Write ``text`` to ``path`` in UTF-8, whole or not at all.

    A lone surrogate, which UTF-8 cannot hold, is written as its escape (in JSON, that is the same character).

    :param force: an existing file may be replaced.
    :raises OutputError: as :func:`write_bytes`.
    """
    write_bytes(path, text.encode("utf-8", "backslashreplace"), force=force)


@contextmanager
def replacing(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give an empty temporary file beside ``path`` that takes its place when the block ends well.

    If the block ends in any exception (Ctrl-C is one), the temporary file is removed and ``path`` is as it was.

    :param force: an existing file may be replaced.
    :raises OutputError: as :func:`write_bytes`.
    """
    place = _place(path, force)
    with _as_output_error(path):
        temporary = _create(place)
        try:
            yield temporary
            _flush(temporary)
            _place(path, force)  # someone may have written it while we worked
            os.replace(temporary, place)  # noqa: PTH105  # named as the guarantee is documented: os.replace is atomic
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        with suppress(OSError):  # some systems cannot open a folder; the file itself is on the disk already
            _flush(place.parent)


def _place(path: Path, force: bool) -> Path:
    """Return where ``path`` leads to, or raise if nothing may be written there."""
    try:
        if _is_special(path):
            return path
        place = path.resolve()
        is_folder, is_there, has_folder = place.is_dir(), place.exists(), place.parent.is_dir()
    except (OSError, RuntimeError, ValueError) as error:  # a name too long, a circle of links, a NUL in the name
        raise OutputError("this is no place for a file", str(path), "choose another place with -o") from error
    if is_folder:
        raise OutputError("the output is a folder", str(path), "give the name of a file in it")
    if not has_folder:
        raise OutputError("the folder of the output does not exist", str(path), "create it, or choose another place")
    if is_there and not force:
        raise OutputError("the file exists already", str(path), "choose another name, or add --force to replace it")
    return place


def _is_special(path: Path) -> bool:
    """Return whether this is a device or a pipe: written to as it is, never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _create(place: Path) -> Path:
    """Create an empty file beside ``place``, with the rights that a new file of this user gets."""
    for number in range(_TRIES):
        temporary = place.with_name(f".{place.name[:100]}.{os.getpid()}-{number}.tmp")
        with suppress(FileExistsError):
            temporary.open("xb").close()
            return temporary
    raise OSError(f"{_TRIES} temporary files of {place.name} are left in the folder")


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"the output cannot be written: {reason.lower()}", str(path), "choose another place, or free some space"
        ) from error
