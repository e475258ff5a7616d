"""The steps that jobs of a case and of a collection share: imports, editions, deck, notes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from casepress.build import stacks
from casepress.build.atomic import replacing
from casepress.build.freshness.fingerprint import file_checksum
from casepress.build.jobs.results import failed, join
from casepress.build.model import Job, JobResult, Output, Product, Target

if TYPE_CHECKING:
    from casepress.build.freshness.inputs import Input
    from casepress.build.jobs.clock import Clock
    from casepress.build.products.editions import Written
    from casepress.case.load import LoadedCase
    from casepress.case.load_collection import LoadedCollection
    from casepress.deck.model import Deck
    from casepress.diagnostics import Diagnostic
    from casepress.pptx.organisation_tokens import Organisation
    from casepress.theme.model import Theme


class Planned(Protocol):
    """A product whose pages are planned, with what its editions share."""

    @property
    def job(self) -> Job:
        """The job it is made for."""

    @property
    def product(self) -> Product:
        """What it is."""

    @property
    def loaded(self) -> LoadedCase | LoadedCollection:
        """What it is made of."""

    def path(self, target: Target) -> Path:
        """Return the file of an edition."""

    def count(self, target: Target) -> int:
        """Return the pages of an edition."""

    def standing(self, target: Target) -> tuple[Diagnostic, ...]:
        """Return what a check says of an edition without writing it."""

    def write(self, target: Target) -> Written:
        """Write an edition and what belongs beside it."""


def import_stack(products: tuple[Product, ...]) -> None:
    """Import what the job needs, so that the time of imports shows as such."""
    from importlib import import_module

    for product in products:
        for name in getattr(stacks, product.name):
            import_module(name)


def font_inputs_of(theme: Theme, job: Job) -> tuple[Input, ...]:
    """Name the font files a layout brings along, with their checksums."""
    if job.dry or not theme.fonts:
        return ()
    from casepress.build.freshness.inputs import font_inputs

    return font_inputs(theme)


def write_editions(planned: Planned, clock: Clock, start: float) -> JobResult:
    """Write a planned product for each of its targets; *start* is when its planning began."""
    job, product = planned.job, planned.product
    result = JobResult(job.case)
    for target in job.options.uses(product):
        with clock.stage(f"write {target}", product):
            result = join(result, _edition(planned, target, start))
        start = time.perf_counter()
    return result


def _edition(planned: Planned, target: Target, start: float) -> JobResult:
    """Write a product for one target; if that is refused, the others are still written."""
    job = planned.job
    try:
        if job.dry:
            return JobResult(job.case, diagnostics=planned.standing(target))
        written = planned.write(target)
    except Exception as error:
        return failed(job.case, error, planned.loaded)
    path, count = planned.path(target), planned.count(target)
    output = output_of(job.case, planned.product, target, path, count, start)
    output = replace(output, companions=written.companions)
    return JobResult(job.case, (output,), diagnostics=written.diagnostics)


def save_deck(
    deck: Deck, theme: Theme, template: Organisation | None, job: Job, clock: Clock, start: float
) -> Output:
    """Write planned slides."""
    from casepress.pptx.write import write_deck

    path = job.options.path(job.case, Product.DECK)
    with (
        clock.stage("write", Product.DECK),
        replacing(path) as temporary,
        temporary.open("wb") as file,
    ):
        write_deck(deck, theme, file, template)
    return output_of(job.case, Product.DECK, Target.SCREEN, path, len(deck.slides), start)


def save_notes(plan: Callable[[], Deck], job: Job, clock: Clock) -> JobResult:
    """Plan slides and write their speaker's notes as a text."""
    from casepress.build.products.session import write_notes

    start, path = time.perf_counter(), job.options.path(job.case, Product.NOTES)
    with clock.stage("write", Product.NOTES):
        count = write_notes(plan(), path)
    output = output_of(job.case, Product.NOTES, Target.SCREEN, path, count, start)
    return JobResult(job.case, (output,))


def output_of(
    case: Path, product: Product, target: Target, path: Path, count: int, start: float
) -> Output:
    """Describe a written file; *count* is its pages or slides, *start* when its making began."""
    seconds = time.perf_counter() - start
    size, sha256 = path.stat().st_size, file_checksum(path)
    return Output(path, case, product, target, count, size, seconds, sha256=sha256)
