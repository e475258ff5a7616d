"""Read a case from its YAML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from casepress.case.model import Case
from casepress.diagnostics import Span


@dataclass(frozen=True, slots=True)
class LoadedCase:
    """A case with the place of every value and the bytes it came from."""

    case: Case
    path: Path
    source: bytes
    spans: Mapping[str, Span] = field(default_factory=dict)


def load_case(path: Path) -> LoadedCase:
    """Load the case at *path*; scalars are text first and typed by the model."""
    source = path.read_bytes()
    return LoadedCase(Case.model_validate(yaml.load(source, Loader=yaml.BaseLoader)), path, source)
