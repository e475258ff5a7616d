"""Lengths are rounded as Python rounds them."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from casepress.units import thousandths


@given(
    st.lists(st.floats(-5000, 5000) | st.integers(-10_000_000, 10_000_000).map(lambda k: k / 2000))
)
@example([2.6755, 2.675, 0.0005, -0.0005, 3.0625, 5.8275])
def test_thousandths_are_those_of_round(values: list[float]) -> None:
    assert thousandths(values) == tuple(round(value, 3) for value in values)
