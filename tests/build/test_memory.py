"""A long batch keeps nothing of the cases it has done."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from casepress.build.model import BuildOptions, Product
from casepress.build.run import build
from casepress.build.workers.worker import collect_rarely


def test_what_a_job_leaves_in_cycles_is_freed_before_the_next(
    case_with: Callable[..., Path], tmp_path: Path
):
    """A deck's trees are a few hundred objects and megabytes; the collector itself would wait."""
    case, options = case_with(), BuildOptions((Product.DECK,), output=tmp_path / "out")
    before = gc.get_threshold()
    collect_rarely()
    try:
        counts = []
        for _ in range(8):
            build(case, options)
            counts.append(len(gc.get_objects()))
    finally:
        gc.set_threshold(*before)
    assert counts[-1] - counts[2] < 5 * 200
