"""Every example in every layout at every trim size: whole, inside its margins, no page left over.

Planned only; a sample of the matrix is written and goes through preflight. The whole of it goes
through preflight in ``.ci/run`` (tools/matrix_preflight.py).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.brochure.composition import beyond_frame, near_empty, running_words
from tests.brochure.sheets import collisions, outside

from casepress.brochure import plan_brochure
from casepress.brochure.column.side import LEFT_OUT
from casepress.brochure.publication.geometry import Grid
from casepress.brochure.text.setting import Setter
from casepress.build.model import BuildOptions, Product, Target
from casepress.build.run import build
from casepress.case.load import load_case
from casepress.case.model import Case
from casepress.diagnostics import ExitCode, Severity
from casepress.display import DisplayList
from casepress.fonts.library import FontLibrary
from casepress.preflight import inspect_pdf
from casepress.theme.load import list_layouts, load_theme

EXAMPLES = ("wuhou", "sample", "minimal", "album")
THEMES = {entry.name: load_theme(entry.name) for entry in list_layouts()}
LAYOUTS = tuple(THEMES)
SIZES = tuple(THEMES["zhujin"].page.sizes)
SAMPLE = (
    ("minimal", "zhujin", "square", Target.PRINT),
    ("sample", "moqing", "a5", Target.PRINT),
    ("sample", "plain", "zheng16", Target.SCREEN),
)
PLANNED: dict[tuple[str, str, str], tuple[DisplayList, Grid]] = {}


FONTS = FontLibrary.bundled()


@pytest.fixture(scope="session")
def cases(content: Path) -> dict[str, Case]:
    return {name: load_case(content / f"{name}.yaml").case for name in EXAMPLES}


def planned(content: Path, case: Case, layout: str, size: str) -> tuple[DisplayList, Grid]:
    key = (case.title, layout, size)
    if key not in PLANNED:
        page = THEMES[layout].page.model_copy(update={"trim": size})
        theme = THEMES[layout].model_copy(update={"page": page})
        stand_ins = {name: token.family for name, token in theme.standing_in().items()}
        fonts = FONTS.with_stand_ins(stand_ins) if stand_ins else FONTS
        setter = Setter(theme, fonts)
        grid = Grid.of(theme.page, setter.size("body"), setter.size("label"))
        PLANNED[key] = plan_brochure(case, theme, fonts, base_dir=content), grid
    return PLANNED[key]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_page_is_well_filled_and_in_its_frame(content, cases, name, layout, size):
    book, grid = planned(content, cases[name], layout, size)
    assert (book.pages[0].width_pt, book.pages[0].height_pt) == (grid.width, grid.height)
    assert len(book.pages) % THEMES[layout].page.signature == 0
    assert LEFT_OUT not in book.notices
    assert collisions(book) == []
    assert outside(book) == []
    assert beyond_frame(book, grid) == []
    assert near_empty(book, grid) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_size_says_the_same_words(content, cases, name, layout, size):
    said = running_words(planned(content, cases[name], layout, size)[0])
    assert said == running_words(planned(content, cases[name], layout, "da16")[0])


@pytest.mark.parametrize(("name", "layout", "size", "target"), SAMPLE)
def test_a_sample_of_the_matrix_passes_preflight(content, tmp_path, name, layout, size, target):
    options = BuildOptions(
        output=tmp_path,
        products=(Product.BROCHURE,),
        targets=(target,),
        layout=layout,
        overrides=(("page.trim", size),),
    )
    report = build(content / f"{name}.yaml", options)
    assert report.exit_code is ExitCode.OK
    for output in report.outputs:
        found = inspect_pdf(output.path).findings
        assert [(f.id, f.page) for f in found if f.severity is not Severity.ADVICE] == []
