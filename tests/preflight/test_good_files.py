"""Files of our own writer pass; that is what makes a finding worth reading."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.preflight.files import inspected

from casepress.diagnostics import Severity
from casepress.preflight.document import WORDS
from casepress.preflight.show import report_lines, report_object
from casepress.preflight.words import say


@pytest.mark.parametrize("name", ["press", "archive", "screen"])
def test_a_good_file_yields_no_error(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    report = inspected(tmp_path, request.getfixturevalue(name))
    bad = [f for f in report.findings if f.severity is not Severity.ADVICE]
    assert [(f.id, f.page, f.params) for f in bad if f.id != "image-distorted"] == []


def test_the_facts_say_what_the_file_is(press: bytes, archive: bytes, tmp_path: Path) -> None:
    facts = inspected(tmp_path, press).facts
    assert facts["job"] == "print"
    assert facts["claims"] == ["PDF/X-4"]
    assert facts["pages"][0]["trim_mm"] == [210.0, 285.0]
    assert facts["pages"][0]["bleed_mm"] == 3.0
    assert facts["pages"][0]["colour_spaces"] == ["DeviceCMYK", "Separation All"]
    facts = inspected(tmp_path, archive).facts
    assert facts["claims"] == ["PDF/A-3a", "PDF/UA-1"]
    assert facts["tagged"]
    assert all(font["embedded"] for font in facts["fonts"])


def test_every_page_is_read_once(press: bytes, tmp_path: Path) -> None:
    from tests.preflight.files import spoilt

    data = spoilt(press, lambda pdf: pdf.pages.extend(list(pdf.pages) * 3))
    assert len(inspected(tmp_path, data).facts["pages"]) == 16


def test_every_message_exists_in_both_languages() -> None:
    for id, words in WORDS.items():
        for pair in (words.title, words.cause, words.remedy):
            assert len(pair) == 2
            assert all(pair), id
            assert pair[0] != pair[1] or "{" in pair[0]


def test_reports_are_for_people_and_for_programs(press: bytes, tmp_path: Path) -> None:
    from tests.preflight.files import paint, spoilt

    report = inspected(
        tmp_path, spoilt(press, lambda pdf: paint(pdf, 2, "1 0 0 rg 90 90 50 50 re f"))
    )
    found = report_object(report)
    json.dumps(found)
    assert found["schema_version"] == 1
    assert not found["ok"]
    (finding,) = [f for f in found["findings"] if f["id"] == "colour-rgb"]
    assert finding["page"] == 2
    assert finding["rect_mm"] == pytest.approx([31.75, 235.6, 17.64, 17.64], abs=0.05)
    assert "RGB" in finding["zh"]["message"]
    assert finding["en"]["remedy"]
    text = "\n".join(report_lines(report, "zh"))
    assert "第 2 页，距成品左上角 31.8, 235.6 mm" in text
    assert "page 2" in "\n".join(report_lines(report, "en"))


def test_words_name_sides_in_the_reader_s_language() -> None:
    params = {"side": "left", "mm": 0, "wanted": 3.0}
    assert "左" in say("bleed-short", params, "zh")[0]
    assert "left" in say("bleed-short", params, "en")[0]


def test_ink_in_pictures_is_what_the_writer_measured(tmp_path: Path) -> None:
    import io

    import pikepdf
    from PIL import Image
    from tests.pdf.helpers import Sheet

    from casepress.display import PictureItem
    from casepress.pdf.targets import PRINT
    from casepress.pdf.write import write_pdf
    from casepress.preflight.pictures import sample
    from casepress.preflight.spaces import CMYK
    from casepress.units import Rect

    for suffix, keys in ((".jpg", {"quality": 92}), (".png", {})):
        path = tmp_path / f"dark{suffix}"
        gradient = Image.linear_gradient("L").resize((300, 200)).point(lambda v: v // 4)
        Image.merge("RGB", [gradient] * 3).save(path, **keys)
        sheet = Sheet()
        figure = sheet.element("Figure", alt="暗部")
        sheet.paint(PictureItem(Rect(60, 60, 72, 48), str(path), element=figure))
        out = io.BytesIO()
        measured = write_pdf(sheet.display(), PRINT, out).pictures[0].coverage
        with pikepdf.open(out) as pdf:
            (image,) = pdf.pages[0].Resources.XObject.values()
            found = sample(image, CMYK)
            assert found is not None
            assert found.coverage() == pytest.approx(measured, abs=4)
            assert sum(found.at(0.5, 0.95)) > sum(found.at(0.5, 0.05))


def test_the_documentation_lists_every_finding(root: Path) -> None:
    text = (root / "docs" / "preflight.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([a-z0-9-]+)` \| (?:错误|警告|建议)", text, re.MULTILINE))
    assert listed == set(WORDS)
