"""Files of our own writer pass; that is what makes a finding worth reading."""

from __future__ import annotations

import json
import time
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


def test_sixteen_pages_take_less_than_a_second(press: bytes, tmp_path: Path) -> None:
    from tests.preflight.files import spoilt

    data = spoilt(press, lambda pdf: pdf.pages.extend(list(pdf.pages) * 3))
    started = time.perf_counter()
    report = inspected(tmp_path, data)
    assert len(report.facts["pages"]) == 16
    assert time.perf_counter() - started < 1


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
