"""Write the tree as YAML: every field with the line of the article it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from casepress.source.article.body import Body, Cut
from casepress.source.article.captions import numbered
from casepress.source.article.compose import Imported, unplaced
from casepress.source.article.gallery import Shown
from casepress.source.article.scalars import comment, inline, is_block, quoted
from casepress.source.article.tree import Made, Node, Record, Rows, Text, is_empty

Names = Callable[[Sequence[str]], str]
"""Gives the name to write for a key, by its path without indices: ("practices", "title")."""

_LONGEST_INLINE = 60
_BANNERS = {
    "summary": "摘要",
    "background": "背景",
    "practices": "做法",
    "results": "成效",
    "lessons": "启示",
    "teaching": "教学",
}
_RULE = 50
_PROSE = ("text", "lead")
_LONGEST_WORD = 16


def english(path: Sequence[str]) -> str:
    """Keys as the model names them."""
    return path[-1]


def emit(
    imported: Imported, origin: str, names: Names = english, shown: Sequence[Shown] | None = None
) -> str:
    """Return the case as YAML text; *origin* names the article's file in the first comment.

    The parts stand in the article's order. Comments give the source line of every field, the
    numbers and marks the field stands for, and at the end all text that found no place. *shown* are
    the pictures with their files; without it all of them are only noted.
    """
    writer = _Writer(imported.body, imported.article.unit, names)
    lines = [
        f"# 由 {comment(origin)} 导入；注释里的“原文第N{imported.article.unit}”指原文件中的位置。",
        "# 正文照录原文，只统一了标点的全半角和空格；编号由排版生成，这里只记在注释里。",
        "",
    ]
    for key, node in imported.case.fields:
        if key in _BANNERS:
            lines += ["", _banner(_BANNERS[key])]
        lines += writer.field(key, node, (), 0)
    if shown is None:
        shown = [Shown(picture) for picture in imported.article.pictures]
    lines += _pictures(imported, shown, writer)
    lines += _left_over(imported, writer)
    return "\n".join(lines) + "\n"


def _banner(title: str) -> str:
    return f"# ── {title} " + "─" * (_RULE - 2 * len(title))


class _Writer:
    """Knows the body, how its lines are called, and how keys are named."""

    def __init__(self, body: Body, unit: str, names: Names) -> None:
        self.body = body
        self.unit = unit
        self.names = names

    def field(self, key: str, node: Node, path: tuple[str, ...], depth: int) -> list[str]:
        """``key: value`` at *depth* (two spaces each)."""
        here = (*path, key)
        head = "  " * depth + self.names(here) + ":"
        if isinstance(node, Text | Made):
            return self.leaf(key, head, node, depth)
        if isinstance(node, Record):
            if node.flow:
                return [f"{head} {self.flow(node, here)}{self.tail([node.offset])}"]
            return [head, *self.fields(node, here, depth + 1)]
        return self.rows(head, node, here, depth)

    def fields(self, node: Record, path: tuple[str, ...], depth: int) -> list[str]:
        """Return the fields of a record, one after another."""
        return [line for key, child in node.fields for line in self.field(key, child, path, depth)]

    def rows(self, head: str, node: Rows, path: tuple[str, ...], depth: int) -> list[str]:
        """Return a list; texts on one line each, records opened by a dash."""
        words = [i for i in node.items if isinstance(i, Text) and self._is_word(i)]
        if len(words) == len(node.items):
            return [self.list(head, words)]
        lines = [head]
        for item in node.items:
            if isinstance(item, Record) and not item.flow:
                inner = self.fields(item, path, depth + 2)
                inner[0] += self.tail([item.offset])
                dash = "  " * (depth + 1) + "- "
                lines.append(dash + inner[0][len(dash) :])
                lines += inner[1:]
            elif isinstance(item, Record):
                dash = "  " * (depth + 1) + "- "
                lines.append(f"{dash}{self.flow(item, path)}{self.tail([item.offset])}")
            elif isinstance(item, Text | Made):
                lines += self.leaf("", "  " * (depth + 1) + "-", item, depth + 1)
        return lines

    def leaf(self, key: str, head: str, node: Text | Made, depth: int) -> list[str]:
        """Return a text: what is long as a literal block, else on the line of its key."""
        if isinstance(node, Made):
            return [f"{head} {inline(node.text)}{self.tail([node.offset], why=node.why)}"]
        words = node.words(self.body)
        note = self.tail([cut.start for cut in node.cuts], node.marks)
        if key not in _PROSE and len(words) <= _LONGEST_INLINE and "\n" not in words:
            return [f"{head} {inline(words)}{note}"]
        if not words:
            return [f'{head} ""']
        if not is_block(words):
            return [f"{head} {quoted(words)}{note}"]
        indent = "  " * (depth + 1)
        block = [indent + line if line else "" for line in words.split("\n")]
        return [f"{head} |{note}", *block]

    def _is_word(self, node: Text) -> bool:
        return len(node.cuts) == 1 and len(node.words(self.body)) <= _LONGEST_WORD

    def list(self, head: str, items: Sequence[Text]) -> str:
        """Return a list of words on one line."""
        words = ", ".join(inline(item.words(self.body), flow=True) for item in items)
        offsets = [item.cuts[0].start for item in items]
        return f"{head} [{words}]{self.tail(offsets, [m for i in items for m in i.marks])}"

    def flow(self, node: Record, path: tuple[str, ...]) -> str:
        """Return a record on one line."""
        parts = []
        for key, child in node.fields:
            if not is_empty(child) and isinstance(child, Text | Made):
                words = child.text if isinstance(child, Made) else child.words(self.body)
                parts.append(f"{self.names((*path, key))}: {inline(words, flow=True)}")
        return "{" + ", ".join(parts) + "}"

    def tail(self, offsets: Iterable[int | None], marks: Sequence[Cut] = (), why: str = "") -> str:
        """Return the comment at the end of a field's first line."""
        lines = [self.body.line(offset) for offset in offsets if offset is not None]
        parts = [self.place(lines)] if lines else []
        stood = "…".join(self.body.of(mark).strip() for mark in marks)
        parts += [comment(stood)] if stood.strip() else []
        parts += [why] if why else []
        return "  # " + " · ".join(parts) if parts else ""

    def place(self, lines: Sequence[int]) -> str:
        """原文第9行, or 原文第9–13行 for several paragraphs."""
        first, last = min(lines), max(lines)
        span = f"{first}" if first == last else f"{first}–{last}"
        return f"原文第{span}{self.unit}"


def _pictures(imported: Imported, shown: Sequence[Shown], writer: _Writer) -> Iterator[str]:
    """Pictures with a file as figures, the others below them as comments."""
    usable = [one for one in shown if one.path]
    others = [one for one in shown if not one.path]
    if usable:
        yield from ("", _banner("图片"), f"{writer.names(('figures',))}:")
    for one in usable:
        yield from _figure(imported, one, writer)
    if others and usable:
        yield "  # 没有取出的图片；取得图片文件后去掉行首的 # 使用："
    elif others:
        yield from ("", "# 原文里的图片；取得图片文件后去掉行首的 # 使用：")
        yield f"# {writer.names(('figures',))}:"
    for one in others:
        yield ("  # - " if usable else "#   - ") + _noted(one, writer)


def _figure(imported: Imported, one: Shown, writer: _Writer) -> Iterator[str]:
    """Return a figure, a line for each key; what has to be written stands open."""
    number, caption = numbered(one.picture.caption, imported.body.text)
    given = {"path": one.path, "caption": caption, "alt": one.picture.alt, "at": one.at}
    notes = {
        "path": writer.place([one.picture.line]),
        "caption": number,
        "alt": "" if one.picture.alt else "请补写：用一句话说清图上是什么",
    }
    for key, words in given.items():
        if words or key == "alt":
            note = f"  # {comment(notes[key])}" if notes.get(key) else ""
            dash = "- " if key == "path" else "  "
            yield f"  {dash}{writer.names(('figures', key))}: {inline(words)}{note}"


def _noted(one: Shown, writer: _Writer) -> str:
    """Return a figure without a file on one line, behind it where it stood and what is missing."""
    picture = one.picture
    given = {"path": picture.path, "caption": picture.caption, "alt": picture.alt}
    pairs = [
        f"{writer.names(('figures', key))}: {quoted(words)}"
        for key, words in given.items()
        if words or key in ("path", "alt")
    ]
    words = comment("{" + ", ".join(pairs) + "}")
    return f"{words}  # {writer.place([picture.line])}{'：' + one.why if one.why else ''}"


def _left_over(imported: Imported, writer: _Writer) -> Iterator[str]:
    """Return the text that found no place, so that the file holds the whole article."""
    rest = [cut for cut in unplaced(imported) if any(map(str.isalnum, imported.body.of(cut)))]
    if not rest:
        return
    yield from ("", "# ── 没有归位的原文，请放到合适的地方，或者删去 " + "─" * 8)
    for cut in rest:
        place = writer.place([imported.body.line(cut.start)])
        yield f"# {place}：{comment(imported.body.of(cut))}"
