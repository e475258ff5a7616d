from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from casepress.diagnostics import Diagnostic, Related, Severity, Span
from casepress.messages.cells import width, window
from casepress.messages.render import as_object, render, render_all, short

TEXT = "title: 题\nresults:\n  metrics:\n    - label: 党员\n      to: {value: 5624人, when: 目前}\n"
SPAN = Span("案例.yaml", 5, 19, 5, 24)
ONE = Diagnostic("CP0412", Severity.ERROR, SPAN, {"label": "党员", "value": "5624人"})


def test_the_frame_shows_the_lines_above_and_the_span() -> None:
    assert render(ONE, {"案例.yaml": TEXT}) == (
        "错误[CP0412]: 图表“党员”的数值不是数字：5624人\n"
        "  ┌─ 案例.yaml:5:19\n"
        "  │\n"
        "3 │   metrics:\n"
        "4 │     - label: 党员\n"
        "5 │       to: {value: 5624人, when: 目前}\n"
        "  │                   ^^^^^^ 这里应当是数字，单位写在 unit 里\n"
        "  │\n"
        "  = 建议: 只写数字，如 5624；单位写在 unit 里。\n"
        "  = 说明: casepress explain CP0412"
    )


def test_the_caret_counts_full_width_cells() -> None:
    span = Span("a", 1, 5, 1, 7)
    lines = render(Diagnostic("CP0416", span=span), {"a": "甲乙丙丁戊己庚"}).splitlines()
    assert lines[4].startswith("  │ " + " " * 8 + "^^^^ ")


def test_secondary_places_are_marked() -> None:
    related = Related(Span("a", 1, 1, 1, 6), "first_defined", {})
    span = Span("a", 9, 1, 9, 3)
    one = Diagnostic("CP0304", Severity.ERROR, span, {"key": "标题"}, (related,))
    text = "title: 甲\n" + "\n" * 7 + "标题: 乙\n"
    frame = render(one, {"a": text})
    assert "1 │ title: 甲\n  │ ----- 第一次写在这里\n  ┆\n" in frame
    assert "9 │ 标题: 乙\n  │ ^^^^ 第二次写在这里" in frame


def test_secondary_places_in_other_files_are_named() -> None:
    related = Related(Span("b", 3, 2, 3, 4), "above", {})
    frame = render(Diagnostic("CP0209", span=SPAN, related=(related,)), {"案例.yaml": TEXT})
    assert " = 和这一行比: b:3:2" in frame


def test_long_lines_are_cut_around_the_place() -> None:
    text = "文" * 500
    frame = render(Diagnostic("CP0416", span=Span("a", 1, 251, 1, 252)), {"a": text})
    code, caret = frame.splitlines()[3:5]
    assert width(code) <= 102 and code.count("…") == 2
    assert code[len(code) - len(code.lstrip()) :]
    assert width(code[: code.index("…")]) < width(caret[: caret.index("^")])


def test_without_its_text_a_place_is_only_named(tmp_path: Path) -> None:
    span = Span(str(tmp_path / "无.yaml"), 3, 4, 3, 5)
    assert f"┌─ {span.file}:3:4" in render(Diagnostic("CP0416", span=span))
    option = Span("--set page.bleed_mm=x", 1, 1, 1, 2)
    assert "┌─ --set page.bleed_mm=x\n" in render(Diagnostic("CP0308", span=option))


def test_short_is_one_line_that_editors_understand() -> None:
    assert short(ONE).startswith("案例.yaml:5:19: error[CP0412] 图表“党员”")
    assert "\n" not in short(ONE)
    assert short(ONE, "en").startswith("案例.yaml:5:19: error[CP0412] chart '党员'")


def test_json_has_stable_keys() -> None:
    one = json.loads(render(ONE, format="json"))
    assert set(one) == {
        "id", "severity", "message", "label", "cause", "remedy", "place", "params", "related",
    }  # fmt: skip
    assert one["place"] == {
        "file": "案例.yaml", "line": 5, "column": 19, "end_line": 5, "end_column": 24,
    }  # fmt: skip
    assert as_object(Diagnostic("CP0901"))["place"] is None


def test_many_are_sorted_and_the_rest_counted() -> None:
    many = [Diagnostic("CP0416", span=Span("a", line, 1, line, 2)) for line in range(30, 0, -1)]
    shown = render_all(many, {}, format="short")
    assert shown.splitlines()[0].startswith("a:1:1:")
    assert shown.splitlines()[-1] == "…… 还有 10 处"
    assert len(shown.splitlines()) == 21


def test_colour_is_never_the_only_sign() -> None:
    plain, coloured = (render(ONE, {"案例.yaml": TEXT}, colour=c) for c in (False, True))
    assert "\x1b[" not in plain and "\x1b[1;31m错误[CP0412]" in coloured
    import re

    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


def test_lists_are_written_as_the_language_does() -> None:
    one = Diagnostic("CP0301", params={"key": "x", "known": ("title", "text")})
    assert "title、text" in short(one) and "title, text" in short(one, "en")


def test_a_missing_parameter_or_message_never_fails() -> None:
    assert "?" in short(Diagnostic("CP0412"))
    assert "CP9999" in render(Diagnostic("CP9999"))


@given(st.text(max_size=80), st.integers(0, 90), st.integers(0, 90), st.integers(20, 100))
def test_a_window_never_outgrows_its_room(text: str, start: int, end: int, room: int) -> None:
    shown, before, marked = window(text, start, end, room)
    assert width(shown) <= room + 1 and before >= 0 and marked >= 1
    assert not any(char < " " for char in shown)
