"""Bundled layouts as they were read last time, kept in the user's cache directory.

Reading the YAML of a layout with all it extends takes 30 ms in every process of a cold build; what
comes of it is the same until a layout or the program changes, so its tokens are kept as JSON under
the checksum of both. The tokens are typed on the way back like any others. Without a cache, or with
a damaged one, the layout is read: nothing but time depends on it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from casepress import __version__
from casepress.fonts.locate import data_directory
from casepress.theme.model import Theme

MOST = 16
"""Files that are kept; the oldest go first."""


def theme_of(name: str, overrides: tuple[tuple[str, str], ...] = ()) -> Theme:
    """Return :func:`~casepress.theme.load.load_theme` of a layout, from the cache if it is there.

    Only bundled layouts are kept: what the user's own layout extends shows when it is read.

    Raises:
        CasepressError: as ``load_theme`` does.
    """
    bundled = data_directory("layouts") / f"{name}.yaml"
    folder = _folder() if "/" not in name and bundled.is_file() else None
    path = folder / f"theme-{_key(name, overrides)}.json" if folder else None
    known = _kept(path) if path else None
    if known is not None:
        return known
    from casepress.theme.load import load_theme

    theme = load_theme(name, dict(overrides))
    if path is not None:
        _keep(path, theme)
    return theme


def _folder() -> Path | None:
    """Return where the system wants caches; ``CASEPRESS_CACHE`` says otherwise, empty: nowhere."""
    chosen = os.environ.get("CASEPRESS_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    try:
        if sys.platform == "win32":
            return Path(os.environ["LOCALAPPDATA"]) / "casepress" / "cache"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "casepress"
        given = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(given) if given.startswith("/") else Path.home() / ".cache") / "casepress"
    except (KeyError, RuntimeError):
        return None


def _key(name: str, overrides: Iterable[tuple[str, str]]) -> str:
    """Return the checksum of all bundled layouts, of what reads them, and of the wishes."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    digest = hashlib.sha256(repr((__version__, name, tuple(overrides))).encode())
    for path in (*sorted(data_directory("layouts").glob("*.yaml")), *code):
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()[:32]


def _kept(path: Path) -> Theme | None:
    """Return what is kept under a name; ``None`` if that is nothing, or nothing of use."""
    try:
        return Theme.model_validate(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _keep(path: Path, theme: Theme) -> None:
    """Keep a theme, and no more than the latest few; where nothing can be written, don't."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(theme.model_dump(mode="json")), encoding="utf-8")
        temporary.replace(path)
        others = sorted(path.parent.glob("theme-*.json"), key=lambda one: one.stat().st_mtime_ns)
        for old in others[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
