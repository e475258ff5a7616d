"""What is asked of a build and what it answers. All of it is frozen and can be pickled."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.diagnostics import Diagnostic, ExitCode, Span
from casepress.frozen import dataclass

if TYPE_CHECKING:
    from casepress.build.freshness.inputs import Input


class Product(StrEnum):
    """A product of a case."""

    BROCHURE = "brochure"
    DECK = "deck"
    HANDOUT = "handout"
    NOTES = "notes"
    """The speaker's notes of the deck as a text."""
    SLIDES = "slides"
    """The slides of the deck as a PDF, for those who are sent it."""


USUAL = (Product.BROCHURE, Product.DECK)
"""What a build makes if nobody says otherwise."""
WHOLE = (*USUAL, Product.HANDOUT)
"""Everything a session takes."""
PAPER = (Product.BROCHURE, Product.HANDOUT)
"""What is read on paper too, and so made for every target."""


class Target(StrEnum):
    """What a brochure or handout is for: reading on a screen, the press, or the archive."""

    SCREEN = "screen"
    PRINT = "print"
    ARCHIVE = "archive"


_SUFFIX = {
    Product.BROCHURE: {
        Target.SCREEN: "brochure.pdf",
        Target.PRINT: "print.pdf",
        Target.ARCHIVE: "archive.pdf",
    },
    Product.HANDOUT: {
        Target.SCREEN: "handout.pdf",
        Target.PRINT: "handout-print.pdf",
        Target.ARCHIVE: "handout-archive.pdf",
    },
    Product.DECK: {Target.SCREEN: "deck.pptx"},
    Product.NOTES: {Target.SCREEN: "notes.txt"},
    Product.SLIDES: {Target.SCREEN: "slides.pdf"},
}
_COMPANIONS = {
    Target.SCREEN: (),
    Target.PRINT: ("印刷说明.txt", "印刷说明.json"),
    Target.ARCHIVE: ("归档清单.json",),
}


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build and how.

    ``output`` is the directory of the results; ``overrides`` are single tokens of the layout, as
    ``("page.bleed_mm", "5")``, in the order given; ``icc`` is the printer's own profile;
    ``allow_outside`` takes pictures from outside the folder of the case; ``template`` is an
    organisation's own presentation or template for the deck.
    """

    products: tuple[Product, ...] = USUAL
    targets: tuple[Target, ...] = (Target.SCREEN,)
    layout: str = "zhujin"
    overrides: tuple[tuple[str, str], ...] = ()
    output: Path = Path("out")
    icc: Path | None = None
    allow_outside: bool = False
    template: Path | None = None

    def path(self, case: Path, product: Product, target: Target = Target.SCREEN) -> Path:
        """Return the file a product of *case* is written to, such as ``out/wuhou-deck.pptx``."""
        return self.output / f"{case.stem}-{_SUFFIX[product][target]}"

    def uses(self, product: Product) -> tuple[Target, ...]:
        """Return the targets a product is made for."""
        return self.targets if product in PAPER else (Target.SCREEN,)

    def paths(self, case: Path) -> tuple[Path, ...]:
        """Return every file a build of *case* writes."""
        found: list[Path] = []
        for product in self.products:
            for target in self.uses(product):
                found.append(self.path(case, product, target))
                found += companions(case, target, self.output, product)
        return tuple(found)


def companions(
    case: Path, target: Target, output: Path, product: Product = Product.BROCHURE
) -> tuple[Path, ...]:
    """Return the papers that are written beside a PDF: archive list, print ticket."""
    start = case.stem if product is Product.BROCHURE else f"{case.stem}-{product.value}"
    return tuple(output / f"{start}-{name}" for name in _COMPANIONS[target])


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was written. ``count`` is its pages or slides, ``seconds`` the time it took.

    ``companions`` are the papers beside it, see :func:`companions`; ``sha256`` is its checksum.
    """

    path: Path
    case: Path
    product: Product
    target: Target
    count: int
    size: int
    seconds: float
    companions: tuple[Path, ...] = ()
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the pipeline and how long it took."""

    product: Product | None
    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Job:
    """One unit of work for one process: some products of one case; *dry*: plan, write nothing."""

    case: Path
    options: BuildOptions
    dry: bool = False


@dataclass(frozen=True, slots=True)
class JobResult:
    """What came of a job. A crash carries its traceback as text: it crosses processes.

    ``inputs`` are the files it read, as they were then; ``skipped``: nothing had changed since the
    outputs were written, so nothing was done.
    """

    case: Path
    outputs: tuple[Output, ...] = ()
    stages: tuple[Stage, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_code: ExitCode = ExitCode.OK
    crash: str = ""
    peak_bytes: int = 0
    accepted: tuple[Diagnostic, ...] = ()
    """What comments of the case accept; it is not told."""
    inputs: tuple[Input, ...] = ()
    skipped: bool = False


@dataclass(frozen=True)
class BuildReport:
    """Everything a build has to say, in the order of its cases."""

    cases: tuple[Path, ...]
    results: tuple[JobResult, ...]
    seconds: float

    @cached_property
    def outputs(self) -> tuple[Output, ...]:
        """Return the files written, brochures before decks."""
        products = list(Product)
        order = {case: index for index, case in reversed(list(enumerate(self.cases)))}
        found = [output for result in self.results for output in result.outputs]
        return tuple(sorted(found, key=lambda o: (order[o.case], products.index(o.product))))

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what was found, each once: two processes that read one case agree about it."""
        return distinct(d for result in self.results for d in result.diagnostics)

    @property
    def accepted(self) -> tuple[Diagnostic, ...]:
        """Return what comments of the cases accept, each once."""
        return distinct(d for result in self.results for d in result.accepted)

    @property
    def crashes(self) -> tuple[str, ...]:
        """Return the tracebacks of internal errors, each once."""
        return tuple(dict.fromkeys(result.crash for result in self.results if result.crash))

    @property
    def failed(self) -> tuple[Path, ...]:
        """Return the cases of which something could not be built."""
        bad = {result.case for result in self.results if result.exit_code is not ExitCode.OK}
        return tuple(case for case in self.cases if case in bad)

    @property
    def skipped(self) -> tuple[Path, ...]:
        """Return the cases that were left as they are, because nothing had changed."""
        return tuple(result.case for result in self.results if result.skipped)

    @property
    def exit_code(self) -> ExitCode:
        """Return the gravest exit code; an internal error outweighs everything."""
        return max((result.exit_code for result in self.results), default=ExitCode.OK)

    @property
    def peak_bytes(self) -> int:
        """Return the largest peak of memory of a single process."""
        return max((result.peak_bytes for result in self.results), default=0)


def distinct(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics in order without repetition.

    Parameters need not be hashable: what is written alike is compared.
    """
    kept: dict[tuple[str, Span | None, str], list[Diagnostic]] = {}
    found: list[Diagnostic] = []
    for diagnostic in diagnostics:
        written = repr(sorted(diagnostic.params.items()))
        alike = kept.setdefault((diagnostic.id, diagnostic.span, written), [])
        if diagnostic not in alike:
            alike.append(diagnostic)
            found.append(diagnostic)
    return tuple(found)
