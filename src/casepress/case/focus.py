"""The point of a picture that a crop keeps, in words or in numbers."""

from __future__ import annotations

from typing import Any

_ACROSS = {"左": 0.2, "右": 0.8}
_DOWN = {"上": 0.2, "下": 0.8}


def focal_point(value: Any) -> Any:
    """Read a focal point in words: 左上 gives (0.2, 0.2), 右 (0.8, 0.5); anything else stays."""
    words = value.strip() if isinstance(value, str) else ""
    if not 0 < len(words) <= 2 or not set(words) <= {*_ACROSS, *_DOWN, "中", "间", "央"}:
        return value
    across = next((_ACROSS[char] for char in words if char in _ACROSS), 0.5)
    down = next((_DOWN[char] for char in words if char in _DOWN), 0.5)
    return (across, down)
