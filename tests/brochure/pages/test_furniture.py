"""A case with more practices than a page has room for tabs."""

from __future__ import annotations

import pytest
from tests.brochure.conftest import Planner

from casepress.brochure.pages.furniture import TAB_WIDTH
from casepress.case.model import Case
from casepress.display import BoxItem


@pytest.mark.parametrize(("count", "tabs"), [(9, 9), (60, 1)])
def test_tabs_stay_on_the_page_and_do_not_multiply(plan: Planner, count: int, tabs: int) -> None:
    """Where all tabs have no room only the practice's own stands, further along page by page."""
    practice = {"title": "开好例会", "measures": [{"title": "限时", "text": "每人三分钟。"}]}
    practices = [{**practice, "title": f"开好第{n}种例会"} for n in range(count)]
    book = plan(Case.model_validate({"title": "例会改革", "practices": practices}))
    places = []
    for page in book.pages:
        found = [i for i in page.items if isinstance(i, BoxItem) and i.rect.width == TAB_WIDTH
                 and i.rect.y < 0]  # fmt: skip
        assert all(i.rect.x >= 0 and i.rect.right <= page.width_pt for i in found)
        if any(i.ink == "brand" for i in found):
            assert len(found) == tabs
            places += [i.rect.x for i in found if i.ink == "brand"]
    assert len(set(places)) >= count / 2
