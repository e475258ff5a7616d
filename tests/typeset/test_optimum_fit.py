"""Justification and the optimum fit (typography §6, §7, §9; clreq 3.4.1, 3.4.4)."""

from itertools import pairwise

import pytest
from tests.typeset.toy import FONTS, STYLE, body_edges, paragraph, pictures

from casepress.typeset import alternatives, compose
from casepress.typeset.model import Line, Paragraph, ParagraphStyle, Run

HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"


def gaps(line: Line) -> list[float]:
    edges = body_edges(line)
    return [round(b[1] - a[2], 3) for a, b in pairwise(edges)]


def test_han_on_a_whole_measure_is_set_solid() -> None:
    set_lines = compose(paragraph(HAN), 100.0, FONTS).lines
    assert all(set(gaps(x)) == {0.0} for x in set_lines[:-1])


def test_every_line_but_the_last_is_flush_right() -> None:
    text = HAN[:9] + "，" + HAN[9:17] + "“" + HAN[17:20] + "”" + HAN[20:30] + "。"
    for em in range(8, 20):
        set_lines = compose(paragraph(text, indent=2), em * 10.0, FONTS).lines
        assert {round(x.width_pt, 2) for x in set_lines[:-1]} <= {em * 10.0}


def test_stretch_is_even_over_all_joints_marks_included() -> None:
    set_lines = compose(paragraph("天地玄黄宇，宙洪荒日月盈昃辰宿列张寒来暑往"), 104.0, FONTS).lines
    line = next(x for x in set_lines if x.extra_em > 0 and "，" in x.text)
    plain = [g for g in gaps(line) if g < 0.4]
    assert max(plain) - min(plain) <= 0.002
    blank = next(g for g in gaps(line) if g >= 0.4)
    assert blank == pytest.approx(0.5 + plain[0], abs=0.002)


def test_brackets_give_way_before_pauses() -> None:
    text = "天地（玄黄）宇宙，洪荒日"
    line = compose(Paragraph((Run(text + "\n", STYLE),)), 119.0, FONTS).lines[0]
    assert line.width_pt == pytest.approx(119.0, abs=0.01)
    pairs = [a[0] + b[0] for a, b in pairwise(body_edges(line))]
    drawn = dict(zip(pairs, gaps(line), strict=True))
    assert drawn["，洪"] == pytest.approx(0.5)
    assert drawn["地（"] == drawn["）宇"] < 0.5


def test_stops_are_squeezed_only_in_an_emergency() -> None:
    for em in range(6, 24):
        for line in compose(
            paragraph("天地玄黄。宇宙洪荒。日月盈昃，辰宿列张。寒来暑往，秋收"), em * 10.0, FONTS
        ).lines:
            edges = body_edges(line)
            for a, b in pairwise(edges):
                if a[0] == "。" and em >= 12:
                    assert b[1] - a[2] >= 0.499


def test_nothing_is_stretched_inside_a_word_or_a_number() -> None:
    text = "天地玄黄宇宙2017洪荒日月Word盈昃辰宿列张寒来暑往秋收冬藏"
    for half in range(20, 40):
        for line in compose(paragraph(text), half * 5.0, FONTS).lines:
            edges = body_edges(line)
            for a, b in pairwise(edges):
                if a[0].isascii() and b[0].isascii():
                    assert b[1] == pytest.approx(a[2], abs=0.002)


def test_stretch_never_exceeds_the_cap() -> None:
    text = HAN + "国际化internationalisation" + HAN
    for half in range(12, 60):
        for line in compose(paragraph(text), half * 5.0, FONTS).lines:
            assert line.extra_em <= 0.15


@pytest.mark.parametrize("em", range(10, 33))
def test_no_last_line_of_one_or_two_characters_clreq_3_4_4(em: int) -> None:
    text = (HAN[:13] + "，" + HAN[13:27] + "、" + HAN[27:] + "。") * 3
    for count in range(40, len(text), 7):
        last = compose(paragraph(text[:count], indent=2), em * 10.0, FONTS).lines[-1].text
        assert sum(c not in "，、。" for c in last) >= 3


def test_hanging_indent_applies_to_all_lines_but_the_first() -> None:
    set_lines = compose(paragraph("一、" + HAN, hanging=2), 120.0, FONTS).lines
    assert [x.start_pt for x in set_lines] == [0.0] + [20.0] * (len(set_lines) - 1)


def test_a_shape_gives_every_line_its_own_edge() -> None:
    def shape(line: int) -> tuple[float, float]:
        return (0.0, 60.0) if line < 2 else (0.0, 100.0)

    set_lines = compose(paragraph(HAN), 100.0, FONTS, shape=shape).lines
    assert [len(x.text) for x in set_lines[:4]] == [6, 6, 10, 10]


@pytest.mark.parametrize(("align", "left"), [("left", 0.0), ("center", 15.0), ("right", 30.0)])
def test_unjustified_lines_are_set_solid(align: str, left: float) -> None:
    line = compose(paragraph("天地玄黄宇宙洪", align=align), 100.0, FONTS).lines[0]  # type: ignore[arg-type]
    assert line.start_pt == left
    assert line.width_pt - line.start_pt == 70.0


def test_ragged_lines_end_after_marks_and_between_words_if_they_can() -> None:
    text = "区级部门分中心的行政审批事项，集中到市民中心"
    found = compose(paragraph(text, align="left"), 150.0, FONTS).lines
    assert [x.text for x in found] == ["区级部门分中心的行政审批事项，", "集中到市民中心"]
    narrow = compose(paragraph("快速通道，以“拨改租”方式推动建设", align="left"), 100.0, FONTS)
    assert any("“拨改租”" in x.text for x in narrow.lines)


def test_hanging_marks_hang_in_paragraphs_with_long_words_too() -> None:
    text = "天地玄黄，宇宙洪荒，日月盈昃，internationalisation"
    found = compose(paragraph(text, hang=True), 40.0, FONTS).lines
    assert [x.text for x in found[:3]] == ["天地玄黄，", "宇宙洪荒，", "日月盈昃，"]
    assert found[0].width_pt == 45.0


def test_alternatives_offer_one_line_more_or_less_for_the_page_planner() -> None:
    text = (HAN[:13] + "，" + HAN[13:27] + "、" + HAN[27:] + "。") * 6
    offered = 0
    for end in range(150, len(text), 5):
        source = paragraph(text[:end], indent=2)
        ways = alternatives(source, 310.0, FONTS)
        optimum = len(compose(source, 310.0, FONTS).lines)
        assert next(iter(ways)) == optimum
        for count, way in ways.items():
            assert len(way.lines) == count
            assert "".join(x.text for x in way.lines) == text[:end]
            assert max(x.extra_em for x in way.lines) <= 0.1
        for count in set(ways) - {optimum}:
            offered += 1
            assert compose(source, 310.0, FONTS, lines=count - optimum) == ways[count]
    assert offered >= 5


def test_without_an_acceptable_other_way_the_optimum_comes_back() -> None:
    text = paragraph("天地玄黄宇宙洪荒")
    assert compose(text, 40.0, FONTS, lines=-1) == compose(text, 40.0, FONTS)


def test_composition_is_deterministic() -> None:
    text = paragraph(HAN + "，" + HAN, indent=2)
    assert compose(text, 173.0, FONTS) == compose(text, 173.0, FONTS)


def test_positions_are_rounded_to_a_thousandth_of_a_point() -> None:
    for line in compose(paragraph(HAN + "，" + HAN), 103.7, FONTS).lines:
        for run in line.runs:
            assert all(g.x_pt == round(g.x_pt, 3) for g in run.glyphs)


def test_an_empty_paragraph_has_no_lines() -> None:
    assert compose(paragraph(""), 100.0, FONTS).lines == ()
    assert pictures(compose(Paragraph((), ParagraphStyle()), 100.0, FONTS)) == []
