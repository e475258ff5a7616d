"""The files an archive carries: from them alone the same version makes the same archive again.

The YAML is the source of the document (AFRelationship Source), pictures are its data, the layout
and the record of the build supplement it (ISO 19005-3, 6.8; relationships: ISO 32000-2, 7.11.3).
Names are relative, so nothing of the machine's folders gets into the file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from casepress.build.archive import record
from casepress.build.dating import source_date
from casepress.case.picturing import picture_files
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode

if TYPE_CHECKING:
    from casepress.build.model import Job, Product
    from casepress.case.load import LoadedCase
    from casepress.case.load_collection import LoadedCollection
    from casepress.case.model import Case
    from casepress.pdf.targets import Attachment
    from casepress.theme.model import Theme

LAYOUTS = "casepress-layout"
"""Folder of the user's own layout files."""
EFFECTIVE = "casepress-layout.yaml"
"""Every token of the layout with the value it had, itself a layout file."""
_MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
}


def archive_files(
    loaded: LoadedCase, theme: Theme, job: Job, product: Product
) -> tuple[Attachment, ...]:
    """Return everything a rebuild of a *product* of *job* needs, but fonts and the program itself.

    Raises:
        CasepressError: CP0612 a path that would mean another file elsewhere, or a name the
            archive needs for itself.
    """
    pictures = [job.case.parent / name for name in _pictures(loaded.case)]
    return _packed(theme, job, loaded.source, (), pictures, product)


def collection_files(
    loaded: LoadedCollection, theme: Theme, job: Job, product: Product
) -> tuple[Attachment, ...]:
    """Return the same for a collection: its file, every case in it, and all their pictures.

    Raises:
        CasepressError: as :func:`archive_files`.
    """
    names = [(name, path) for name, path, _ in loaded.collection.members()]
    _keep_relative(names)
    pictures = [
        member.path.parent / name for member in loaded.members for name in _pictures(member.case)
    ]
    members = [(member.path, member.source) for member in loaded.members]
    return _packed(theme, job, loaded.source, members, pictures, product)


def _packed(
    theme: Theme,
    job: Job,
    source: bytes,
    members: Sequence[tuple[Path, bytes]],
    pictures: Sequence[Path],
    product: Product,
) -> tuple[Attachment, ...]:
    from casepress.pdf.targets import Attachment
    from casepress.theme.chain import layout_chain

    pictures = list({os.path.normpath(path): path for path in pictures}.values())
    case, *places = _names([job.case, *(path for path, _ in members), *pictures])
    member_names, picture_names = places[: len(members)], places[len(members) :]
    _keep_free([*member_names, *picture_names])
    chain = layout_chain(job.options.layout)
    _keep_relative((name, None) for name in chain.references)
    layouts = [f"{LAYOUTS}/{name}" for name in _names(chain.files)]
    made = replace(
        _record(theme, job, case, member_names, picture_names, layouts), product=product.value
    )
    yaml = "application/yaml"
    files = [
        Attachment(case, source, yaml, "汇编的源文件" if members else "案例的源文件", "Source")
    ]
    for (_, data), place in zip(members, member_names, strict=True):
        files.append(Attachment(place, data, yaml, "案例的源文件", "Source"))
    for path, place in zip(pictures, picture_names, strict=True):
        kind = _MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
        files.append(Attachment(place, path.read_bytes(), kind, "案例的图片", "Data"))
    for path, place in zip(chain.files, layouts, strict=True):
        files.append(Attachment(place, path.read_bytes(), yaml, "自己的版式文件", "Supplement"))
    files.append(
        Attachment(EFFECTIVE, effective_layout(theme), yaml, "版式的全部取值", "Supplement")
    )
    files.append(
        Attachment(
            record.NAME,
            record.to_json(made),
            "application/json",
            "制作记录：版本、版式、选项",
            "Supplement",
        )
    )
    return tuple(files)


def _record(
    theme: Theme,
    job: Job,
    case: str,
    members: Sequence[str],
    pictures: Sequence[str],
    layouts: Sequence[str],
) -> record.BuildRecord:
    from casepress.theme.chain import is_path, layout_chain

    options = job.options
    return record.BuildRecord(
        case=case,
        layout=layouts[0] if is_path(options.layout) else options.layout,
        settings=options.overrides,
        members=tuple(members),
        pictures=tuple(pictures),
        layout_files=tuple(layouts),
        bundled_layouts=layout_chain(options.layout).bundled,
        fonts=record.user_fonts(theme.fonts),
        allow_outside=options.allow_outside,
        source_date_epoch=source_date(),
    )


def effective_layout(theme: Theme) -> bytes:
    """Write every token of a theme as a layout file; fonts by their file name only.

    One token a line below each heading, in the flow style that YAML shares with JSON.
    """
    tokens: dict[str, Any] = theme.model_dump(mode="json", exclude_none=True)
    tokens["fonts"] = {family: Path(path).name for family, path in theme.fonts.items()}
    lines = []
    for key, value in tokens.items():
        if isinstance(value, dict) and value:
            lines.append(f"{key}:")
            lines += [f"  {_key(name)}: {_flow(token)}" for name, token in value.items()]
        else:
            lines.append(f"{key}: {_flow(value)}")
    return ("\n".join(lines) + "\n").encode()


def _key(name: str) -> str:
    return name if name.isascii() and name.isidentifier() else _flow(name)


def _flow(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pictures(case: Case) -> list[str]:
    """Return the paths of the pictures as the case writes them, each once."""
    files = picture_files(case)
    _keep_relative((path, f"{source}.path") for path, source in files)
    return list(dict.fromkeys(path for path, _ in files))


def _names(paths: Sequence[Path]) -> list[str]:
    """Return names relative to the folder the files have in common.

    Among themselves the files keep their places, so that what one says of another stays true.
    """
    if not paths:
        return []
    whole = [PurePath(os.path.normpath(path.absolute())) for path in paths]
    top = os.path.commonpath([path.parent for path in whole])
    return [path.relative_to(top).as_posix() for path in whole]


def _keep_relative(names: Iterable[tuple[str, str | None]]) -> None:
    """Refuse absolute paths: unpacked elsewhere they would mean nothing."""
    wrong = [
        Diagnostic("CP0612", params={"path": name, "source": source or ""})
        for name, source in names
        if PurePath(name).is_absolute()
    ]
    if wrong:
        raise CasepressError(wrong, ExitCode.INVALID)


def _keep_free(places: Sequence[str]) -> None:
    """Refuse files that take the names of the archive's own."""
    own = (record.NAME.lower(), EFFECTIVE.lower())
    for place in places:
        if place.lower() in own or place.lower().startswith(f"{LAYOUTS}/"):
            params = {"path": place, "source": ""}
            raise CasepressError(Diagnostic("CP0616", params=params), ExitCode.INVALID)
