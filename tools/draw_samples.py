"""Draw the pictures of the made-up cases: plain shapes, so that nothing real is pretended.

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


SKY, PAPER, INK = "#DCE5E6", "#F3EDE1", "#35506B"
INKS = ("#B4472E", "#3F6B74", "#C58B3C", "#5C7A57", "#7B4B5A", "#35506B", "#D9B77A")


def _hills(draw: ImageDraw.ImageDraw, size: tuple[int, int], chance: random.Random) -> None:
    """Draw three ranges of hills over the lower half."""
    width, height = size
    for level, colour in ((0.55, "#C9D3C4"), (0.66, "#9DB29B"), (0.78, "#6F8F76")):
        points = [(0, height), (0, round(height * level))]
        steps = max(4, round(width / height * 5))
        for step in range(1, steps + 1):
            rise = chance.uniform(-0.09, 0.06) * height
            points.append((round(width * step / steps), round(height * level + rise)))
        draw.polygon([*points, (width, height)], fill=colour)


def _houses(draw: ImageDraw.ImageDraw, size: tuple[int, int], chance: random.Random) -> None:
    """Draw a street of houses along the foot."""
    width, height = size
    left = -40
    while left < width:
        wide, tall = chance.randrange(150, 330), chance.randrange(220, 520)
        top = height - 170 - tall
        wall = chance.choice(("#EFE4CF", "#E4D3B4", "#D8C6A4", "#F6F1E6"))
        draw.rectangle((left, top, left + wide, height), fill=wall)
        roof = chance.choice(("#8A4A38", "#5B5650", "#7B4B5A"))
        draw.polygon([(left - 24, top), (left + wide // 2, top - 110), (left + wide + 24, top)],
                     fill=roof)  # fmt: skip
        for row in range(top + 60, height - 260, 130):
            for column in range(left + 36, left + wide - 70, 110):
                draw.rectangle((column, row, column + 54, row + 74), fill="#5E7F8E")
        left += wide + chance.randrange(0, 40)
    draw.rectangle((0, height - 170, width, height), fill="#B9A37E")


def _people(draw: ImageDraw.ImageDraw, size: tuple[int, int], chance: random.Random) -> None:
    """Draw figures of a head and a coat, standing in a row."""
    width, height = size
    tall = round(min(height * 0.42, 620))
    for place in range(round(tall * 0.34), width, round(tall * 0.52)):
        own = round(tall * chance.uniform(0.82, 1.04))
        foot = height - round(height * 0.08)
        head = own // 8
        draw.rounded_rectangle((place - own // 6, foot - own + 2 * head, place + own // 6, foot),
                               own // 12, fill=chance.choice(INKS))  # fmt: skip
        top = foot - own
        draw.ellipse((place - head, top, place + head, top + 2 * head), fill="#E8C9A4")


def _table(draw: ImageDraw.ImageDraw, size: tuple[int, int], chance: random.Random) -> None:
    """Draw a table with sheets of paper and cups on it."""
    width, height = size
    draw.rectangle((0, round(height * 0.56), width, height), fill="#A9805A")
    for _ in range(round(width * height / 190_000)):
        x, y = chance.randrange(0, width), chance.randrange(round(height * 0.6), height - 60)
        wide = chance.randrange(150, 260)
        slant = chance.randrange(-30, 30)
        draw.polygon([(x, y), (x + wide, y + slant), (x + wide - 40, y + 110 + slant),
                      (x - 40, y + 110)], fill=PAPER)  # fmt: skip
        for line in range(3):
            draw.line((x + 10, y + 30 + 24 * line, x + wide - 60, y + 30 + 24 * line),
                      fill="#C8BCA6", width=5)  # fmt: skip


def _tower(draw: ImageDraw.ImageDraw, size: tuple[int, int], chance: random.Random) -> None:
    """Draw a tall building with lit windows, and a tree before it."""
    width, height = size
    left, right, top = round(width * 0.24), round(width * 0.78), round(height * 0.1)
    draw.rectangle((left, top, right, height), fill="#7E8F9A")
    draw.rectangle((left, top - 40, right, top), fill=INK)
    step = (right - left) / 5
    for row in range(top + 70, height - 200, round(step * 1.1)):
        for column in range(5):
            x = left + step * column + step * 0.22
            lit = chance.random() < 0.55
            fill = "#F1D48A" if lit else "#DCE5E6"
            draw.rectangle((x, row, x + step * 0.56, row + step * 0.6), fill=fill)
    draw.rectangle((0, height - 150, width, height), fill="#8FA184")
    centre = round(width * 0.17)
    draw.rectangle((centre - 16, height - 430, centre + 16, height - 120), fill="#6B4E37")
    draw.ellipse((centre - 170, height - 820, centre + 170, height - 400), fill="#4F7358")


ALBUM = (
    ("street", (2600, 1733), (_hills, _houses)),
    ("square", (2400, 1600), (_houses, _people)),
    ("market", (2000, 1333), (_people,)),
    ("tower", (2000, 3000), (_tower,)),
    ("valley", (4200, 1400), (_hills,)),
    ("meeting", (2100, 1400), (_table,)),
    ("visit", (1500, 2000), (_hills, _people)),
    ("porch", (1500, 2000), (_houses,)),
    ("queue", (2700, 1200), (_people,)),
    ("notes", (1600, 1600), (_table,)),
    ("lamp", (1000, 2400), (_tower,)),
    ("evening", (2400, 1600), (_hills, _houses, _people)),
)
"""The twelve pictures of the album: landscape, upright, square, panorama and very tall."""


def album(number: int) -> Image.Image:
    """Draw one picture of the album; its number is the seed."""
    _, size, parts = ALBUM[number]
    picture = Image.new("RGB", size, SKY if number % 3 else "#EFE2CC")
    draw = ImageDraw.Draw(picture)
    chance = random.Random(20260300 + number)
    sun = round(min(size) * 0.09)
    x, y = round(size[0] * 0.72), round(size[1] * 0.2)
    draw.ellipse((x - sun, y - sun, x + sun, y + sun), fill="#E2A86B")
    for part in parts:
        part(draw, size, chance)
    return picture


def emblem() -> Image.Image:
    """Draw a made-up emblem: an open book under a roof, on a disc, so that it suits any ground."""
    side, fine = 900, 4  # drawn large, for smooth edges
    picture = Image.new("RGBA", (side * fine, side * fine), (232, 209, 158, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((0, 0, side * fine - 1, side * fine - 1), fill=(232, 209, 158, 255))
    shapes = (
        ((450, 170), (750, 372), (750, 440), (450, 240), (150, 440), (150, 372)),
        ((440, 470), (440, 716), (210, 660), (210, 414)),
        ((460, 470), (460, 716), (690, 660), (690, 414)),
    )
    for shape in shapes:
        draw.polygon([(x * fine, y * fine) for x, y in shape], fill=(74, 36, 26, 255))
    return picture.reduce(8)


def main() -> None:
    """Write all pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, picture in (("sample-van", van()), ("sample-shelf", shelf())):
        picture.save(OUT / f"{name}.png", dpi=(300, 300), optimize=True)
    for number, (name, _, _) in enumerate(ALBUM):
        flat = album(number).quantize(64, dither=Image.Dither.NONE)
        flat.save(OUT / f"album-{name}.png", dpi=(300, 300), optimize=True)
    emblem().save(OUT / "album-emblem.png", dpi=(300, 300), optimize=True)


if __name__ == "__main__":
    main()
