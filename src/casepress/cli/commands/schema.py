"""``casepress schema``: the JSON Schema of a case, for editors that complete and check."""

from __future__ import annotations

import json
from typing import Any

import typer

from casepress.cli.session import Session, both

HELP = both(
    "输出案例的 JSON Schema，供编辑器补全和即时检查。",
    "Print the JSON Schema of a case, for editors that complete and check.",
)
EPILOG = both(
    "例子:\n"
    "  casepress schema > case.schema.json\n"
    "  在案例第一行写 # yaml-language-server: $schema=case.schema.json",
    "Example:\n"
    "  casepress schema > case.schema.json\n"
    "  first line of the case: # yaml-language-server: $schema=case.schema.json",
)


def run_command(ctx: typer.Context) -> int:
    """Print the schema."""
    session: Session = ctx.obj
    session.result(json.dumps(case_schema(), ensure_ascii=False, indent=2))
    return 0


def case_schema() -> dict[str, Any]:
    """Return the schema with everything the loader accepts: Chinese keys, numbers as text."""
    from casepress.case.model import Case

    schema = Case.model_json_schema(by_alias=True)
    schema.pop("description", None)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    _accept_chinese_keys(schema, "#")
    for name, record in schema.get("$defs", {}).items():
        record.pop("description", None)  # the docstring of the class, which is for programmers
        _accept_chinese_keys(record, f"#/$defs/{name}")
    _accept_numbers(schema)
    return schema


def _accept_chinese_keys(record: dict[str, Any], place: str) -> None:
    """Give every property its Chinese name too; a required one may come under either name."""
    properties = record.get("properties", {})
    chinese = {key: value["title"] for key, value in properties.items() if value.get("title")}
    for key, name in chinese.items():
        properties.setdefault(name, {"$ref": f"{place}/properties/{key}"})
    required = record.pop("required", [])
    if required:
        record["allOf"] = [
            {
                "anyOf": [
                    {"required": [name]} for name in dict.fromkeys((key, chinese.get(key, key)))
                ]
            }
            for key in required
        ]


def _accept_numbers(node: Any) -> None:
    """Let plain numbers stand where a text is wanted: the loader takes them as written."""
    if isinstance(node, dict):
        if node.get("type") == "string" and "enum" not in node:
            node["type"] = ["string", "number"]
        for child in list(node.values()):
            _accept_numbers(child)
    elif isinstance(node, list):
        for child in node:
            _accept_numbers(child)
