"""Running text: the body at its own measure, narrow columns, lists, quotations, tables."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.specimen.sheet import (
    BODY,
    FLUSH,
    JUSTIFIED,
    KAI,
    LEFT,
    MEASURE,
    RAGGED,
    ROWS,
    SANS,
    SIZE,
    STRONG,
    Sheet,
)
from casepress.typeset import compose, set_line
from casepress.typeset.model import Line, Paragraph, ParagraphStyle, Run, TextStyle


def fill(
    sheet: Sheet,
    texts: Sequence[str],
    places: Sequence[tuple[float, float]],
    row: float,
    last: float,
    em: int,
) -> None:
    """Let paragraphs run through columns of one width, from row to row."""
    lines: list[Line] = []
    for text in texts:
        lines += compose(Paragraph((Run(text, BODY),), JUSTIFIED), em * SIZE, sheet.fonts).lines
    count = int(last - row)
    for number, (x, _) in enumerate(places):
        part = lines[number * count : (number + 1) * count]
        sheet.frame(x, row, em * SIZE, len(part))
        sheet.put(part, x, row)


def body_page(sheet: Sheet, article: Sequence[str]) -> None:
    """Show the article at the measure of the brochure."""
    fill(sheet, article[:2], [(LEFT, MEASURE)], 2, ROWS - 1, 31)
    row = sheet.note(2, "正文：31 字，10.5 / 18 点", "实文照录，两端对齐。细线是版心边。")
    row = sheet.note(
        row, "段首空两字", "段首的开引号、开括号也只占半字，“（一）”正好从两字处起。clreq 3.4.1"
    )
    row = sheet.note(
        row, "行末标点半字", "行末的点号、闭引号只占半字，墨迹贴齐右边线。GB/T 15834 5.1.10"
    )
    row = sheet.note(row, "相邻标点一字半", "两个标点相连共占一字半，不是两字。clreq 3.1.6")
    row = sheet.note(row, "避头尾", "点号、闭引号不在行首，开引号不在行末。clreq 3.1.4")
    row = sheet.note(
        row, "数字不离 % 和单位", "58%、2010年、14个不拆开；字与数字间空四分之一字。clreq 3.2.2"
    )
    row = sheet.note(
        row, "全段最优断行", "先挤后拉，拉开的空隙各处相等，超过 0.05 字的行应当看不到。"
    )
    sheet.note(row, "段末不留孤字", "末行至少三字。clreq 3.4.4")


def columns_page(sheet: Sheet, article: Sequence[str]) -> None:
    """Show the same text in columns of 24, 18 and 12 characters."""
    right = LEFT + 24 * SIZE + 24
    for x, em in ((LEFT, 24), (right, 18)):
        sheet.label(x, 1.75, f"{em} 字")
        fill(sheet, article, [(x, em)], 3, 18, em)
    narrow = [(LEFT + i * (12 * SIZE + 31.5), 12.0) for i in range(3)]
    sheet.label(
        LEFT, 19.75, "12 字：三栏通排。窄栏每行空隙少，拉开的量至多 0.15 字；数字、词语仍不拆开"
    )
    fill(sheet, article, narrow, 21, 36, 12)


_MARKER = TextStyle("serif", 700, SIZE, BODY.leading_pt, "brand")
_LIST = (
    ("一是", "自拟例句：列表的序号与正文不分离，第二行起与首行文字对齐，而不是与序号对齐；"),
    ("二是", "序号之后的文字照常两端对齐，“引号”与（括号）紧跟序号时不再多空半字；"),
    ("三是", "每项以分号结束，末项用句号，行末一律半字。"),
)
_NUMBERED = (
    ("1.", "阿拉伯数字序号后空四分之一字，2017年7月、16:04、1,200 之类不在数字中间断开。"),
    ("2.", "“开引号”起头的一项，引号的左空去掉，墨迹与上一行首字对齐。"),
)
QUOTE = (
    "自拟引文：做一件事情，先要弄清它为什么难，再问谁最清楚它的难处，然后请这些人坐到一起。"
    "引文用楷体，左右各缩两字；其中的 Latin 和 2017 取宋体的西文，不用楷体的。"
)
_ROWS = (
    ("指标", "口径（自拟例表）", "2010年", "2016年"),
    ("党组织", "园区范围内的基层党组织，含两新组织联合支部", "147", "232"),
    ("党员", "组织关系在园区各支部的党员", "3093", "5624"),
    ("满意度", "“很满意”与“满意”之和；抽样 1,200 户，误差 ±2.8%", "81.5%", "96%"),
)
_SIDE_TEXT = (
    "自拟例句：窗口前的服务员不多，办成的事不少。他们的做法是“问清楚、分得开、接得住”："
    "先问清楚群众要办什么，再分到最合适的人手里，接下来的事由他一个人跟到底。"
)
_COLUMNS = ((0.0, 5.0), (6.0, 14.0), (21.0, 4.5), (26.5, 4.5))


def blocks_page(sheet: Sheet, article: Sequence[str]) -> None:
    """Show lists, a quotation and a table whose cells the composer sets."""
    row = 2.0
    sheet.note(row, "列表：悬挂缩进", "序号是段落的一部分，与后文同行。")
    for marker, text in _LIST:
        row = _item(sheet, marker, text, row)
    row += 1
    sheet.note(row, "编号列表", "数字加点的序号不与后文分离。")
    for marker, text in _NUMBERED:
        row = _item(sheet, marker, text, row)
    row += 1
    sheet.note(row, "楷体引文", "左右各缩两字，西文和弯引号按上下文取字体。")
    x, width = LEFT + 2 * SIZE, MEASURE - 4 * SIZE
    row = sheet.set(QUOTE, x, row, width, FLUSH, KAI, role="BlockQuote")
    row = _table(sheet, row + 2)
    after = sheet.note(row + 1, "窄栏旁注", "左边的文字在旁栏里用 8 点黑体，左齐右不齐，断在词间：")
    sheet.note(after, "例：旁注", _SIDE_TEXT)
    sheet.set(_SIDE_TEXT, LEFT, row + 1, MEASURE, JUSTIFIED)


def _item(sheet: Sheet, marker: str, text: str, row: float) -> float:
    runs = (Run(marker, _MARKER), Run(text, BODY))
    hang = set_line((runs[0], Run("字", BODY)), None, sheet.fonts).width_pt - SIZE
    style = ParagraphStyle(indent_em=0, hanging_em=hang / SIZE)
    return sheet.set(runs, LEFT, row, MEASURE, style, role="P")


def _table(sheet: Sheet, row: float) -> float:
    sheet.note(
        row, "表格", "每格由同一引擎排成：文字左齐、断在词间，数字右齐；行高落在基线网格上。"
    )
    table = sheet.tree.add("Table")
    sheet.rule(LEFT, sheet.y(row) - 13.5, LEFT + MEASURE, "ink", 0.8)
    for number, cells in enumerate(_ROWS):
        line = sheet.tree.add("TR", table)
        style = STRONG if number == 0 else SANS
        bottom = row
        for column, (text, (at, em)) in enumerate(zip(cells, _COLUMNS, strict=True)):
            align = ParagraphStyle("right") if column > 1 else RAGGED
            end = sheet.set(
                text, LEFT + at * SIZE, row, em * SIZE, align, style,
                frame=False, role="TH" if number == 0 else "TD", parent=line,
            )  # fmt: skip
            bottom = max(bottom, end)
        row = bottom
        last = number == len(_ROWS) - 1
        sheet.rule(
            LEFT, sheet.y(row) - 13.5, LEFT + MEASURE,
            "ink" if last or not number else "line", 0.8 if last else 0.35,
        )  # fmt: skip
    return row
