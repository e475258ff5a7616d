"""A progress bar: on a terminal only, for long work only, and gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.cli.session import Session

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn, Task
    from rich.text import Text

PATIENCE_S = 1.0
"""Work that is done sooner shows no bar."""


class Bar:
    """Counts cases as they are done."""

    def __init__(self) -> None:
        self.count = 0

    def done(self, case: Path) -> None:
        """Count one case."""
        self.count += 1


@contextmanager
def progress(cases: Sequence[Path], session: Session) -> Iterator[Bar]:
    """Show how far a build is, after a second, until the block ends."""
    if not wanted(session):
        yield Bar()
        return
    bar = _Drawn(cases, session)
    try:
        yield bar
    finally:
        bar.stop()


def wanted(session: Session) -> bool:
    """Tell whether there is somebody to watch a bar."""
    environment = session.environment
    if session.quiet or session.json or environment.get("CI"):
        return False
    return sys.stderr.isatty() and environment.get("TERM") not in ("dumb", "unknown")


class _Drawn(Bar):
    """A bar on stderr. It is begun by a timer, so that short work never imports rich."""

    def __init__(self, cases: Sequence[Path], session: Session) -> None:
        import threading

        super().__init__()
        self._cases = cases
        self._session = session
        self._shown: Progress | None = None
        self._lock = threading.Lock()
        self._stopped = False
        self._timer = threading.Timer(PATIENCE_S, self._begin)
        self._timer.daemon = True
        self._timer.start()

    def done(self, case: Path) -> None:
        super().done(case)
        with self._lock:
            if self._shown:
                self._shown.update(self._shown.task_ids[0], completed=self.count)

    def stop(self) -> None:
        """Take the bar away."""
        self._timer.cancel()
        with self._lock:
            self._stopped = True
            if self._shown:
                self._shown.stop()

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        many = len(self._cases) > 1
        console = Console(stderr=True, no_color=not self._session.colour)
        counts = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True))
        columns = (
            SpinnerColumn(), TextColumn("{task.description}"), _within(), TimeElapsedColumn(),
        )  # fmt: skip
        words = self._session.words
        text = words("正在做", "building")
        text = text if many else f"{text} {self._cases[0].name}"
        with self._lock:
            if self._stopped:
                return
            self._shown = Progress(
                *columns,
                *(counts if many else ()),
                console=console,
                transient=True,
                redirect_stdout=sys.stdout.isatty(),  # a pipe gets results as they are
            )
            self._shown.add_task(text, total=len(self._cases) if many else None)
            self._shown.update(self._shown.task_ids[0], completed=self.count)
            self._shown.start()


def _within() -> ProgressColumn:
    """Return a column that says how many cases of a collection are planned."""
    from rich.progress import ProgressColumn
    from rich.text import Text

    from casepress.build.heard import heard

    class Within(ProgressColumn):
        def render(self, task: Task) -> Text:
            done, total = heard()
            return Text(f"{done}/{total}" if total else "")

    return Within()
