"""The words of the cover."""

from __future__ import annotations

from casepress.brochure.pages.cover import spoken_date


def test_the_date_is_written_as_far_as_it_is_known():
    assert spoken_date("2017-07-11") == "2017年7月" and spoken_date("2017年") == "2017年"
