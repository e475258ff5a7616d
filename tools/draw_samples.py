"""Draw the pictures of the made-up sample case: plain shapes, so that nothing real is pretended.

Run from the root of the repository: ``python tools/draw_samples.py``. The pictures are committed;
drawing them again gives the same bytes.
"""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw

SIZE = (2100, 1400)
OUT = Path(__file__).resolve().parent.parent / "content" / "images"


def van() -> Image.Image:
    """Draw a pale van in front of three ranges of hills."""
    picture = Image.new("RGB", SIZE, "#EFE9DC")
    draw = ImageDraw.Draw(picture)
    width, height = SIZE
    draw.ellipse((1560, 150, 1760, 350), fill="#E2A86B")
    for base, colour, peaks in (
        (900, "#C9D3C4", [(0, 620), (420, 380), (900, 700), (1400, 330), (2100, 640)]),
        (1000, "#9DB29B", [(0, 820), (600, 560), (1150, 840), (1700, 600), (2100, 780)]),
        (1120, "#6F8F76", [(0, 980), (500, 860), (1200, 1000), (2100, 880)]),
    ):
        draw.polygon([*peaks, (width, base + 300), (0, base + 300)], fill=colour)
    draw.rectangle((0, 1120, width, height), fill="#B9A37E")
    draw.rectangle((0, 1230, width, 1242), fill="#E9DFC8")
    draw.rounded_rectangle((520, 760, 1420, 1170), 60, fill="#F6F1E6")
    draw.polygon([(1380, 800), (1560, 960), (1600, 1170), (1380, 1170)], fill="#F6F1E6")
    draw.rectangle((520, 1010, 1572, 1060), fill="#B4472E")
    for left in (590, 820, 1050):
        draw.rounded_rectangle((left, 820, left + 180, 960), 18, fill="#5E7F8E")
    draw.polygon([(1300, 830), (1390, 830), (1500, 960), (1300, 960)], fill="#5E7F8E")
    for centre in (740, 1360):
        draw.ellipse((centre - 95, 1080, centre + 95, 1270), fill="#2F2B28")
        draw.ellipse((centre - 40, 1135, centre + 40, 1215), fill="#CFC7B8")
    draw.rectangle((1820, 820, 1860, 1180), fill="#6B4E37")
    draw.ellipse((1690, 520, 1990, 880), fill="#4F7358")
    return picture


def shelf() -> Image.Image:
    """Draw two boards with rows of book spines; the seed makes the drawing repeatable."""
    chance = random.Random(20260301)
    picture = Image.new("RGB", SIZE, "#F3EDE1")
    draw = ImageDraw.Draw(picture)
    inks = ["#B4472E", "#3F6B74", "#C58B3C", "#5C7A57", "#7B4B5A", "#35506B", "#D9B77A"]
    for floor in (660, 1260):
        left = 130
        while left < 1940:
            width, height = chance.randrange(46, 112), chance.randrange(330, 500)
            ink = chance.choice(inks)
            draw.rectangle((left, floor - height, left + width, floor), fill=ink)
            draw.rectangle(
                (left + 10, floor - height + 48, left + width - 10, floor - height + 62),
                fill="#F3EDE1",
            )
            left += width + chance.randrange(2, 10)
        draw.rectangle((90, floor, 2010, floor + 44), fill="#8A6642")
    return picture


def main() -> None:
    """Write both pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, picture in (("sample-van", van()), ("sample-shelf", shelf())):
        picture.save(OUT / f"{name}.png", dpi=(300, 300), optimize=True)


if __name__ == "__main__":
    main()
