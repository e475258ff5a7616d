"""Pictures on slides: what PowerPoint and WPS would show wrongly is put right before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from casepress.diagnostics import CasepressError
from casepress.pptx.pictures import LONGEST, slide_picture


def saved(path: Path, mode: str = "RGB", size: tuple[int, int] = (60, 40), **keys: object) -> str:
    Image.new(mode, size, (200, 40, 40) if mode == "RGB" else None).save(path, **keys)
    return str(path)


def test_a_plain_photo_and_a_plain_drawing_keep_their_bytes(tmp_path: Path):
    for name in ("a.jpg", "a.png"):
        path = saved(tmp_path / name)
        assert slide_picture(path).read() == Path(path).read_bytes()


def test_a_turned_photo_is_set_upright_and_loses_its_exif(tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "camera"
    made = Image.open(slide_picture(saved(tmp_path / "a.jpg", exif=exif)))
    assert made.size == (40, 60)
    assert not made.getexif()


def test_metadata_go_and_pixels_stay(tmp_path: Path):
    exif = Image.Exif()
    exif[0x010F] = "camera"
    profile = b"\0" * 200
    path = saved(tmp_path / "a.jpg", exif=exif, comment=b"secret", icc_profile=profile)
    made = slide_picture(path).read()
    assert b"camera" not in made and b"secret" not in made and b"ICC_PROFILE" in made
    scan = b"\xff\xda"
    original = Path(path).read_bytes()
    assert made[made.index(scan) :] == original[original.index(scan) :]
    drawing = slide_picture(saved(tmp_path / "a.png", exif=exif)).read()
    assert b"camera" not in drawing


@pytest.mark.parametrize(
    ("mode", "name"), [("CMYK", "a.jpg"), ("I;16", "a.png"), ("CMYK", "a.tif")]
)
def test_what_slides_cannot_show_becomes_eight_bits_of_grey_or_rgb(
    mode: str, name: str, tmp_path: Path
):
    made = Image.open(slide_picture(saved(tmp_path / name, mode)))
    assert made.mode in ("RGB", "L")
    assert made.format == ("JPEG" if name.endswith("jpg") else "PNG")


def test_more_pixels_than_a_slide_shows_are_let_go(tmp_path: Path):
    made = Image.open(slide_picture(saved(tmp_path / "a.jpg", size=(4000, 3000))))
    assert made.size == (LONGEST, LONGEST * 3 // 4)


def test_a_damaged_file_is_refused(tmp_path: Path):
    path = Path(saved(tmp_path / "a.jpg"))
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(CasepressError, match="CP0602"):
        slide_picture(str(path))
