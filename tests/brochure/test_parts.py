"""The small machines: flow, side column, zones, ornament, words."""

from __future__ import annotations

import math

import pytest

from casepress.brochure.charts import notes
from casepress.brochure.cover import spoken_date
from casepress.brochure.flow import Block, break_pages
from casepress.brochure.ornament import Bundle, Rank, band
from casepress.brochure.pictures import crop_to
from casepress.brochure.side import Group, Item, arrange, fit, stacked
from casepress.brochure.words import (
    chinese,
    enumeration,
    keyword,
    number,
    percent,
    plain_title,
    unclosed,
    unit_words,
    without_heading,
)
from casepress.brochure.zone import Part, place_parts
from casepress.case.charting import plots
from casepress.case.model import Metric


def nothing(*_: object) -> None: ...


def text(rows: int) -> Block:
    return Block(rows, nothing, splits=True)


def head() -> Block:
    return Block(2, nothing, keep=True, hang=1)


def shape(pages):
    return [[(p.row, p.start, p.count) for p in page] for page in pages]


class TestFlow:
    def test_what_fits_stays_on_one_page(self):
        assert shape(break_pages([text(5), text(6)], 4, 37)) == [[(4, 0, 5), (9, 0, 6)]]

    def test_a_heading_takes_two_lines_along(self):
        pages = break_pages([text(28), head(), text(6)], 4, 37)
        assert shape(pages)[1] == [(-1, 0, 2), (1, 0, 6)]

    @pytest.mark.parametrize("rows", range(34, 80))
    def test_no_widow_and_no_orphan(self, rows):
        pages = break_pages([text(rows)], 4, 37)
        assert sum(p.count for page in pages for p in page) == rows
        assert all(p.count >= 2 for page in pages for p in page)
        assert all(p.row >= 0 and p.end <= 37 for page in pages for p in page)

    def test_breaks_between_measures_before_breaking_one(self):
        blocks = [text(3)] + [block for _ in range(6) for block in (head(), text(6))]
        pages = break_pages(blocks, 6, 37)
        assert len(pages) == 2
        assert all(p.count == p.block.rows for page in pages for p in page)

    def test_a_block_higher_than_the_page_is_not_lost(self):
        pages = break_pages([Block(90, nothing)], 0, 37)
        assert sum(p.count for page in pages for p in page) == 90

    def test_nothing_gives_one_empty_page(self):
        assert break_pages([], 4, 37) == [[]]


def item(rows: int, kind: str = "figure", gap: int = 1) -> Item:
    return Item(kind, rows, gap, nothing)


class TestSideColumn:
    def test_groups_start_on_the_row_of_their_heading(self):
        groups = [Group(10, (item(3),), "a"), Group(18, (item(4),), "b")]
        assert arrange(groups, 6, 37) == [10, 18]

    def test_a_collision_pushes_down_with_a_row_between(self):
        groups = [Group(10, (item(9),), "a"), Group(12, (item(3),), "b")]
        assert arrange(groups, 6, 37) == [10, 20]

    def test_what_would_leave_the_frame_moves_up(self):
        groups = [Group(10, (item(3),), "a"), Group(35, (item(6),), "b")]
        assert arrange(groups, 6, 37) == [10, 31]

    def test_too_much_is_reported_never_overprinted(self):
        groups = [Group(0, (item(20),), "a"), Group(10, (item(12), item(12)), "b")]
        column, lost = fit(groups, 0, 37)
        assert lost == ["b"] and column.end <= 37

    def test_a_row_parts_figures_from_notes(self):
        assert stacked([item(3), item(3), item(2, "note")]) == ([0, 3, 7], 9)


class TestZones:
    def part(self, rows: int, **options) -> Part:
        return Part(rows, nothing, **options)

    def test_short_text_leaves_the_zone_on_row_eleven(self):
        pages = place_parts([self.part(16), self.part(5)], 9, 37, preferred=11)
        assert [[p.row for p in page] for page in pages] == [[11, 27]]

    def test_the_panel_hangs_at_the_foot(self):
        pages = place_parts([self.part(12, hung=True)], 23, 37, preferred=24)
        assert pages[0][0].row == 25
        pages = place_parts([self.part(12, hung=True)], 10, 37, preferred=11)
        assert pages[0][0].row == 12

    def test_parts_that_do_not_fit_go_on(self):
        pages = place_parts([self.part(16), self.part(16)], 10, 37, preferred=11)
        assert [[p.row for p in page] for page in pages] == [[11], [0]]
        assert all(page[0].opens for page in pages)


class TestOrnament:
    @pytest.mark.parametrize("count", range(1, 9))
    @pytest.mark.parametrize("style", ["arc", "chamfer"])
    def test_bundle_stays_between_bleed_and_its_edge(self, count, style):
        bundle = Bundle(count, 531.5)
        points = _points(bundle.strands(8.5, style))
        assert min(x for x, _ in points) == -8.5 and max(x for x, _ in points) <= 531.51
        assert min(y for _, y in points) == -8.5 and max(y for _, y in points) <= 710.01

    def test_four_strands_stand_where_the_specification_says(self):
        bundle = Bundle(4, 531.5)
        assert (bundle.width, bundle.gap, bundle.left) == (20, 22, 451.5)
        assert [bundle.centre(i) for i in range(4)] == [574, 616, 658, 700]

    def test_an_arc_keeps_the_width_of_its_band(self):
        segments = band(((0, 100), (100, 100), (100, 0)), 20, 50, "arc")
        points = _points(segments)
        assert (0, 90) in points and (110, 0) in points and (90, 0) in points

    def test_a_chamfered_band_is_as_thick_on_the_slant(self):
        segments = band(((0, 100), (100, 100), (100, 0)), 20, 50, "chamfer")
        points = _points(segments)
        a, b = points[1], points[2]
        c, d = points[-3], points[-2]
        normal = ((a[1] - b[1]), (b[0] - a[0]))
        length = math.hypot(*normal)
        apart = abs((c[0] - a[0]) * normal[0] + (c[1] - a[1]) * normal[1]) / length
        assert apart == pytest.approx(20, abs=0.01) and d

    def test_the_innermost_strand_leaves_first(self):
        rank = Rank(4, 63.8, 1.0, 14.0, 225.0, 126.0)
        assert rank.inner_edge == pytest.approx(119.8)
        assert [rank.leaves_at(i) for i in range(4)] == [225, 351, 477, 603]


def _points(segments):
    return [
        pair for _, numbers in segments for pair in zip(numbers[::2], numbers[1::2], strict=True)
    ]


class TestCharts:
    def metric(self, start: str, end: str, stated: str) -> Metric:
        return Metric.model_validate(
            {
                "label": "党员",
                "unit": "人",
                "from": {"value": start},
                "to": {"value": end},
                "stated": stated,
            }
        )

    @pytest.mark.parametrize(
        ("start", "end", "stated", "differs"),
        [
            ("147", "232", "增长了58%", False), ("3093", "5624", "增加了82%", False),
            ("23", "38", "增幅达60%", True), ("12", "3", "缩短75%", False),
            ("410", "1,236", "增长201%", False), ("100", "150", "", False),
        ],
    )  # fmt: skip
    def test_a_statement_that_does_not_follow_gets_a_note(self, start, end, stated, differs):
        assert bool(notes(plots([self.metric(start, end, stated)]))[1:]) is differs

    def test_own_scales_are_said_to_be(self):
        found = plots([self.metric("1", "9", ""), self.metric("1", "2", "")])
        assert "各按自身比例" in notes(found, common=False)[0]


class TestWords:
    def test_chinese_and_latin_numerals_are_written_and_read(self):
        assert [chinese(n) for n in (1, 10, 12, 20, 34)] == ["一", "十", "十二", "二十", "三十四"]
        assert [number(t) for t in ("六", "十二", "二十", "1,200", "95.5")] == [
            6,
            12,
            20,
            1200,
            95.5,
        ]
        assert number("约三成") is None

    def test_enumeration_keeps_every_word(self):
        text = "前文。主要做法是：一是甲，乙；二是丙是丁；三是戊。后文一是己。"
        before, items, after = enumeration(text)
        assert before + "".join(m + t for m, t in items) + after == text
        assert [m for m, _ in items] == ["一是", "二是", "三是"] and after == "后文一是己。"

    def test_no_enumeration_in_plain_text(self):
        assert enumeration("这一是小事，不是大事。") is None

    def test_lesson_keyword(self):
        assert keyword("必须坚持“大党建”的工作理念") == ("必须坚持", "“大党建”", "的工作理念")
        assert keyword("先问人，再排班") is None

    def test_heading_is_not_repeated(self):
        assert without_heading("深化改革。针对问题", "深化改革") == "针对问题"
        assert without_heading("深化改革是根本", "深化改革") == "深化改革是根本"

    @pytest.mark.parametrize(
        ("unit", "after", "words"),
        [
            ("次", "余", "余次"),
            ("万人次", "余", "万余人次"),
            ("%", "以上", "%以上"),
            ("", "多", "多"),
        ],
    )
    def test_approximations_in_the_order_of_speech(self, unit, after, words):
        assert unit_words(unit, after) == words

    def test_small_readings(self):
        assert unclosed("（某部供稿") == "）" and unclosed("（甲）") == ""
        assert percent("增长了58%") == "58%" and percent("由5%到8%") is None

        assert plain_title("DevOps in Practice 流水线") == "DevOps in Practice\u3000流水线"
        assert plain_title("探索|“融合” 点燃 园区") == "探索“融合”点燃\u3000园区"
        assert spoken_date("2017-07-11") == "2017年7月" and spoken_date("2017年") == "2017年"

    def test_crop_keeps_the_focus_in_the_frame(self):
        assert crop_to((200, 100), 100, 100, (0.5, 0.5)) == (0.25, 0.0, 0.75, 1.0)
        assert crop_to((200, 100), 100, 100, (1.0, 0.5)) == (0.5, 0.0, 1.0, 1.0)
