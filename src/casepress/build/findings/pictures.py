"""The pictures of a case before anything is planned: every bad one named at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.case.picturing import picture_files
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity
from casepress.frozen import dataclass
from casepress.picture import effective_ppi, examine, fault, inside

if TYPE_CHECKING:
    from casepress.case.load import LoadedCase
    from casepress.display import DisplayList, PictureItem

PRESS_PPI = 300
"""What a print shop asks for at printed size."""
COARSE_PPI = 150
"""Below this a reader sees the pixels; nothing is printed."""


def check_pictures(
    loaded: LoadedCase, folder: Path, *, allow_outside: bool = False
) -> tuple[Diagnostic, ...]:
    """Read every picture of a case; return advice about those that will look different on screen.

    Args:
        loaded: the case with the places of its values.
        folder: the folder of the case; paths start there and, as a rule, stay there.
        allow_outside: take pictures from other folders too.

    Raises:
        CasepressError: CP0601 to CP0606 and CP0611, one for each bad picture, at its path in the
            YAML, exit code 5.
    """
    problems: list[Diagnostic] = []
    advice: list[Diagnostic] = []
    for name, named in picture_files(loaded.case):
        source = f"{named}.path"
        known = {"path": name, "source": source}
        try:
            picture = examine(_place(folder, name, allow_outside))
        except CasepressError as error:
            for found in error.diagnostics:
                params = {**found.params, **known}
                problems.append(replace(found, span=loaded.locate(source), params=params))
            continue
        if picture.mode == "CMYK" and not picture.has_profile:
            advice.append(Diagnostic("CP0615", Severity.ADVICE, loaded.locate(source), known))
    if problems:
        raise CasepressError((*problems, *advice), ExitCode.MISSING_RESOURCE)
    return tuple(advice)


def _place(folder: Path, name: str, allow_outside: bool) -> Path:
    """Return the file a path of the case means; outside files are not even looked at."""
    path = folder / name
    try:
        if not allow_outside and not inside(path, folder):
            raise fault("CP0611", path)
    except (ValueError, RuntimeError, OSError) as error:  # NUL in the name, a circle of links
        raise fault("CP0602", path, reason=str(error)) from error
    return path


def press_findings(display: DisplayList, loaded: LoadedCase) -> tuple[Diagnostic, ...]:
    """Return what the press says of the resolution of pictures as placed.

    CP0613 (error) below 150 dpi, CP0614 (warning) below 300; a picture placed twice is told of
    once, where it is coarsest.
    """
    found = (_finding(shown, source, loaded) for source, shown in coarsest(display).items())
    return tuple(one for one in found if one is not None)


def collection_press_findings(
    display: DisplayList, members: Sequence[tuple[str, Callable[[], LoadedCase]]]
) -> tuple[Diagnostic, ...]:
    """Return the same for a book; *members* are the prefix of each case's names, and the case."""
    shown = coarsest(display)
    found: list[Diagnostic] = []
    for prefix, load in members:
        own = [(s, one) for s, one in shown.items() if s.startswith(prefix) and one.is_coarse]
        if own:
            loaded = load()
            made = (_finding(one, s.removeprefix(prefix), loaded) for s, one in own)
            found += [one for one in made if one is not None]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture where it is coarsest: its resolution and page."""

    ppi: float
    page: int
    item: PictureItem

    @property
    def is_coarse(self) -> bool:
        """Whether a print shop would ask for a finer one."""
        return round(self.ppi) < PRESS_PPI


def coarsest(display: DisplayList) -> dict[str, Shown]:
    """Return every picture by its source, where it is placed coarsest."""
    sources = {element.id: element.source for element in display.elements}
    worst: dict[str, Shown] = {}
    for item, page in _placed_pictures(display):
        source = "" if item.element is None else sources[item.element]
        ppi = effective_ppi(
            examine(Path(item.path)).size, (item.rect.width, item.rect.height), item.crop
        )
        if source not in worst or ppi < worst[source].ppi:
            worst[source] = Shown(ppi, page, item)
    return worst


def _finding(shown: Shown, source: str, loaded: LoadedCase) -> Diagnostic | None:
    if not shown.is_coarse:
        return None
    place = f"{source}.path" if source else ""
    across = examine(Path(shown.item.path)).width
    params = {
        "path": _name(loaded, source) or Path(shown.item.path).name,
        "source": place,
        "page": shown.page,
        "ppi": round(shown.ppi),
        "pixels": across,
        "needed": -int(-across * PRESS_PPI // shown.ppi),
    }
    coarse = round(shown.ppi) < COARSE_PPI
    return Diagnostic(
        "CP0613" if coarse else "CP0614",
        Severity.ERROR if coarse else Severity.WARNING,
        loaded.locate(place) if place else None,
        params,
    )


def _placed_pictures(display: DisplayList) -> Iterator[tuple[PictureItem, int]]:
    from casepress.display import PictureItem

    for number, page in enumerate(display.pages, 1):
        for item in page.items:
            if isinstance(item, PictureItem):
                yield item, number


def _name(loaded: LoadedCase, source: str) -> str:
    """Return the path of ``figures[2]`` as the case writes it."""
    return next((name for name, named in picture_files(loaded.case) if named == source), "")
