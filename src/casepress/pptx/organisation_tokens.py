"""The deck tokens of an organisation's template: its geometry, its sizes, its colours."""

from __future__ import annotations

from pathlib import Path

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity
from casepress.frozen import dataclass
from casepress.pptx.archive import Archive
from casepress.pptx.inheritance import Frame, Layout, layouts, slide_size
from casepress.pptx.mapping import TemplateMap, map_template, roles_of
from casepress.pptx.markup import NS_A
from casepress.pptx.organisation import Emptied, read_template
from casepress.pptx.palette import ground, logical, readable_words
from casepress.theme.deck import DeckTokens, LayoutToken, PlaceholderToken, PlaceholderType

MISSING_LAYOUTS = "CP0525"
_A = f"{{{NS_A}}}"
_MEDIUM_STYLE_2 = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""The table style applications have built in and use by default."""
_TYPES: dict[str, PlaceholderType] = {
    "title": "title",
    "ctrTitle": "title",
    "obj": "object",
    "pic": "picture",
    "chart": "chart",
    "tbl": "table",
    "ftr": "footer",
    "sldNum": "slide_number",
}
_FURNITURE = {"ftr": "footer", "sldNum": "number"}


@dataclass(frozen=True, slots=True)
class Organisation:
    """A template ready to be filled."""

    data: bytes
    """The package without slides."""
    map: TemplateMap
    tokens: DeckTokens
    """Its layouts, by key: what the file is written with."""
    planning: DeckTokens
    """Ours, with the template's own where it has them: what the story is planned with."""
    indices: dict[str, int]
    """Key → position among all layouts of the file."""
    dropped: int
    repaired: int

    @property
    def targets(self) -> dict[str, str]:
        """Return our layout → the template's."""
        return {m.key: m.target for m in self.map.matches}


def open_organisation(path: Path, house: DeckTokens) -> Organisation:
    """Open a template and map it; *house* are our own tokens.

    Raises CasepressError: what :func:`read_template` refuses, and CP0525 for a template without
    the layouts a deck needs, each named.
    """
    emptied = read_template(path)
    found = map_template(layouts(emptied.archive), slide_size(emptied.archive), house)
    if found.missing:
        params = {"path": path.name, "layouts": missing_names(found, house)}
        raise CasepressError(
            Diagnostic(MISSING_LAYOUTS, Severity.ERROR, None, params), ExitCode.MISSING_RESOURCE
        )
    return organisation(emptied, found, house)


def missing_names(found: TemplateMap, house: DeckTokens) -> tuple[str, ...]:
    """Name the required layouts a template lacks: ``封面（cover）``."""
    return tuple(f"{house.layout(key).name}（{key}）" for key in found.missing)


def organisation(emptied: Emptied, found: TemplateMap, house: DeckTokens) -> Organisation:
    """Make the tokens of a mapped template."""
    archive = emptied.archive
    used = dict(found.used)
    exact = {m.key for m in found.matches if m.how == "exact"}
    made = {
        key: _exact(layout, key, house) if key in exact else _layout(layout, key)
        for key, layout in used.items()
    }
    whole = all(m.how == "exact" for m in found.matches)
    master = used["content"].master
    colours = logical(archive, master)
    shades = house.shades
    if not whole:
        shades = readable_words(colours, ground(archive, used["content"].part, master))
    latin, east_asian = _fonts(archive, master)
    tokens = DeckTokens(
        colours=colours,
        shades=shades,
        latin_major=latin[0],
        latin_minor=latin[1],
        east_asian_major=east_asian[0],
        east_asian_minor=east_asian[1],
        width_in=found.width_in,
        height_in=found.height_in,
        progress=house.progress if whole else None,
        layouts=tuple(made.values()),
        table_style="" if whole else _table_style(archive),
        line_height=house.line_height,
    )
    planning = house.model_copy(
        update={"layouts": tuple(made[t.key] if t.key in exact else t for t in house.layouts)}
    )
    planning = DeckTokens.model_validate(planning.model_dump())
    indices = {key: layout.index for key, layout in used.items()}
    return Organisation(
        emptied.data, found, tokens, planning, indices, emptied.dropped, emptied.repaired
    )


def _placeholder(frame: Frame, role: str) -> PlaceholderToken:
    kind = _TYPES.get(frame.kind, "body")
    return PlaceholderToken(
        idx=0 if kind == "title" else frame.idx,
        role=role,
        type=kind,
        name=frame.name or role,
        box=frame.box,
        levels=frame.levels,
        anchor=frame.anchor,
        inset=frame.inset,
        native="" if frame.kind == "obj" else frame.kind,
    )


def _layout(layout: Layout, key: str) -> LayoutToken:
    """Make the token of a layout that is not ours: only the placeholders a slide may fill."""
    roles = {idx: role for role, idx in roles_of(key, layout)}
    placeholders: list[PlaceholderToken] = []
    for frame in layout.frames:
        kind = _TYPES.get(frame.kind, "body")
        role = "title" if kind == "title" else _FURNITURE.get(frame.kind) or roles.get(frame.idx)
        if role and not any(p.role == role == "title" for p in placeholders):
            placeholders.append(_placeholder(frame, role))
    return LayoutToken(key=key, name=layout.name, furniture=False, placeholders=tuple(placeholders))


def _exact(layout: Layout, key: str, house: DeckTokens) -> LayoutToken:
    """Make the token of a layout we exported: our roles in the geometry it has now."""
    frames = {f.idx: f for f in layout.frames if f.kind not in ("title", "ctrTitle")}
    title = next(f for f in layout.frames if f.kind in ("title", "ctrTitle"))
    placeholders = []
    for token in house.placeholders(key):
        frame = title if token.type == "title" else frames.get(token.idx)
        if frame is None:
            continue
        update = {
            "box": frame.box,
            "levels": frame.levels[: max(1, len(token.levels))],
            "anchor": frame.anchor,
            "inset": frame.inset,
        }
        placeholders.append(token.model_copy(update=update))
    own = house.layout(key)
    return own.model_copy(update={"placeholders": tuple(placeholders), "name": layout.name})


def _table_style(archive: Archive) -> str:
    """Give the template's default table style."""
    for part in archive.related("ppt/presentation.xml", "tableStyles"):
        if part in archive.content:
            return archive.tree(part).get("def") or _MEDIUM_STYLE_2
    return _MEDIUM_STYLE_2


def _fonts(archive: Archive, master: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give (major, minor) of the Latin and of the East Asian theme fonts, for the report."""
    latin, east_asian = ["", ""], ["", ""]
    for theme in archive.related(master, "theme"):
        for n, tag in enumerate(("majorFont", "minorFont")):
            font = archive.tree(theme).find(f".//{_A}{tag}")
            if font is None:
                continue
            for target, name in ((latin, "latin"), (east_asian, "ea")):
                face = font.find(f"{_A}{name}")
                target[n] = face.get("typeface", "") if face is not None else ""
    return (latin[0], latin[1]), (east_asian[0], east_asian[1])
