"""What came of many cases: a table on a terminal, and a line for everybody."""

from __future__ import annotations

import sys
from pathlib import Path

from casepress.build.model import USUAL, BuildReport, JobResult, Product
from casepress.cli.columns import table
from casepress.cli.session import Session
from casepress.diagnostics import ExitCode, Severity

_MOST_ROWS = 40
"""A longer table is cut to the cases that need attention."""


_COLUMNS = {
    Product.BROCHURE: ("画册", "pages"),
    Product.DECK: ("课件", "slides"),
    Product.HANDOUT: ("讲义", "handout"),
}


def show_summary(report: BuildReport, session: Session) -> None:
    """Print the table (on a terminal) and the line that counts cases."""
    if sys.stderr.isatty() and not session.quiet and not session.json:
        for line in rows(report, session):
            session.note(line)
    failed = ", ".join(str(case) for case in report.failed)
    kept = len(report.skipped)
    count, done = len(report.cases), len(report.cases) - len(report.failed)
    zh = f"{count} 个案例，做好 {done} 个" + (f"（{kept} 个没有改动，跳过）" if kept else "")
    en = f"{count} cases, {done} built" + (f" ({kept} unchanged, skipped)" if kept else "")
    session.note(
        session.words(
            zh + (f"，没做好：{failed}" if failed else ""),
            en + (f"; not: {failed}" if failed else ""),
        )
    )


def rows(report: BuildReport, session: Session) -> list[str]:
    """Return the lines of the table: case, how it went, pages, slides, warnings, seconds."""
    words = session.words
    listed = report.results
    if len(listed) > _MOST_ROWS:
        listed = tuple(r for r in listed if r.exit_code is not ExitCode.OK or _warnings(r))
        listed = listed[:_MOST_ROWS]
    if not listed:
        return []
    made = {output.product for result in report.results for output in result.outputs}
    shown = tuple(product for product in _COLUMNS if product in USUAL or product in made)
    names = (("案例", "case"), ("结果", "result"), *(_COLUMNS[product] for product in shown),
             ("警告", "warnings"), ("用时", "time"))  # fmt: skip
    head = tuple(words(*pair) for pair in names)
    return table([head, *(_row(result, shown, session) for result in listed)])


def _row(result: JobResult, products: tuple[Product, ...], session: Session) -> tuple[str, ...]:
    seconds = sum(output.seconds for output in result.outputs)
    return (
        _name(result.case),
        _how(result, session),
        *(_count(result, product) for product in products),
        str(_warnings(result) or "–"),
        "–" if result.skipped or not result.outputs else f"{seconds:.2f} s",
    )


def _how(result: JobResult, session: Session) -> str:
    """Say in a word how it went; of a failure the first error's id as well."""
    if result.exit_code is ExitCode.OK:
        return session.words("未变", "unchanged") if result.skipped else session.words("做好", "ok")
    errors = [d.id for d in result.diagnostics if d.severity is Severity.ERROR]
    return " ".join([session.words("没做好", "failed"), *errors[:1]])


def _count(result: JobResult, product: Product) -> str:
    return str(next((o.count for o in result.outputs if o.product is product), "–"))


def _warnings(result: JobResult) -> int:
    return sum(d.severity is Severity.WARNING for d in result.diagnostics)


def _name(case: Path) -> str:
    return case.name
