"""``build --watch``: build on every save until Ctrl-C, one line per build."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.model import PAPER, BuildReport
from casepress.cli.session import Session
from casepress.cli.show import PRODUCTS, show_build, show_problems
from casepress.cli.usage import CommandError
from casepress.diagnostics import ExitCode

if TYPE_CHECKING:
    from casepress.build.warm import WarmBuilder


def watch_and_build(builder: WarmBuilder, session: Session, *, force: bool) -> int:
    """Build, then build again what every save touches; ends with Ctrl-C."""
    from casepress.build.watch import Watcher

    _require_watchfiles()
    words = session.words
    try:
        saves = Watcher(builder.files)
        for report in builder.build(force=force):
            show_build(report, session)
        count = len(builder.files())
        session.note(
            words(f"在看 {count} 个文件，存盘就重做；Ctrl-C 结束。",
                  f"Watching {count} file(s), building on every save; Ctrl-C ends.")
        )  # fmt: skip
        for changed in saves:
            for report in builder.build(changed):
                show_problems(report, session)
                session.result(_line(report, changed, session))
    except KeyboardInterrupt:
        session.note(words("\n不再看了。", "\nNo longer watching."))
    return int(ExitCode.OK)


def _line(report: BuildReport, changed: Iterable[Path], session: Session) -> str:
    """Return time of day, case, what changed, what came of it and how long it took."""
    words = session.words
    (case,) = report.cases
    others = sorted(path.name for path in changed if path != case)
    because = words(f"（{'、'.join(others)}）", f" ({', '.join(others)})") if others else ""
    seconds = words(f"{report.seconds:.2f} 秒", f"{report.seconds:.2f} s")
    return "  ".join(
        [time.strftime("%H:%M:%S"), f"{case}{because}", _outcome(report, session), seconds]
    )


def _outcome(report: BuildReport, session: Session) -> str:
    words = session.words
    if report.exit_code is not ExitCode.OK:
        return words("没做好，上一次的好文件还在", "not built; the last good files are still there")
    if report.skipped:
        return words("没有改动", "unchanged")
    counts = []
    for output in report.outputs:
        zh, en = PRODUCTS[output.product]
        if output.product in PAPER:
            counts.append(words(f"{zh} {output.count} 页", f"{en} {output.count} pages"))
        else:
            counts.append(words(f"{zh} {output.count} 张", f"{en} {output.count} slides"))
    return words("，", ", ").join(dict.fromkeys(counts))


def _require_watchfiles() -> None:
    """Say how to get the extra, if it isn't there."""
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        raise CommandError(
            "--watch 要用 watchfiles，还没有安装",
            "--watch needs watchfiles, which is not installed",
            hint=("pip install 'casepress[watch]'", "pip install 'casepress[watch]'"),
            exit_code=ExitCode.MISSING_RESOURCE,
        ) from None
