"""The same case gives the same bytes of every file: in another folder, zone, process and year."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from pathlib import Path
from casepress.build.model import BuildOptions, Target
from casepress.build.run import build_all
cases = tuple(Path(name) for name in sys.argv[2:])
report = build_all(cases, BuildOptions(targets=tuple(Target), output=Path(sys.argv[1])))
sys.exit(int(report.exit_code))
"""
SHIFTED_CLOCK = """
import datetime, time
_now, _class = time.time, datetime.datetime
time.time = lambda: _now() + 400 * 86400.0
time.localtime = lambda seconds=None, _old=time.localtime: _old(
    time.time() if seconds is None else seconds
)
time.gmtime = lambda seconds=None, _old=time.gmtime: _old(
    time.time() if seconds is None else seconds
)
class Later(_class):
    @classmethod
    def now(cls, tz=None):
        return _class.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return _class.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)
    today = now
datetime.datetime = Later
"""


def digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


def build(
    root: Path, home: Path, script: str, *, changed: int = 1_000_000_000, **environment: str
) -> dict[str, str]:
    """Copy the sample with its pictures to *home* and build everything in a fresh process."""
    shutil.copytree(root / "content", home / "content")
    for path in (home / "content").rglob("*"):
        os.utime(path, (changed, changed))
    paths = [str(root / "src"), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    inherited = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    ran = subprocess.run(
        [sys.executable, "-c", script, "out", "content/sample.yaml"],
        cwd=home,
        capture_output=True,
        text=True,
        env=inherited | {"PYTHONPATH": os.pathsep.join(filter(None, paths))} | environment,
    )
    assert ran.returncode == 0, ran.stderr
    return digests(home / "out")


@pytest.fixture(scope="module")
def first(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("first")
    return build(root, home, SCRIPT, TZ="UTC", PYTHONHASHSEED="1", LANG="C.UTF-8")


def test_every_target_is_there(first: dict[str, str]):
    assert len(first) == 7
    assert {name.split("-", 1)[1] for name in first} == {
        "archive.pdf", "brochure.pdf", "print.pdf", "deck.pptx",
        "印刷说明.json", "印刷说明.txt", "归档清单.json",
    }  # fmt: skip


def test_another_folder_zone_hash_seed_locale_and_file_date(
    first: dict[str, str], root: Path, tmp_path: Path
):
    home = tmp_path / "另一个 目录" / "deeper"
    home.mkdir(parents=True)
    second = build(
        root,
        home,
        SCRIPT,
        TZ="Asia/Shanghai",
        PYTHONHASHSEED="4242",
        LANG="C",
        changed=1_600_000_000,
    )
    assert second == first


def test_another_year(first: dict[str, str], root: Path, tmp_path: Path):
    assert build(root, tmp_path, SHIFTED_CLOCK + SCRIPT, PYTHONHASHSEED="7") == first
