"""The files an archive carries along: from them the same case can be built again."""

from __future__ import annotations

import mimetypes
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casepress.case.model import Case
    from casepress.pdf.targets import Attachment


def source_files(path: Path, case: Case) -> tuple[Attachment, ...]:
    """Return the case's YAML and its pictures, named as the YAML names them (ISO 19005-3, 6.8).

    Pictures outside the case's directory keep only their file name: an archive holds no paths of
    the machine it was made on.
    """
    from casepress.pdf.targets import Attachment

    files = [
        Attachment(
            path.name,
            path.read_bytes(),
            media_type="application/yaml",
            description="案例的源文件",
            relationship="Source",
        )
    ]
    pictures = dict.fromkeys(figure.path for figure in case.figures)
    for name in pictures:
        files.append(
            Attachment(
                _portable(name),
                (path.parent / name).read_bytes(),
                media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
                description="案例的图片",
                relationship="Source",
            )
        )
    return tuple(files)


def _portable(name: str) -> str:
    """Return a relative name with forward slashes that stays inside its directory."""
    plain = PurePosixPath(name.replace("\\", "/"))
    inside = not plain.is_absolute() and ".." not in plain.parts and ":" not in name
    return str(plain) if inside else plain.name
