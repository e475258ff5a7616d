"""A brochure without pictures is made without Pillow; one with pictures still opens them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import sys
from casepress.cli.main import main
code = main(["build", sys.argv[1], "-o", sys.argv[2], "--only", "brochure", "-q", "-j", "1"])
assert code == 0, code
print("PIL._imaging" in sys.modules)
"""


@pytest.mark.parametrize(("case", "opened"), [("wuhou", "False"), ("sample", "True")])
def test_pillow_is_read_when_a_picture_is(case: str, opened: str, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOADED, f"content/{case}.yaml", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split()[-1] == opened
