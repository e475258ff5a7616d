"""Decks in templates of different making: python-pptx's, LibreOffice's, pandoc's, our own."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pptx
import pytest
from pptx import Presentation

from casepress.case.load import load_case
from casepress.deck import plan_deck
from casepress.deck.fit.fitter import LIMIT, Fitter
from casepress.deck.model import Deck, TableFill, TextFill
from casepress.deck.recast.deck import recast_deck
from casepress.diagnostics import CasepressError, Severity
from casepress.fonts.library import FontLibrary
from casepress.pptx.archive import Archive
from casepress.pptx.inspect import inspect
from casepress.pptx.mapping import TWO_COLUMNS
from casepress.pptx.organisation import empty, read_template
from casepress.pptx.organisation_tokens import Organisation, open_organisation
from casepress.pptx.package import pack
from casepress.pptx.template import template_bytes
from casepress.pptx.template_kind import as_template
from casepress.pptx.write import deck_bytes
from casepress.theme.load import load_theme

WUHOU = Path(__file__).parents[2] / "content" / "wuhou.yaml"
LIBREOFFICE = Path(__file__).parent / "templates" / "libreoffice.potx"
PYTHON_PPTX = Path(pptx.__file__).parent / "templates" / "default.pptx"
THEME = load_theme("zhujin")
FONTS = FontLibrary.bundled()
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


@pytest.fixture(scope="module")
def pandoc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    made = subprocess.run(
        ["pandoc", "--print-default-data-file", "reference.pptx"], capture_output=True, check=True
    )
    path = tmp_path_factory.mktemp("pandoc") / "reference.pptx"
    path.write_bytes(made.stdout)
    return path


@pytest.fixture
def template(request: pytest.FixtureRequest) -> Path:
    known = {"python-pptx": PYTHON_PPTX, "LibreOffice": LIBREOFFICE}
    return known.get(request.param) or request.getfixturevalue(request.param)


def made(template: Path) -> tuple[Deck, Organisation, bytes]:
    organisation = open_organisation(template, THEME.deck)
    planning = THEME.model_copy(update={"deck": organisation.planning})
    case = load_case(WUHOU).case
    planned = plan_deck(case, planning, FONTS, base_dir=WUHOU.parent)
    deck = recast_deck(
        planned, organisation.planning, organisation.tokens, organisation.targets, FONTS
    )
    return deck, organisation, deck_bytes(deck, organisation.tokens, "x", organisation)[0]


THREE = pytest.mark.parametrize("template", ["python-pptx", "LibreOffice", "pandoc"], indirect=True)


@THREE
def test_a_deck_is_clean_and_fits_the_templates_own_frames(template: Path) -> None:
    deck, organisation, data = made(template)
    assert {f.id for f in inspect(data)} <= {"slide-contrast"}  # the template's own grey
    fitter = Fitter(organisation.tokens, FONTS)
    for slide in deck.slides:
        for one in slide.fills:
            if isinstance(one, TextFill):
                assert fitter.fill(slide.layout, one).ratio <= LIMIT, slide.key
            elif isinstance(one, TableFill):
                assert fitter.table(slide.layout, one).ratio <= LIMIT, slide.key
    for node in (n for s in deck.slides for d in s.diagrams for n in d.nodes if n.paragraphs):
        assert node.box[0] + node.box[2] <= organisation.tokens.width_in


@THREE
def test_nothing_the_house_deck_says_is_missing(template: Path) -> None:
    case = load_case(WUHOU).case
    house = plan_deck(case, THEME, FONTS, base_dir=WUHOU.parent)
    deck, _, _ = made(template)
    said = "".join(_words(deck))
    for slide in house.slides:
        for one in slide.fills:
            if one.idx in (60, 0) or not isinstance(one, TextFill) or slide.layout == "divider":
                continue
            for paragraph in one.paragraphs:
                for word in "".join(r.text for r in paragraph.runs).split("\v"):
                    assert word.strip().replace(" ", "") in said.replace(" ", ""), slide.key
    assert sum(s.minutes or 0 for s in deck.slides) == sum(s.minutes or 0 for s in house.slides)


def _words(deck: Deck) -> list[str]:
    found = []
    for slide in deck.slides:
        for one in slide.fills:
            if isinstance(one, TextFill):
                found += ["".join(r.text for p in one.paragraphs for r in p.runs)]
        found += list(slide.notes)
    return [text.replace("\v", "") for text in found]


@THREE
def test_slides_carry_no_font_and_no_colour_of_ours(template: Path) -> None:
    content = Archive.open(made(template)[2]).content
    for name in (n for n in content if n.startswith("ppt/slides/slide") and n.endswith(".xml")):
        assert b"srgbClr" not in content[name]
        assert b"YaHei" not in content[name] and b"<a:latin" not in content[name]


@THREE
def test_sample_slides_are_gone_with_their_parts(template: Path) -> None:
    emptied = read_template(template)
    assert not [n for n in emptied.archive.names if n.startswith("ppt/slides/")]
    assert len(Presentation(io.BytesIO(emptied.data)).slides) == 0
    assert inspect(emptied.data) == []


def test_the_same_template_gives_the_same_bytes() -> None:
    assert made(LIBREOFFICE)[2] == made(LIBREOFFICE)[2]


def test_layouts_are_found_by_what_they_are_not_by_their_names(tmp_path: Path) -> None:
    presentation = Presentation(str(PYTHON_PPTX))
    for n, layout in enumerate(presentation.slide_layouts):
        layout._element.cSld.set("name", f"甲{n}")
        layout._element.attrib.pop("type", None)
    path = tmp_path / "named.pptx"
    presentation.save(str(path))
    used = {k: one.index for k, one in open_organisation(path, THEME.deck).map.used}
    assert used["cover"] == 0
    assert used["content"] == 1
    assert used[TWO_COLUMNS] == 3
    assert used["figure_diagram"] == 5


def test_our_own_export_is_known_by_its_keys_whatever_a_designer_changes(tmp_path: Path) -> None:
    path = tmp_path / "ours.potx"
    data = as_template(template_bytes(THEME.deck))
    parts = dict(Archive.open(data).content)
    layout = "ppt/slideLayouts/slideLayout10.xml"
    parts[layout] = (
        parts[layout].replace("二措施".encode(), b"Renamed").replace(b'sz="3200"', b'sz="2800"')
    )
    path.write_bytes(pack(parts))
    organisation = open_organisation(path, THEME.deck)
    assert {m.how for m in organisation.map.matches} == {"exact"}
    measure = next(p for p in organisation.tokens.placeholders("measures2") if p.role == "measure")
    assert measure.levels[0].size == 28
    assert len(made(path)[0].slides) == len(
        plan_deck(load_case(WUHOU).case, THEME, FONTS, base_dir=WUHOU.parent).slides
    )


def refusal(data: bytes, name: str = "a.pptx") -> str:
    with pytest.raises(CasepressError) as caught:
        empty(data, Path(name))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.severity is Severity.ERROR
    return diagnostic.id


def test_what_can_be_no_template_is_refused_by_its_kind() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert refusal(b"plain") == "CP0520"
    assert refusal(pack({"a.txt": b"x"})) == "CP0520"
    assert refusal(ole + bytes(512)) == "CP0521"
    assert refusal(ole + "EncryptedPackage".encode("utf-16-le")) == "CP0523"
    parts = dict(Archive.open(template_bytes(THEME.deck)).content)
    types = parts["[Content_Types].xml"]
    macro = types.replace(
        MAIN.encode(), b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    )
    assert refusal(pack({**parts, "[Content_Types].xml": macro})) == "CP0522"
    assert refusal(pack({**parts, "ppt/vbaProject.bin": b"x"})) == "CP0522"
    assert refusal(pack({**parts, "ppt/big.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})) == "CP0524"


@pytest.mark.parametrize("kind", ["template", "slideshow"])
def test_templates_and_shows_are_opened_as_presentations(kind: str) -> None:
    parts = dict(Archive.open(template_bytes(THEME.deck)).content)
    other = MAIN.replace("presentation.main", f"{kind}.main").encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(MAIN.encode(), other)
    emptied = empty(pack(parts), Path("a"))
    assert emptied.archive.type_of("ppt/presentation.xml") == MAIN


def test_a_template_without_a_content_layout_is_refused_and_says_so(tmp_path: Path) -> None:
    presentation = Presentation(str(PYTHON_PPTX))
    for layout in list(presentation.slide_layouts)[1:]:
        presentation.slide_layouts.remove(layout)
    path = tmp_path / "poor.pptx"
    presentation.save(str(path))
    with pytest.raises(CasepressError) as caught:
        open_organisation(path, THEME.deck)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.id == "CP0525"
    assert diagnostic.params["layouts"] == ("标题与内容（content）",)
