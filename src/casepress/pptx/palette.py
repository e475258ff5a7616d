"""Colours of any theme through its colour map, and contrast (WCAG 2.2 §1.4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casepress.pptx.archive import Archive
from casepress.pptx.markup import NS_A, NS_P
from casepress.theme.shade import shaded

_A, _P = f"{{{NS_A}}}", f"{{{NS_P}}}"
SLOTS = (
    "dk1", "lt1", "dk2", "lt2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
LOGICAL = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
READABLE = 4.5
_PANEL = "lt1/95"
"""Ground of panels: a little darker than the page."""
_FALLBACK = {"dk1": "000000", "lt1": "FFFFFF"}


def scheme(archive: Archive, master: str) -> dict[str, str]:
    """Give the theme's twelve colours as RGB; system colours by the last value an editor saw."""
    colours = dict(_FALLBACK)
    for theme in archive.related(master, "theme"):
        if theme not in archive.content:
            continue
        found = archive.tree(theme).find(f".//{_A}clrScheme")
        for slot in found if found is not None else ():
            name = str(slot.tag).removeprefix(_A)
            for value in slot:
                rgb = value.get("lastClr") or value.get("val") or ""
                if len(rgb) == 6:
                    colours[name] = rgb.upper()
    return colours


def colour_map(root: Any) -> dict[str, str]:
    """Give the ``p:clrMap`` of a master: ``tx1`` → ``dk1``."""
    found = root.find(f"{_P}clrMap")
    return dict(found.attrib) if found is not None else {v: k for k, v in LOGICAL.items()}


def logical(archive: Archive, master: str) -> dict[str, str]:
    """Give RGB by slot as slides see it: ``dk1`` is text 1, whatever slot the master maps it to."""
    colours, mapping = scheme(archive, master), colour_map(archive.tree(master))
    seen = {}
    for slot in SLOTS:
        name = mapping.get(LOGICAL.get(slot, slot), slot)
        seen[slot] = colours.get(name) or colours.get(slot) or "000000"
    return seen


def luminance(rgb: str) -> float:
    """Give the relative luminance of a colour (WCAG 2.2)."""
    parts = (int(rgb[n : n + 2], 16) / 255 for n in (0, 2, 4))
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_words(colours: Mapping[str, str], ground: str) -> dict[str, str]:
    """Give our colour words in terms of a foreign theme, each readable where we use it.

    Text colours reach 4.5 on *ground*, and ground colours reach 4.5 under it; where no accent of
    the theme does, a darker shade of one, then text 1.
    """

    def value(word: str) -> str:
        slot, _, rest = word.partition("/")
        if rest:
            return shaded(colours[slot], int(rest) / 100, 0.0)
        slot, _, rest = word.partition("+")
        share = int(rest) / 100 if rest else 0.0
        return shaded(colours[slot], 1 - share, share)

    def first(*words: str) -> str:
        panel = value(_PANEL)
        fitting = (
            w for w in words
            if min(contrast(value(w), ground), contrast(value(w), panel)) >= READABLE
        )  # fmt: skip
        return next(fitting, "dk1")

    accents = [f"accent{n}" for n in range(1, 7)]
    dark = [f"accent1/{n}" for n in (75, 50)]
    main = first("accent1", *dark)
    second = first(*(a for a in accents[1:] if a != main), "accent2/75", "accent2/50", "dk2")
    return {
        "accent1": main,
        "accent3": second,
        "deep": second,
        "accent4": first("dk1+35", "dk2", "dk1"),
        "accent5": _PANEL,
        "dk2": first("dk2", "accent1/50", "dk1"),
        "lt2": "lt1",
        "hlink": first("hlink", "dk2", "dk1"),
        "hairline": "dk1+50",
        "before": "accent1+40",
    }


def ground(archive: Archive, layout: str, master: str) -> str:
    """Give the RGB of the ground of a layout; white of the theme where it is not one colour."""
    colours, mapping = scheme(archive, master), colour_map(archive.tree(master))
    for part in (layout, master):
        found = archive.tree(part).find(f"{_P}cSld/{_P}bg")
        if found is None:
            continue
        solid = found.find(f"{_P}bgPr/{_A}solidFill")
        holder = solid if solid is not None else found.find(f"{_P}bgRef")
        rgb = resolve(holder, colours, mapping) if holder is not None else None
        if rgb is not None:
            return rgb
        break
    return colours.get(mapping.get("bg1", "lt1"), "FFFFFF")


def resolve(holder: Any, colours: Mapping[str, str], mapping: Mapping[str, str]) -> str | None:
    """Give the RGB of the colour an element holds, modifications applied; None if unknown."""
    literal = holder.find(f"{_A}srgbClr")
    if literal is not None:
        return _modified(literal, str(literal.get("val", "")).upper())
    named = holder.find(f"{_A}schemeClr")
    if named is not None:
        name = named.get("val", "")
        rgb = colours.get(mapping.get(name, name))
        return _modified(named, rgb) if rgb else None
    system = holder.find(f"{_A}sysClr")
    return str(system.get("lastClr") or "") or None if system is not None else None


def _modified(element: Any, rgb: str) -> str:
    def share(tag: str, default: float) -> float:
        found = element.find(f"{_A}{tag}")
        return int(found.get("val")) / 100_000 if found is not None else default

    factor, offset = share("lumMod", 1.0), share("lumOff", 0.0)
    rgb = shaded(rgb, factor, offset) if (factor, offset) != (1.0, 0.0) else rgb
    tint, shade = share("tint", 1.0), share("shade", 1.0)
    return _mixed(rgb, tint, shade) if (tint, shade) != (1.0, 1.0) else rgb


def _mixed(rgb: str, tint: float, shade: float) -> str:
    """Apply ``tint`` (towards white) and ``shade`` (towards black) in linear light (20.1.2.3)."""
    out = ""
    for n in (0, 2, 4):
        value = int(rgb[n : n + 2], 16) / 255
        linear = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        linear = (linear * tint + 1 - tint) * shade
        encoded = linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
        out += f"{round(min(max(encoded, 0.0), 1.0) * 255):02X}"
    return out
