"""The pipeline for a collection: all its cases read and looked through, then the book, the deck."""

from __future__ import annotations

import time
from collections.abc import Callable, Container
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.freshness.look import look
from casepress.build.jobs.clock import Clock
from casepress.build.jobs.results import advice, failed, join
from casepress.build.jobs.steps import (
    font_inputs_of,
    import_stack,
    save_deck,
    save_notes,
    write_editions,
)
from casepress.build.model import Job, JobResult, Product
from casepress.build.workers.heard import tell
from casepress.build.workers.memory import peak_bytes
from casepress.case.picturing import picture_files
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode

if TYPE_CHECKING:
    from casepress.build.freshness.inputs import Input
    from casepress.case.load_collection import LoadedCollection, Member
    from casepress.fonts import FontLibrary
    from casepress.theme.model import Theme


def run_collection(job: Job) -> JobResult:
    """Do one job of a collection and say what came of it; never raises, as ``run_job``."""
    clock = Clock()
    result = JobResult(job.case)
    loaded = None
    try:
        with clock.stage("import"):
            import_stack(job.options.products)
        with clock.stage("case"):
            loaded = _load(job)
        result = replace(result, diagnostics=loaded.diagnostics, inputs=_inputs(loaded, job))
        with clock.stage("pictures"):
            result = join(result, _pictures(loaded, job))
        with clock.stage("layout"):
            theme, fonts = look(job.options.layout, job.options.overrides)
        result = replace(result, inputs=result.inputs + font_inputs_of(theme, job))
        result = join(result, _looked_through(loaded, theme, fonts, job))
        if result.exit_code is ExitCode.OK:
            for product in job.options.products:
                result = join(result, _make(product, loaded, theme, fonts, job, clock))
    except Exception as error:
        result = join(result, _failed(job.case, error, loaded))
    result = _accepted(result, loaded, job)
    return replace(result, stages=tuple(clock.stages), peak_bytes=peak_bytes())


def _load(job: Job) -> LoadedCollection:
    from casepress.case.load_collection import load_collection

    return load_collection(job.case, allow_outside=job.options.allow_outside)


def _inputs(loaded: LoadedCollection, job: Job) -> tuple[Input, ...]:
    """Name the files of the collection with their checksums: itself, its cases, their pictures."""
    if job.dry:
        return ()
    from casepress.build.freshness.fingerprint import checksum, file_checksum
    from casepress.build.freshness.inputs import CASE, Input

    folder = loaded.path.parent
    found = [Input(CASE, checksum(loaded.source))]
    found += [Input(member.name, checksum(member.source)) for member in loaded.members]
    pictures = [
        Path(member.name.replace("\\", "/")).parent / path
        for member in loaded.members
        for path, _ in picture_files(member.case)
    ]
    names = dict.fromkeys(path.as_posix() for path in pictures)
    return (*found, *(Input(name, file_checksum(folder / name)) for name in names))


def _pictures(loaded: LoadedCollection, job: Job) -> JobResult:
    """Read the pictures of all cases; the bad ones of all of them are told of at once."""
    from casepress.build.findings.pictures import check_pictures

    result = JobResult(job.case)
    for member in loaded.members:
        if not picture_files(member.case):
            continue
        outside = job.options.allow_outside
        try:
            found = check_pictures(member.loaded(), member.path.parent, allow_outside=outside)
        except CasepressError as error:
            result = join(
                result,
                JobResult(job.case, diagnostics=error.diagnostics, exit_code=error.exit_code),
            )
        else:
            result = join(result, JobResult(job.case, diagnostics=found))
    return result


def _looked_through(
    loaded: LoadedCollection, theme: Theme, fonts: FontLibrary, job: Job
) -> JobResult:
    """Look for characters no font has and, in a check, through every case as an editor would."""
    from casepress.build.findings.glyphs import missing_glyphs

    found: list[Diagnostic] = []
    missing = [one for member in loaded.members for one in missing_glyphs(member, theme, fonts)]
    if job.dry:
        from casepress.case.check import check_case

        found = [one for member in loaded.members for one in check_case(member.loaded())]
    code = ExitCode.MISSING_RESOURCE if missing else ExitCode.OK
    return JobResult(loaded.path, diagnostics=(*found, *missing), exit_code=code)


def _make(
    product: Product,
    loaded: LoadedCollection,
    theme: Theme,
    fonts: FontLibrary,
    job: Job,
    clock: Clock,
) -> JobResult:
    """Plan and write one product; if that fails, the other is still made."""
    make = {Product.BROCHURE: _book, Product.DECK: _deck, Product.NOTES: _notes}.get(product)
    try:
        if make is None:
            return _session_pages(product, loaded, theme, fonts, job, clock)
        return make(loaded, theme, fonts, job, clock)
    except Exception as error:
        return _failed(job.case, error, loaded)


# -- the book --------------------------------------------------------------------------------


def _book(
    loaded: LoadedCollection, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    """Plan the pages once and paint them for every target."""
    from casepress.book import plan_book
    from casepress.build.products.book import BookManuscript

    start = time.perf_counter()
    with clock.stage("plan", Product.BROCHURE):
        plan = plan_book(
            loaded.collection, loaded.members, theme, fonts, progress=_teller(Product.BROCHURE)
        )
    result = JobResult(job.case, diagnostics=advice(plan.whole.notices))
    return join(result, write_editions(BookManuscript(job, loaded, theme, plan), clock, start))


def _teller(product: Product) -> Callable[[int, int], None]:
    """Return what notes how far a product is, for whoever shows it."""
    return lambda done, total: tell(product.value, done, total)


# -- the deck --------------------------------------------------------------------------------


def _deck(
    loaded: LoadedCollection, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    """Plan the slides of every case, join them behind a menu, and write them."""
    from casepress.build.products.joined import plan_joined

    start = time.perf_counter()
    with clock.stage("plan", Product.DECK):
        joined = plan_joined(loaded, theme, fonts, job, _teller(Product.DECK))
    deck = joined.deck
    result = JobResult(job.case, diagnostics=(*advice(deck.notices), *joined.diagnostics))
    if job.dry:
        return result
    return replace(result, outputs=(save_deck(deck, theme, joined.template, job, clock, start),))


# -- what is made from the slides ------------------------------------------------------------


def _session_pages(
    product: Product,
    loaded: LoadedCollection,
    theme: Theme,
    fonts: FontLibrary,
    job: Job,
    clock: Clock,
) -> JobResult:
    """Plan the handout, or the slides as pages, of the joined deck and write every edition."""
    from casepress.build.products.editions import Manuscript
    from casepress.build.products.session import collection_material, plan_pages

    start = time.perf_counter()
    with clock.stage("plan", product):
        material = collection_material(loaded, theme, fonts, job, _teller(product))
        display = plan_pages(product, material, theme, fonts)
    return write_editions(Manuscript(job, loaded, theme, display, product), clock, start)


def _notes(
    loaded: LoadedCollection, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    """Write the speaker's notes of the joined deck."""
    from casepress.build.products.joined import plan_joined

    told = _teller(Product.NOTES)
    return save_notes(lambda: plan_joined(loaded, theme, fonts, job, told).deck, job, clock)


# -- what went wrong -------------------------------------------------------------------------


def _failed(case: Path, error: Exception, loaded: LoadedCollection | None) -> JobResult:
    """Turn a failure into a result: of single cases at their places, else of the collection."""
    from casepress.case.load_collection import MembersFailed

    if isinstance(error, MembersFailed) and loaded is not None:
        result = JobResult(case)
        for index, reason in error.failures:
            result = join(result, member_failed(case, reason, loaded.members[index]))
        return result
    return failed(case, error, loaded)


def member_failed(case: Path, error: Exception, member: Member) -> JobResult:
    """Turn the failure of one case of a collection into a result that names its file."""
    return failed(case, error, member.loaded())


def _accepted(result: JobResult, loaded: LoadedCollection | None, job: Job) -> JobResult:
    """Take out what comments of the collection and of its cases accept, each of its own file."""
    if loaded is None or (not result.diagnostics and not job.dry):
        return result
    from casepress.build.findings.accepted import sort_accepted

    sources: dict[Path, Member | None] = {loaded.path: None}
    sources |= {member.path: member for member in loaded.members}
    told = [d for d in result.diagnostics if not _is_of(d, sources)]
    accepted: list[Diagnostic] = []
    for path, member in sources.items():
        own = [d for d in result.diagnostics if _is_of(d, (path,))]
        if own or job.dry:
            text = member.loaded() if member else loaded
            parted = sort_accepted(path, own, text, whole=job.dry)
            told += parted.told
            accepted += parted.accepted
    return replace(result, diagnostics=tuple(told), accepted=tuple(accepted))


def _is_of(diagnostic: Diagnostic, files: Container[Path]) -> bool:
    return diagnostic.span is not None and Path(diagnostic.span.file) in files
