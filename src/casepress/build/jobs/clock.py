"""How long the stages of a job take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from casepress.build.model import Product, Stage
from casepress.build.workers.heard import tell_stage


class Clock:
    """Collects how long the stages of a job take."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []

    @contextmanager
    def stage(self, name: str, product: Product | None = None) -> Iterator[None]:
        """Time what is done in the block, and tell whoever watches."""
        start = time.perf_counter()
        of = product.value if product else None
        tell_stage(of, name)
        try:
            yield
        finally:
            tell_stage(of)
            self.stages.append(Stage(product, name, time.perf_counter() - start))
