"""What a build depends on besides the case, as one checksum: two equal ones, the same bytes out."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from casepress import __version__
from casepress.fonts.locate import data_directory

if TYPE_CHECKING:
    from casepress.build.model import BuildOptions

_LIBRARIES = (
    "budoux", "deflate", "lxml", "pikepdf", "pillow", "pydantic", "pypinyin", "pyphen",
    "python_pptx", "reportlab", "segno", "uharfbuzz",
)  # fmt: skip
"""What has a hand in the bytes, by the names of installed distributions."""


def checksum(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def file_checksum(path: Path) -> str:
    """Return the SHA-256 of a file; empty if it can't be read, which equals no recorded one."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def build_key(options: BuildOptions) -> str | None:
    """Return the checksum of everything but the case and its pictures.

    Products, uses, layout (every file of its chain), ``--set``, template, ICC profile, fonts,
    SOURCE_DATE_EPOCH, the program and its libraries. ``None`` if one of the files can't be read:
    such a build is not skipped, it says what is wrong.
    """
    from casepress.diagnostics import CasepressError

    try:
        chain = _user_files(options.layout)
    except (CasepressError, OSError):
        return None
    given = [path for path in (options.template, options.icc) if path is not None]
    sums = [file_checksum(path) for path in (*chain, *given)]
    if not all(sums):
        return None
    parts = [
        program_stamp(),
        options.layout if not chain else "",
        *(str(product) for product in options.products),
        *(str(target) for target in options.targets),
        *(f"{token}={value}" for token, value in options.overrides),
        f"outside {options.allow_outside}",
        f"template {options.template is not None}",
        f"date {os.environ.get('SOURCE_DATE_EPOCH', '').strip()}",
        *sums,
    ]
    return checksum("\0".join(parts).encode())


def _user_files(layout: str) -> tuple[Path, ...]:
    """Return the user's own files of a layout; those that are bundled are in the program's stamp.

    Nothing is imported for a bundled layout: this runs before any work is handed out.
    """
    if (data_directory("layouts") / f"{layout}.yaml").is_file():
        return ()
    from casepress.theme.chain import layout_chain

    return layout_chain(layout).files


@lru_cache(maxsize=1)
def program_stamp() -> str:
    """Return what tells this installation from another: versions, fonts, layouts.

    A source tree is told by the state of its files too: there the version stays while code changes.
    """
    fonts, layouts = data_directory("fonts"), data_directory("layouts")
    lines = [__version__, f"{sys.version_info.major}.{sys.version_info.minor}", *_libraries()]
    lines.append(file_checksum(fonts / "FONTS.md"))
    lines += [f"{path.name} {file_checksum(path)}" for path in sorted(layouts.glob("*.yaml"))]
    package = Path(__file__).parents[2]
    if package not in layouts.parents:
        lines += [*_states(package), *_states(fonts)]
    return checksum("\n".join(lines).encode())


def _libraries() -> list[str]:
    """Return names and versions of libraries from their ``.dist-info`` directories.

    ``importlib.metadata`` would say the same, and take 75 ms to be imported.
    """
    found: dict[str, str] = {}
    for place in sys.path:
        if Path(place).name not in ("site-packages", "dist-packages") or not Path(place).is_dir():
            continue
        for entry in os.listdir(place):  # noqa: PTH208
            stem, dot, kind = entry.rpartition(".")
            name = stem.partition("-")[0].lower()
            if dot and kind == "dist-info" and name in _LIBRARIES:
                found.setdefault(name, stem.lower())
    return sorted(found.values())


def _states(folder: Path) -> Iterator[str]:
    """Yield name, size and time of change of every file below a folder."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _states(Path(entry.path))
        else:
            state = entry.stat()
            yield f"{entry.name} {state.st_size} {state.st_mtime_ns}"
