"""Text comes out of the file exactly as it went in."""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from tests.pdf.helpers import (
    Sheet,
    face,
    library,
    one_line,
    opened,
    page_lines,
    pdfium_text,
    run_of,
    set_line,
    stress,
    written,
)

from casepress.display import TextItem
from casepress.typeset.model import Glyph, Line

SENTENCE = "武侯区一方水土，办结5800余人次的ABC事项，满意度98%。"


def gapped(text: str, gap_em: float) -> Line:
    """Set text with a gap wherever Han and Latin meet."""
    line = set_line(text)
    shift, previous, runs = 0.0, "", []
    for run in line.runs:
        xs = []
        for glyph in run.glyphs:
            if previous and previous.isascii() != glyph.text.isascii():
                shift += gap_em * run.size_pt
            previous = glyph.text
            xs.append(glyph.x_pt + shift)
        runs.append(replace(run, xs_pt=tuple(xs)))
    return replace(line, runs=tuple(runs))


def poppler_text(data: bytes, folder: Path, *options: str) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    file = folder / "text.pdf"
    file.write_bytes(data)
    command = ["pdftotext", *options, str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def content(data: bytes, page: int = 0) -> str:
    with opened(data) as pdf:
        return pdf.pages[page].Contents.read_bytes().decode("latin-1")


LINES = {
    "plain": set_line(SENTENCE),
    "gap between Han and Latin": gapped(SENTENCE, 0.25),
    "stretched gap": gapped(SENTENCE, 0.375),
    "justified": set_line(SENTENCE, extra_em=0.05),
    "stretched far": set_line(SENTENCE, extra_em=0.4),
    "marks squeezed by half": set_line("他说：“变化（大家），看得见。”好", squeeze="：），。"),
    "spaces set as gaps": set_line("See the PDF file now", drop_spaces=True),
    "trailing space": replace(set_line("See the"), text="See the "),
    "embolden": set_line(SENTENCE, embolden_em=0.03),
    "Kai with fallback": set_line("楷体“引文”𠮷字", family="kai"),
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_pdfium_reads_the_source(line: Line) -> None:
    assert pdfium_text(written(one_line(line))).rstrip() == line.text.rstrip()


@pytest.mark.parametrize("options", [("-raw",), ()], ids=["raw", "layout"])
@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_poppler_reads_the_source(line: Line, options: tuple[str, ...], tmp_path: Path) -> None:
    assert poppler_text(written(one_line(line)), tmp_path, *options).strip() == line.text.strip()


def random_line(rng: random.Random, row: int) -> Line:
    """Han, Latin, marks in one or two faces, with the gaps and squeezes a composer makes."""
    han, latin, marks = "武侯区坚持党建引领一二三", "abfgijlMW0123456789", "，。：、“”（）《》"
    pieces = []
    for _ in range(9):
        pool, most = rng.choice([(han, 5), (han, 5), (latin, 4), (marks, 1)])
        pieces.append("".join(rng.choice(pool) for _ in range(rng.randint(1, most))))
    text, family = "".join(pieces), rng.choice(["serif", "kai"])
    stretch = rng.uniform(0, 0.09) if row % 3 else rng.uniform(0, 0.3)
    runs, x, previous = [], 0.0, ""
    for latin_run, characters in groupby(text, key=lambda c: c.isascii() or c in "“”"):
        font = face("serif" if latin_run else family)
        glyphs = []
        for char in characters:
            if previous and previous in marks:
                x -= rng.choice([0, 0, 0.25, 0.5]) * 10
            elif previous and previous.isascii() != char.isascii():
                x += rng.choice([0, 0.125, 0.25]) * 10
            elif previous and not char.isascii():
                x += stretch * 10
            glyphs.append(Glyph(font.glyph_id(char), char, x))
            x += font.advance(glyphs[-1].gid) / 100
            previous = char
        runs.append(run_of(font, 10, "ink", glyphs))
    return Line(tuple(runs), text, x)


@pytest.mark.parametrize("seed", range(4))
def test_any_composed_line_reads_exactly(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    sheet = Sheet()
    paragraph = sheet.element("P")
    lines = [random_line(rng, row) for row in range(26)]
    for row, line in enumerate(lines):
        sheet.text(40, 40 + 28 * row, line, paragraph)
    data, wanted = written(sheet.display()), [line.text for line in lines]
    assert pdfium_text(data).split() == wanted
    assert poppler_text(data, tmp_path, "-raw").split() == wanted
    assert poppler_text(data, tmp_path).split() == wanted


def test_a_whole_document_reads_in_order(tmp_path: Path) -> None:
    display = stress(tmp_path, 3)
    data = written(display)
    for page in range(3):
        lines = [line.replace("　", " ") for line in page_lines(display, page)]
        got = "".join(pdfium_text(data, page).split())
        assert got == "".join("".join(lines).split())


def test_han_stays_han() -> None:
    text = "一二人大小山水火木金土日月"
    got = pdfium_text(written(one_line(set_line(text)))).strip()
    assert [hex(ord(c)) for c in got] == [hex(ord(c)) for c in text]


def test_two_characters_on_one_glyph_both_come_back() -> None:
    serif = face()
    gid = serif.glyph_id("一")
    run = run_of(serif, 10, "ink", (Glyph(gid, "一", 0), Glyph(gid, "⼀", 10)))
    data = written(one_line(Line((run,), "一⼀", 20)))
    assert "ActualText <FEFF2F00>" in content(data)
    assert pdfium_text(data).strip() == "一⼀"


def test_a_glyph_keeps_the_text_it_had_in_a_column() -> None:
    sheet = Sheet()
    element = sheet.element("P")
    sheet.paint(TextItem(300, 100, set_line("一"), element, vertical=True))
    (run,) = set_line("一").runs
    radical = replace(run, texts=("⼀",))
    sheet.text(40, 200, Line((radical,), "⼀", 10), element)
    assert "ActualText <FEFF2F00>" in content(written(sheet.display()))


def test_a_ligature_gives_its_letters() -> None:
    serif = face()
    shaped = serif.shape("office")
    glyphs, x = [], 0.0
    for i, glyph in enumerate(shaped):
        end = shaped[i + 1].cluster if i + 1 < len(shaped) else 6
        glyphs.append(Glyph(glyph.gid, "office"[glyph.cluster : end], x))
        x += glyph.x_advance / 100
    assert len(glyphs) == 4
    run = run_of(serif, 10, "ink", glyphs)
    assert pdfium_text(written(one_line(Line((run,), "office", x)))).strip() == "office"


def test_a_hyphen_at_the_line_end_is_not_part_of_the_word() -> None:
    line = set_line("advertise-")
    (run,) = line.runs
    line = replace(line, runs=(replace(run, texts=(*run.texts[:-1], "")),), text="advertise")
    assert pdfium_text(written(one_line(line))).strip() == "advertise"


def test_emphasis_dots_are_shapes_and_leave_no_text() -> None:
    serif = face()
    line = set_line("着重")
    dot = serif.glyph_id("·")
    dots = run_of(
        serif, 6, "ink", (Glyph(dot, "·", 2), Glyph(dot, "·", 12)), rise_pt=-4, decoration=True
    )
    data = written(one_line(replace(line, runs=(*line.runs, dots))))
    assert pdfium_text(data).strip() == "着重"
    code = content(data)
    assert code.index("EMC") < code.index("/Artifact BMC") < code.index("\nf")


def test_glyphs_stand_where_the_composer_put_them() -> None:
    line = gapped(SENTENCE * 2, 0.0617)
    data = written(one_line(line))
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    boxes = document[0].get_textpage()
    for run in line.runs:
        for glyph in run.glyphs:
            index = next(
                i for i in range(boxes.count_chars())
                if abs(boxes.get_charbox(i, loose=True)[0] - 60 - glyph.x_pt) < 0.02
            )  # fmt: skip
            assert boxes.get_text_range(index, 1) == glyph.text
    document.close()


def test_vertical_text_runs_down_and_reads_as_one() -> None:
    line = set_line("党建引领")
    sheet = Sheet()
    sheet.paint(TextItem(300, 100, line, sheet.element("P"), vertical=True))
    data = written(sheet.display())
    assert "".join(pdfium_text(data).split()) == "党建引领"
    assert content(data).count(" Tm <") == 4


def test_vertical_text_keeps_to_its_axis() -> None:
    upright = set_line("党")
    turned = replace(set_line("A", at=10.5).runs[0], turned=True, shift_pt=-3.9)
    line = replace(upright, runs=(*upright.runs, turned), text="党A")
    sheet = Sheet()
    sheet.paint(TextItem(300, 100, line, sheet.element("P"), vertical=True))
    code = content(written(sheet.display()))
    top = 807.874 - 100
    assert f"1 0 0 1 {300 - 5.25:g} {top - 0.88 * 10.5:.3f} Tm" in code
    assert f"0 -1 1 0 {300 - 3.9:g} {top - 10.5:.3f} Tm" in code


def test_notdef_is_refused() -> None:
    run = run_of(face(), 10, "ink", (Glyph(0, "？", 0),))
    with pytest.raises(ValueError, match="no glyph"):
        written(one_line(Line((run,), "？", 10)))


def test_rise_lifts_without_moving_the_baseline() -> None:
    high = replace(set_line("注").runs[0], rise_pt=3.5)
    line = set_line("正文", at=10)
    data = written(one_line(replace(line, runs=(high, *line.runs), text="注正文")))
    code = content(data)
    assert "3.5 Ts" in code
    assert code.index("3.5 Ts") < code.index("0 Ts", code.index("3.5 Ts") + 4)


def test_every_bundled_face_can_be_embedded() -> None:
    sheet = Sheet()
    paragraph = sheet.element("P")
    for row, (family, weight) in enumerate(
        [
            ("serif", 400),
            ("serif", 600),
            ("serif", 700),
            ("serif", 900),
            ("sans", 250),
            ("kai", 400),
        ]
    ):
        sheet.text(60, 60 + 20 * row, "案例Case", paragraph, family=family, weight=weight)
    assert library().face("sans", 250).variations["wght"] == 250
    assert pdfium_text(written(sheet.display())).split() == ["案例Case"] * 6
