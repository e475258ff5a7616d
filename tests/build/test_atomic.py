"""Whole files or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from casepress.build.atomic import replacing
from casepress.diagnostics import CasepressError, ExitCode


def test_a_finished_file_takes_its_place_and_leaves_nothing_beside_it(tmp_path: Path):
    path = tmp_path / "new folder" / "册.pdf"
    with replacing(path) as temporary:
        assert temporary.parent == path.parent
        temporary.write_bytes(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert [entry.name for entry in path.parent.iterdir()] == ["册.pdf"]


def test_a_failure_leaves_the_last_good_file(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"good")
    with pytest.raises(RuntimeError), replacing(path) as temporary:
        temporary.write_bytes(b"half")
        raise RuntimeError
    assert path.read_bytes() == b"good"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


def test_an_output_that_cannot_be_written_is_the_users_to_mend(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with (
        pytest.raises(CasepressError) as caught,
        replacing(tmp_path / "file" / "a.pdf") as temporary,
    ):
        temporary.write_bytes(b"")
    assert caught.value.exit_code is ExitCode.NOT_WRITABLE
    assert caught.value.diagnostics[0].params["path"] == str(tmp_path / "file" / "a.pdf")


def test_an_unreadable_input_is_not_taken_for_an_unwritable_output(tmp_path: Path):
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "a.pdf"):
        (tmp_path / "no picture.png").read_bytes()
