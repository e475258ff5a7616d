"""Rows of tables in articles: forms of labels and values, short cells, cells of running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.source.article.block import Block

_LABEL = 12
_SHORT = 40
_PAIR_LABEL = 8


def row_blocks(cells: Sequence[Sequence[Block]]) -> list[Block]:
    """Return the blocks of a table row whose cells hold some blocks each.

    Two cells of which the first is short are 标签：值, short cells in pairs several of these
    (单位 甲 时间 乙); others stand on one line with bars if they are short, else as paragraphs.
    """
    filled = [list(cell) for cell in cells if cell]
    texts = ["".join(block.text for block in cell) for cell in filled]
    label = label_of(texts[0]) if texts else ""
    if len(filled) == 2 and len(label) <= _LABEL:
        first, *rest = filled[1]
        return [Block(f"{label}：{first.text}", filled[0][0].line), *rest]
    most = _SHORT if len(filled) > 2 else _SHORT // 2
    if len(filled) > 1 and all(len(text) <= most for text in texts):
        return _fields(filled, texts)
    return [block for cell in filled for block in cell]


def label_of(text: str) -> str:
    """Return a label without blanks (申 报 单 位) and without its colon."""
    return re.sub(r"\s+", "", text).rstrip("：:")


def _fields(cells: Sequence[Sequence[Block]], texts: Sequence[str]) -> list[Block]:
    labels = [label_of(text) for text in texts[0::2]]
    if len(texts) % 2 == 0 and all(
        len(label) <= _PAIR_LABEL and not label[:1].isdigit() for label in labels
    ):
        pairs = zip(cells[0::2], labels, texts[1::2], strict=True)
        return [Block(f"{label}：{value}", cell[0].line) for cell, label, value in pairs]
    return [Block("｜".join(texts), cells[0][0].line)]
