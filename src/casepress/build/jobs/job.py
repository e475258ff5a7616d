"""The pipeline for one job: read the case, take the layout, plan and write each product."""

from __future__ import annotations

import time
from collections.abc import Callable
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
from casepress.build.workers.memory import between_jobs, peak_bytes
from casepress.case.kind import is_collection
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity

if TYPE_CHECKING:
    from casepress.build.freshness.inputs import Input
    from casepress.case.load import LoadedCase
    from casepress.fonts import FontLibrary
    from casepress.theme.model import Theme


def run_job(job: Job) -> JobResult:
    """Do one job and say what came of it; problems of the case and crashes never raise here."""
    if is_collection(job.case):
        from casepress.build.jobs.collection import run_collection

        return run_collection(job)
    between_jobs()
    clock = Clock()
    result = JobResult(job.case)
    loaded = None
    try:
        with clock.stage("import"):
            import_stack(job.options.products)
        with clock.stage("case"):
            loaded = _load(job.case)
        found = (*loaded.diagnostics, *_editorial(loaded, job))
        result = replace(result, diagnostics=found, inputs=_inputs(loaded, job))
        with clock.stage("pictures"):
            pictures = _pictures(loaded, job)
        result = join(result, pictures)
        with clock.stage("layout"):
            theme, fonts = look(job.options.layout, job.options.overrides)
        result = replace(result, inputs=result.inputs + font_inputs_of(theme, job))
        result = join(result, _glyphs(loaded, theme, fonts))
        refused = result.exit_code is not ExitCode.OK
        for product in job.options.products:
            if refused and not (job.dry and product is Product.DECK):
                continue  # no product is made; a check still looks at the slides
            result = join(result, _make(product, loaded, theme, fonts, job, clock))
    except Exception as error:
        result = join(result, failed(job.case, error, loaded))
    result = _accepted(result, loaded, job)
    return replace(result, stages=tuple(clock.stages), peak_bytes=peak_bytes())


def _glyphs(loaded: LoadedCase, theme: Theme, fonts: FontLibrary) -> JobResult:
    """Look for characters no font has: they stop both products, in whichever process."""
    from casepress.build.findings.glyphs import missing_glyphs

    found = missing_glyphs(loaded, theme, fonts)
    code = ExitCode.MISSING_RESOURCE if found else ExitCode.OK
    return JobResult(loaded.path, diagnostics=found, exit_code=code)


def _accepted(result: JobResult, loaded: LoadedCase | None, job: Job) -> JobResult:
    """Take out what comments of the case accept."""
    if not result.diagnostics and not job.dry:
        return result
    from casepress.build.findings.accepted import sort_accepted

    parted = sort_accepted(job.case, result.diagnostics, loaded, whole=job.dry)
    return replace(result, diagnostics=parted.told, accepted=parted.accepted)


def _make(
    product: Product, loaded: LoadedCase, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    """Plan and write one product; if that fails, the other is still made."""
    try:
        make = _maker(product)
        return make(loaded, theme, fonts, job, clock)
    except Exception as error:
        return failed(job.case, error, loaded)


def _maker(product: Product) -> Callable[..., JobResult]:
    return {
        Product.BROCHURE: _brochure,
        Product.DECK: _deck,
        Product.HANDOUT: _handout,
        Product.SLIDES: _slides,
        Product.NOTES: _notes,
    }[product]


def _brochure(
    loaded: LoadedCase, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    """Plan the pages once and paint them for every target: page breaks can't differ."""
    from casepress.brochure import plan_brochure
    from casepress.build.products.editions import Manuscript
    from casepress.case.load import placed

    start = time.perf_counter()
    with clock.stage("plan", Product.BROCHURE):
        display = plan_brochure(loaded.case, theme, fonts, base_dir=job.case.parent)
    said = (*_stand_ins(theme, fonts), *placed(advice(display.notices), loaded))
    result = JobResult(job.case, diagnostics=said)
    return join(result, write_editions(Manuscript(job, loaded, theme, display), clock, start))


def _handout(
    loaded: LoadedCase, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    """Plan the handout once and paint it for every target."""
    return _session_pages(Product.HANDOUT, loaded, theme, fonts, job, clock)


def _slides(
    loaded: LoadedCase, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    """Plan the slides as pages and paint them for the screen."""
    return _session_pages(Product.SLIDES, loaded, theme, fonts, job, clock)


def _session_pages(
    product: Product, loaded: LoadedCase, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    from casepress.build.products.editions import Manuscript
    from casepress.build.products.session import case_material, plan_pages

    start = time.perf_counter()
    with clock.stage("plan", product):
        material = case_material(loaded, theme, fonts, job)
        display = plan_pages(product, material, theme, fonts)
    return write_editions(Manuscript(job, loaded, theme, display, product), clock, start)


def _notes(
    loaded: LoadedCase, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    """Write the speaker's notes as a text."""
    from casepress.build.products.session import deck_of_case

    return save_notes(lambda: deck_of_case(loaded, theme, fonts, job), job, clock)


def _deck(
    loaded: LoadedCase, theme: Theme, fonts: FontLibrary, job: Job, clock: Clock
) -> JobResult:
    """Plan the slides and write them."""
    from casepress.build.products.organisation import DEGRADED, plan_in_template
    from casepress.case.load import placed
    from casepress.deck import plan_deck

    start = time.perf_counter()
    template, given = None, job.options.template
    with clock.stage("plan", Product.DECK):
        if given is None:
            deck = plan_deck(loaded.case, theme, fonts, base_dir=job.case.parent)
        else:
            deck, template = plan_in_template(loaded.case, theme, fonts, job.case.parent, given)
    said = tuple(d for d in deck.diagnostics if job.dry or d.id == DEGRADED)
    result = JobResult(job.case, diagnostics=(*advice(deck.notices), *placed(said, loaded)))
    if job.dry:
        from casepress.build.findings.slides import slide_findings, without_echo

        found = slide_findings(deck, loaded)
        result = replace(result, diagnostics=without_echo(result.diagnostics))
        return replace(result, diagnostics=(*result.diagnostics, *found))
    return replace(result, outputs=(save_deck(deck, theme, template, job, clock, start),))


def _load(path: Path) -> LoadedCase:
    from casepress.case.load import load_case

    return load_case(path)


def _inputs(loaded: LoadedCase, job: Job) -> tuple[Input, ...]:
    """Name the files of the case with their checksums, before any but the YAML is read."""
    if job.dry:
        return ()
    from casepress.build.freshness.inputs import inputs_of

    return inputs_of(loaded)


def _editorial(loaded: LoadedCase, job: Job) -> tuple[Diagnostic, ...]:
    """Look through the case as an editor would; only a check does, a build need not."""
    if not job.dry:
        return ()
    from casepress.case.check import check_case

    return check_case(loaded)


def _pictures(loaded: LoadedCase, job: Job) -> JobResult:
    """Read the pictures of the case; a bad one stops both products before they are planned.

    A check goes on, so that everything is told at once.
    """
    from casepress.build.findings.pictures import check_pictures
    from casepress.case.picturing import picture_files

    if not picture_files(loaded.case):
        return JobResult(job.case)

    outside = job.options.allow_outside
    try:
        found = check_pictures(loaded, job.case.parent, allow_outside=outside)
    except CasepressError as error:
        if not job.dry:
            raise
        return failed(job.case, error, loaded)
    return JobResult(job.case, diagnostics=found)


def _stand_ins(theme: Theme, fonts: FontLibrary) -> tuple[Diagnostic, ...]:
    """Say which bundled face is set where the layout asks for a font nobody gave a file of."""
    return tuple(
        Diagnostic(
            "CP0511",
            Severity.ADVICE,
            params={
                "key": key, "title": token.title, "layout": theme.name,
                "face": fonts.face(key).family,
            },
        )
        for key, token in theme.standing_in().items()
    )  # fmt: skip
