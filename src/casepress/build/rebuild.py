"""Prove an archive: take its sources out, make it again, compare the bytes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from casepress.build.archive.extract import extract
from casepress.build.dating import dated
from casepress.build.run import build
from casepress.frozen import dataclass

if TYPE_CHECKING:
    from casepress.build.archive.record import BuildRecord
    from casepress.build.model import BuildReport


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of making an archive again."""

    same: bool
    record: BuildRecord | None
    report: BuildReport | None
    """The build; ``None`` if the archive does not say how it was made."""


def rebuild(pdf: Path) -> Rebuilt:
    """Make an archive again from nothing but what it carries (and fonts it only names).

    Raises:
        CasepressError: it can't be taken apart, see
            :func:`casepress.build.archive.extract.extract`.
    """
    with TemporaryDirectory(prefix="casepress-") as directory:
        extracted = extract(pdf, Path(directory) / "in")
        if extracted.record is None:
            return Rebuilt(False, None, None)
        case, options = extracted.options(Path(directory) / "out")
        with dated(extracted.record.source_date_epoch):
            report = build(case, options)
        made = [output.path for output in report.outputs]
        same = len(made) == 1 and made[0].read_bytes() == pdf.read_bytes()
        return Rebuilt(same, extracted.record, report)
