from __future__ import annotations

from casepress.case.model import Case
from casepress.case.schema import case_schema
from casepress.source.names import names_of, records


def test_every_key_has_a_chinese_name_and_a_description() -> None:
    for record in records(Case):
        for key, info in names_of(record).fields.items():
            assert info.title and info.description, f"{record.__name__}.{key}"


def test_chinese_names_are_unique_within_a_record() -> None:
    for record in records(Case):
        titles = [info.title for info in names_of(record).fields.values()]
        assert len(titles) == len(set(titles)), record.__name__


def test_both_languages_are_in_the_schema() -> None:
    schema = case_schema()
    assert {"title", "标题", "practices", "主要做法"} <= set(schema["properties"])
    assert "required" not in schema
    assert {"anyOf": [{"required": ["title"]}, {"required": ["标题"]}]} in schema["allOf"]
    metric = schema["$defs"]["Metric"]["properties"]
    assert {"from", "起点", "to", "现状"} <= set(metric)


def test_the_schema_says_nothing_to_programmers() -> None:
    for record in case_schema()["$defs"].values():
        assert "description" not in record
