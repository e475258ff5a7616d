"""Write what the layouts' model says of itself: docs/layout-tokens.md.

Usage: layout_reference.py [FOLDER]      (make reference)

The file is committed, for people who read the docs without the program; a test compares it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from value_words import value_words

from casepress.records import BaseModel, FieldInfo
from casepress.source.names import names_of
from casepress.theme.legible import INKS
from casepress.theme.load import list_layouts, load_theme
from casepress.theme.model import Theme

_HEAD = """# 版式的全部项目

这一页由程序生成（`make reference`），说明写在程序的模型里，默认值也取自那里。
怎样做自己的版式，见 [layouts.md](layouts.md)。“一组”里的键写在它下面一层，用 `--set` 时用点连接，
如 `--set type.body.size=11`。

"""
_INK_WORDS = {
    "brand": "主色：编号、图形、后值",
    "deep": "篇章页底色、引文",
    "goldT": "增幅等强调数字",
    "goldD": "装饰：前值的柱、竖线；不作文字",
    "ink": "正文",
    "grey": "图注、说明、书眉",
    "rule": "细线、空点",
    "panel": "浅底",
    "paper": "纸",
    "coverBg": "封面底色",
    "coverFg": "封面标题",
    "coverSub": "封面小字",
    "strand": "汇流的色带；公文的红线",
    "strandText": "色带里的字",
    "onBrand": "主色块上的字",
}


def reference() -> str:
    """Return the reference of all tokens as Markdown: each record once, then inks and roles."""
    lines: list[str] = []
    for path, record in _records():
        lines += _section(path, record)
    return _HEAD + "\n".join([*lines, *_inks(), *_roles()]) + "\n"


def _records() -> Iterator[tuple[str, type[BaseModel]]]:
    """List the records of a layout, each with the path it is first met at."""
    waiting: list[tuple[str, type[BaseModel]]] = [("", Theme)]
    seen: set[type[BaseModel]] = set()
    while waiting:
        path, record = waiting.pop(0)
        if record in seen:
            continue
        seen.add(record)
        yield path, record
        for key, info in names_of(record).fields.items():
            below = f"{path}.{key}".lstrip(".")
            for inner, named in _held(info.annotation):
                waiting.append((below + (".…" if named else ""), inner))


def _held(annotation: Any, named: bool = False) -> Iterator[tuple[type[BaseModel], bool]]:
    """List the records in a type, and whether they stand under names of their own."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, named
    inside = named or get_origin(annotation) in (dict, tuple)
    for part in get_args(annotation):
        yield from _held(part, inside)


def _section(path: str, record: type[BaseModel]) -> Iterator[str]:
    yield f"## {f'`{path}`' if path else '版式文件'}"
    yield ""
    yield "| 键 | 值 | 默认 | 说明 |"
    yield "|---|---|---|---|"
    if record is Theme:
        yield "| `extends` | 名称、文件或一组 | – | 从哪些版式起；后面的盖过前面的 |"
    for key, info in names_of(record).fields.items():
        about = (info.description or "").replace("|", "\\|")
        yield f"| `{key}` | {_words(info.annotation)} | {_default(info)} | {about} |"
    yield ""


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "**必填**"
    value = info.default
    if value is None or isinstance(value, BaseModel | dict | tuple) or value == "":
        return "–"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`" if _plain(value) else "–"


def _plain(value: object) -> bool:
    return isinstance(value, str | int)


def _words(annotation: Any) -> str:
    return value_words(
        annotation,
        several=_several,
        named=lambda parts: f"名称和{_words(parts[1])}",
        record="一组",
    )


def _several(parts: tuple[Any, ...]) -> str:
    named = len(parts) == 2 and parts[1] is Ellipsis
    return f"名称和{_words(parts[0])}" if named else f"{len(parts)} 个数"


def _inks() -> Iterator[str]:
    """List the inks, and their colours in every layout."""
    themes = [load_theme(entry.name) for entry in list_layouts()]
    yield "## 墨色的用途"
    yield ""
    yield "| 键 | 用途 | " + " | ".join(theme.title for theme in themes) + " |"
    yield "|---|---|" + "---|" * len(themes)
    for name in INKS:
        colours = " | ".join(f"`{theme.ink[name].rgb}`" for theme in themes)
        yield f"| `{name}` | {_INK_WORDS[name]} | {colours} |"
    yield ""


def _roles() -> Iterator[str]:
    """List the roles of the type scale with the values of the default layout."""
    yield "## 字样的角色（朱金的取值）"
    yield ""
    yield "| 角色 | 字体 | 字重 | 字号／行距 | 墨色 |"
    yield "|---|---|---|---|---|"
    for role, token in load_theme("zhujin").type.items():
        size = f"{token.size:g}／{token.leading:g}"
        yield f"| `{role}` | {token.family} | {token.weight} | {size} | {token.ink} |"


def main() -> None:
    """Write the file."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "docs"
    (folder / "layout-tokens.md").write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
