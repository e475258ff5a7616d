"""How far a build is, told across processes: a few bytes of memory they share.

A forked process sees the same board if it was made before the fork (``fork_worker`` does); where
processes are started otherwise the numbers stay in the process that writes them.
"""

from __future__ import annotations

import struct
from typing import Any

_SLOTS = ("brochure", "deck", "handout", "notes", "slides")
"""The products."""
_EACH = struct.Struct("II")
_STAGES = ("import", "case", "pictures", "layout", "plan", "write")
_STAGED = _EACH.size * len(_SLOTS)
"""Where the stages begin: a byte for each product, and one for what products share."""
_board: list[Any] = []


def board() -> Any:
    """Return the shared bytes, made at the first call."""
    if not _board:
        import mmap

        _board.append(mmap.mmap(-1, _STAGED + len(_SLOTS) + 1))
    return _board[0]


def tell(product: str, done: int, total: int) -> None:
    """Write down how many cases of a collection are planned for a product, of how many."""
    _EACH.pack_into(board(), _SLOTS.index(product) * _EACH.size, done, total)


def heard() -> tuple[int, int]:
    """Return how far the product is that is furthest behind; (0, 0) if nothing was told."""
    told = [_EACH.unpack_from(board(), k * _EACH.size) for k in range(len(_SLOTS))]
    return min((pair for pair in told if pair[1]), default=(0, 0))


def tell_stage(product: str | None, stage: str = "") -> None:
    """Write down the stage a product is in, such as ``plan`` or ``write screen``; none: it is over.

    ``None`` stands for what all products share.
    """
    place = len(_SLOTS) if product is None else _SLOTS.index(product)
    name = stage.partition(" ")[0]
    board()[_STAGED + place] = _STAGES.index(name) + 1 if name in _STAGES else 0


def heard_stages() -> tuple[tuple[str, str], ...]:
    """Return every product under way with its stage; before there is one, ("", stage) of both."""
    told = board()[_STAGED : _STAGED + len(_SLOTS) + 1]
    found = [(name, _STAGES[k - 1]) for name, k in zip((*_SLOTS, ""), told, strict=True) if k]
    return tuple(pair for pair in found if pair[0]) or tuple(found)
