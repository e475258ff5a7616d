"""Which kind of file a YAML is, told by its content before anything heavy is imported."""

from __future__ import annotations

import re
from pathlib import Path

_MEMBERS = re.compile(r"\n(?:cases|parts|案例|分编)[ \t]*:(?:\s|$)".encode())
"""A key of the first level that only collections have, with the line break before it."""
_PRACTICES = re.compile(r"\n(?:practices|主要做法)[ \t]*:".encode())
_HEAD = 4_000_000


def is_collection(path: Path) -> bool:
    """Tell whether a file is meant as a collection; unreadable ones are none."""
    try:
        with path.open("rb") as file:
            data = b"\n" + file.read(_HEAD)
    except (OSError, ValueError):
        return False
    return bool(_MEMBERS.search(data)) and not _PRACTICES.search(data)
