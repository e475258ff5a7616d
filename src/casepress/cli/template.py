"""The commented case that ``casepress new`` writes, made from the descriptions of the model.

Every key is explained by its field's own description, so the template can't disagree with the
program. Keys with a sample value are live and build as they are; the others follow as comments,
ready to be uncommented.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Any, Union, get_args, get_origin

import yaml

from casepress.case.collection import Collection
from casepress.case.model import Case
from casepress.records import BaseModel, FieldInfo

SCHEMA_FILE, COLLECTION_SCHEMA_FILE = "case.schema.json", "collection.schema.json"
_WHOLE = (Case, Collection)
"""What files hold: all their optional keys are written out."""
_COLLECTION_HEAD = """\
# yaml-language-server: $schema={schema}
# 汇编模板：把几个案例装成一本书和一份课件。案例仍是各自的文件，这里只写收哪些、按什么次序。
# 先把 cases 下面的文件名改成自己的案例；要分编，就把 cases 换成下面注释里的 parts。
# 检查：casepress check {file}
# 制作：casepress build {file}
# 付印：casepress build {file} --for print（要在 colophon 里写纸张的厚度，才做得出书脊）
# 键名也可以写中文，如 title 可以写成 标题。

"""
_COLLECTION_SAMPLE: Mapping[str, Any] = {
    "preface": {
        "text": "为什么编这本书，收了哪些案例，怎样用。换段时空一行。",
        "signature": "编者",
    },
    "cases": ["案例一.yaml", "案例二.yaml"],
}
_HEAD = """\
# yaml-language-server: $schema={schema}
# 案例模板。每一项上面或右边的“#”后面是说明；前面带“#”的项是可选的，去掉“#”就生效。
# 检查：casepress check {file}
# 制作：casepress build {file}
# 键名也可以写中文，如 title 可以写成 标题。正文里换段空一行。

"""
_BODY = "在这里写正文，逐字照录原文；换段时空一行。"
_SAMPLE: Mapping[str, Any] = {
    "summary": {"text": "用两三百字写清楚：谁，遇到什么问题，怎么做，做成了什么。"},
    "background": {"text": f"为什么要做这件事。{_BODY}"},
    "practices": [
        {
            "title": "第一条做法的标题",
            "outcome": "做成了什么",
            "lead": "用一两句话引出下面的措施。",
            "measures": [
                {"title": "第一项措施的小标题", "text": _BODY},
                {"title": "第二项措施的小标题", "text": _BODY},
            ],
        },
        {
            "title": "第二条做法的标题",
            "measures": [{"title": "措施的小标题", "text": _BODY}],
        },
    ],
    "results": {
        "lead": "总的成效，一两句话。",
        "items": [
            {
                "title": "第一项成效的小标题",
                "text": "指标里的数字，正文里也要有：示例指标由100个增加到150个，增长50%。",
            }
        ],
        "metrics": [
            {
                "label": "示例指标",
                "unit": "个",
                "from": {"value": "100", "when": "原来"},
                "to": {"value": "150", "when": "现在"},
                "stated": "增长50%",
            }
        ],
    },
    "lessons": {"items": [{"title": "第一条启示", "text": _BODY}]},
}


_TEACHING: Mapping[str, Any] = {
    "teaching": {
        "title": "学完这一课，能做三件事",
        "minutes": 45,
        "objectives": [
            {"keyword": "说清", "text": "这个案例要解决什么问题"},
            {"keyword": "看懂", "text": "每条做法怎样起作用"},
            {"keyword": "用上", "text": "选一条做法，写出自己的第一步"},
        ],
        "parts": [
            {"id": "opening", "name": "导入", "minutes": 5, "method": "讲授"},
            {"id": "practices", "name": "做法", "minutes": 20, "method": "讲授、提问"},
            {"id": "results", "name": "成效", "minutes": 8, "method": "读图"},
            {"id": "lessons", "name": "研讨", "minutes": 12, "method": "分组讨论"},
        ],
        "discussion_minutes": 10,
        "questions": [
            {"question": "哪一条做法最切合本单位？", "hint": "先说问题，再说理由"},
            {"question": "如果只做一件事，先做哪一件？", "hint": "说出谁来做、什么时候做"},
            {"question": "怎样知道它起了作用？", "hint": "说出要看的数字"},
        ],
    }
}


def template(title: str, file: str, *, teaching: bool = False) -> str:
    """Return the text of a new case called *title*, to be saved as *file*.

    Its first line tells editors where the JSON Schema is: ``SCHEMA_FILE`` beside it. With
    *teaching* the block for a training session is live and its minutes add up.
    """
    sample = {"title": title, **_SAMPLE, **(_TEACHING if teaching else {})}
    lines = list(_record(Case, sample, 0, {Case}))
    return _HEAD.format(file=file, schema=SCHEMA_FILE) + "\n".join(lines) + "\n"


def collection_template(title: str, file: str) -> str:
    """Return the text of a new collection called *title*, to be saved as *file*."""
    sample = {"title": title, **_COLLECTION_SAMPLE}
    lines = list(_record(Collection, sample, 0, {Collection}))
    head = _COLLECTION_HEAD.format(file=file, schema=COLLECTION_SCHEMA_FILE)
    return head + "\n".join(lines) + "\n"


def _record(
    model: type[BaseModel], sample: Mapping[str, Any], indent: int, explained: set[type[BaseModel]]
) -> Iterator[str]:
    """Yield the lines of a record: sampled fields live, the rest as comments (once per model)."""
    margin = " " * indent
    for name, info in model.model_fields.items():
        key = info.alias or name
        if key not in sample:
            continue
        if indent == 0:
            yield ""
        value = sample[key]
        record = _record_type(info)
        if key == "text":
            yield f"{margin}{key}: |  # {_about(info)}"
            yield f"{margin}  {value}"
        elif record is None:
            yield f"{margin}{key}: {_scalar(value)}  # {_about(info)}"
        elif isinstance(value, Mapping):
            yield f"{margin}{key}:  # {_about(info)}"
            yield from _record(record, value, indent + 2, explained)
        else:
            yield f"{margin}{key}:  # {_about(info)}"
            for entry in value:
                lines = list(_record(record, entry, indent + 4, explained))
                yield f"{margin}  - {lines[0].lstrip()}"
                yield from lines[1:]
    if model in _WHOLE or model not in explained:
        explained.add(model)
        yield from _optional(model, sample, indent)


def _optional(model: type[BaseModel], sample: Mapping[str, Any], indent: int) -> Iterator[str]:
    """Yield the fields without a sample as commented lines; records of the case itself in full."""
    top = model in _WHOLE
    if top:
        yield "\n# —— 以下各项按需要写 ——"
    for name, info in model.model_fields.items():
        key = info.alias or name
        record = _record_type(info)
        if key in sample:
            continue
        if top and record:
            yield f"#\n# {key}:  # {_about(info)}"
            yield from _commented_record(record, "#   - " if _is_list(info) else "#   ")
        else:
            yield f"{' ' * indent}# {key}: {_empty(info)}  # {_about(info)}"


def _commented_record(model: type[BaseModel], lead: str) -> Iterator[str]:
    """Yield the fields of a record as comments; *lead* goes before the first."""
    for name, info in model.model_fields.items():
        yield f"{lead}{info.alias or name}: {_empty(info)}  # {_about(info)}"
        lead = lead.replace("-", " ")


def _about(info: FieldInfo) -> str:
    """Return the Chinese key and the description of a field, not twice if they are the same."""
    title, description = info.title or "", info.description or ""
    return description if not title or description.startswith(title) else f"{title}：{description}"


def _scalar(value: object) -> str:
    """Write a scalar as YAML, quoted where it must be."""
    text = yaml.safe_dump(value, allow_unicode=True, width=10_000, default_flow_style=True)
    return text.removesuffix("...\n").strip()


def _empty(info: FieldInfo) -> str:
    """Return the default, or an empty value of the right kind: text, list or mapping."""
    if isinstance(info.default, str) and info.default:
        return info.default
    annotation = _unwrapped(info.annotation)
    if _is_list(info):
        return "[]"
    if annotation is bool:
        return "true" if info.default else "false"
    if annotation in (int, float):
        return "10" if annotation is int else "0.1"
    if get_origin(annotation) is dict:
        return "{}"
    return "{}" if _record_type(info) else '""'


def _is_list(info: FieldInfo) -> bool:
    return get_origin(_unwrapped(info.annotation)) is tuple


def _record_type(info: FieldInfo) -> type[BaseModel] | None:
    """Return the record a field holds, itself or in a list."""
    annotation = _unwrapped(info.annotation)
    if get_origin(annotation) is tuple:
        annotation = _unwrapped(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return None


def _unwrapped(annotation: Any) -> Any:
    """Return the type inside ``X | None``."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation
