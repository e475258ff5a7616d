"""The committed reference and schema say what the model says; ``make reference`` renews them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT

from casepress.case.model import Case
from casepress.case.schema import schema_text
from casepress.source.names import names_of, records


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
