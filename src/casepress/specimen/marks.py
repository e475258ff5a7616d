"""Punctuation: adjacent marks at every phase of the line, house styles, hanging marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.specimen.sheet import FLUSH, LEFT, MEASURE, SIZE, Sheet
from casepress.typeset.model import PunctuationStyle

_PADS = "天地玄黄宇宙洪荒"
_NESTED = "他说：“《办法》（试行）已经印发。”（见附件一）；“一窗”、“一网”、“一线”照旧。"
_STYLES = (
    "自拟例句：“三个会”怎么开？一是少开（每月一次）；二是短开，每次不超过一小时；三是开“诸葛亮会”，"
    "请懂行的人先说。他们说：“先摆事实，再讲道理！”会后的事，谁来办、何时办、办到什么程度，当场定下来。"
)
_HANG = (
    "自拟例句行末的点号悬在版心外面，右边缘看上去更整齐而中文书少用。"
    "所以默认关着，要用时在版式文件里打开。"
)


def marks_page(sheet: Sheet, article: Sequence[str]) -> None:
    """Show punctuation."""
    width, gap = 15 * SIZE, SIZE
    top = 2.0
    columns = [top, top]
    for phase in range(8):
        column = phase % 2
        x = LEFT + column * (width + gap)
        text = _PADS[:phase] + _NESTED
        columns[column] = sheet.set(text, x, columns[column], width, FLUSH) + 0.5
    sheet.note(
        top, "每个相位的相邻标点", "同一句话前加零至七字，使每组标点轮流落在行首、行中、行末。"
    )
    sheet.note(
        top + 4,
        "看什么",
        "行首开引号贴左线，行末标点贴右线；相连的标点共一字半；顿号前后不松不挤。",
    )
    row = max(columns) + 1.0
    styles: tuple[tuple[PunctuationStyle, str, str], ...] = (
        ("full", "全角式（默认）", "行中标点占一字，行末半字，相邻一字半。"),
        ("kaiming", "开明式", "只有句号、问号、叹号占一字，其余半字。"),
        ("lineend", "行末半角式", "行中一律一字，相邻标点不压缩，只压行末。"),
    )
    for key, name, text in styles:
        sheet.note(row, name, text)
        style = replace(FLUSH, punctuation=key)
        row = sheet.set(_STYLES, LEFT, row, MEASURE, style) + 0.75
    row += 0.25
    for column, hang in enumerate((False, True)):
        style = replace(FLUSH, hang_punctuation=hang)
        sheet.set(_HANG, LEFT + column * (width + gap), row, width, style)
    sheet.note(
        row, "标点悬挂：左不用，右用", "可选，默认关；只有逗号、顿号、句号可以悬挂。clreq 3.1.7"
    )
