"""Which files have changed, told as it happens: for ``build --watch`` and whatever serves pages.

The system's notices (through watchfiles) only wake us; what has changed is found by looking. So an
editor that saves by renaming, a notice that is lost, a network drive that sends none, and other
files in the same folder make no difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Event

_State = tuple[int, int, int] | None
"""Time of change, size and inode; ``None``: not there."""
_SETTLE_MS = 30
"""Quiet after which a save counts as finished: editors write in several steps."""
_LONGEST_MS = 400
_LOOK_MS = 1000
"""How often to look without any notice."""


def changes(
    files: Callable[[], Iterable[Path]], stop: Event | None = None
) -> Iterator[frozenset[Path]]:
    """Yield the files that have changed, come or gone since the last time, set by set.

    Changes count from this call, not from when the first set is asked for. ``files`` is asked again
    after every set: what is watched may change with it. Changes made while the caller is at work on
    a set are in the next one. Ends when *stop* is set; Ctrl-C raises KeyboardInterrupt.

    Raises:
        ModuleNotFoundError: watchfiles is not installed (extra ``watch``).
    """
    import_module("watchfiles")
    return _changes(files, _states(files()), stop)


def _changes(
    files: Callable[[], Iterable[Path]], seen: Mapping[Path, _State], stop: Event | None
) -> Iterator[frozenset[Path]]:
    while not (stop and stop.is_set()):
        folders = _folders(files())
        for _ in _notices(folders, stop):
            now = _states(files())
            changed = frozenset(path for path in now if path in seen and now[path] != seen[path])
            seen = now
            if changed:
                yield changed
                seen = {**_states(files()), **now}
            if _folders(files()) != folders:
                break


def _notices(folders: Iterable[Path], stop: Event | None) -> Iterator[object]:
    """Yield whenever there is reason to look: at once, at a notice of the system, every second."""
    from watchfiles import watch

    yield None
    yield from watch(
        *folders,
        watch_filter=None,
        debounce=_LONGEST_MS,
        step=_SETTLE_MS,
        stop_event=stop,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        recursive=False,
    )


def _states(files: Iterable[Path]) -> Mapping[Path, _State]:
    return {path: _state(path) for path in files}


def _state(path: Path) -> _State:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def _folders(files: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders to watch: not the files, which a save may replace.

    Of a folder that isn't there, the nearest above it that is.
    """
    found = set()
    for path in files:
        folder = Path(os.path.normpath(path.absolute())).parent
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        found.add(folder)
    return tuple(sorted(found))
