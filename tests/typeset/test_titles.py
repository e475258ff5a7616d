"""Titles break at phrases, balanced, never inside a short quoted term."""

from dataclasses import replace

import pytest
from tests.typeset.toy import FONTS, STYLE

from casepress.typeset import compose, compose_title
from casepress.typeset.model import Paragraph, ParagraphStyle, Run

DISPLAY = replace(STYLE, half_quotes=True)
TITLE = "探索“融合式”党建模式 点燃园区转型发展“红色引擎”"


def title(text: str, em: float, max_lines: int | None = None) -> list[str]:
    found = compose_title(Paragraph((Run(text, DISPLAY),)), em * 10, FONTS, max_lines)
    assert all(line.width_pt - line.start_pt <= em * 10 + 0.01 for line in found.lines)
    return [line.text for line in found.lines]


@pytest.mark.parametrize(
    ("em", "expected"),
    [
        (30, ["探索“融合式”党建模式 点燃园区转型发展“红色引擎”"]),
        (13, ["探索“融合式”党建模式", "点燃园区转型发展“红色引擎”"]),
        (8.2, ["探索", "“融合式”党建模式", "点燃园区转型发展", "“红色引擎”"]),
    ],
)
def test_the_cover_title_breaks_as_a_designer_would(em: float, expected: list[str]) -> None:
    assert title(TITLE, em) == expected


@pytest.mark.parametrize(
    ("text", "em", "expected"),
    [
        ("把党建与改革相融合，突破园区制度束缚", 15, ["把党建与改革相融合，", "突破园区制度束缚"]),
        ("一是党建引领园区发展成效进一步凸显", 9, ["一是党建引领园区", "发展成效进一步凸显"]),
        ("构建产学研相结合的“孵化+创投”模式", 9, ["构建产学研相结合的", "“孵化+创投”模式"]),
        ("全国社区治理和服务创新实验区", 6, ["全国社区", "治理和服务", "创新实验区"]),
        ("产城|融合", 3, ["产城", "融合"]),
    ],
)  # fmt: skip
def test_lines_end_between_phrases(text: str, em: float, expected: list[str]) -> None:
    assert title(text, em) == expected


@pytest.mark.parametrize("em", [4, 5, 6, 7, 9, 11, 14])
def test_a_short_quoted_term_is_never_parted_while_it_fits(em: float) -> None:
    for text in (TITLE, "必须坚持“大党建”的工作理念", "制定《责任清单》和“三张表”"):
        lines = title(text, em)
        for term in ("“融合式”", "“大党建”", "《责任清单》", "“三张表”"):
            if term in text and len(term) - 1 <= em:
                assert any(term in line for line in lines), (em, lines)


@pytest.mark.parametrize("em", [4, 5, 6, 7, 8, 9, 12])
def test_no_line_is_left_with_one_character(em: float) -> None:
    for text in (TITLE, "深化行政审批制度改革试点工作", "一二三四五六七八九"):
        assert all(sum(c not in "“”" for c in line) > 1 for line in title(text, em))


def test_the_author_s_sign_wins_over_balance_and_a_bar_never_shows() -> None:
    assert title("天地|玄黄宇宙洪荒日月", 8) == ["天地", "玄黄宇宙洪荒日月"]
    assert title("天地|玄黄", 10) == ["天地玄黄"]


def test_a_space_beside_latin_is_a_typing_habit_not_a_sign() -> None:
    assert title("采取 BLT 模式", 20) == ["采取BLT模式"]


def test_too_many_lines_are_reported_not_hidden() -> None:
    found = compose_title(Paragraph((Run("天地玄黄宇宙洪荒日月盈昃", STYLE),)), 40.0, FONTS, 2)
    assert "CP0704" in found.notices
    assert "".join(line.text for line in found.lines) == "天地玄黄宇宙洪荒日月盈昃"


def test_fewer_lines_are_taken_when_the_limit_asks_for_them() -> None:
    assert len(title(TITLE, 12, 2)) == 3
    assert len(title("把党的建设与深化改革相融合，突破园区制度束缚", 14, 2)) == 2


@pytest.mark.parametrize(("align", "start"), [("left", 0.0), ("center", 30.0), ("right", 60.0)])
def test_alignment_is_kept_and_never_justified(align: str, start: float) -> None:
    found = compose_title(
        Paragraph((Run("天地玄黄", STYLE),), ParagraphStyle(align)),  # type: ignore[arg-type]
        100.0,
        FONTS,
    )
    assert found.lines[0].start_pt == start


def test_compose_sends_phrase_styles_to_the_title_setter() -> None:
    style = ParagraphStyle("left", phrase_breaks=True)
    found = compose(Paragraph((Run(TITLE, DISPLAY),), style), 82.0, FONTS)
    assert [line.text for line in found.lines] == title(TITLE, 8.2)


def test_nothing_is_lost_when_no_phrase_fits() -> None:
    for em in (1, 2, 3):
        found = compose_title(
            Paragraph((Run("“融合式”党建Internationalisation", DISPLAY),)), em * 10.0, FONTS
        )
        assert "".join(line.text for line in found.lines) == "“融合式”党建Internationalisation"
        assert found.notices
