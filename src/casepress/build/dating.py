"""SOURCE_DATE_EPOCH, the one date a build takes from outside (reproducible-builds.org)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

_EPOCH = "SOURCE_DATE_EPOCH"


def source_date() -> int | None:
    """Return SOURCE_DATE_EPOCH, which dates the file in place of the case."""
    text = os.environ.get(_EPOCH, "").strip()
    return int(text) if text else None


@contextmanager
def dated(epoch: int | None) -> Iterator[None]:
    """Set SOURCE_DATE_EPOCH to what it was when, or where, a build was asked for."""
    before = os.environ.pop(_EPOCH, None)
    if epoch is not None:
        os.environ[_EPOCH] = str(epoch)
    try:
        yield
    finally:
        os.environ.pop(_EPOCH, None)
        if before is not None:
            os.environ[_EPOCH] = before
