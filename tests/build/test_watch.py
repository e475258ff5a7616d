"""Saves are noticed however an editor makes them, and only what they touch is built again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.build.conftest import CASE, picture

from casepress.build.model import BuildOptions, BuildReport, Product
from casepress.build.warm import WarmBuilder
from casepress.build.watch import Watcher
from casepress.diagnostics import ExitCode

pytest.importorskip("watchfiles")


def save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def save_by_renaming(path: Path, text: str) -> None:
    beside = path.with_name(f"{path.name}~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def save_with_backup(path: Path, text: str) -> None:
    path.replace(path.with_name(f"{path.name}.bak"))
    path.write_text(text, encoding="utf-8")


def next_of(saves: Iterator[frozenset[Path]]) -> frozenset[Path]:
    return next(saves)


# -- the watcher ------------------------------------------------------------------------------


@pytest.mark.parametrize("way", [save, save_by_renaming, save_with_backup])
def test_every_way_of_saving_is_one_change_of_the_file(
    tmp_path: Path, way: Callable[[Path, str], None]
):
    watched = tmp_path / "a.yaml"
    save(watched, "one")
    saves = iter(Watcher(lambda: [watched]))
    way(watched, "two, longer")
    assert next_of(saves) == {watched}


def test_other_files_of_the_folder_do_not_count(tmp_path: Path):
    watched, other, end = (tmp_path / name for name in ("a.yaml", "out.pdf", "end.yaml"))
    save(watched, "one")
    saves = iter(Watcher(lambda: [watched, end]))
    save(other, "x")
    save(end, "x")
    assert next_of(saves) == {end}


def test_a_file_that_is_missing_is_noticed_when_it_comes_even_with_its_folder(tmp_path: Path):
    missing = tmp_path / "pictures" / "new" / "a.png"
    saves = iter(Watcher(lambda: [missing]))
    threading.Timer(0.05, lambda: picture(missing, (30, 20))).start()
    assert next_of(saves) == {missing}
    missing.unlink()
    assert next_of(saves) == {missing}


def test_files_that_come_to_be_watched_later_are(tmp_path: Path):
    first, second = tmp_path / "a.yaml", tmp_path / "deep" / "b.yaml"
    save(first, "1")
    second.parent.mkdir()
    save(second, "1")
    files = [first]
    saves = iter(Watcher(lambda: files))
    save(first, "22")
    assert next_of(saves) == {first}
    files.append(second)
    threading.Timer(0.1, lambda: save(second, "22")).start()
    assert next_of(saves) == {second}


def test_a_change_made_during_the_work_on_another_is_not_lost(tmp_path: Path):
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    save(first, "1")
    save(second, "1")
    saves = iter(Watcher(lambda: [first, second]))
    save(first, "22")
    assert next_of(saves) == {first}
    save(second, "22")
    assert next_of(saves) == {second}


def test_an_event_ends_the_watch(tmp_path: Path):
    stop = threading.Event()
    stop.set()
    assert list(Watcher(lambda: [tmp_path / "a.yaml"], stop)) == []


# -- the builder ------------------------------------------------------------------------------


@pytest.fixture
def two(case_with: Callable[..., Path], tmp_path: Path) -> tuple[Path, Path]:
    picture(tmp_path / "one" / "a.png", (300, 200))
    return case_with("a.png", folder=tmp_path / "one"), case_with(folder=tmp_path / "two" / "x")


def outcome(reports: Iterator[BuildReport]) -> list[tuple[str, bool, bool]]:
    """Return folder of the case, whether it went well, whether it was left as it was."""
    return [
        (report.cases[0].parent.name, report.exit_code is ExitCode.OK, bool(report.skipped))
        for report in reports
    ]


def test_only_what_a_change_touches_is_built(two: tuple[Path, Path], tmp_path: Path):
    one, other = two[0], two[1].with_name("b.yaml")
    two[1].rename(other)
    layout = tmp_path / "own.yaml"
    save(layout, "name: own\ntitle: 自己的\nextends: base.yaml\n")
    save(tmp_path / "base.yaml", "extends: zhujin\n")
    options = BuildOptions((Product.DECK,), layout=str(layout), output=tmp_path / "out")
    builder = WarmBuilder((one, other), options)
    assert outcome(builder.build()) == [("one", True, False), ("x", True, False)]
    pictured = one.parent / "a.png"
    assert builder.files() == {one, other, pictured, layout, tmp_path / "base.yaml"}
    assert builder.affected([other]) == (other,)

    picture(pictured, (320, 200))
    assert outcome(builder.build([pictured])) == [("one", True, False)]
    assert outcome(builder.build([pictured])) == [("one", True, True)]
    before = (tmp_path / "out" / "b-deck.pptx").read_bytes()
    save(tmp_path / "base.yaml", "extends: moqing\n")
    assert len(outcome(builder.build([tmp_path / "base.yaml"]))) == 2
    assert (tmp_path / "out" / "b-deck.pptx").read_bytes() != before


def test_a_broken_case_keeps_its_last_good_files_and_is_watched_on(
    two: tuple[Path, Path], tmp_path: Path
):
    case = two[0]
    builder = WarmBuilder((case,), BuildOptions((Product.DECK,), output=tmp_path / "out"))
    assert outcome(builder.build()) == [("one", True, False)]
    good = (tmp_path / "out" / "短会-deck.pptx").read_bytes()
    files = builder.files()
    text = case.read_text(encoding="utf-8")
    save(case, "title: [\n")
    assert outcome(builder.build([case])) == [("one", False, False)]
    assert builder.files() == files
    (case.parent / "a.png").unlink()
    save(case, text)
    assert outcome(builder.build([case])) == [("one", False, False)]
    assert builder.files() == files
    assert (tmp_path / "out" / "短会-deck.pptx").read_bytes() == good
    picture(case.parent / "a.png", (300, 200))
    assert outcome(builder.build([case.parent / "a.png"])) == [("one", True, True)]


# -- the command ------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_watch_builds_on_save_survives_a_broken_case_and_ends_with_ctrl_c(tmp_path: Path):
    case = tmp_path / "a.yaml"
    save(case, CASE)
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "casepress", "build", case, "--watch", "-o", out, "--only", "deck"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None and process.stderr is not None
    try:
        assert "a-deck.pptx" in process.stdout.readline()
        assert "Ctrl-C" in process.stderr.readline()
        good = (out / "a-deck.pptx").read_bytes()
        save_by_renaming(case, CASE.replace("限时十五分钟", "限时十分钟"))
        assert "课件" in process.stdout.readline()
        better = (out / "a-deck.pptx").read_bytes()
        assert better != good
        save(case, "titel: x\n")
        assert "没做好" in process.stdout.readline()
        assert (out / "a-deck.pptx").read_bytes() == better
        save(case, CASE)
        assert "课件" in process.stdout.readline()
        assert (out / "a-deck.pptx").read_bytes() == good
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Traceback" not in errors and "CP0" in errors
    assert not list(out.glob(".*.part"))


def test_without_watchfiles_the_extra_is_named(casepress, tmp_path: Path, monkeypatch):
    save(tmp_path / "a.yaml", CASE)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = casepress("build", tmp_path / "a.yaml", "--watch", "-j", "1")
    assert ran.code == ExitCode.MISSING_RESOURCE
    assert "pip install 'casepress[watch]'" in ran.err


def test_watch_and_json_exclude_each_other(casepress, tmp_path: Path):
    ran = casepress("build", tmp_path / "a.yaml", "--watch", "--json", "-j", "1")
    assert ran.code == ExitCode.USAGE and "--watch 不能和 --json 一起用" in ran.err


def test_members_of_a_collection_that_was_never_good_are_watched(tmp_path: Path):
    book, member = tmp_path / "book.yaml", tmp_path / "a.yaml"
    book.write_text("title: 书\ncases: [a.yaml]\n", encoding="utf-8")
    member.write_text("title: [", encoding="utf-8")
    builder = WarmBuilder((book,), BuildOptions(output=tmp_path / "out"))
    (report,) = builder.build()
    assert report.exit_code is not ExitCode.OK
    assert builder.affected({member}) == (book,)
