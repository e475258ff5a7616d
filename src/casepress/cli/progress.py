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
        from rich.table import Column

        many = len(self._cases) > 1
        line = Column(no_wrap=True, overflow="ellipsis")
        console = Console(stderr=True, no_color=not self._session.colour)
        counts = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True))
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}", table_column=line),
            _within(self._session, many),
            TimeElapsedColumn(),
        )
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


def _within(session: Session, many: bool) -> ProgressColumn:
    """Return a column that says what is being done, and how much of a collection is planned.

    *many*: several processes do several cases, so that a single stage would say little.
    """
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Within(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(under_way(session, many))

    return Within()


def under_way(session: Session, many: bool) -> str:
    """Return what is being done now: ``画册 编排 · 课件 写文件 12/200``."""
    from casepress.build.workers.heard import heard, heard_stages
    from casepress.cli.show import PRODUCTS, STAGES

    names = {product.value: words for product, words in PRODUCTS.items()}
    told = [] if many else heard_stages()
    steps = [
        " ".join(session.words(*words) for words in (names.get(of), STAGES[stage]) if words)
        for of, stage in told
    ]
    done, total = heard()
    count = f"{done}/{total}" if 0 < done < total else ""
    return " ".join(filter(None, (" · ".join(steps), count)))
