"""The book of a collection: planned once, written for every use, its cover apart for the press."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.atomic import replacing
from casepress.build.model import Product, Target, companions
from casepress.build.products.editions import Written, pdf_target, too_much_ink, write_papers
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity
from casepress.frozen import dataclass

if TYPE_CHECKING:
    from casepress.book.plan import BookPlan
    from casepress.book.sheet import CoverSheet
    from casepress.build.model import Job
    from casepress.build.products.ticket import Entry
    from casepress.case.load_collection import LoadedCollection
    from casepress.pdf.targets import Target as PdfTarget
    from casepress.pdf.write import PdfReport
    from casepress.theme.model import Theme

COVER = "cover.pdf"


@dataclass(frozen=True, slots=True)
class BookManuscript:
    """What all editions of a book share."""

    job: Job
    loaded: LoadedCollection
    theme: Theme
    plan: BookPlan

    @property
    def product(self) -> Product:
        """A book is the brochure of a collection."""
        return Product.BROCHURE

    def path(self, target: Target) -> Path:
        """Return the file of an edition."""
        return self.job.options.path(self.job.case, self.product, target)

    def count(self, target: Target) -> int:
        """Return the pages of an edition; for the press the cover is a file of its own."""
        return len((self.plan.interior if target is Target.PRINT else self.plan.whole).pages)

    def standing(self, target: Target) -> tuple[Diagnostic, ...]:
        """Return what stands against an edition."""
        return findings(self, target)

    def write(self, target: Target) -> Written:
        """Write an edition and what belongs beside it (:func:`write_edition`)."""
        return write_edition(self, target)


def findings(book: BookManuscript, target: Target) -> tuple[Diagnostic, ...]:
    """Return what stands against an edition that doesn't concern the others."""
    if target is not Target.PRINT:
        return ()
    from casepress.book.desk import case_prefix
    from casepress.build.findings.pictures import collection_press_findings
    from casepress.case.picturing import picture_files

    members = [
        (case_prefix(k), member.loaded)
        for k, member in enumerate(book.loaded.members)
        if picture_files(member.case)
    ]
    return (*collection_press_findings(book.plan.whole, members), *_spine_findings(book))


def _spine_findings(book: BookManuscript) -> tuple[Diagnostic, ...]:
    """Return what is to be said of the spine: unknown, estimated, or too narrow for text."""
    from casepress.book.covers import LEAST_SPINE_MM, spine_mm

    desk = book.plan.desk
    place = book.loaded.locate("colophon")
    width = spine_mm(desk, desk.pages)
    if width is None:
        return (Diagnostic("CP0621", Severity.WARNING, place),)
    found = []
    spine, guessed = width
    if guessed:
        params = {"spine": f"{spine:g}", "gsm": f"{desk.collection.colophon.gsm:g}"}
        place = book.loaded.locate("colophon.gsm")
        found.append(Diagnostic("CP0622", Severity.WARNING, place, params))
    if spine < LEAST_SPINE_MM:
        params = {"spine": f"{spine:g}", "least": f"{LEAST_SPINE_MM:g}"}
        found.append(Diagnostic("CP0623", Severity.ADVICE, None, params))
    return tuple(found)


def write_edition(book: BookManuscript, target: Target) -> Written:
    """Write one edition and what belongs beside it; for the press the cover is a file of its own.

    Raises:
        CasepressError: what :func:`findings` calls an error, a profile or a path that can't be
            used, or a file that can't be written. The last good files then stay.
    """
    found = findings(book, target)
    if any(one.severity is Severity.ERROR for one in found):
        raise CasepressError(found, ExitCode.MISSING_RESOURCE)
    style = pdf_target(target, book.job.options.icc)
    if target is Target.PRINT:
        return _press(book, style, found)
    if target is Target.ARCHIVE:
        return _archive(book, style)
    _write(book, book.path(target), book.plan, style)
    return Written()


def _write(book: BookManuscript, path: Path, plan: BookPlan, style: PdfTarget) -> PdfReport:
    from casepress.pdf.write import write_pdf

    with replacing(path) as temporary, temporary.open("wb") as file:
        return write_pdf(plan.whole, style, file)


def _archive(book: BookManuscript, style: PdfTarget) -> Written:
    from casepress.build.archive.inventory import filled_in, inventory
    from casepress.build.archive.package import collection_files
    from casepress.pdf.write import write_pdf

    job, path = book.job, book.path(Target.ARCHIVE)
    attachments = collection_files(book.loaded, book.theme, job, Product.BROCHURE)
    with replacing(path) as temporary, temporary.open("wb") as file:
        report = write_pdf(book.plan.whole, style, file, attachments=attachments)
    (list_,) = companions(job.case, Target.ARCHIVE, job.options.output)
    metadata = book.plan.whole.metadata
    text = inventory(path.name, metadata, style, report, attachments, filled_in(list_))
    return Written(write_papers([(list_, text)]))


def _press(book: BookManuscript, style: PdfTarget, found: Sequence[Diagnostic]) -> Written:
    """Write the interior, the cover if its spine is known, and the ticket for both."""
    from casepress.book.covers import spine_mm
    from casepress.book.sheet import plan_cover_sheet
    from casepress.build.products.ticket import ticket_json, ticket_text
    from casepress.pdf.write import write_pdf

    job, path, desk = book.job, book.path(Target.PRINT), book.plan.desk
    with replacing(path) as temporary, temporary.open("wb") as file:
        report = write_pdf(book.plan.interior, style, file)
    made: tuple[Path, ...] = ()
    cover: tuple[CoverSheet, PdfReport, str] | None = None
    width = spine_mm(desk, desk.pages)
    if width is not None:
        sheet = plan_cover_sheet(book.plan, width[0])
        file_path = job.options.output / f"{job.case.stem}-{COVER}"
        with replacing(file_path) as temporary, temporary.open("wb") as file:
            cover = sheet, write_pdf(sheet.display, style, file), file_path.name
        made = (file_path,)
    lines = _ticket(book, style, report, cover, width[0] if width else None)
    text, data = companions(job.case, Target.PRINT, job.options.output)
    papers = write_papers([(text, ticket_text(lines)), (data, ticket_json(lines))])
    ink = (*too_much_ink(report), *(too_much_ink(cover[1]) if cover else ()))
    return Written((*made, *papers), (*found, *ink[:1]))


def _ticket(
    book: BookManuscript,
    style: PdfTarget,
    report: PdfReport,
    cover: tuple[CoverSheet, PdfReport, str] | None,
    spine: float | None,
) -> list[Entry]:
    """Return the ticket of a brochure, with what is different in a bound book."""
    from casepress.build.products.ticket import entries
    from casepress.units import to_mm

    colophon = book.loaded.collection.colophon
    lines = entries(book.path(Target.PRINT).name, book.plan.interior, style, report, colophon)
    pages = f"{report.pages} 页（内文，不含封面），单页文件，按页码排列，未拼版"
    bound = "无线胶装，封面另为一个文件"
    changed: dict[str, Entry] = {
        "页数": ("页数", pages, report.pages),
        "装订": ("装订", bound, bound),
    }
    lines = [changed.get(line[0], line) for line in lines]
    at = next(k for k, line in enumerate(lines) if line[0] == "装订") + 1
    width = f"{spine:g} mm" if spine is not None else "未定（没有写用纸的厚度）"
    added: list[Entry] = [("书脊", width, spine)]
    if cover is not None:
        page = cover[0].display.pages[0]
        across, down = round(to_mm(page.width_pt), 1), round(to_mm(page.height_pt), 1)
        words = f"{cover[2]}，展开 {across:g} mm × {down:g} mm（封底、书脊、封面），不含出血"
        value = {"文件名": cover[2], "宽_mm": across, "高_mm": down, "sha256": cover[1].sha256}
        added.append(("封面", words, value))
    return [*lines[:at], *added, *lines[at:]]
