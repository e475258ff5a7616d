"""The names of a record's keys in both languages, and which one a misspelt key may have meant."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any, Final, Union, get_args, get_origin

from casepress.frozen import dataclass
from casepress.records import BaseModel, FieldInfo

SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "summary": ("核心阅读", "内容提要", "提要", "案例摘要", "abstract"),
    "background": ("背景与起因", "案例背景", "背景情况", "基本情况", "问题提出", "起因"),
    "practices": ("做法", "做法与经过", "主要举措", "举措", "经验做法", "实施过程与路径"),
    "measures": ("具体措施", "具体做法", "steps"),
    "results": ("成效", "成果", "成效与反响", "成果与成效", "工作成效", "outcomes", "effects"),
    "lessons": ("启示", "经验启示", "反思", "几点体会", "体会", "经验"),
    "teaching": ("教学设计", "案例使用说明"),
    "figures": ("插图", "配图", "照片", "图", "images", "pictures", "photos"),
    "honours": ("honors", "荣誉称号", "awards"),
    "organisation": ("organization", "单位名称", "org"),
    "keywords": ("主题词", "tags"),
    "title": ("题目", "名称", "小标题", "heading", "name"),
    "text": ("内容", "文字", "body", "content"),
    "outcome": ("结果", "result"),
    "items": ("各项", "条目"),
    "minutes": ("时间", "时长", "分钟", "duration"),
    "colophon": ("版权", "版权信息", "imprint"),
    "editorial": ("编者按", "编注"),
    "colours": ("colors",),
    "colour": ("color",),
}
"""Words that people write for a key; they are suggested, not accepted."""


@dataclass(frozen=True, slots=True)
class Names:
    """The keys of a record: what is accepted, and the canonical key for each accepted name."""

    canonical: Mapping[str, str]
    fields: Mapping[str, FieldInfo]

    def both(self, key: str) -> str:
        """Return the Chinese name of a canonical key; empty if it has none."""
        title = self.fields[key].title or ""
        return "" if title == key else title


@lru_cache(maxsize=256)
def names_of(model: type[BaseModel]) -> Names:
    """Return the names of a model's keys: alias or field name, and the Chinese title."""
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    canonical = {info.title: key for key, info in fields.items() if info.title}
    canonical.update({key: key for key in fields})
    return Names(canonical, fields)


@lru_cache(maxsize=16)
def all_names(model: type[BaseModel]) -> frozenset[str]:
    """Return every key of a model and of all records below it, in both languages."""
    return frozenset(name for record in records(model) for name in names_of(record).canonical)


@lru_cache(maxsize=16)
def records(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Return a model and every record type below it, in order of appearance."""
    found: dict[type[BaseModel], None] = {}
    waiting = [model]
    while waiting:
        record = waiting.pop(0)
        if record not in found:
            found[record] = None
            for info in record.model_fields.values():
                waiting += _models_in(info.annotation)
    return tuple(found)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def unwrapped(annotation: Any) -> Any:
    """Return the type inside ``Annotated[X, …]`` and ``X | None``."""
    while type(annotation) is not type:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            given = [part for part in get_args(annotation) if part is not type(None)]
            if len(given) != 1:
                return annotation
            annotation = given[0]
        else:
            break
    return annotation


def nearest_key(key: str, model: type[BaseModel]) -> str | None:
    """Return the key of a record that *key* most likely meant, in the language it is written in."""
    names = names_of(model)
    wanted = key.strip().strip("\u3000\u00a0:：").lower()
    if wanted in names.canonical:
        return wanted
    meant = synonym_of(wanted, model)
    return meant or nearest(wanted, tuple(names.canonical))


def synonym_of(word: str, model: type[BaseModel]) -> str | None:
    """Return the key of a record that goes by another word in the field."""
    fields = names_of(model).fields
    return next((key for key, words in SYNONYMS.items() if key in fields and word in words), None)


def nearest(word: str, candidates: tuple[str, ...]) -> str | None:
    """Return the candidate nearest to a word by edit distance, if it is near enough.

    Chinese words are short: one that contains the other, or shares half of its characters in place,
    counts as near.
    """
    best: tuple[float, int, str] | None = None
    for position, candidate in enumerate(candidates):
        distance = float(edit_distance(word, candidate.lower()))
        longer = max(len(word), len(candidate))
        chinese = not candidate.isascii()
        if chinese and word and (word in candidate or candidate in word):
            distance = 0.5
        limit = longer / 2 if chinese else max(1.0, longer / 3)
        if distance <= limit and (best is None or (distance, position) < best[:2]):
            best = (distance, position, candidate)
    return best[2] if best else None


def edit_distance(first: str, second: str) -> int:
    """Return how many characters to insert, drop, change or swap (optimal string alignment)."""
    if abs(len(first) - len(second)) > 8:
        return 99
    rows = [list(range(len(second) + 1))]
    for i, a in enumerate(first, 1):
        row = [i]
        for j, b in enumerate(second, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def home_of(key: str, root: type[BaseModel], here: type[BaseModel]) -> str | None:
    """Return under which key of the whole case a key belongs that is out of place *here*."""
    for record in records(root):
        for name, info in names_of(record).fields.items():
            for inner in _models_in(info.annotation):
                if inner is not here and key in names_of(inner).canonical:
                    return name
    return None
