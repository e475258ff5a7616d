"""A collection (案例汇编): what binds many cases into one book and one deck, frozen and typed.

As in :mod:`casepress.case.model`, every field states its Chinese key and its description once.
Members stay files of their own; a collection only names them.
"""

from __future__ import annotations

from casepress.case.model import Colophon, Record, key


class Preface(Record):
    """前言. Numbered in roman, before the contents."""

    title: str = key("标题", "前言的标题", "前言")
    text: str = key("正文", "前言正文；空行分段")
    signature: str = key("落款", "文末落款，如 编者", "")
    date: str = key("日期", "落款下的日期，照录", "")


class CollectionPart(Record):
    """A part (编) of the book: its title page and its cases."""

    title: str = key("标题", "分编的标题；可用空格或 | 标出断行处", min_length=1)
    intro: str = key("导语", "分编页上的几句话", "")
    cases: tuple[str, ...] = key(
        "案例", "案例文件，相对于本文件所在目录，按书中的顺序", min_length=1
    )


class BookColophon(Colophon):
    """Imprint of the book. The spine follows from the paper, which nobody guesses."""

    gsm: float | None = key("克重", "正文用纸的克重，克/平方米，如 105", None, gt=0)
    thickness_mm: float | None = key(
        "单张厚度", "正文用纸单张的厚度，毫米，如 0.09；书脊按它算，向印刷厂要", None, gt=0
    )
    cover_thickness_mm: float = key("封面厚度", "封面用纸单张的厚度，毫米，如 0.28", 0.0, ge=0)
    spine_title: str = key("书脊题", "书脊上的短题；不写就用标题", "")


class IndexOptions(Record):
    """Which indexes stand at the end, and how hard names are read."""

    organisations: bool = key("单位索引", "是否要案例单位索引", True)
    keywords: bool = key("关键词索引", "是否要关键词索引", True)
    readings: dict[str, str] = key(
        "读音", "多音字的读音，按它排序，如 长寿区: chang2 shou4 qu1", {}
    )


class Collection(Record):
    """A whole collection. Only the title and the cases are required."""

    title: str = key("标题", "书名；可用空格或 | 标出断行处", min_length=1)
    subtitle: str = key("副标题", "副标题", "")
    kind: str = key("类别", "封面上方小字，如 案例汇编　内部资料", "案例汇编")
    editors: tuple[str, ...] = key("编者", "编者，按书名页上的顺序", ())
    organisation: str = key("单位", "编印这本书的单位", "")
    date: str = key("日期", "日期，如 2026-03", "")
    keywords: tuple[str, ...] = key("关键词", "全书的关键词，写进文件的属性", ())
    preface: Preface | None = key("前言", "前言", None)
    parts: tuple[CollectionPart, ...] = key("分编", "各编；不分编就直接写 cases", ())
    cases: tuple[str, ...] = key("案例", "不分编时的案例文件，按书中的顺序", ())
    index: IndexOptions = key("索引", "书末的索引", IndexOptions())
    colophon: BookColophon = key("版权页", "版权页", BookColophon())

    def members(self) -> tuple[tuple[str, str, int | None], ...]:
        """Return every case in order: its file, the path of that value, the part it stands in."""
        flat = [(name, f"cases[{k}]", None) for k, name in enumerate(self.cases)]
        inside = [
            (name, f"parts[{p}].cases[{k}]", p)
            for p, part in enumerate(self.parts)
            for k, name in enumerate(part.cases)
        ]
        return (*flat, *inside)
