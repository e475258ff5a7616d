"""Phrase boundaries of Chinese by the model of BudouX.

The model is the package's, unchanged; only the sum over its weights is taken here, because a
build would import the package's HTML reader along with its parser, and look up every feature of
every place, most of which the model does not have.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from operator import add
from pathlib import Path

_FEATURES = (("UW", -3), ("BW", -2), ("TW", -3))
"""Name, and where the first feature of the name begins, counted from the boundary."""
_BEFORE, _AFTER = 2, 3
"""How far before and after its own beginning a feature weighs."""
_Weights = dict[str, tuple[tuple[int, int], ...]]
"""One to three characters → where boundaries lie from their beginning, and what it says of them."""


@lru_cache(maxsize=1)
def _model() -> tuple[float, _Weights]:
    """Read the model: what a boundary starts from, and the weights by characters."""
    spec = find_spec("budoux")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("budoux")
    file = Path(spec.submodule_search_locations[0], "models", "zh-hans.json")
    tables: dict[str, dict[str, int]] = json.loads(file.read_text(encoding="utf-8"))
    weights: _Weights = {}
    for name, first in _FEATURES:
        for number in range(6):
            for gram, weight in tables.get(f"{name}{number + 1}", {}).items():
                weights[gram] = (*weights.get(gram, ()), (-first - number, weight))
    return -0.5 * sum([sum(table.values()) for table in tables.values()]), weights


def chunk_ends(text: str) -> list[int]:
    """Return where the phrases BudouX sees end, as indices, the end of the text among them."""
    if not text:
        return []
    base, weights = _model()
    pairs = list(map(add, text, text[1:]))
    scores = [base] * (_BEFORE + len(text) + _AFTER)
    for grams in (text, pairs, map(add, pairs, text[2:])):
        for start, gram in enumerate(grams, _BEFORE):
            for place, weight in weights.get(gram, ()):
                scores[start + place] += weight
    ends = [place for place in range(1, len(text)) if scores[_BEFORE + place] > 0]
    return [*ends, len(text)]
