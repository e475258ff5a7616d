"""Read a theme from its layout file, the files it extends, and single tokens set by the user.

Files are merged as nodes, not as data, so that every token keeps the place it was written at and a
misspelt one is reported there, whichever file it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, get_args, get_origin

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity, Span
from casepress.fonts.locate import data_directory
from casepress.frozen import dataclass
from casepress.records import BaseModel
from casepress.source import nodes
from casepress.source.bind import bind
from casepress.source.names import all_names, names_of, nearest, unwrapped
from casepress.source.nodes import Node, Scalar, compose
from casepress.source.reader import SourceText, read_source, source_from_text
from casepress.theme.check import check_page
from casepress.theme.legible import check_look
from casepress.theme.model import Theme

Overrides = Mapping[str, str] | Iterable[tuple[str, str]]
_SUFFIXES: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class LayoutEntry:
    """A layout one can choose."""

    name: str
    title: str
    description: str
    path: Path


def list_layouts() -> tuple[LayoutEntry, ...]:
    """Return the bundled layouts by name; files without a ``name`` are bases, not layouts."""
    entries = []
    for path in _bundled().values():
        root = compose(read_source(path))
        top = dict(_items(root)) if isinstance(root, nodes.Mapping) else {}
        name, title, about = (_text(top.get(k)) for k in ("name", "title", "description"))
        if name:
            entries.append(LayoutEntry(name, title, about, path))
    return tuple(sorted(entries, key=lambda entry: entry.path.stem))


def load_theme(name: str | Path, overrides: Overrides = ()) -> Theme:
    """Load a theme.

    Args:
        name: name of a bundled layout, or the path of a layout file (ending in .yaml). Its
            ``extends`` names what it starts from: one or several layouts, later ones on top;
            mappings are merged key by key, lists replaced.
        overrides: single tokens by path, such as ``brochure.corner`` → ``chamfer``; values are
            read as YAML.

    Raises:
        CasepressError: no such layout, a circle of extends, unknown or wrong tokens; all at once.
    """
    path = _path(name)
    root, source = _resolved(path, ())
    if _is_bundled(name) and "name" not in dict(_items(root)):
        raise _fault("CP0504", None, ExitCode.USAGE, name=str(name))
    pairs = overrides.items() if isinstance(overrides, Mapping) else overrides
    problems: list[Diagnostic] = []
    for token, value in pairs:
        try:
            root = _overridden(root, token, value, path.stem)
        except CasepressError as error:
            problems += error.diagnostics
    if problems:
        raise CasepressError(problems, ExitCode.USAGE)
    try:
        bound = bind(root, Theme, source)
        check_page(bound.model, root)
        if faults := check_look(bound.model, bound.places):
            raise CasepressError(faults)
    except CasepressError as error:
        options = all(d.span and d.span.file.startswith("--set") for d in error.diagnostics)
        raise CasepressError(
            error.diagnostics, ExitCode.USAGE if options else ExitCode.INVALID
        ) from None
    return bound.model


# -- files ----------------------------------------------------------------------------------


def _bundled() -> dict[str, Path]:
    directory = data_directory("layouts")
    found = sorted(directory.glob("*.yaml"))
    return {path.stem: path for path in found if not path.name.startswith("_")}


def _is_bundled(name: str | Path) -> bool:
    return isinstance(name, str) and not name.endswith(_SUFFIXES)


def _path(name: str | Path) -> Path:
    if not _is_bundled(name):
        return Path(name)
    known = _bundled()
    if name not in known:
        layouts = tuple(entry.name for entry in list_layouts())
        raise _fault("CP0501", None, ExitCode.MISSING_RESOURCE, name=str(name), known=layouts)
    return known[str(name)]


def _resolved(path: Path, above: tuple[Path, ...]) -> tuple[nodes.Mapping, SourceText]:
    """Return a layout's tree merged onto those it extends."""
    source = read_source(path)
    root = compose(source, all_names(Theme))
    if not isinstance(root, nodes.Mapping):
        bind(root, Theme, source)  # says what is wrong with it
        raise AssertionError("a layout that is no mapping was accepted")
    merged = nodes.Mapping((), root.span)
    for base in _bases(root):
        below = _base_path(base, path)
        if below.resolve() in [one.resolve() for one in (*above, path)]:
            chain = tuple(one.stem for one in (*above, path, below))
            raise _fault("CP0503", base.span, ExitCode.INVALID, chain=" → ".join(chain))
        merged = _merged(merged, _resolved(below, (*above, path))[0])
    own = tuple(
        (key, _absolute_fonts(value, path.parent) if key.text == "fonts" else value)
        for key, value in root.entries
        if key.text != "extends"
    )
    return _merged(merged, nodes.Mapping(own, root.span)), source


def _bases(root: nodes.Mapping) -> list[Scalar]:
    """Return what a layout extends, first to last."""
    found: list[Scalar] = []
    for key, value in root.entries:
        if key.text != "extends":
            continue
        listed = value.items if isinstance(value, nodes.Sequence) else (value,)
        for item in listed:
            if not isinstance(item, Scalar):
                params = {"key": "extends", "zh": "extends", "description": "版式名称或文件"}
                raise _fault("CP0307", item.span, ExitCode.INVALID, **params)
            if not item.blank:
                found.append(item)
    return found


def _base_path(base: Scalar, path: Path) -> Path:
    """Return the file of a layout named in ``extends``: bundled by name, else beside *path*."""
    known = _bundled()
    beside = path.parent / base.text
    if base.text in known and not base.text.endswith(_SUFFIXES):
        return known[base.text]
    if base.text.endswith(_SUFFIXES) and beside.is_file():
        return beside
    raise _fault("CP0502", base.span, ExitCode.MISSING_RESOURCE, name=base.text, known=tuple(known))


def _absolute_fonts(value: Node, directory: Path) -> Node:
    """Make paths of user fonts independent of where the program runs."""
    if not isinstance(value, nodes.Mapping):
        return value
    entries = tuple(
        (key, replace(item, text=str(directory / item.text)) if isinstance(item, Scalar) else item)
        for key, item in value.entries
    )
    return nodes.Mapping(entries, value.span)


def _merged(below: nodes.Mapping, above: nodes.Mapping) -> nodes.Mapping:
    """Merge two mappings; a key given twice in *above* stays twice, to be reported.

    ``~`` takes away a mapping of the layout below, such as a shape of a slide.
    """
    values = dict(_items(below))
    keys = {key.text: key for key, _ in below.entries}
    twice: list[tuple[Scalar, Node]] = []
    seen: set[str] = set()
    for key, value in above.entries:
        if key.text in seen:
            twice.append((key, value))
            continue
        seen.add(key.text)
        old = values.get(key.text)
        if isinstance(old, nodes.Mapping) and _is_null(value):
            del values[key.text]
            continue
        both = isinstance(old, nodes.Mapping) and isinstance(value, nodes.Mapping)
        values[key.text] = _merged(old, value) if both else value  # type: ignore[arg-type]
        keys[key.text] = key
    entries = [(keys[text], value) for text, value in values.items()]
    return nodes.Mapping((*entries, *twice), above.span)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text in ("~", "null") and not node.style


def _items(root: nodes.Mapping) -> list[tuple[str, Node]]:
    return [(key.text, value) for key, value in root.entries]


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


# -- single tokens --------------------------------------------------------------------------


def _overridden(root: nodes.Mapping, token: str, value: str, layout: str) -> nodes.Mapping:
    """Return the tree with one token set."""
    parts = token.split(".")
    name = f"--set {token}={value}"
    place = Span(name, 1, 1, 1, len(value) + 1)
    try:
        node = compose(source_from_text(value, name)) if value else Scalar("", place, '"')
    except CasepressError:
        node = None
    if node is None:
        raise _fault("CP0506", None, ExitCode.USAGE, path=token, value=value)
    changed = _with(root, Theme, parts, 0, _moved(node, place), place)
    if isinstance(changed, int):
        raise _unknown_token(root, parts, changed, layout)
    assert isinstance(changed, nodes.Mapping)
    return changed


def _moved(node: Node, place: Span) -> Node:
    """Give every node of a value the place of its option."""
    if isinstance(node, Scalar):
        return replace(node, span=place, start=0, end=0)
    if isinstance(node, nodes.Sequence):
        return nodes.Sequence(tuple(_moved(item, place) for item in node.items), place)
    entries = tuple((replace(key, span=place), _moved(item, place)) for key, item in node.entries)
    return nodes.Mapping(entries, place)


def _with(
    node: Node | None, annotation: Any, parts: list[str], depth: int, value: Node, place: Span
) -> Node | int:
    """Return *node* with the rest of the path set; the number of known parts if it is unknown."""
    if depth == len(parts):
        return value
    key = parts[depth]
    annotation = unwrapped(annotation)
    if isinstance(node, nodes.Sequence):
        if not key.isdecimal() or int(key) >= len(node.items):
            return depth
        inner = _with(node.items[int(key)], _inner(annotation, key), parts, depth + 1, value, place)
        if isinstance(inner, int):
            return inner
        items = list(node.items)
        items[int(key)] = inner
        return nodes.Sequence(tuple(items), node.span)
    entries = node.entries if isinstance(node, nodes.Mapping) else ()
    named_by_user = parts[:depth] == ["fonts"]
    if key not in _keys(node, annotation) and not named_by_user:
        return depth
    old = {k.text: v for k, v in entries}.get(key)
    inner = _with(old, _inner(annotation, key), parts, depth + 1, value, place)
    if isinstance(inner, int):
        return inner
    kept = [(k, inner if k.text == key else v) for k, v in entries]
    if old is None:
        kept.append((Scalar(key, place), inner))
    return nodes.Mapping(tuple(kept), place if node is None else node.span)


def _keys(node: Node | None, annotation: Any) -> tuple[str, ...]:
    """Return the keys that may be set here: those in the files, and the model's."""
    given = [key.text for key, _ in node.entries] if isinstance(node, nodes.Mapping) else []
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        given += names_of(annotation).fields
    return tuple(dict.fromkeys(given))


def _inner(annotation: Any, key: str) -> Any:
    """Return the type of what a key of the annotated thing holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        info = names_of(annotation).fields.get(key)
        return info.annotation if info else None
    args = get_args(annotation)
    if get_origin(annotation) is dict and len(args) == 2:
        return args[1]
    return args[0] if args else None


def _unknown_token(
    root: nodes.Mapping, parts: list[str], known: int, layout: str
) -> CasepressError:
    """Say which part of a path does not exist, and which was probably meant."""
    node: Node | None = root
    annotation: Any = Theme
    for part in parts[:known]:
        annotation = _inner(unwrapped(annotation), part)
        if isinstance(node, nodes.Mapping):
            node = dict(_items(node)).get(part)
        elif isinstance(node, nodes.Sequence):
            node = node.items[int(part)]
    candidates = _keys(node, unwrapped(annotation))
    meant = nearest(parts[known], candidates) or (candidates[0] if candidates else "")
    suggestion = ".".join([*parts[:known], meant, *parts[known + 1 :]]).rstrip(".")
    params = {"path": ".".join(parts), "layout": layout, "suggestion": suggestion}
    return _fault("CP0505", None, ExitCode.USAGE, **params)


def _fault(
    message: str, span: Span | None, exit_code: ExitCode, **params: object
) -> CasepressError:
    return CasepressError(Diagnostic(message, Severity.ERROR, span, params), exit_code)
