"""Read a theme from its layout file and the files it extends."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from casepress.fonts.locate import data_directory
from casepress.theme.model import Theme

# libyaml reads the layouts in a tenth of the time; not every build of PyYAML has it.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _read(name: str) -> dict[str, Any]:
    path = Path(name) if name.endswith((".yaml", ".yml")) else data_directory("layouts") / f"{name}.yaml"
    data: dict[str, Any] = yaml.load(path.read_bytes(), Loader=_LOADER)
    bases = data.pop("extends", [])
    merged: dict[str, Any] = {}
    for base in [bases] if isinstance(bases, str) else bases:
        merged = _merge(merged, _read(base))
    return _merge(merged, data)


def _merge(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    result = dict(below)
    for key, value in above.items():
        old = result.get(key)
        result[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return result


def load_theme(name: str, overrides: Mapping[str, str] | None = None) -> Theme:
    """Load the theme *name* (a bundled layout or a path) with single tokens overridden."""
    data = _read(name)
    for dotted, value in (overrides or {}).items():
        node = data
        *parents, last = dotted.split(".")
        for key in parents:
            node = node.setdefault(key, {})
        node[last] = value
    return Theme.model_validate(data)
