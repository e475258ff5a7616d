"""A kept layout is the layout; a missing or damaged one is read anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from casepress.diagnostics import CasepressError
from casepress.theme import kept
from casepress.theme.load import list_layouts, load_theme


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CASEPRESS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_kept_equals_what_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for entry in list_layouts():
        assert kept.theme_of(entry.name) == load_theme(entry.name)
    monkeypatch.setattr("casepress.theme.load.load_theme", None)
    for entry in list_layouts():
        assert kept.theme_of(entry.name).name == entry.name
    assert len(list(folder.iterdir())) == len(list_layouts())


def test_single_tokens_are_part_of_the_key(folder: Path) -> None:
    changed = (("brochure.corner", "chamfer"),)
    for _ in range(2):
        assert kept.theme_of("zhujin").brochure.corner == "arc"
        assert kept.theme_of("zhujin", changed).brochure.corner == "chamfer"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"name": 1}'])
def test_a_damaged_file_is_replaced(folder: Path, damage: str) -> None:
    kept.theme_of("zhujin")
    (path,) = folder.iterdir()
    good = path.read_text()
    path.write_text(damage)
    assert kept.theme_of("zhujin") == load_theme("zhujin")
    assert path.read_text() == good


def test_only_the_latest_are_kept(folder: Path) -> None:
    for number in range(kept.MOST + 3):
        kept.theme_of("zhujin", (("page.bleed_mm", str(number + 1)),))
    assert len(list(folder.iterdir())) == kept.MOST


def test_no_place_to_keep_anything_is_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    for place in (str(tmp_path / "file" / "below"), ""):
        monkeypatch.setenv("CASEPRESS_CACHE", place)
        assert kept.theme_of("zhujin") == load_theme("zhujin")


def test_a_layout_of_the_users_own_is_read_every_time(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("extends: zhujin\nname: own\n", encoding="utf-8")
    assert kept.theme_of(str(own)).name == "own"
    with pytest.raises(CasepressError):
        kept.theme_of("nothing")
    assert not folder.exists()
