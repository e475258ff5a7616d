"""The committed reference and schema say what the model says; ``make reference`` renews them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT

from casepress.case.model import Case
from casepress.case.schema import schema_text
from casepress.source.names import names_of, records
from casepress.theme.model import Theme


@pytest.fixture
def reference(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import make_reference

    try:
        return make_reference.reference()
    finally:
        sys.modules.pop("make_reference")


def test_the_reference_of_keys_is_up_to_date(reference: str) -> None:
    assert Path(ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == reference


def test_the_committed_schema_is_up_to_date() -> None:
    assert Path(ROOT / "docs" / "case.schema.json").read_text(encoding="utf-8") == schema_text()


def test_every_key_is_in_the_reference(reference: str) -> None:
    for record in records(Case):
        for key, info in names_of(record).fields.items():
            assert f"| `{key}` | {info.title} |" in reference


def test_the_reference_of_layout_tokens_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import layout_reference

    try:
        made = layout_reference.reference()
    finally:
        sys.modules.pop("layout_reference")
    assert (ROOT / "docs" / "layout-tokens.md").read_text(encoding="utf-8") == made
    for record in records(Theme):
        for key, info in names_of(record).fields.items():
            assert info.description, (record.__name__, key)
            assert f"| `{key}` |" in made
