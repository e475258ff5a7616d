"""Titles: broken between phrases at several measures, vertical, and on a spine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.display import TextItem
from casepress.specimen.sheet import LEADING, LEFT, RULE_NAME, SIDE, TITLE, TOP, Sheet
from casepress.typeset import compose_title, inline_runs, set_vertical
from casepress.typeset.model import Line, Paragraph, ParagraphStyle, Run, TextStyle
from casepress.units import Rect

_CASE_TITLE = "探索“融合式”党建模式 点燃园区转型发展“红色引擎”"
_TITLES = (
    (_CASE_TITLE, (14, 10, 7)),
    ("县域医共体让群众在家门口看好病", (14, 10, 7)),
    ("产教融合培养本地急需的技术工人", (14, 10, 7)),
    ("接诉即办：把热线办成民生“晴雨表”", (14, 10, 7)),
    ("供应链金融破解中小企业融资难题", (14, 10, 7)),
)
_SIZE, _LINE = 13.0, 20.0


def titles_page(sheet: Sheet, article: Sequence[str]) -> None:
    """Show titles broken between phrases; hairlines show how wide a line may be."""
    style = replace(TITLE, size_pt=_SIZE, leading_pt=20.0)
    row = 3.0
    for text, measures in _TITLES:
        x, most = LEFT, 0
        for em in measures:
            paragraph = Paragraph((Run(text, style),), ParagraphStyle("left", phrase_breaks=True))
            lines = compose_title(paragraph, em * _SIZE, sheet.fonts).lines
            sheet.label(x, row - 1.1, f"{em} 字")
            sheet.frame(x, row, em * _SIZE, (len(lines) - 1) * _LINE / LEADING + 1)
            sheet.put(lines, x, row, _LINE)
            x += em * _SIZE + 31.0
            most = max(most, len(lines))
        row += most * _LINE / LEADING + 2
    sheet.note(
        row,
        "按词断行",
        "在逗号、冒号之后、引号之前、词语之间断开，各行长短相近，不把词拆开，不留一字。",
    )
    sheet.note(row, "短引语不拆", "六字以内的引语不断开；作者写的空格或 | 优先。", LEFT)
    sheet.note(row, "例题", "首题是实例的题名，其余为自拟。", LEFT + 173)


def _column(sheet: Sheet, line: Line, axis: float, top: float) -> None:
    element = sheet.tree.add("P")
    sheet.place(TextItem(axis, top, line, element, vertical=True))


def vertical_page(sheet: Sheet, article: Sequence[str]) -> None:
    """Show vertical titles and spines."""
    big = replace(TITLE, size_pt=30.0, leading_pt=48.0)
    top = TOP + 36
    axis = LEFT + MEASURE_OF_TITLE
    for text in _CASE_TITLE.split():
        _column(sheet, set_vertical(text, big, sheet.fonts), axis, top)
        axis -= 54
    body = TextStyle("serif", 400, 14.0, 27.0, "ink")
    kai = TextStyle("kai", 400, 14.0, 27.0, "ink", latin_family="serif")
    samples = (
        ("自拟例句：2017年12月，《办法》（试行）印发——", body),
        ("共3章58条……用BLT方式，增长12.5%；", body),
        ("[.把事办成.]，{武侯|wǔ hóu}“{新城|xīn chéng}”。", kai),
    )
    axis = LEFT + 300
    for text, style in samples:
        runs = inline_runs(text, style)
        _column(sheet, set_vertical(runs, None, sheet.fonts), axis, top)
        axis -= 34
    row = sheet.note(
        2, "直排题名", "自右向左；引号改用『』「」，两位数并排，西文转向。GB/T 15834 5.2"
    )
    row = sheet.note(row, "直排标点", "点号偏右上，括号、破折号、省略号转向，仍占半字或两字。")
    sheet.note(row, "直排的着重号和拼音", "在字的右侧。clreq 3.3.1、3.3.2")
    _spines(sheet)


MEASURE_OF_TITLE = 120.0


def _spines(sheet: Sheet) -> None:
    names = (
        ("探索“融合式”党建模式", "成都武侯新城产业园", "2017"),
        ("家门口看好病", "自拟书脊", "2025"),
    )
    x, top, height = SIDE + 4, TOP + 300, 330.0
    for (title, issuer, year), (width, size) in zip(
        names, ((30.0, 13.0), (20.0, 10.5)), strict=True
    ):
        sheet.box(Rect(x, top, width, height), "ground")
        head = TextStyle("serif", 700, size, 20.0, "paper", gap_em=0.125)
        small = TextStyle("sans", 400, size * 0.72, 14.0, "paper", gap_em=0.125)
        axis = x + width / 2
        _column(sheet, set_vertical(title, head, sheet.fonts), axis, top + 24)
        name = set_vertical(issuer, small, sheet.fonts)
        _column(sheet, name, axis, top + height - 44 - name.width_pt)
        _column(sheet, set_vertical(year, small, sheet.fonts), axis, top + height - 34)
        x += width + 24
    sheet.label(SIDE, 15, "书脊", RULE_NAME)
    sheet.label(SIDE, 15.7, "题名、单位、年份居中，反白。")
