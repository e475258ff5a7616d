"""JSON Schemas of cases and collections: editors complete and check keys in both languages."""

from __future__ import annotations

import json
from typing import Any

from casepress.case.model import Case
from casepress.records import BaseModel


def case_schema() -> dict[str, Any]:
    """Return the schema of everything the loader accepts.

    Every key stands under its English and its Chinese name with the same description; a required
    key may come under either. Numbers and dates may be written plain: the loader reads text.
    """
    schema = _schema(Case, "casepress 案例", "一个案例：一份 YAML，排成画册和课件")
    _focal_words(schema["$defs"]["Figure"]["properties"])
    return schema


def collection_schema() -> dict[str, Any]:
    """Return the schema of a collection, in both languages too."""
    from casepress.case.collection import Collection

    about = "案例汇编：一份 YAML，把几个案例装成一本书和一份课件"
    return _schema(Collection, "casepress 汇编", about)


def _schema(model: type[BaseModel], title: str, description: str) -> dict[str, Any]:
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = title
    schema["description"] = description
    _both_languages(schema, "#")
    for name, record in schema.get("$defs", {}).items():
        record.pop("description", None)  # the docstring of the class, which is for programmers
        record.pop("title", None)
        _both_languages(record, f"#/$defs/{name}")
    _loosened(schema)
    return schema


def schema_text(*, collection: bool = False) -> str:
    """Return the schema of a case, or of a collection, as a JSON file."""
    schema = collection_schema() if collection else case_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _both_languages(record: dict[str, Any], place: str) -> None:
    """Give every property its Chinese name too."""
    properties = record.get("properties", {})
    chinese = {key: value["title"] for key, value in properties.items() if value.get("title")}
    for key, name in chinese.items():
        properties.setdefault(name, {"$ref": f"{place}/properties/{key}"})
    required = record.pop("required", [])
    if required:
        record["allOf"] = [
            {"anyOf": [{"required": [name]} for name in dict.fromkeys((key, chinese[key]))]}
            for key in required
        ]


def _focal_words(figure: dict[str, Any]) -> None:
    """Let a focal point be given in words too."""
    told = {key: figure["focus"].pop(key) for key in ("title", "description", "default")}
    words = ["左上", "上", "右上", "左", "中", "右", "左下", "下", "右下"]
    figure["focus"] = {**told, "anyOf": [figure["focus"], {"enum": words}]}


def _loosened(node: Any) -> None:
    """Let plain numbers, dates and empty values stand where the loader takes them."""
    if isinstance(node, dict):
        if node.get("type") == "string" and "enum" not in node and "const" not in node:
            node["type"] = ["string", "number", "null"]
        elif node.get("type") in ("array", "object") and "properties" not in node:
            node["type"] = [node["type"], "null"]
        for child in list(node.values()):
            _loosened(child)
    elif isinstance(node, list):
        for child in node:
            _loosened(child)
