from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from casepress.case.load import load_case

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wuhou_data() -> dict[str, Any]:
    return load_case(ROOT / "content" / "wuhou.yaml").case.model_dump(by_alias=True)
