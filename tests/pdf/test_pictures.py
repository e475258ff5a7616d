"""Pictures: whatever an editor has on the disk comes out right or with a clear message."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms
from tests.pdf.helpers import Sheet, alpha_png, exif, opened, photo, written

from casepress.diagnostics import CasepressError, ExitCode
from casepress.display import DisplayList, PictureItem
from casepress.pdf.pictures import load
from casepress.pdf.targets import ARCHIVE, PRINT, SCREEN
from casepress.units import Rect

FRAME = Rect(100, 100, 120, 80)


def showing(path: str, frame: Rect = FRAME, **keys: Any) -> DisplayList:
    sheet = Sheet()
    figure = sheet.element("Figure", alt="图", bbox=frame, page=0, source="figures[0]")
    sheet.paint(PictureItem(frame, path, element=figure, **keys))
    return sheet.display()


def image_of(pdf: pikepdf.Pdf) -> Any:
    (image,) = pdf.pages[0].Resources.XObject.values()
    return image


def colours(data: bytes, frame: Rect = FRAME) -> list[str]:
    """Name the colours of the four quarters of a frame as painted."""
    document = pypdfium2.PdfDocument(data)
    page = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    names = []
    for fx, fy in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)):
        r, g, b = page.getpixel((int(frame.x + fx * frame.width), int(frame.y + fy * frame.height)))
        light = min(r, g, b) > 200
        names.append("white" if light else "rgb"[(r, g, b).index(max(r, g, b))])
    return names


def test_a_jpeg_keeps_its_bytes_but_not_its_metadata(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", quality=90, exif=exif(1), comment=b"secret")
    with opened(written(showing(path))) as pdf:
        stream = image_of(pdf).read_raw_bytes()
    assert b"Exif" not in stream
    assert b"secret" not in stream
    assert (
        stream[stream.index(b"\xff\xda") :]
        == (data := Path(path).read_bytes())[data.index(b"\xff\xda") :]
    )


ORIENTED = {
    1: ["r", "g", "b", "white"],
    2: ["g", "r", "white", "b"],
    3: ["white", "b", "g", "r"],
    4: ["b", "white", "r", "g"],
    5: ["r", "b", "g", "white"],
    6: ["b", "r", "white", "g"],
    7: ["white", "g", "b", "r"],
    8: ["g", "white", "r", "b"],
}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_rotation_is_obeyed(orientation: int, tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", quality=95, exif=exif(orientation))
    frame = FRAME if orientation < 5 else Rect(100, 100, 80, 120)
    assert colours(written(showing(path, frame)), frame) == ORIENTED[orientation]


def test_a_crop_shows_its_part_and_nothing_beside(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.png")
    data = written(showing(path, crop=(0.5, 0.0, 1.0, 0.5)))
    assert colours(data) == ["g"] * 4
    document = pypdfium2.PdfDocument(data)
    page = document[0].render(scale=1).to_pil().convert("RGB")
    assert page.getpixel((90, 140)) == page.getpixel((230, 140)) == (255, 255, 255)
    document.close()


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1", "RGBA", "LA", "I;16", "CMYK"])
@pytest.mark.parametrize("target", [SCREEN, ARCHIVE, PRINT], ids=lambda t: t.name)
def test_every_mode_can_be_painted(mode: str, target: Any, tmp_path: Path) -> None:
    grey = Image.linear_gradient("L").resize((40, 30))
    if mode == "I;16":
        image = Image.new("I;16", (40, 30), 0x8000)
    elif mode in ("RGBA", "LA"):
        image = Image.merge(mode, [grey] * len(Image.new(mode, (1, 1)).getbands()))
    else:
        image = grey.convert("RGB").convert(mode)
    path = tmp_path / ("a.tif" if mode == "CMYK" else "a.png")
    image.save(path)
    pdf = opened(written(showing(str(path)), target))
    made = image_of(pdf)
    made.read_bytes()
    spaces = str(made.ColorSpace)
    assert ("DeviceRGB" not in spaces) if target is PRINT else ("DeviceCMYK" not in spaces)
    assert ("/SMask" in made) == (mode in ("RGBA", "LA"))
    assert made.Interpolate is False or not made.Interpolate


def test_sixteen_bit_grey_is_scaled_not_clipped(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("I;16", (8, 8), 0x8000).save(path)
    assert load(str(path))[0].bits == 8
    pdf = opened(written(showing(str(path))))
    pixel = pikepdf.PdfImage(image_of(pdf)).as_pil_image().convert("L").getpixel((0, 0))
    assert abs(pixel - 128) <= 1


def test_transparency_lets_the_ground_through(tmp_path: Path) -> None:
    data = written(showing(alpha_png(tmp_path / "a.png")))
    document = pypdfium2.PdfDocument(data)
    page = document[0].render(scale=1).to_pil().convert("RGB")
    top, bottom = page.getpixel((160, 103)), page.getpixel((160, 176))
    document.close()
    assert min(top) > 230
    assert bottom[0] > 180 > bottom[1]


def test_an_opaque_alpha_channel_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGBA", (8, 8), (10, 200, 30, 255)).save(path)
    with opened(written(showing(str(path)))) as pdf:
        assert "/SMask" not in image_of(pdf)


def test_a_png_palette_stays_a_palette(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.linear_gradient("L").convert("P").save(path)
    pdf = opened(written(showing(str(path))))
    assert image_of(pdf).ColorSpace[0] == "/Indexed"


def test_a_wide_gamut_photo_keeps_its_profile(tmp_path: Path) -> None:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    wide = bytes(profile).replace(b"s\0R\0G\0B", b"w\0i\0d\0e")
    assert b"sRGB" not in wide
    path = photo(tmp_path / "a.jpg", icc_profile=wide)
    pdf = opened(written(showing(path), ARCHIVE))
    assert image_of(pdf).ColorSpace[0] == "/ICCBased"
    assert image_of(pdf).ColorSpace[1].N == 3
    plain = photo(tmp_path / "b.jpg", icc_profile=bytes(profile))
    pdf = opened(written(showing(plain), ARCHIVE))
    assert image_of(pdf).ColorSpace == "/DeviceRGB"


def test_a_cmyk_jpeg_is_turned_to_rgb_for_screens(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("CMYK", (60, 40), (0, 230, 230, 0)).save(path, quality=95)
    assert colours(written(showing(str(path)))) == ["r"] * 4
    assert colours(written(showing(str(path)), ARCHIVE)) == ["r"] * 4


def test_the_screen_gets_no_more_pixels_than_it_shows(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", (2400, 1600), quality=90)
    pdf = opened(written(showing(path)))
    assert int(image_of(pdf).Width) == round(120 / 72 * 220)
    pdf = opened(written(showing(path), ARCHIVE))
    assert int(image_of(pdf).Width) == 2400


def test_one_picture_shown_twice_is_stored_once(tmp_path: Path) -> None:
    display = showing(photo(tmp_path / "a.png"))
    twice = replace(display, pages=display.pages * 2)
    pdf = opened(written(replace(twice, elements=display.elements)))
    first, second = (next(iter(page.Resources.XObject.values())) for page in pdf.pages)
    assert first.objgen == second.objgen


def broken(tmp_path: Path) -> dict[str, str]:
    whole = Path(photo(tmp_path / "whole.jpg")).read_bytes()
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(whole[: len(whole) // 2])
    text = tmp_path / "text.jpg"
    text.write_text("not a picture", encoding="utf-8")
    bomb = tmp_path / "bomb.png"
    Image.new("1", (20000, 20000)).save(bomb)
    folder = tmp_path / "folder.jpg"
    folder.mkdir()
    return {
        str(tmp_path / "none.jpg"): "CP0601",
        str(cut): "CP0602",
        str(folder): "CP0602",
        str(text): "CP0603",
        str(bomb): "CP0604",
    }


@pytest.mark.parametrize("number", range(5))
def test_a_bad_picture_is_named_with_its_place(number: int, tmp_path: Path) -> None:
    path, id = list(broken(tmp_path).items())[number]
    out = io.BytesIO()
    with pytest.raises(CasepressError) as caught:
        out.write(written(showing(path)))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.id == id
    assert diagnostic.params["path"] == Path(path).name
    assert diagnostic.params["source"] == "figures[0]"
    assert caught.value.exit_code == ExitCode.MISSING_RESOURCE
    assert not out.getvalue()
