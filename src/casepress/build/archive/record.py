"""``casepress-build.json``: how an archive was made, so that it can be made again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from casepress import __version__
from casepress.build.freshness.inputs import font_file
from casepress.build.model import Product
from casepress.frozen import dataclass

NAME = "casepress-build.json"
FORMAT = 1
_MADE_WITH = ("reportlab", "pikepdf", "deflate", "uharfbuzz", "Pillow", "budoux", "pyphen")
_MADE_WITH_BOOKS = ("pypinyin",)


@dataclass(frozen=True, slots=True)
class Font:
    """A font the user's layout brings along: named in the archive, never attached (licences)."""

    family: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """What a rebuild needs to know; every name is one of an attached file."""

    case: str
    layout: str
    """A bundled layout's name, or the attached file of the user's own."""
    product: str = "brochure"
    settings: tuple[tuple[str, str], ...] = ()
    members: tuple[str, ...] = ()
    """The cases of a collection."""
    pictures: tuple[str, ...] = ()
    layout_files: tuple[str, ...] = ()
    bundled_layouts: tuple[str, ...] = ()
    fonts: tuple[Font, ...] = ()
    allow_outside: bool = False
    source_date_epoch: int | None = None
    version: str = __version__


def to_json(record: BuildRecord) -> bytes:
    """Write a record as JSON."""
    content = {
        "format": "casepress-build",
        "format_version": FORMAT,
        "casepress": record.version,
        "made_with": {
            name: metadata.version(name)
            for name in (*_MADE_WITH, *(_MADE_WITH_BOOKS if record.members else ()))
        },
        "product": record.product,
        "case": record.case,
        **({"members": record.members} if record.members else {}),
        "pictures": record.pictures,
        "layout": record.layout,
        "layout_files": record.layout_files,
        "bundled_layouts": record.bundled_layouts,
        "set": [list(pair) for pair in record.settings],
        "fonts": [
            {"family": font.family, "file": font.file, "sha256": font.sha256}
            for font in record.fonts
        ],
        "allow_outside": record.allow_outside,
        "source_date_epoch": record.source_date_epoch,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def from_json(data: bytes) -> BuildRecord:
    """Read a record.

    Raises:
        ValueError: it is none, or of a later format.
    """
    try:
        content: Mapping[str, Any] = json.loads(data)
        if content["format"] != "casepress-build" or int(content["format_version"]) > FORMAT:
            raise ValueError(f"unknown record {content['format']!r}")
        epoch = content["source_date_epoch"]
        return BuildRecord(
            case=str(content["case"]),
            layout=str(content["layout"]),
            product=Product(content.get("product", "brochure")).value,
            settings=tuple((str(key), str(value)) for key, value in content["set"]),
            members=_names(content.get("members", ())),
            pictures=_names(content["pictures"]),
            layout_files=_names(content["layout_files"]),
            bundled_layouts=_names(content["bundled_layouts"]),
            fonts=tuple(Font(f["family"], f["file"], f["sha256"]) for f in content["fonts"]),
            allow_outside=bool(content["allow_outside"]),
            source_date_epoch=None if epoch is None else int(epoch),
            version=str(content["casepress"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"the record lacks {error}") from error


def _names(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def user_fonts(fonts: Mapping[str, str]) -> tuple[Font, ...]:
    """Name the font files of a layout with their checksums."""
    return tuple(
        Font(family, Path(path).name, hashlib.sha256(font_file(path).read_bytes()).hexdigest())
        for family, path in sorted(fonts.items())
    )
