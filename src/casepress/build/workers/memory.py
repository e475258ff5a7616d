"""Memory of a process that does one job after another."""

from __future__ import annotations

import gc
import sys

_done = [0]


def between_jobs() -> None:
    """Free what the job before left in cycles; before the first there is nothing to free.

    The trees of a presentation are few objects to the collector and megabytes to the system: left
    to itself it would let hundreds of them pile up. Only what is young is looked through.
    """
    if _done[0]:
        gc.collect(0)
    _done[0] += 1


def peak_bytes() -> int:
    """Return the peak of this process's memory in bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
