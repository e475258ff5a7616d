"""Where the program's own data lives: fonts and layouts."""

from __future__ import annotations

from pathlib import Path
from typing import Literal


def data_directory(kind: Literal["fonts", "layouts"]) -> Path:
    """Return the directory with the bundled fonts or layouts.

    A wheel carries both as package data below ``casepress/_data``; a source tree (also an editable
    install) has them at its top, where people edit them. Font files are memory-mapped, so a real
    directory is needed: a package imported from a zip archive is not supported.

    Raises:
        FileNotFoundError: neither place exists, which means the installation is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data" / kind
    source_tree = package.parent.parent / kind
    for directory in (installed, source_tree):
        if directory.is_dir():
            return directory
    raise FileNotFoundError(f"the {kind} of casepress are neither in {installed} nor {source_tree}")
