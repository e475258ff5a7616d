"""A printer's own profile is taken only if it can be the output intent of PDF/X-4."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casepress.diagnostics import CasepressError, ExitCode
from casepress.pdf.icc import press_profile
from casepress.pdf.targets import SRGB, TR006

GOOD = TR006.path.read_bytes()


def changed(at: int, data: bytes) -> bytes:
    return GOOD[:at] + data + GOOD[at + len(data) :]


def without_table(name: bytes) -> bytes:
    at = GOOD.index(name, 128)
    return changed(at, b"xxxx")


def test_a_press_profile_is_known_by_its_own_name():
    profile = press_profile(TR006.path)
    assert profile.path == TR006.path
    assert profile.identifier
    assert profile.registry == ""


@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"", "CP0922"),
        (b"no profile" * 40, "CP0922"),
        (GOOD[:-100], "CP0922"),
        (changed(8, b"\x09"), "CP0922"),
        (without_table(b"B2A0"), "CP0922"),
        (changed(12, b"mntr"), "CP0923"),
        (changed(12, b"link"), "CP0923"),
        (changed(16, b"GRAY"), "CP0923"),
        (SRGB.path.read_bytes(), "CP0923"),
    ],
)
def test_anything_else_is_refused_with_its_reason(data: bytes, id: str, tmp_path: Path):
    path = tmp_path / "a.icc"
    path.write_bytes(data)
    with pytest.raises(CasepressError, match=id) as caught:
        press_profile(path)
    assert caught.value.exit_code is ExitCode.MISSING_RESOURCE
    assert caught.value.diagnostics[0].params["path"] == "a.icc"


@pytest.mark.parametrize("make", [lambda path: None, Path.mkdir], ids=["missing", "folder"])
def test_an_unreadable_file_is_said_to_be_unreadable(make: Callable[[Path], None], tmp_path: Path):
    make(tmp_path / "a.icc")
    with pytest.raises(CasepressError, match="CP0921"):
        press_profile(tmp_path / "a.icc")
