"""Which files have changed, told as it happens: for ``build --watch`` and whatever serves pages.

The system's notices (through watchfiles) only wake us; what has changed is found by looking. So an
editor that saves by renaming, a notice that is lost, a network drive that sends none, and other
files in the same folder make no difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
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


class Watcher:
    """Yields the files that have changed, come or gone since the last time, set by set.

    ``files`` is asked again after every set: what is watched may change with it. Changes made while
    the caller is at work on a set are in the next one. Ends when *stop* is set; Ctrl-C raises
    KeyboardInterrupt.
    """

    def __init__(self, files: Callable[[], Iterable[Path]], stop: Event | None = None) -> None:
        """Remember how the files are now."""
        self._files, self._stop = files, stop
        self._seen: dict[Path, _State] = {}
        self.look()

    def look(self) -> None:
        """Remember how files are that have come to be watched; to be called as soon as they are."""
        for path in self._files():
            if path not in self._seen:
                self._seen[path] = _state(path)

    def __iter__(self) -> Iterator[frozenset[Path]]:
        """Wait for changes.

        Raises:
            ModuleNotFoundError: watchfiles is not installed (extra ``watch``).
        """
        from watchfiles import watch

        while True:
            folders = _folders(self._files())
            notices = watch(
                *folders,
                watch_filter=None,
                debounce=_LONGEST_MS,
                step=_SETTLE_MS,
                stop_event=self._stop,
                rust_timeout=_LOOK_MS,
                yield_on_timeout=True,
                recursive=False,
            )
            for _ in notices:
                changed = self._changed()
                if changed:
                    yield changed
                self.look()
                if _folders(self._files()) != folders:
                    break
            else:
                return

    def _changed(self) -> frozenset[Path]:
        """Compare the files with what was seen last, and remember them as they are now."""
        now = _states(self._files())
        changed = frozenset(path for path in now if now[path] != self._seen.get(path, now[path]))
        self._seen = dict(now)
        return changed


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
