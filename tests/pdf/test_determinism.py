"""The same input gives the same bytes, whenever and wherever."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.pdf.helpers import one_line, opened, set_line, stress, written

from casepress.display import Metadata
from casepress.pdf.metadata import document_date
from casepress.pdf.targets import TARGETS

ROOT = Path(__file__).parents[2]
SCRIPT = """
import hashlib, sys
from pathlib import Path
from casepress.pdf.targets import TARGETS
from tests.pdf.helpers import stress, written
display = stress(Path(sys.argv[1]), 3)
for target in TARGETS.values():
    print(target.name, hashlib.sha256(written(display, target)).hexdigest())
"""


def run(folder: Path, **environment: str) -> str:
    folder.mkdir()
    inherited = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    python_path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        capture_output=True,
        check=True,
        text=True,
        cwd=folder,
        env=inherited | {"PYTHONPATH": python_path} | environment,
    ).stdout


def test_same_bytes_in_other_processes_zones_and_folders(tmp_path: Path) -> None:
    first = run(tmp_path / "a", PYTHONHASHSEED="1", TZ="UTC")
    second = run(tmp_path / "b", PYTHONHASHSEED="4242", TZ="Asia/Tokyo")
    assert first == second
    assert len(first.splitlines()) == len(TARGETS)


def test_same_bytes_twice_in_one_process(tmp_path: Path) -> None:
    display = stress(tmp_path, 2)
    assert written(display) == written(display)


def test_source_date_epoch_is_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    display = one_line(set_line("正文"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = written(display)
    assert str(opened(dated).docinfo.CreationDate) == "D:20231114221320Z"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    own = written(display)
    assert str(opened(own).docinfo.CreationDate) == "D:20180711000000Z"
    assert dated != own


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018-07-11", datetime(2018, 7, 11, tzinfo=UTC)),
        ("2018-07", datetime(2018, 7, 1, tzinfo=UTC)),
        ("2018", datetime(2018, 1, 1, tzinfo=UTC)),
        ("", None),
    ],
)
def test_the_documents_date_needs_no_clock(
    date: str, expected: datetime | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert document_date(Metadata("题", date=date)) == expected


def test_a_document_keeps_its_id_and_an_edition_changes_its_own() -> None:
    ids = []
    for text in ("初稿", "定稿"):
        with opened(written(one_line(set_line(text)))).open_metadata() as xmp:
            ids.append((xmp["xmpMM:DocumentID"], xmp["xmpMM:InstanceID"]))
    assert ids[0][0] == ids[1][0]
    assert ids[0][1] != ids[1][1]
