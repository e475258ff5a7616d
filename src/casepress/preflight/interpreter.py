"""From content streams to marks: what a page paints, form XObjects and patterns included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any, ClassVar

from casepress.frozen import dataclass
from casepress.preflight.geometry import (
    IDENTITY,
    Box,
    Matrix,
    bounds,
    corners,
    lengths,
    multiply,
    scale,
    upright,
)
from casepress.preflight.glyphs import FontFacts, read_font
from casepress.preflight.marks import Kind, Mark
from casepress.preflight.paths import Path
from casepress.preflight.shadings import heaviest
from casepress.preflight.spaces import (
    CMYK,
    GRAY,
    PATTERN,
    RGB,
    UNKNOWN,
    Colour,
    Space,
    colour,
    flatten,
    read_space,
)
from casepress.preflight.state import State
from casepress.preflight.tagging import MarkedContent
from casepress.preflight.text import TextPen

_DEPTH = 16
_UNIT = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(slots=True)
class Painting:
    """What interpreting a page gave."""

    marks: list[Mark] = field(default_factory=list)
    spaces: dict[str, Space] = field(default_factory=dict)
    """Colour spaces used, by label."""
    groups: list[Space] = field(default_factory=list)
    """Blending spaces of transparency groups inside the page."""
    transparent: bool = False
    errors: list[str] = field(default_factory=list)
    unclosed: bool = False
    """Marked content or saved states were left open."""


class Fonts:
    """The fonts of a document, each read once."""

    def __init__(self) -> None:
        self.known: dict[object, FontFacts] = {}

    def get(self, font: Any) -> FontFacts:
        """Return the facts of a font dictionary."""
        key = font.objgen if font.objgen[0] else id(font)
        if key not in self.known:
            self.known[key] = read_font(font)
        return self.known[key]


class Interpreter:
    """Runs the operators of one page."""

    def __init__(self, index: int, fonts: Fonts) -> None:
        self.painting = Painting()
        self._index = index
        self._fonts = fonts
        self._state = State()
        self._saved: list[State] = []
        self._path = Path()
        self._clipping = False
        self._resources: Any = None
        self._content = MarkedContent()
        self._text = TextPen()
        self._open: list[object] = []

    def page(self, page: Any) -> Painting:
        """Interpret a page."""
        import pikepdf

        resources = page.obj.get("/Resources")
        if resources is None:
            resources = page.resources
        self._run(page, resources if resources is not None else pikepdf.Dictionary())
        self.painting.unclosed = bool(self._content.stack or self._saved)
        return self.painting

    def _run(self, stream: Any, resources: Any) -> None:
        import pikepdf

        outer, self._resources = self._resources, resources
        try:
            instructions = pikepdf.parse_content_stream(stream)
        except (pikepdf.PdfError, TypeError, ValueError) as error:
            self.painting.errors.append(str(error)[:120])
            instructions = []
        table = self._TABLE
        for instruction in instructions:
            name = str(instruction.operator)
            act = table.get(name)
            try:
                if act is not None:
                    act(self, instruction.operands)
                elif name == "INLINE IMAGE":
                    self._inline(instruction.operands[0])
            except (TypeError, ValueError, IndexError, KeyError, AttributeError,
                    pikepdf.PdfError) as error:  # fmt: skip
                self.painting.errors.append(f"{name}: {error}"[:120])
        self._resources = outer

    # -- graphics state ------------------------------------------------------------------------

    def _save(self, _: Any) -> None:
        self._saved.append(self._state.copy())

    def _restore(self, _: Any) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _concat(self, operands: Any) -> None:
        self._state.matrix = multiply(_matrix(operands), self._state.matrix)

    def _width(self, operands: Any) -> None:
        self._state.width = float(operands[0])

    def _parameters(self, operands: Any) -> None:
        masked, blend = self._state.apply(self._resource("/ExtGState", operands[0]))
        alpha = min(self._state.fill_alpha, self._state.stroke_alpha)
        if masked or alpha < 1 or blend not in ("Normal", "Compatible"):
            self.painting.transparent = True

    def _resource(self, kind: str, name: Any) -> Any:
        return self._resources[kind][str(name)]

    # -- colour --------------------------------------------------------------------------------

    def _set_space(self, operands: Any, stroke: bool) -> None:
        space = read_space(operands[0], self._resources)
        values = (1.0,) * space.count if space.names else (0.0,) * space.count
        if space.family == "DeviceCMYK":
            values = (0.0, 0.0, 0.0, 1.0)
        self._set(space, values, stroke)

    def _set(
        self, space: Space, values: tuple[float, ...], stroke: bool, pattern: Any = None
    ) -> None:
        made = colour(space, values, pattern)
        if stroke:
            self._state.stroke = made
        else:
            self._state.fill = made

    def _device(self, operands: Any, device: Space, stroke: bool) -> None:
        import pikepdf

        space = device
        spaces = self._resources.get("/ColorSpace")
        if spaces is not None:
            space = read_space(pikepdf.Name(f"/{device.family}"), self._resources)
        self._set(space, tuple(map(float, operands)), stroke)

    def _components(self, operands: Any, stroke: bool) -> None:
        import pikepdf

        space = (self._state.stroke if stroke else self._state.fill).space
        numbers = tuple(float(v) for v in operands if not isinstance(v, pikepdf.Name))
        pattern = None
        if len(operands) and isinstance(operands[-1], pikepdf.Name):
            pattern = self._resource("/Pattern", operands[-1])
            space = space if space.family == "Pattern" else PATTERN
        self._set(space, numbers, stroke, pattern)

    def _note(self, space: Space) -> None:
        for one in flatten(space):
            if one is not UNKNOWN:
                self.painting.spaces.setdefault(one.label, one)

    # -- paths ---------------------------------------------------------------------------------

    def _move(self, o: Any) -> None:
        self._path.move(self._state.matrix, float(o[0]), float(o[1]))

    def _line(self, o: Any) -> None:
        self._path.line(self._state.matrix, float(o[0]), float(o[1]))

    def _curve(self, o: Any) -> None:
        self._path.curve(self._state.matrix, [float(v) for v in o])

    def _rectangle(self, o: Any) -> None:
        self._path.rectangle(self._state.matrix, *(float(v) for v in o))

    def _paint_path(self, fill: bool, stroke: bool) -> None:
        for box, rectangle in self._path.boxes() if fill else ():
            self._add("fill", box, solid=rectangle, size=min(box.width, box.height))
        width = self._state.width * scale(self._state.matrix)
        for box in self._path.strokes() if stroke else ():
            self._add("stroke", box.inset(-width / 2), size=width)
        self._end_path(())

    def _end_path(self, _: Any) -> None:
        if self._clipping:
            self._state.clip_to(self._path.outline())
        self._clipping = False
        self._path = Path()

    def _clip(self, _: Any) -> None:
        self._clipping = True

    def _add(self, kind: Kind, box: Box, **more: Any) -> Mark | None:
        """Record a mark if anything of it is seen."""
        seen = box.meet(self._state.clip)
        if seen is None or (seen.width * seen.height == 0 < box.width * box.height):
            return None
        state, stroke = self._state, kind == "stroke"
        ink = more.pop("colour", None) or (state.stroke if stroke else state.fill)
        if ink.pattern is not None:
            ink = self._pattern(ink)
        mark = Mark(
            kind, seen, ink,
            overprint=state.stroke_overprint if stroke else state.fill_overprint,
            mode=state.mode,
            alpha=state.stroke_alpha if stroke else state.fill_alpha,
            tagging=self._content.tagging, mcid=self._content.mcid, **more,
        )  # fmt: skip
        self.painting.marks.append(mark)
        self._note(ink.space)
        return mark

    # -- patterns, shadings, XObjects ------------------------------------------------------------

    def _pattern(self, ink: Colour) -> Colour:
        """Paint a tiling pattern's cell once; return a gradient's heaviest colour."""
        pattern = ink.pattern
        if "/Shading" in pattern:
            shading = pattern.Shading
            return heaviest(shading, read_space(shading.get("/ColorSpace"), self._resources))
        if pattern.objgen not in self._open:
            self._inside(pattern, pattern.get("/Matrix"), self._base_state())
        return ink

    def _base_state(self) -> State:
        return State(clip=self._state.clip)

    def _shade(self, operands: Any) -> None:
        shading = self._resource("/Shading", operands[0])
        space = read_space(shading.get("/ColorSpace"), self._resources)
        self._add("shading", self._state.clip, colour=heaviest(shading, space))

    def _xobject(self, operands: Any) -> None:
        found = self._resource("/XObject", operands[0])
        kind = str(found.get("/Subtype"))
        if kind == "/Form":
            tagged = self._content.enter_form("/StructParent" in found)
            if "/Group" in found and found.Group.get("/CS") is not None:
                self.painting.groups.append(read_space(found.Group.CS, None))
            if found.objgen not in self._open:
                self._inside(found, found.get("/Matrix"), self._state.copy())
            self._content.leave_form(tagged)
        elif kind == "/Image":
            self._image(found)

    def _inside(self, stream: Any, matrix: Any, state: State) -> None:
        """Run a stream of its own with its own matrix, clip and resources."""
        if len(self._open) >= _DEPTH:
            return
        outer, saved, path = self._state, self._saved, self._path
        self._state, self._saved, self._path = state, [], Path()
        own = multiply(_matrix(matrix) if matrix is not None else IDENTITY, state.matrix)
        state.matrix = own
        if "/BBox" in stream:
            left, bottom, right, top = map(float, stream.BBox)
            state.clip_to(bounds(corners(own, Box(left, bottom, right, top))))
        self._open.append(stream.objgen)
        depth = len(self._content.stack)
        self._run(stream, stream.get("/Resources", self._resources))
        del self._content.stack[depth:]
        self._open.pop()
        self._state, self._saved, self._path = outer, saved, path

    def _image(self, image: Any) -> None:
        matrix = self._state.matrix
        if "/SMask" in image or "/Mask" in image:
            self.painting.transparent |= "/SMask" in image
        more: dict[str, Any] = {}
        if not bool(image.get("/ImageMask", False)):
            more["colour"] = colour(read_space(image.get("/ColorSpace"), self._resources), ())
        mark = self._add(
            "image", bounds(corners(matrix, _UNIT)), image=image, matrix=matrix,
            solid=upright(matrix), size=min(lengths(matrix)), **more,
        )  # fmt: skip
        if mark is not None and "/StructParent" in image:
            mark.tagging = "tagged"

    def _inline(self, image: Any) -> None:
        space = GRAY if image.image_mask else read_space(_inline_space(image), self._resources)
        matrix = self._state.matrix
        more = {} if image.image_mask else {"colour": colour(space, ())}
        self._add("image", bounds(corners(matrix, _UNIT)), image=image, matrix=matrix, **more)

    # -- text ----------------------------------------------------------------------------------

    def _font(self, operands: Any) -> None:
        self._state.size = float(operands[1])
        self._state.font = None
        self._state.font = self._fonts.get(self._resource("/Font", operands[0]))

    def _show(self, pieces: Any) -> None:
        state = self._state
        font = state.font
        if font is None:
            return
        codes, box, size = self._text.show(state, pieces)
        if not codes:
            return
        font.used.setdefault(self._index, set()).update(codes)
        if not self._content.explained:
            font.unexplained.setdefault(self._index, set()).update(codes)
        if state.render in (3, 7):
            return
        more = {"codes": tuple(codes), "font": font, "size": size}
        if state.render == 1:
            more["colour"] = state.stroke
        self._add("text", box, **more)

    _TABLE: ClassVar[dict[str, Callable[[Interpreter, Any], None]]] = {}


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(v) for v in operands)
    return a, b, c, d, e, f


def _inline_space(image: Any) -> Any:
    return image.obj.get("/ColorSpace", image.obj.get("/CS"))


def _table() -> dict[str, Callable[[Interpreter, Any], None]]:
    """Return what every operator does (ISO 32000-1, annex A)."""
    I = Interpreter  # noqa: E741
    acts: dict[str, Callable[[Any, Any], None]] = {
        "q": I._save, "Q": I._restore, "cm": I._concat, "w": I._width, "gs": I._parameters,
        "m": I._move, "l": I._line, "c": I._curve, "v": I._curve, "y": I._curve,
        "re": I._rectangle, "W": I._clip, "W*": I._clip, "n": I._end_path,
        "sh": I._shade, "Do": I._xobject, "Tf": I._font,
        "cs": lambda i, o: i._set_space(o, False), "CS": lambda i, o: i._set_space(o, True),
        "sc": lambda i, o: i._components(o, False), "SC": lambda i, o: i._components(o, True),
        "scn": lambda i, o: i._components(o, False), "SCN": lambda i, o: i._components(o, True),
        "Tj": lambda i, o: i._show([o[0]]), "TJ": lambda i, o: i._show(o[0]),
        "BMC": lambda i, o: i._content.begin(o, i._resources),
        "BDC": lambda i, o: i._content.begin(o, i._resources),
        "EMC": lambda i, o: i._content.end(),
    }  # fmt: skip
    for name, fill, stroke in (
        ("f", True, False), ("F", True, False), ("f*", True, False), ("S", False, True),
        ("s", False, True), ("B", True, True), ("B*", True, True), ("b", True, True),
        ("b*", True, True),
    ):  # fmt: skip
        acts[name] = lambda i, o, f=fill, s=stroke: i._paint_path(f, s)  # type: ignore[misc]
    for name, device in (("g", GRAY), ("rg", RGB), ("k", CMYK)):
        acts[name] = lambda i, o, d=device: i._device(o, d, False)  # type: ignore[misc]
        acts[name.upper()] = lambda i, o, d=device: i._device(o, d, True)  # type: ignore[misc]
    for name in ("BT", "ET", "Td", "TD", "Tm", "T*", "Tc", "Tw", "Tz", "TL", "Ts", "Tr"):
        acts[name] = lambda i, o, n=name: i._text.operator(n, o, i._state)  # type: ignore[misc]
    acts["'"] = _next_line_show
    acts['"'] = _spaced_show
    return acts


def _next_line_show(interpreter: Any, operands: Any) -> None:
    interpreter._text.operator("T*", (), interpreter._state)
    interpreter._show([operands[-1]])


def _spaced_show(interpreter: Any, operands: Any) -> None:
    interpreter._text.operator("Tw", operands[:1], interpreter._state)
    interpreter._text.operator("Tc", operands[1:2], interpreter._state)
    _next_line_show(interpreter, operands)


Interpreter._TABLE = _table()
