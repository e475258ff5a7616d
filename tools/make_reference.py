"""Write what the model says of itself: docs/keys.md and docs/case.schema.json.

Usage: make_reference.py [FOLDER]      (make reference)

Both are committed, for people who read the docs without the program; a test compares them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from value_words import value_words

from casepress.case.model import Case
from casepress.case.schema import schema_text
from casepress.records import BaseModel, FieldInfo
from casepress.source.names import names_of

_HEAD = """# 案例的键

这一页由程序生成（`make reference`），和 `casepress schema`、`casepress new` 同一个来源。
每个键有英文名和中文名，两个都可以写，效果相同。“必填”以外的都可以不写。
标着“编写者设计”的是为课件和侧栏另写的话，画册和课件会照此注明。

"""


def reference() -> str:
    """Return the reference of all keys as Markdown, the case first, records where first named."""
    order = list(_records(Case, []))
    return _HEAD + "\n".join(line for record in order for line in _section(record))


def _records(record: type[BaseModel], seen: list[type[BaseModel]]) -> list[type[BaseModel]]:
    """List a record and those it holds, each once, in the order a reader meets them."""
    if record not in seen:
        seen.append(record)
        for info in names_of(record).fields.values():
            for inner in _held(info.annotation):
                _records(inner, seen)
    return seen


def _held(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _held(part)


def _section(record: type[BaseModel]) -> Iterator[str]:
    yield f"## {'案例' if record is Case else _name(record)}"
    yield ""
    yield "| 键 | 中文 | 值 | 说明 |"
    yield "|---|---|---|---|"
    for key, info in names_of(record).fields.items():
        about = (info.description or "").replace("|", "\\|")
        yield f"| `{key}` | {info.title or ''} | {_kind(info)} | {about} |"
    yield ""


_MOST_NAMES = 3


def _name(record: type[BaseModel]) -> str:
    """Name a record by the places it stands in, such as ``results.items``."""
    places = list(dict.fromkeys(_places(record)))
    more = " 等" if len(places) > _MOST_NAMES else ""
    return "、".join(f"`{place}`" for place in places[:_MOST_NAMES]) + more


def _places(record: type[BaseModel]) -> Iterator[str]:
    for holder in _records(Case, []):
        for key, info in names_of(holder).fields.items():
            if record in set(_held(info.annotation)):
                above = "" if holder is Case else next(iter(_places(holder))) + "."
                yield above + key


def _kind(info: FieldInfo) -> str:
    needed = "**必填**，" if info.is_required() else ""
    return needed + _words(info.annotation)


def _words(annotation: Any) -> str:
    return value_words(annotation, several=_several, named=lambda _: "键和文字", record="一组键")


def _several(parts: tuple[Any, ...]) -> str:
    fixed = len(parts) == 2 and parts[1] is not Ellipsis
    return "两个数" if fixed else f"{_words(parts[0])}的列表"


def main() -> None:
    """Write both files."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "docs"
    (folder / "keys.md").write_text(reference(), encoding="utf-8")
    (folder / "case.schema.json").write_text(schema_text(), encoding="utf-8")
    bound = schema_text(collection=True)
    (folder / "collection.schema.json").write_text(bound, encoding="utf-8")


if __name__ == "__main__":
    main()
