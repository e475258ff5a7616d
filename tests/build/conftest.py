"""A case with pictures and a layout of its own, small enough to build again and again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

CASE = """\
title: 把例会开短
date: 2026-05-04
organisation: 某某单位办公室
practices:
  - title: 例会改为站会
    measures:
      - title: 限时十五分钟
        text: 每人只说三件事：昨天做完的、今天要做的、需要别人帮的。
"""
FIGURE = """\
  - path: {path}
    caption: 站会
    alt: 几个人站着开会
    at: practices[0]
"""


def picture(path: Path, size: tuple[int, int] = (2200, 1400), mode: str = "RGB") -> Path:
    """Write a picture with a gradient, large enough for the press."""
    path.parent.mkdir(parents=True, exist_ok=True)
    grey = Image.linear_gradient("L").resize(size)
    bands = [grey] * len(Image.new(mode, (1, 1)).getbands())
    (Image.merge(mode, bands) if len(bands) > 1 else grey.convert(mode)).save(path)
    return path


@pytest.fixture
def case_with(tmp_path: Path) -> Callable[..., Path]:
    """Write a case with the figures named; return the YAML's path."""

    def write(*pictures: str, folder: Path = tmp_path / "case") -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "短会.yaml"
        figures = "".join(FIGURE.format(path=name) for name in pictures)
        path.write_text(CASE + (f"figures:\n{figures}" if pictures else ""), encoding="utf-8")
        return path

    return write
