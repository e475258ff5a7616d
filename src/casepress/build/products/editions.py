"""The editions of a brochure or handout: one display list for each use, and its papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.atomic import replacing
from casepress.build.model import Product, Target, companions
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity
from casepress.frozen import dataclass

if TYPE_CHECKING:
    from casepress.build.model import Job
    from casepress.case.load import LoadedCase
    from casepress.case.load_collection import LoadedCollection
    from casepress.display import DisplayList
    from casepress.pdf.targets import Attachment
    from casepress.pdf.targets import Target as PdfTarget
    from casepress.pdf.write import PdfReport
    from casepress.theme.model import Theme


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What all editions share: the pages are planned once, so page breaks can't differ."""

    job: Job
    loaded: LoadedCase | LoadedCollection
    theme: Theme
    display: DisplayList
    product: Product = Product.BROCHURE

    def path(self, target: Target) -> Path:
        """Return the file of an edition."""
        return self.job.options.path(self.job.case, self.product, target)

    def papers(self, target: Target) -> tuple[Path, ...]:
        """Return the files of the papers beside an edition."""
        return companions(self.job.case, target, self.job.options.output, self.product)

    def count(self, target: Target) -> int:
        """Return the pages, the same in every edition."""
        return len(self.display.pages)

    def standing(self, target: Target) -> tuple[Diagnostic, ...]:
        """Return what stands against an edition; coarse pictures are told of in any.

        Where no print edition is asked for they stop nothing: a step milder than in print.
        """
        if Target.PRINT in self.job.options.targets:
            return findings(self, target)
        milder = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.ADVICE}
        found = findings(self, Target.PRINT)
        return tuple(replace(one, severity=milder.get(one.severity, one.severity)) for one in found)

    def write(self, target: Target) -> Written:
        """Write an edition and what belongs beside it (:func:`write_edition`)."""
        return write_edition(self, target)


def findings(manuscript: Manuscript, target: Target) -> tuple[Diagnostic, ...]:
    """Return what stands against an edition that doesn't concern the others."""
    if target is not Target.PRINT:
        return ()
    from casepress.build.findings.pictures import collection_press_findings, press_findings
    from casepress.case.load_collection import LoadedCollection

    loaded = manuscript.loaded
    if not isinstance(loaded, LoadedCollection):
        return press_findings(manuscript.display, loaded)
    from casepress.book.desk import case_prefix

    members = [(case_prefix(k), member.loaded) for k, member in enumerate(loaded.members)]
    return collection_press_findings(manuscript.display, members)


@dataclass(frozen=True, slots=True)
class Written:
    """The papers beside an edition, and what was found while it was written."""

    companions: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def write_edition(manuscript: Manuscript, target: Target) -> Written:
    """Write one PDF and what belongs beside it.

    Raises:
        CasepressError: what :func:`findings` calls an error, a profile or a path that can't be
            used, or a file that can't be written. The last good file then stays.
    """
    found = findings(manuscript, target)
    if any(one.severity is Severity.ERROR for one in found):
        raise CasepressError(found, ExitCode.MISSING_RESOURCE)
    from casepress.pdf.write import write_pdf

    job, path = manuscript.job, manuscript.path(target)
    attachments: tuple[Attachment, ...] = ()
    if target is Target.ARCHIVE:
        attachments = _attachments(manuscript)
    style = pdf_target(target, job.options.icc)
    with replacing(path) as temporary, temporary.open("wb") as file:
        report = write_pdf(manuscript.display, style, file, attachments=attachments)
    if target is Target.ARCHIVE:
        return Written(write_papers(_archive_papers(manuscript, style, report, attachments)), found)
    if target is Target.PRINT:
        papers = write_papers(_press_papers(manuscript, style, report))
        return Written(papers, (*found, *too_much_ink(report)))
    return Written()


def too_much_ink(report: PdfReport) -> tuple[Diagnostic, ...]:
    """Warn of a layout's own colours that paper can't take."""
    from casepress.pdf.press_pictures import INK_LIMIT

    if report.coverage <= INK_LIMIT:
        return ()
    params = {"ink": f"{report.coverage:g}", "limit": f"{INK_LIMIT:g}"}
    return (Diagnostic("CP0617", Severity.WARNING, params=params),)


def pdf_target(target: Target, icc: Path | None) -> PdfTarget:
    """Return the writer's target, for the press with the printer's own profile if one is given.

    Raises:
        CasepressError: CP0921 to CP0923, the profile can't be used.
    """
    from casepress.pdf.targets import TARGETS

    style = TARGETS[target.value]
    if target is Target.PRINT and icc is not None:
        from casepress.pdf.icc import press_profile

        return style.with_profile(press_profile(icc))
    return style


def _attachments(manuscript: Manuscript) -> tuple[Attachment, ...]:
    """Return what the archive needs to be made again."""
    from casepress.build.archive.package import archive_files, collection_files
    from casepress.case.load_collection import LoadedCollection

    loaded, theme, job = manuscript.loaded, manuscript.theme, manuscript.job
    if isinstance(loaded, LoadedCollection):
        return collection_files(loaded, theme, job, manuscript.product)
    return archive_files(loaded, theme, job, manuscript.product)


def _archive_papers(
    manuscript: Manuscript,
    style: PdfTarget,
    report: PdfReport,
    attachments: tuple[Attachment, ...],
) -> list[tuple[Path, str]]:
    from casepress.build.archive.inventory import filled_in, inventory

    (path,) = manuscript.papers(Target.ARCHIVE)
    name = manuscript.path(Target.ARCHIVE).name
    metadata = manuscript.display.metadata
    return [(path, inventory(name, metadata, style, report, attachments, filled_in(path)))]


def _press_papers(
    manuscript: Manuscript, style: PdfTarget, report: PdfReport
) -> list[tuple[Path, str]]:
    from casepress.build.products.ticket import entries, ticket_json, ticket_text

    name = manuscript.path(Target.PRINT).name
    from casepress.case.load import LoadedCase

    loaded = manuscript.loaded
    colophon = None
    if manuscript.product is Product.BROCHURE and isinstance(loaded, LoadedCase):
        colophon = loaded.case.colophon
    lines = entries(name, manuscript.display, style, report, colophon)
    text, data = manuscript.papers(Target.PRINT)
    return [(text, ticket_text(lines)), (data, ticket_json(lines))]


def write_papers(papers: Iterable[tuple[Path, str]]) -> tuple[Path, ...]:
    """Write what goes beside a PDF, each whole or not at all."""
    written = []
    for path, text in papers:
        with replacing(path) as temporary:
            temporary.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)
