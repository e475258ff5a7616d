"""How far a collection is, told across processes: a few bytes of memory they share.

A forked process sees the same board if it was made before the fork (``fork_worker`` does); where
processes are started otherwise the numbers stay in the process that writes them.
"""

from __future__ import annotations

import struct
from typing import Any

_SLOTS = ("brochure", "deck", "handout", "notes", "slides")
"""The products."""
_EACH = struct.Struct("II")
_board: list[Any] = []


def board() -> Any:
    """Return the shared bytes, made at the first call."""
    if not _board:
        import mmap

        _board.append(mmap.mmap(-1, _EACH.size * len(_SLOTS)))
    return _board[0]


def tell(product: str, done: int, total: int) -> None:
    """Write down how many cases of a collection are planned for a product, of how many."""
    _EACH.pack_into(board(), _SLOTS.index(product) * _EACH.size, done, total)


def heard() -> tuple[int, int]:
    """Return how far the product is that is furthest behind; (0, 0) if nothing was told."""
    told = [_EACH.unpack_from(board(), k * _EACH.size) for k in range(len(_SLOTS))]
    return min((pair for pair in told if pair[1]), default=(0, 0))
