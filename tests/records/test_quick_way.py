"""The quick way gives what pydantic gives, or leaves the data to pydantic."""

from __future__ import annotations

import subprocess
import sys
from typing import Any, get_args, get_origin

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casepress.case.model import Case, Metric
from casepress.records import BaseModel, ConfigDict, Field
from casepress.records.checks import Unsure, reader_of
from casepress.records.model import of_values
from casepress.records.twin import record_of, twin_of
from casepress.source.names import records
from casepress.theme.deck import DeckTokens, LayoutToken, PlaceholderToken
from casepress.theme.model import Theme

_SCALARS = st.one_of(
    st.sampled_from(["1", "-2", "007", "1.5", "1.", "+3", "1_0", "true", "on", "是", "", " 甲 ",
                     "\x1f", "\u3000题\u2009", "arc", "body", "count", "1e3", "nan", "BE3526"]),
    st.text(max_size=3), st.integers(-9, 9), st.floats(), st.booleans(), st.none(),
)  # fmt: skip


def _data(annotation: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Data that is mostly right for a type, and sometimes not."""
    args = get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        right: st.SearchStrategy[Any] = _record(annotation, depth + 1)
    elif get_origin(annotation) is tuple:
        right = st.lists(_data(args[0], depth), max_size=4 if depth < 2 else 1)
    elif get_origin(annotation) is dict:
        right = st.dictionaries(st.text(max_size=2), _data(args[1], depth), max_size=2)
    elif len(args) == 2 and args[1] is type(None):
        right = _data(args[0], depth)
    elif args:
        right = st.sampled_from([str(one) for one in args])
    else:
        plain = {str: st.text(max_size=4), bool: st.sampled_from(["true", "false"])}
        right = plain.get(annotation, st.sampled_from(["1", "2.5", "-3"]))
    return right if depth > 2 else st.one_of(right, right, right, right, _SCALARS)


def _record(model: type[BaseModel], depth: int) -> st.SearchStrategy[Any]:
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    required = {k: _data(f.annotation, depth) for k, f in fields.items() if f.is_required()}
    chosen = sorted(fields)[:: depth + 1]
    optional = {k: _data(fields[k].annotation, depth) for k in chosen if k not in required}
    return st.fixed_dictionaries(required, optional=optional | {"unknown": st.just("1")})


ALL = [*records(Case)[1:], *records(Theme)[1:]]


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_the_quick_way_agrees_with_pydantic(model: type[BaseModel]) -> None:
    @settings(max_examples=25, deadline=None, database=None)
    @given(_record(model, 1))
    def agrees(data: dict[str, Any]) -> None:
        try:
            quick = of_values(model, reader_of(model)(data))
        except Unsure:
            return
        by_pydantic = record_of(twin_of(model).model_validate(data), model)
        assert repr(quick) == repr(by_pydantic)

    agrees()


def test_what_is_plainly_right_takes_the_quick_way(wuhou_data: dict[str, Any]) -> None:
    assert of_values(Case, reader_of(Case)(wuhou_data)) == Case.model_validate(wuhou_data)


def test_what_is_unusual_is_left_to_pydantic() -> None:
    class Page(BaseModel):
        model_config = ConfigDict(frozen=True, extra="forbid")
        rows: int = Field(1, gt=0)
        scale: float = 1.0

    with pytest.raises(Unsure):
        reader_of(Page)({"scale": "1e3"})
    assert Page.model_validate({"scale": "1e3", "rows": "+3"}) == Page(scale=1000.0, rows=3)
    with pytest.raises(pydantic.ValidationError):
        Page(rows=0)
    with pytest.raises(pydantic.ValidationError):
        Page(lines=1)  # type: ignore[call-arg]


def test_mappings_rows_and_repeated_boxes_are_expanded_alike() -> None:
    data = {
        "key": "a", "name": "甲",
        "placeholders": {"m": {"idx": "5", "name": "格", "box": ["1", ["1", "3"], "2", "1"],
                               "levels": {"1": {"size": "20"}, "2": {"size": "16"}}}},
    }  # fmt: skip
    quick = of_values(LayoutToken, reader_of(LayoutToken)(data))
    assert quick == record_of(twin_of(LayoutToken).model_validate(data), LayoutToken)
    assert [one.idx for one in quick.placeholders] == [5, 6]
    assert isinstance(quick.placeholders[0], PlaceholderToken)


def test_validators_hold_on_the_quick_way() -> None:
    with pytest.raises(Unsure):
        reader_of(DeckTokens)({"colours": {"dk9": "000000"}})


def test_records_are_frozen_equal_by_fields_and_hashable() -> None:
    one = Metric.model_validate({"label": "a", "from": {"value": "1"}, "to": {"value": "2"}})
    same = Metric.model_validate(one.model_dump(by_alias=True))
    assert one == same and hash(one) == hash(same) and one != one.model_copy(update={"unit": "个"})
    with pytest.raises(AttributeError):
        one.label = "b"  # type: ignore[misc]


def test_a_good_case_never_loads_pydantic() -> None:
    code = (
        "import sys, pathlib; from casepress.case.load import load_case;"
        "from casepress.theme.load import load_theme;"
        "load_case(pathlib.Path('content/wuhou.yaml')); load_theme('zhujin');"
        "sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
