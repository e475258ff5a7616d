"""Colour spaces and what they put on which plate."""

from __future__ import annotations

from typing import Any

from casepress.frozen import dataclass

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
Plates = tuple[float, float, float, float, float]
"""Cyan, magenta, yellow, black and the sum of all spot inks, each from 0 to 1."""
NO_INK: Plates = (0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its family as ISO 32000 names it, and how many components it takes."""

    family: str
    count: int
    names: tuple[str, ...] = ()
    """Colorants of a Separation or DeviceN space."""
    base: Space | None = None
    """Base of an Indexed space, underlying space of a Pattern."""
    lookup: bytes = b""

    @property
    def label(self) -> str:
        """Name the space as a report does."""
        if self.family == "ICCBased":
            return f"ICCBased {({1: 'Gray', 3: 'RGB', 4: 'CMYK'}).get(self.count, self.count)}"
        if self.names:
            return f"{self.family} {'+'.join(self.names)}"
        return self.family

    @property
    def is_rgb(self) -> bool:
        """Tell whether colours of the space must be converted before they can be printed."""
        return self.family in ("DeviceRGB", "CalRGB", "Lab") or (
            self.family == "ICCBased" and self.count == 3
        )

    @property
    def is_cmyk(self) -> bool:
        """Tell whether the components are the four process inks."""
        return self.family == "DeviceCMYK" or (self.family == "ICCBased" and self.count == 4)

    def plates(self, values: tuple[float, ...]) -> Plates | None:
        """Return the inks of a colour; ``None`` where only a conversion would tell."""
        if len(values) < self.count:
            return None
        if self.is_cmyk:
            return (*values[:4], 0.0)  # type: ignore[return-value]
        if self.family in ("DeviceGray", "CalGray") or (self.family, self.count) == ("ICCBased", 1):
            return (0.0, 0.0, 0.0, 1.0 - values[0], 0.0)
        if self.family in ("Separation", "DeviceN"):
            return self._separations(values)
        if self.family == "Indexed" and self.base is not None:
            return self.base.plates(self.entry(int(values[0])))
        return None

    def _separations(self, values: tuple[float, ...]) -> Plates:
        inks = [0.0] * 5
        for name, tint in zip(self.names, values, strict=False):
            if name == "All":
                inks = [tint, tint, tint, tint, inks[4]]
            elif name in PROCESS:
                inks[PROCESS.index(name)] = tint
            elif name != "None":
                inks[4] += tint
        return (inks[0], inks[1], inks[2], inks[3], inks[4])

    def entry(self, index: int) -> tuple[float, ...]:
        """Return a colour of an Indexed space's table in its base space."""
        assert self.base is not None
        count = self.base.count
        return tuple(v / 255 for v in self.lookup[index * count : (index + 1) * count])


GRAY = Space("DeviceGray", 1)
RGB = Space("DeviceRGB", 3)
CMYK = Space("DeviceCMYK", 4)
PATTERN = Space("Pattern", 0)
UNKNOWN = Space("unknown", 0)
_DEVICE = {
    "DeviceGray": GRAY, "G": GRAY, "DeviceRGB": RGB, "RGB": RGB, "DeviceCMYK": CMYK, "CMYK": CMYK,
    "Pattern": PATTERN,
}  # fmt: skip
_DEFAULTS = {"DeviceGray": "/DefaultGray", "DeviceRGB": "/DefaultRGB", "DeviceCMYK": "/DefaultCMYK"}


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as set: its space, its components, and the inks it lays."""

    space: Space
    values: tuple[float, ...] = ()
    plates: Plates | None = None
    pattern: Any = None


def colour(space: Space, values: tuple[float, ...], pattern: Any = None) -> Colour:
    """Make a colour and work out its inks."""
    return Colour(space, values, space.plates(values), pattern)


BLACK = colour(GRAY, (0.0,))


def read_space(obj: Any, resources: Any, depth: int = 0) -> Space:
    """Read a colour space from its name or array; :data:`UNKNOWN` if it makes no sense.

    A device space that the resources remap (DefaultRGB and its like) is what it is remapped to.
    """
    import pikepdf

    if depth > 4 or obj is None:
        return UNKNOWN
    try:
        if isinstance(obj, pikepdf.Name):
            return _named(str(obj)[1:], resources, depth)
        return _array(obj, resources, depth)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, pikepdf.PdfError):
        return UNKNOWN


def _named(name: str, resources: Any, depth: int) -> Space:
    spaces = resources.get("/ColorSpace") if resources is not None else None
    if name in _DEVICE:
        device = _DEVICE[name]
        default = _DEFAULTS.get(device.family)
        if spaces is not None and default in spaces and depth == 0:
            return read_space(spaces[default], None, depth + 1)
        return device
    if spaces is not None and f"/{name}" in spaces:
        return read_space(spaces[f"/{name}"], resources, depth + 1)
    return UNKNOWN


def _array(obj: Any, resources: Any, depth: int) -> Space:
    family = str(obj[0])[1:]
    if family in _DEVICE and family != "Pattern":
        return _named(family, resources, depth)
    if family == "Pattern":
        base = read_space(obj[1], resources, depth + 1) if len(obj) > 1 else None
        return Space("Pattern", base.count if base else 0, base=base)
    if family == "ICCBased":
        return Space(family, int(obj[1].N))
    if family in ("CalRGB", "Lab", "CalGray"):
        return Space(family, 1 if family == "CalGray" else 3)
    if family == "Separation":
        return Space(family, 1, (_colorant(obj[1]),))
    if family == "DeviceN":
        names = tuple(_colorant(name) for name in obj[1])
        return Space(family, len(names), names)
    if family in ("Indexed", "I"):
        import pikepdf

        table = obj[3].read_bytes() if isinstance(obj[3], pikepdf.Stream) else bytes(obj[3])
        return Space("Indexed", 1, base=read_space(obj[1], resources, depth + 1), lookup=table)
    return UNKNOWN


def _colorant(name: Any) -> str:
    return str(name)[1:]


def flatten(space: Space) -> list[Space]:
    """Return a space and the spaces inside it that really carry the colour."""
    if space.family in ("Indexed", "Pattern"):
        return flatten(space.base) if space.base is not None else []
    return [space]
