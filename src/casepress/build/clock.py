"""How long the stages of a job take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from casepress.build.model import Product, Stage


class Clock:
    """Collects how long the stages of a job take."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []

    @contextmanager
    def stage(self, name: str, product: Product | None = None) -> Iterator[None]:
        """Time what is done in the block."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.stages.append(Stage(product, name, time.perf_counter() - start))
