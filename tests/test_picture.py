"""The leaf that reads pictures: facts, and a JPEG's bytes without what it has to hide."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from casepress.picture import effective_ppi, examine, inside, without_metadata


def noisy(mode: str = "RGB") -> Image.Image:
    return Image.effect_noise((320, 240), 90).filter(ImageFilter.SHARPEN).convert(mode)


def jpeg(**keys: object) -> bytes:
    buffer = io.BytesIO()
    noisy().save(buffer, "JPEG", quality=93, **keys)
    return buffer.getvalue()


@pytest.mark.parametrize("keys", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
def test_what_follows_a_picture_goes_and_its_pixels_stay(keys: dict[str, object]):
    exif = Image.Exif()
    exif[0x010F] = "camera"
    whole = jpeg(exif=exif, **keys)
    film = b"\0\0\0\x18ftypmp42" + b"film" * 1000
    stripped = without_metadata(whole + jpeg(exif=exif) + film)
    assert b"camera" not in stripped and b"film" not in stripped
    assert stripped.endswith(b"\xff\xd9") and stripped.count(b"\xff\xd8\xff") == 1
    pixels = [Image.open(io.BytesIO(data)).tobytes() for data in (whole, stripped)]
    assert pixels[0] == pixels[1]


def test_a_phones_double_picture_counts_as_a_photo(tmp_path: Path):
    path = tmp_path / "a.jpg"
    noisy().save(path, "MPO", save_all=True, append_images=[noisy()])
    picture = examine(path)
    assert (picture.format, picture.size) == ("MPO", (320, 240))
    assert len(without_metadata(path.read_bytes())) < path.stat().st_size * 0.6


def test_facts_are_those_of_the_picture_as_it_is_seen(tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112] = 8
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(exif=exif))
    picture = examine(path)
    assert (picture.size, picture.orientation) == ((240, 320), 8)


def test_resolution_counts_the_part_shown_in_the_coarser_direction():
    assert effective_ppi((3000, 2000), (720, 480)) == 300
    assert effective_ppi((3000, 2000), (720, 480), (0.25, 0.0, 0.75, 1.0)) == 150
    assert effective_ppi((3000, 1000), (720, 480)) == 150


def test_links_are_followed_before_a_place_is_judged(tmp_path: Path):
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "link").symlink_to(tmp_path)
    assert inside(tmp_path / "case" / "a" / ".." / "b.png", tmp_path / "case")
    assert not inside(tmp_path / "case" / "link" / "b.png", tmp_path / "case")
    assert not inside(tmp_path / "casebook" / "b.png", tmp_path / "case")
