"""Write a file whole or not at all: the last good one stays until the new one is complete."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode

_PART = ".part"


def remove_parts(folder: Path, pid: int) -> None:
    """Remove the temporary files a process has left that was killed."""
    for part in folder.glob(f".*.{pid}{_PART}"):
        with suppress(OSError):
            part.unlink()


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary file beside *path*; it takes the place of *path* if the block succeeds.

    The same directory, because a rename is only atomic within one file system. The directory is
    made where it is missing.

    Raises:
        CasepressError: the directory or the file cannot be written (exit code 7). On Windows that
            is also what happens while PowerPoint or WPS holds the file open.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}{_PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield temporary
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        if not _concerns(error, path, temporary):
            raise
        raise _not_writable(path, error) from error


def _concerns(error: OSError, path: Path, temporary: Path) -> bool:
    """Tell whether an error is about the output rather than about a file read meanwhile."""
    names = {str(path), str(temporary), *map(str, path.parents)}
    return error.filename is None or str(error.filename) in names


def _not_writable(path: Path, error: OSError) -> CasepressError:
    """Say that the output can't be written, and the system's reason."""
    params = {"path": str(path), "reason": error.strerror or str(error)}
    return CasepressError(Diagnostic("CP0901", params=params), ExitCode.NOT_WRITABLE)
