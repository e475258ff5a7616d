"""The strands: where they stand, how thick they are, which leaves first."""

from __future__ import annotations

import math

import pytest

from casepress.brochure.drawing.ornament import Bundle, Rank, band


@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize("style", ["arc", "chamfer"])
def test_bundle_stays_between_bleed_and_its_edge(count, style):
    bundle = Bundle(count, 531.5)
    points = _points(bundle.strands(8.5, style))
    assert min(x for x, _ in points) == -8.5 and max(x for x, _ in points) <= 531.51
    assert min(y for _, y in points) == -8.5 and max(y for _, y in points) <= 710.01


def test_four_strands_stand_where_the_specification_says():
    bundle = Bundle(4, 531.5)
    assert (bundle.width, bundle.gap, bundle.left) == (20, 22, 451.5)
    assert [bundle.centre(i) for i in range(4)] == [574, 616, 658, 700]


def test_an_arc_keeps_the_width_of_its_band():
    segments = band(((0, 100), (100, 100), (100, 0)), 20, 50, "arc")
    points = _points(segments)
    assert (0, 90) in points and (110, 0) in points and (90, 0) in points


def test_a_chamfered_band_is_as_thick_on_the_slant():
    segments = band(((0, 100), (100, 100), (100, 0)), 20, 50, "chamfer")
    points = _points(segments)
    a, b = points[1], points[2]
    c, d = points[-3], points[-2]
    normal = ((a[1] - b[1]), (b[0] - a[0]))
    length = math.hypot(*normal)
    apart = abs((c[0] - a[0]) * normal[0] + (c[1] - a[1]) * normal[1]) / length
    assert apart == pytest.approx(20, abs=0.01) and d


def test_the_innermost_strand_leaves_first():
    rank = Rank(4, 63.8, 1.0, 14.0, 225.0, 126.0)
    assert rank.inner_edge == pytest.approx(119.8)
    assert [rank.leaves_at(i) for i in range(4)] == [225, 351, 477, 603]


def _points(segments):
    return [
        pair for _, numbers in segments for pair in zip(numbers[::2], numbers[1::2], strict=True)
    ]
