"""A bad picture is named with its cause and its place in the YAML, and nothing is written."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.build.conftest import picture

from casepress.build.model import BuildOptions, BuildReport, Product, Target
from casepress.build.run import build
from casepress.diagnostics import ExitCode, Severity

ALL = (Target.SCREEN, Target.PRINT, Target.ARCHIVE)


def make(case: Path, tmp_path: Path, **options: object) -> BuildReport:
    chosen = {"targets": ALL, **options}
    return build(case, BuildOptions(output=tmp_path / "out", **chosen))


def written(tmp_path: Path) -> list[str]:
    out = tmp_path / "out"
    return sorted(path.name for path in out.iterdir()) if out.is_dir() else []


def missing(path: Path) -> None:
    """Leave the file out."""


def cut_off(path: Path) -> None:
    data = picture(path).read_bytes()
    path.write_bytes(data[: len(data) // 2])


def wrong_checksum(path: Path) -> None:
    data = bytearray(picture(path).read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def a_folder(path: Path) -> None:
    path.mkdir()


def text(path: Path) -> None:
    path.write_text("照片在王主任那里", encoding="utf-8")


def postscript(path: Path) -> None:
    path.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n")


def svg(path: Path) -> None:
    words = '<?xml version="1.0"?>\n<!-- 标志 -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'
    path.write_text(words, encoding="utf-8")


def oversized(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_001)


def bomb(path: Path) -> None:
    """A PNG of 50,000 by 50,000 pixels in a few kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(1_000_000), 9)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


BAD = [
    (missing, "CP0601"),
    (cut_off, "CP0602"),
    (wrong_checksum, "CP0602"),
    (a_folder, "CP0602"),
    (empty, "CP0603"),
    (text, "CP0603"),
    (postscript, "CP0606"),
    (svg, "CP0606"),
    (oversized, "CP0604"),
    (bomb, "CP0604"),
]


@pytest.mark.parametrize(("spoil", "id"), BAD, ids=lambda value: getattr(value, "__name__", value))
def test_each_cause_has_its_own_message_at_the_path(
    spoil: Callable[[Path], None], id: str, case_with: Callable[..., Path], tmp_path: Path
):
    case = case_with("照片.png")
    spoil(case.parent / "照片.png")
    report = make(case, tmp_path)
    (diagnostic,) = report.diagnostics
    assert diagnostic.id == id
    assert diagnostic.params["path"] == "照片.png"
    assert diagnostic.span is not None
    line = case.read_text(encoding="utf-8").splitlines()[diagnostic.span.line - 1]
    assert line == "  - path: 照片.png"
    assert line[diagnostic.span.column - 1 :].startswith("照片")
    assert report.exit_code is ExitCode.MISSING_RESOURCE
    assert not report.crashes
    assert written(tmp_path) == []


def test_every_bad_picture_is_told_of_at_once(case_with: Callable[..., Path], tmp_path: Path):
    case = case_with("none.png", "good.png", "text.png")
    picture(case.parent / "good.png")
    text(case.parent / "text.png")
    found = [(d.id, d.params["source"]) for d in make(case, tmp_path).diagnostics]
    assert found == [("CP0601", "figures[0].path"), ("CP0603", "figures[2].path")]


@pytest.mark.parametrize(
    "name", ["../elsewhere.png", "link.png", "sub/../../elsewhere.png", "{abs}"]
)
def test_a_picture_outside_the_folder_needs_leave(
    name: str, case_with: Callable[..., Path], tmp_path: Path
):
    outside = picture(tmp_path / "elsewhere.png")
    (tmp_path / "case" / "sub").mkdir(parents=True)
    (tmp_path / "case" / "link.png").symlink_to(outside)
    case = case_with(name.format(abs=outside))
    refused = make(case, tmp_path)
    assert [d.id for d in refused.diagnostics] == ["CP0611"]
    assert written(tmp_path) == []
    allowed = make(case, tmp_path, allow_outside=True, targets=(Target.SCREEN,))
    assert allowed.exit_code is ExitCode.OK
    assert len(written(tmp_path)) == 2


def test_outside_files_are_not_even_looked_at(case_with: Callable[..., Path], tmp_path: Path):
    """Whether a file exists elsewhere must not show in the message."""
    case = case_with("../none.png")
    assert [d.id for d in make(case, tmp_path).diagnostics] == ["CP0611"]


def sixteen_bit(path: Path) -> None:
    Image.new("I;16", (1400, 900), 0x8000).save(path)


def alpha(path: Path) -> None:
    picture(path, (1400, 900), "RGBA")


def cmyk(path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("CMYK", (1400, 900), (0, 200, 200, 0)).save(buffer, "JPEG")
    path.write_bytes(buffer.getvalue())


def turned(path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    buffer = io.BytesIO()
    Image.new("RGB", (900, 1400), (200, 40, 40)).save(buffer, "JPEG", exif=exif)
    path.write_bytes(buffer.getvalue())


@pytest.mark.parametrize(
    ("kind", "told"),
    [(sixteen_bit, []), (alpha, []), (turned, []), (cmyk, ["CP0615"])],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_odd_pictures_come_out_right_everywhere(
    kind: Callable[[Path], None], told: list[str], case_with: Callable[..., Path], tmp_path: Path
):
    case = case_with("照片.png")
    kind(case.parent / "照片.png")
    report = make(case, tmp_path)
    assert report.exit_code is ExitCode.OK, report.diagnostics
    ids = [
        d.id for d in report.diagnostics if d.severity is not Severity.ADVICE or d.id == "CP0615"
    ]
    assert [id for id in ids if id not in ("CP0613", "CP0614")] == told
    assert len(written(tmp_path)) == 7


def whole_width(case: Path) -> None:
    """Ask for the picture at the width of the page, which auto would not give a coarse one."""
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("    alt:", "    placement: full\n    alt:"), encoding="utf-8")


def test_a_coarse_picture_is_set_as_small_as_the_press_takes_it(
    case_with: Callable[..., Path], tmp_path: Path
):
    case = case_with("coarse.png")
    picture(case.parent / "coarse.png", (600, 400))
    report = make(case, tmp_path, targets=(Target.PRINT,), products=(Product.BROCHURE,))
    assert [d.id for d in report.diagnostics] == ["CP0614"]
    assert int(str(report.diagnostics[0].params["ppi"])) >= 150


def test_resolution_is_the_presss_business_alone(case_with: Callable[..., Path], tmp_path: Path):
    case = case_with("coarse.png")
    picture(case.parent / "coarse.png", (600, 400))
    whole_width(case)
    report = make(case, tmp_path, products=(Product.BROCHURE,))
    (diagnostic,) = report.diagnostics
    assert (diagnostic.id, diagnostic.severity) == ("CP0613", Severity.ERROR)
    assert diagnostic.span is not None
    assert int(str(diagnostic.params["ppi"])) < 150
    assert report.exit_code is ExitCode.MISSING_RESOURCE
    names = written(tmp_path)
    assert "短会-brochure.pdf" in names and "短会-archive.pdf" in names
    assert not any("print" in name or "印刷" in name for name in names)


def test_between_150_and_300_dpi_is_a_warning_and_the_needed_width_suffices(
    case_with: Callable[..., Path], tmp_path: Path
):
    case = case_with("soft.png")
    picture(case.parent / "soft.png", (1200, 800))
    report = make(case, tmp_path, targets=(Target.PRINT,), products=(Product.BROCHURE,))
    (diagnostic,) = report.diagnostics
    assert (diagnostic.id, diagnostic.severity) == ("CP0614", Severity.WARNING)
    assert report.exit_code is ExitCode.OK
    needed = int(str(diagnostic.params["needed"]))
    picture(case.parent / "soft.png", (needed, round(needed * 2 / 3)))
    again = make(case, tmp_path, targets=(Target.PRINT,), products=(Product.BROCHURE,))
    assert again.diagnostics == ()


def test_a_picture_that_changes_is_read_again(case_with: Callable[..., Path], tmp_path: Path):
    case = case_with("a.png")
    text(case.parent / "a.png")
    assert make(case, tmp_path).exit_code is ExitCode.MISSING_RESOURCE
    picture(case.parent / "a.png")
    assert make(case, tmp_path, targets=(Target.SCREEN,)).exit_code is ExitCode.OK
