"""What the progress line says of a build that takes long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casepress.build.jobs.clock import Clock
from casepress.build.model import Product
from casepress.build.workers.heard import heard_stages, tell
from casepress.cli.progress import under_way
from casepress.cli.session import Session

ZH, EN = Session(environment={}), Session(["--lang", "en"], environment={})


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Forget what builds of other tests told in this process, and what this one tells."""
    for product in Product:
        tell(product, 0, 0)
    yield
    tell("brochure", 0, 0)


def test_the_stages_of_both_products_are_named_while_they_last():
    clock = Clock()
    with clock.stage("case"):
        assert under_way(ZH, many=False) == "读案例"
    with clock.stage("plan", Product.BROCHURE), clock.stage("write", Product.DECK):
        assert under_way(ZH, many=False) == "画册 编排 · 课件 写文件"
        assert under_way(EN, many=False) == "brochure plan · deck write"
        assert under_way(ZH, many=True) == ""
    with clock.stage("write archive", Product.BROCHURE):
        assert under_way(EN, many=False) == "brochure write"
    assert heard_stages() == ()


def test_a_stage_that_fails_is_over():
    with pytest.raises(ZeroDivisionError), Clock().stage("plan", Product.DECK):
        _ = 1 / 0
    assert heard_stages() == ()


def test_the_cases_of_a_collection_are_counted_until_all_are_planned():
    tell("brochure", 7, 200)
    with Clock().stage("plan", Product.BROCHURE):
        assert under_way(ZH, many=False) == "画册 编排 7/200"
    tell("brochure", 200, 200)
    assert under_way(ZH, many=False) == ""
