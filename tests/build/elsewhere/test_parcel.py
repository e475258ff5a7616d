"""A job from its parcel alone: the same bytes and the same words as where the files are."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from tests.build.conftest import picture

from casepress.build.elsewhere import parcel as parcels
from casepress.build.elsewhere.cluster import REMOTE
from casepress.build.elsewhere.parcel import pack, run_packed
from casepress.build.model import BuildOptions, Job, JobResult, Product, Target
from casepress.build.run import Plan, build, build_all
from casepress.diagnostics import CasepressError, ExitCode


def elsewhere(job: Job, sender: Path, away: Path) -> JobResult:
    """Send a job while its files are there, do it when they are not, bring the files home."""
    function, args = REMOTE.send(job)
    function, args = pickle.loads(pickle.dumps((function, args)))
    sender.rename(away)
    try:
        answer = function(*args)
    finally:
        away.rename(sender)
    return REMOTE.receive(job, answer)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def plain(result: JobResult) -> tuple[object, ...]:
    outputs = tuple(replace(one, seconds=0.0) for one in result.outputs)
    return outputs, result.diagnostics, result.exit_code, result.inputs, result.case


@pytest.mark.parametrize("spelled", ["relative", "absolute", "from a folder beside"])
def test_a_worker_without_the_files_makes_the_same_files(
    case_with: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelled: str
):
    sender = tmp_path / "sender"
    picture(sender / "case" / "bilder" / "a.png", (1400, 1000))
    case = case_with("bilder/a.png", folder=sender / "case")
    layout = sender / "layouts" / "own.yaml"
    layout.parent.mkdir()
    (layout.parent / "base.yaml").write_text("extends: zhujin\npage:\n  bleed_mm: 4\n")
    layout.write_text("name: own\ntitle: 自己的\nextends: base.yaml\n", encoding="utf-8")
    shutil.copy(Path("fonts/NotoEmoji-Regular.ttf").absolute(), layout.parent / "e.ttf")
    layout.write_text(layout.read_text(encoding="utf-8") + "fonts:\n  图标: e.ttf\n", "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    options = BuildOptions(targets=tuple(Target), layout=str(layout), output=tmp_path / "home")
    if spelled != "absolute":
        start = sender if spelled == "relative" else sender / "layouts"
        monkeypatch.chdir(start)
        up = Path() if spelled == "relative" else Path("..")
        case = up / "case" / case.name
        options = replace(options, layout=str(up / "layouts" / "own.yaml"))
    if spelled == "absolute":
        options = replace(options, targets=(Target.SCREEN, Target.PRINT))
    (here,) = build(case, options).results
    assert here.exit_code is ExitCode.OK, here
    local = bytes_of(options.output)
    shutil.rmtree(options.output)
    monkeypatch.chdir(tmp_path) if spelled == "absolute" else None
    there = elsewhere(Job(case, options), sender, tmp_path / "away")
    assert bytes_of(options.output) == local and len(local) >= 5
    assert plain(there) == plain(here)


@pytest.mark.parametrize(
    ("figure", "id"),
    [
        ("none.png", "CP0601"),
        ("../outside.png", "CP0611"),
        ("/outside.png", "CP0611"),
        ("link.png", "CP0611"),
        ("broken.png", "CP0603"),
    ],
)
def test_problems_are_told_in_the_same_words(
    case_with: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    figure: str,
    id: str,
):
    sender = tmp_path / "sender"
    case = case_with(figure, folder=sender / "case")
    (sender / "case" / "broken.png").write_bytes(b"no picture")
    picture(sender / "outside.png", (300, 200))
    (sender / "case" / "link.png").symlink_to(sender / "outside.png")
    monkeypatch.chdir(sender)
    options = BuildOptions((Product.DECK,), output=tmp_path / "home")
    job = Job(Path("case") / case.name, options)
    (here,) = build(job.case, options).results
    there = elsewhere(job, sender, tmp_path / "away")
    assert {d.id for d in here.diagnostics} == {id}
    assert plain(replace(there, inputs=())) == plain(replace(here, inputs=()))
    assert not options.output.exists()


def test_a_case_or_layout_that_is_wrong_is_told_at_its_place(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text("title: x\nsubtitel: y\n", encoding="utf-8")
    Path("own.yaml").write_text("name: own\nextends: zhujin\ncolour: red\n", encoding="utf-8")
    for options in (BuildOptions(output=Path("out")), BuildOptions(layout="own.yaml")):
        job = Job(Path("bad.yaml"), options)
        (here,) = build(job.case, options).results
        there = REMOTE.receive(job, run_packed(*REMOTE.send(job)[1]))
        assert plain(there) == plain(here) and here.diagnostics


def test_an_absolute_path_in_a_case_cannot_travel(case_with: Callable[..., Path], tmp_path: Path):
    picture(tmp_path / "outside.png", (300, 200))
    case = case_with(str(tmp_path / "outside.png"))
    options = BuildOptions(output=tmp_path / "out", allow_outside=True)
    with pytest.raises(CasepressError) as raised:
        pack(Job(case, options))
    assert [d.id for d in raised.value.diagnostics] == ["CP0944"]


def test_another_version_is_an_error_that_names_both(
    case_with: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    job = Job(case_with(), BuildOptions(output=tmp_path / "out"))
    version, _ = REMOTE.send(job)[1]
    monkeypatch.setattr(parcels, "__version__", "99.0")
    answer = run_packed(version, b"not even looked at")
    with pytest.raises(CasepressError) as raised:
        REMOTE.receive(job, answer)
    (told,) = raised.value.diagnostics
    assert told.id == "CP0943" and told.params == {"there": "99.0", "here": version}
    assert not (tmp_path / "out").exists()


def test_a_parcel_cannot_write_outside_its_folder(case_with: Callable[..., Path]):
    from casepress.build.elsewhere.parcel import run_parcel

    packed = pack(Job(case_with(), BuildOptions()))
    with pytest.raises(ValueError, match="leads out"):
        run_parcel(replace(packed, files=(("../../evil", b"x"),)))


class _Here:
    """An executor that does everything at once."""

    def submit(self, function, *args):
        future: Future = Future()
        try:
            future.set_result(function(*args))
        except Exception as error:
            future.set_exception(error)
        return future


def test_a_batch_of_parcels_is_recorded_and_skipped_like_any(
    case_with: Callable[..., Path], tmp_path: Path
):
    good, bad = case_with(), tmp_path / "bad.yaml"
    bad.write_text("title: 没有做法\n", encoding="utf-8")
    options = BuildOptions((Product.DECK,), output=tmp_path / "out")
    plan = Plan(reuse=True, carrier=REMOTE)
    first = build_all((bad, good), options, _Here(), plan=plan)
    assert first.failed == (bad,) and [o.case for o in first.outputs] == [good]
    again = build_all((bad, good), options, _Here(), plan=plan)
    assert again.failed == (bad,) and again.skipped == (good,)


def test_the_lists_filled_in_for_every_product_travel(
    case_with: Callable[..., Path], tmp_path: Path
):
    products = (Product.BROCHURE, Product.HANDOUT)
    options = BuildOptions(products=products, targets=(Target.ARCHIVE,), output=tmp_path / "out")
    job = Job(case_with(folder=tmp_path / "case"), options)
    lists = {path for out in build(job.case, options).outputs for path in out.companions}
    assert {path.name.rpartition("-")[0] for path in lists} == {"短会", "短会-handout"}
    assert {path.name for path in lists} <= {Path(name).name for name, _ in pack(job).files}
