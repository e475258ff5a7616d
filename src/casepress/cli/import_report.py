"""How an import is told: a few lines, everything on request, or one object for programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from casepress.cli.columns import cells, table
from casepress.cli.session import Session
from casepress.cli.show import show_diagnostics
from casepress.source.article.block import Picture
from casepress.source.article.gallery import Shown
from casepress.source.article.report import Report

_PROPOSED = {
    "metrics": ("指标", "metrics"),
    "key_figures": ("数字", "figures"),
    "honours": ("荣誉", "honours"),
}
_RULES = {
    "width": ("半角标点改全角", "half-width marks"),
    "bracket": ("括号", "brackets"),
    "quote": ("直引号改弯引号", "straight quotes"),
    "stop": ("句点改句号", "full stops"),
    "ellipsis": ("省略号", "ellipses"),
    "dash": ("破折号", "dashes"),
    "space": ("多余的空格", "stray spaces"),
    "invisible": ("看不见的字符", "invisible characters"),
    "character": ("部首、兼容字", "radicals, compatibility forms"),
    "composition": ("组合字符", "composed characters"),
}
_REASONS = {
    "page": ("网页", "page"),
    "header": ("页眉页脚", "header, footer"),
    "caption": ("图注，写在图片旁", "caption, beside its picture"),
    "link": ("链接定义", "link"),
}
_EXCERPT = 64


def show_import(found: Report, name: str, session: Session, *, full: bool) -> None:
    """Tell on stderr what became of the article; with *full* field by field."""
    for line in _summary(found, name, session):
        session.note(line)
    if full:
        for line in _details(found, session):
            session.note(line)
    show_diagnostics(found.diagnostics, session, advice=full)


def show_pictures(
    pictures: Sequence[Picture], shown: Sequence[Shown] | None, session: Session
) -> None:
    """Tell on stderr what became of the article's pictures, if it has any."""
    taken = sum(bool(one.path) for one in shown or ())
    rest = len(pictures) - taken
    words = session.words
    if taken:
        session.note(
            words(
                f"取出图片 {taken} 张，写进 figures；位置请核对，替代文字请补写",
                f"{taken} pictures became figures: check their places, add alternative text",
            )
        )
    if rest and shown is not None:
        session.note(
            words(
                f"没有取出的图片 {rest} 张，原因写在 YAML 末尾的注释里",
                f"{rest} pictures not taken along: the comments at the end of the YAML say why",
            )
        )
    elif shown is None and any(picture.data for picture in pictures):
        session.note(
            words("图片没有取出：加 -o 文件 就存在它旁边", "pictures are saved with -o FILE only")
        )


def import_object(
    found: Report, path: str, text: str, shown: Sequence[Shown] = ()
) -> dict[str, Any]:
    """Return the report for JSON; ``yaml`` only where no file was written."""
    from casepress.messages.render import as_object

    return {
        "output": path or None,
        **({} if path else {"yaml": text}),
        "format": found.format,
        "encoding": found.encoding or None,
        "placed": [
            {"path": p.path, "first": p.first, "last": p.last, "characters": p.characters}
            for p in found.placed
        ],
        "proposed": dict(found.proposed),
        "unplaced": [{"line": piece.line, "text": piece.text} for piece in found.unplaced],
        "removed": [{"line": r.line, "reason": r.reason, "text": r.text} for r in found.removed],
        "pictures": [
            {"line": one.picture.line, "path": one.path or None, "at": one.at, "why": one.why}
            for one in shown
        ],
        "changes": dict(found.changes),
        "dropped": found.dropped,
        "diagnostics": [as_object(d) for d in found.diagnostics],
    }


def _summary(found: Report, name: str, session: Session) -> Iterator[str]:
    """Say in two or three lines what was read and where it went."""
    words = session.words
    kind = "，".join(part for part in (found.format, found.encoding) if part)
    kind_en = ", ".join(part for part in (found.format, found.encoding) if part)
    placed = sum(p.characters for p in found.placed)
    rest = sum(len(piece.text) for piece in found.unplaced)
    zh, en = _parts(found)
    yield words(
        f"{name}（{kind}）：{zh}；归位 {placed} 字，未归位 {rest} 字",
        f"{name} ({kind_en}): {en}; {placed} characters placed, {rest} not",
    )
    proposed = [(key, count) for key, count in found.proposed if count]
    if proposed:
        zh = "、".join(f"{_PROPOSED[key][0]} {count} 项" for key, count in proposed)
        en = ", ".join(f"{count} {_PROPOSED[key][1]}" for key, count in proposed)
        yield words(f"从正文里提出 {zh}，请核对", f"proposed from the text, to be checked: {en}")
    changed = sum(count for _, count in found.changes) + found.dropped
    removed = len(found.removed)
    if changed or removed:
        yield words(
            f"统一标点和空格 {changed} 处，剪掉网页、页眉等附属文字 {removed} 处（--report 列出）",
            f"{changed} marks and spaces put right, {removed} pieces of page furniture cut "
            "(--report lists them)",
        )


_PARTS = (
    (r"summary\.", "摘要", "summary"),
    (r"background\.", "背景", "background"),
    (r"(practices\[\d+\])\.", "做法 {} 条", "{} practices"),
    (r"(practices\[\d+\]\.measures\[\d+\])", "措施 {} 项", "{} measures"),
    (r"results\.(?:lead|items\[0\]\.title)", "成效", "results"),
    (r"(results\.items\[\d+\])", "成效 {} 项", "{} results"),
    (r"lessons\.(?:lead|items\[0\]\.title)", "启示", "lessons"),
    (r"(lessons\.items\[\d+\])", "启示 {} 条", "{} lessons"),
    (r"(teaching\.questions\[\d+\])", "思考题 {} 道", "{} questions"),
)


def _parts(found: Report) -> tuple[str, str]:
    """Name the parts that were found, with how many items each has, in both languages."""
    named: dict[str, tuple[str, str]] = {}
    for pattern, zh, en in _PARTS:
        matches = [re.match(pattern, p.path) for p in found.placed]
        items = {match.group(match.re.groups) for match in matches if match}
        if items:
            named[en.removeprefix("{} ")] = zh.format(len(items)), en.format(len(items))
    if not named:
        return "没有分出部分", "no parts"
    return "、".join(zh for zh, _ in named.values()), ", ".join(en for _, en in named.values())


def _details(found: Report, session: Session) -> Iterator[str]:
    """List fields, changes, what was cut, and what found no place."""
    words = session.words
    yield ""
    yield words("各项的出处：", "Where the fields come from:")
    unit = words("行", "line") if found.unit == "行" else words("段", "paragraph")
    rows = [
        (
            p.path,
            _place(p.first, p.last, unit, session),
            words(f"{p.characters} 字", f"{p.characters}"),
        )
        for p in found.placed
    ]
    yield from table(rows, indent="  ") if rows else ()
    if found.changes or found.dropped:
        yield words("标点和空格的改动：", "Marks and spaces changed:")
        changes = [(words(*_RULES.get(rule, (rule, rule))), str(n)) for rule, n in found.changes]
        if found.dropped:
            changes.append(
                (words("控制字符（删去）", "control characters (dropped)"), str(found.dropped))
            )
        yield from table(changes, indent="  ")
    cut = [(r.line, f"{words(*_REASONS[r.reason])}  {r.text}") for r in found.removed]
    rest = [(piece.line, piece.text) for piece in found.unplaced]
    for title, pieces in (
        (words("剪掉的附属文字：", "Page furniture cut:"), cut),
        (words("没有归位的原文：", "Text without a place:"), rest),
    ):
        if pieces:
            yield title
            places = [(_place(n, n, unit, session), _excerpt(text)) for n, text in pieces]
            yield from table(places, indent="  ")


def _place(first: int, last: int, unit: str, session: Session) -> str:
    if not first:
        return "—"
    span = f"{first}" if first == last else f"{first}–{last}"
    return session.words(f"第{span}{unit}", f"{unit} {span}")


def _excerpt(text: str) -> str:
    """Return the beginning of a text, as much as a line of a terminal takes."""
    shown = ""
    for character in text.replace("\n", " "):
        if cells(shown) >= _EXCERPT:
            return shown + "……"
        shown += character
    return shown
