"""An archive gives its sources back, and they make the same archive again."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from tests.build.conftest import picture

from casepress.build.archive.extract import extract
from casepress.build.archive.record import BuildRecord, from_json, to_json, user_fonts
from casepress.build.model import BuildOptions, Product, Target
from casepress.build.rebuild import rebuild
from casepress.build.run import build
from casepress.diagnostics import CasepressError, ExitCode

LAYOUT = "extends: ../house/house.yaml\nname: ours\ntitle: 本单位\n"
HOUSE = "extends: moqing\nname: house\nbrochure: {corner: arc}\n"


def archive(case: Path, folder: Path, **options: object) -> Path:
    chosen = BuildOptions((Product.BROCHURE,), (Target.ARCHIVE,), output=folder, **options)
    report = build(case, chosen)
    assert report.exit_code is ExitCode.OK, report.diagnostics
    return report.outputs[0].path


@pytest.fixture
def case(case_with: Callable[..., Path]) -> Path:
    path = case_with("图/站会.png", "会场.png", "图/站会.png")
    picture(path.parent / "图" / "站会.png", (700, 500))
    picture(path.parent / "会场.png", (700, 500), "RGBA")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_sources_come_out_byte_for_byte(case: Path, tmp_path: Path):
    pdf = archive(case, tmp_path / "out")
    extracted = extract(pdf, tmp_path / "in")
    found = files(tmp_path / "in")
    assert {name: found[name] for name in files(case.parent)} == files(case.parent)
    assert set(found) - set(files(case.parent)) == {"casepress-build.json", "casepress-layout.yaml"}
    assert set(extracted.files) == {tmp_path / "in" / name for name in found}
    assert extract(pdf, tmp_path / "in").files == extracted.files, "the same bytes are no obstacle"


@pytest.mark.parametrize("layout", ["zhujin", "moqing", "plain", "gongwen"])
def test_what_was_extracted_makes_the_same_archive(layout: str, case: Path, tmp_path: Path):
    pdf = archive(case, tmp_path / "out", layout=layout)
    extracted = extract(pdf, tmp_path / "far" / "away")
    source, options = extracted.options(tmp_path / "again")
    assert archive(source, tmp_path / "again", layout=options.layout).read_bytes() == (
        pdf.read_bytes()
    )
    assert rebuild(pdf).same


def test_a_layout_of_ones_own_travels_with_its_chain(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name, text in {"house/house.yaml": HOUSE, "unit/ours.yaml": LAYOUT}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "unit")
    pdf = archive(
        case, tmp_path / "out", layout="ours.yaml", overrides=(("brochure.chart", "bar"),)
    )
    extracted = extract(pdf, tmp_path / "in")
    found = files(tmp_path / "in")
    assert found["casepress-layout/unit/ours.yaml"] == LAYOUT.encode()
    assert found["casepress-layout/house/house.yaml"] == HOUSE.encode()
    made = json.loads(found["casepress-build.json"])
    assert made["layout"] == "casepress-layout/unit/ours.yaml"
    assert made["bundled_layouts"] == ["moqing"]
    assert made["set"] == [["brochure.chart", "bar"]]
    assert str(tmp_path) not in found["casepress-build.json"].decode()
    monkeypatch.chdir(tmp_path)
    assert extracted.record is not None
    assert rebuild(pdf).same


def test_pictures_from_outside_keep_their_places(case_with: Callable[..., Path], tmp_path: Path):
    path = case_with("../照片/站会.png", folder=tmp_path / "all" / "case")
    picture(tmp_path / "all" / "照片" / "站会.png", (700, 500))
    pdf = archive(path, tmp_path / "out", allow_outside=True)
    extract(pdf, tmp_path / "in")
    assert {"case/短会.yaml", "照片/站会.png"} <= set(files(tmp_path / "in"))
    assert rebuild(pdf).same


def test_absolute_paths_cannot_be_archived(case_with: Callable[..., Path], tmp_path: Path):
    path = case_with(str(picture(tmp_path / "站会.png", (700, 500))))
    options = BuildOptions(
        (Product.BROCHURE,), (Target.ARCHIVE,), output=tmp_path, allow_outside=True
    )
    report = build(path, options)
    (diagnostic,) = report.diagnostics
    assert diagnostic.id == "CP0612" and diagnostic.span is not None
    assert not report.outputs


def test_the_date_of_the_build_is_part_of_the_record(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    pdf = archive(case, tmp_path / "out")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert rebuild(pdf).same
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert rebuild(pdf).same


def test_a_changed_archive_does_not_verify(case: Path, tmp_path: Path, casepress):
    pdf = archive(case, tmp_path / "out")
    assert casepress("extract", pdf, "--verify").code == 0
    with pikepdf.open(pdf, allow_overwriting_input=True) as opened:
        opened.save(pdf)
    ran = casepress("extract", pdf, "--verify")
    assert ran.code == ExitCode.SELF_CHECK
    assert "不一样" in ran.err


def test_fonts_are_named_not_attached_and_complete_the_sources(
    case_with: Callable[..., Path], root: Path, tmp_path: Path, casepress
):
    font = sorted((root / "fonts").rglob("*.ttf"))[0]
    (tmp_path / "mine.ttf").write_bytes(font.read_bytes())
    layout = tmp_path / "ours.yaml"
    layout.write_text("extends: zhujin\nname: ours\nfonts: {仿宋: mine.ttf}\n", encoding="utf-8")
    pdf = archive(case_with(), tmp_path / "out", layout=str(layout))
    extracted = extract(pdf, tmp_path / "in")
    assert extracted.record is not None
    (named,) = extracted.record.fonts
    assert (named.family, named.file) == ("仿宋", "mine.ttf")
    assert named.sha256 == hashlib.sha256(font.read_bytes()).hexdigest()
    assert not any(path.suffix == ".ttf" for path in extracted.files)
    ran = casepress("extract", pdf, "--verify")
    assert ran.code == ExitCode.SELF_CHECK and "mine.ttf 不随存档" in ran.err
    (tmp_path / "in" / "casepress-layout" / "mine.ttf").write_bytes(font.read_bytes())
    source, options = extracted.options(tmp_path / "again")
    again = archive(source, tmp_path / "again", layout=options.layout)
    assert again.read_bytes() == pdf.read_bytes()


# -- what extract refuses ---------------------------------------------------------------------


def carrying(path: Path, *names: str, relationship: str = "/Source") -> Path:
    """Write a PDF with attachments of these names, as somebody else might."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for number, name in enumerate(names):
        spec = pikepdf.AttachedFileSpec(
            pdf, b"x", filename=name, relationship=pikepdf.Name(relationship)
        )
        pdf.attachments[f"{number:03}"] = spec
    pdf.save(path)
    return path


UNSAFE = [
    "../up.yaml", "a/../../up.yaml", "/etc/up.yaml", "C:/up.yaml", "a\\up.yaml", "..", ".",
    "a//b.yaml", "a/./b.yaml", "nul", "a/COM1.txt", "up.yaml.", "up.yaml ", "up\n.yaml", "a:b",
]  # fmt: skip


@pytest.mark.parametrize("name", UNSAFE)
def test_a_name_that_leads_out_stops_everything(name: str, tmp_path: Path):
    pdf = carrying(tmp_path / "evil.pdf", "good.yaml", name)
    with pytest.raises(CasepressError, match="CP0933") as caught:
        extract(pdf, tmp_path / "in" / "deep")
    assert caught.value.exit_code is ExitCode.INVALID
    assert sorted(path.name for path in tmp_path.iterdir()) == ["evil.pdf"]


def test_a_link_among_the_folders_does_not_lead_out(tmp_path: Path):
    pdf = carrying(tmp_path / "evil.pdf", "a/b.yaml")
    (tmp_path / "in").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "in" / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CasepressError, match="CP0933"):
        extract(pdf, tmp_path / "in", force=True)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_two_names_for_one_file_are_refused(tmp_path: Path):
    with pytest.raises(CasepressError, match="CP0933"):
        extract(carrying(tmp_path / "evil.pdf", "a.yaml", "A.yaml"), tmp_path / "in")


def test_other_content_is_overwritten_only_by_force(case: Path, tmp_path: Path):
    pdf = archive(case, tmp_path / "out")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "短会.yaml").write_text("别的案例", encoding="utf-8")
    with pytest.raises(CasepressError, match="CP0934") as caught:
        extract(pdf, folder)
    assert caught.value.exit_code is ExitCode.NOT_WRITABLE
    assert set(files(folder)) == {"短会.yaml"}, "nothing else was written either"
    extract(pdf, folder, force=True)
    assert files(folder)["短会.yaml"] == case.read_bytes()


@pytest.mark.parametrize(
    ("content", "id", "code"),
    [
        (None, "CP0931", ExitCode.UNREADABLE),
        (b"", "CP0931", ExitCode.UNREADABLE),
        (b"no pdf at all", "CP0931", ExitCode.UNREADABLE),
    ],
)
def test_what_is_no_pdf_is_said_to_be_none(
    content: bytes | None, id: str, code: ExitCode, tmp_path: Path
):
    if content is not None:
        (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(CasepressError, match=id) as caught:
        extract(tmp_path / "a.pdf", tmp_path / "in")
    assert caught.value.exit_code is code


def test_a_locked_pdf_is_said_to_be_unreadable(tmp_path: Path):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    buffer = io.BytesIO()
    pdf.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    (tmp_path / "a.pdf").write_bytes(buffer.getvalue())
    with pytest.raises(CasepressError, match="CP0931"):
        extract(tmp_path / "a.pdf", tmp_path / "in")


def test_a_pdf_without_our_sources_is_told_so(case: Path, tmp_path: Path):
    screen = BuildOptions((Product.BROCHURE,), (Target.SCREEN,), output=tmp_path / "out")
    pdf = build(case, screen).outputs[0].path
    for path in (pdf, carrying(tmp_path / "b.pdf", "a.csv", relationship="/Data")):
        with pytest.raises(CasepressError, match="CP0932"):
            extract(path, tmp_path / "in")


def test_a_damaged_attachment_is_noticed(tmp_path: Path):
    pdf = carrying(tmp_path / "a.pdf", "a.yaml")
    with pikepdf.open(pdf, allow_overwriting_input=True) as opened:
        opened.attachments["000"].obj.EF.F.Params.CheckSum = pikepdf.String(b"0" * 16)
        opened.save(pdf)
    with pytest.raises(CasepressError, match="CP0931"):
        extract(pdf, tmp_path / "in")


def test_the_command_lists_files_and_says_how_to_go_on(case: Path, tmp_path: Path, casepress):
    pdf = archive(case, tmp_path / "out")
    ran = casepress("extract", pdf, "-o", tmp_path / "in")
    assert ran.code == 0
    assert ran.out.splitlines() == sorted(ran.out.splitlines())
    assert f"casepress build {tmp_path / 'in'}/" in ran.err.replace("'", "")
    answer = json.loads(casepress("extract", pdf, "-o", tmp_path / "in", "--json").out)
    assert len(answer["files"]) == 5
    assert answer["rebuild"].startswith("casepress build")


@pytest.mark.parametrize("layout", ["zhujin", "moqing", "plain", "gongwen"])
def test_the_effective_layout_is_itself_that_layout(layout: str, tmp_path: Path):
    from casepress.build.archive.package import effective_layout
    from casepress.theme.load import load_theme

    theme = load_theme(layout, {"brochure.chart": "bar"})
    path = tmp_path / "casepress-layout.yaml"
    path.write_bytes(effective_layout(theme))
    assert load_theme(str(path)) == theme


def test_a_font_out_of_a_collection_is_recorded_by_its_file_s_checksum(tmp_path: Path):
    file = tmp_path / "songs.ttc"
    file.write_bytes(b"ttcf")
    (font,) = user_fonts({"serif": f"{file}#0"})
    assert (font.file, font.sha256) == ("songs.ttc#0", hashlib.sha256(b"ttcf").hexdigest())


def test_a_record_of_an_unknown_product_is_no_record():
    record = json.loads(to_json(BuildRecord("a.yaml", "zhujin")))
    with pytest.raises(ValueError, match="poster"):
        from_json(json.dumps(record | {"product": "poster"}).encode())


def test_the_command_that_makes_a_handout_again_names_the_handout(
    casepress, case: Path, tmp_path: Path
):
    report = build(case, BuildOptions((Product.HANDOUT,), (Target.ARCHIVE,), output=tmp_path / "a"))
    ran = casepress("extract", report.outputs[0].path, "-o", tmp_path / "b")
    assert ran.code == 0 and "--only handout --for archive" in ran.out + ran.err
