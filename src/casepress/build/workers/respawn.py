"""A worker in place of one that died, started afresh.

By then the process has threads, so it must not fork any more; a new interpreter takes longer, and a
worker seldom dies.
"""

from __future__ import annotations

import os
import subprocess
import sys

from casepress.build.workers.worker import Worker

_PROGRAM = (
    "import sys; sys.path[:] = {path!r}; "
    "from casepress.build.workers.worker import serve; serve{ends}"
)


def spawn_worker() -> Worker:
    """Start a worker in a new interpreter that finds the same modules."""
    down_reader, down_writer = os.pipe()
    up_reader, up_writer = os.pipe()
    program = _PROGRAM.format(path=sys.path, ends=(down_reader, up_writer))
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        pass_fds=(down_reader, up_writer),
        stdin=subprocess.DEVNULL,
    )
    os.close(down_reader)
    os.close(up_writer)
    process.returncode = 0  # Worker.close waits for it, Popen need not
    return Worker(process.pid, up_reader, down_writer)
