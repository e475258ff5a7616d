"""A build as a pure function of bytes: a job with all its files in, the finished files out.

So a case can be built by a machine that has the program and none of the files. The fonts come with
the program; everything else travels: the case, its pictures, the files of the layout, the
organisation's template, the printer's profile. Names keep their relations to one another, so that
what one file says of another stays true.
"""

from __future__ import annotations

import os
import pickle
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from casepress import __version__
from casepress.build.dating import dated, source_date
from casepress.build.elsewhere.respell import Places, respelled
from casepress.build.freshness.inputs import font_file
from casepress.build.jobs.job import run_job
from casepress.build.model import PAPER, Job, JobResult, Target, companions
from casepress.case.picturing import picture_files
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode
from casepress.frozen import dataclass
from casepress.picture import inside

if TYPE_CHECKING:
    from casepress.case.load import LoadedCase

_ONE_AT_A_TIME = threading.Lock()
"""A build uses one processor, and SOURCE_DATE_EPOCH is the process's: threads take turns."""
_OUT = "out"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A job and every file it reads; names are relative to a folder made for it.

    A file without data stands for a link that leads out of the folder of the case.
    """

    job: Job
    places: Places
    files: tuple[tuple[str, bytes | None], ...]
    epoch: int | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """What comes back: the result, its paths as the sender spells them, and the files written."""

    result: JobResult
    files: tuple[tuple[str, bytes], ...]


def pack(job: Job) -> Parcel:
    """Gather everything a job reads.

    A case or a layout with problems is packed as far as it can be read: whoever builds it says what
    is wrong.

    Raises:
        CasepressError: CP0944 a file named by an absolute path, which means nothing elsewhere.
    """
    places = Places.here()
    options = job.options
    given = [path for path in (options.template, options.icc) if path is not None]
    files: dict[str, bytes | None] = {}
    for path in (job.case, *given, *_layout_files(job)):
        _add(files, places.of(path), path)
    files.update(_pictures(job, places))
    if Target.ARCHIVE in options.targets:  # what a person has filled in is kept
        for product in (one for one in PAPER if one in options.products):
            for path in companions(job.case, Target.ARCHIVE, options.output, product):
                _add(files, f"{_OUT}/{path.name}", path)
    return Parcel(job, places, tuple(sorted(files.items())), source_date())


def run_parcel(parcel: Parcel) -> Delivery:
    """Do a job from nothing but its parcel. The same bytes as where the files are."""
    with _ONE_AT_A_TIME, TemporaryDirectory(prefix="casepress-") as folder, dated(parcel.epoch):
        root = Path(folder).resolve()
        _unpack(parcel, root)
        result = run_job(_moved(parcel, root))
        written = [path for out in result.outputs for path in (out.path, *out.companions)]
        files = tuple((path.name, path.read_bytes()) for path in written)
        return Delivery(respelled(result, parcel.job, parcel.places, root), files)


def run_packed(version: str, data: bytes) -> tuple[str, bytes]:
    """Do a pickled parcel, if sender and receiver are of the same version; say which this is.

    Only plain values cross before the versions are known to be the same.
    """
    if version != __version__:
        return __version__, b""
    return __version__, pickle.dumps(run_parcel(pickle.loads(data)))


def _layout_files(job: Job) -> Iterator[Path]:
    """Yield the files of the user's own layout and its fonts; none for a bundled one."""
    from casepress.theme.chain import is_path, layout_chain
    from casepress.theme.load import load_theme

    options = job.options
    own_fonts = any(token.split(".")[0] == "fonts" for token, _ in options.overrides)
    if not is_path(options.layout) and not own_fonts:
        return
    try:
        theme = load_theme(options.layout, dict(options.overrides))
        chain = layout_chain(options.layout)
    except CasepressError:
        if is_path(options.layout):
            yield Path(options.layout)
        return
    for name in chain.references:
        _refuse_absolute(job, name)
    yield from chain.files
    for path in map(font_file, theme.fonts.values()):
        if path.is_absolute() and not Path(options.layout).is_absolute():
            _refuse_absolute(job, str(path))
        yield path


def _pictures(job: Job, places: Places) -> Iterator[tuple[str, bytes | None]]:
    """Yield the pictures of the case; of a collection its cases, and their pictures."""
    folder = job.case.parent
    for case in (folder / name for name in _member_names(job.case)):
        yield from _carried(job, places, folder, os.path.relpath(case, folder))
        for name in _picture_names(case):
            yield from _carried(job, places, case.parent, name)
    for name in _picture_names(job.case):
        yield from _carried(job, places, folder, name)


def _carried(
    job: Job, places: Places, folder: Path, name: str
) -> Iterator[tuple[str, bytes | None]]:
    path = folder / name
    try:
        reachable = job.options.allow_outside or inside(path, folder)
    except (ValueError, RuntimeError, OSError):
        return
    if not reachable:
        if not Path(name).is_absolute() and ".." not in Path(name).parts:
            yield places.of(path), None
        return
    _refuse_absolute(job, name)
    found: dict[str, bytes | None] = {}
    _add(found, places.of(path), path)
    yield from found.items()


def _member_names(path: Path) -> tuple[str, ...]:
    """Return the cases of a collection as it writes them; none of what is no collection."""
    from casepress.case.kind import is_collection

    if not is_collection(path):
        return ()
    from casepress.case.load_collection import member_names

    return member_names(path)


_MAY_HAVE_PICTURES = re.compile(r"(?<![\w.])(figures|图片)[\"']?\s*[:：]".encode())
"""Most cases have none, and need not be read to be sent."""


def _picture_names(case: Path) -> tuple[str, ...]:
    from casepress.case.kind import is_collection
    from casepress.case.load import load_case

    if is_collection(case):
        return ()
    try:
        if not _MAY_HAVE_PICTURES.search(case.read_bytes()):
            return ()
        loaded: LoadedCase = load_case(case)
    except (CasepressError, OSError):
        return ()
    return tuple(dict.fromkeys(path for path, _ in picture_files(loaded.case)))


def _add(files: dict[str, bytes | None], name: str, path: Path) -> None:
    """Add a file; one that can't be read is missed where it is needed, and told of there."""
    try:
        files[name] = path.read_bytes()
    except (OSError, ValueError):
        return


def _refuse_absolute(job: Job, name: str) -> None:
    if Path(name).is_absolute():
        params = {"path": name, "case": str(job.case)}
        raise CasepressError(Diagnostic("CP0944", params=params), ExitCode.INVALID)


def _unpack(parcel: Parcel, root: Path) -> None:
    """Write the files of a parcel below *root*."""
    for folder in parcel.places.folders:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name, data in parcel.files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not Path(os.path.normpath(path)).is_relative_to(root):
            raise ValueError(f"{name} leads out of the folder of its parcel")
        if data is None:
            path.symlink_to(root.parent / "outside")
        else:
            path.write_bytes(data)


def _moved(parcel: Parcel, root: Path) -> Job:
    """Return the job with every path below *root*."""
    from casepress.theme.chain import is_path

    job, places = parcel.job, parcel.places
    options = job.options

    def moved(path: Path) -> Path:
        return root / places.of(path)

    overrides = tuple(
        (token, str(moved(Path(value))) if token.split(".")[0] == "fonts" else value)
        for token, value in options.overrides
    )
    layout = options.layout
    return replace(
        job,
        case=moved(job.case),
        options=replace(
            options,
            layout=str(moved(Path(layout))) if is_path(layout) else layout,
            overrides=overrides,
            output=root / _OUT,
            icc=None if options.icc is None else moved(options.icc),
            template=None if options.template is None else moved(options.template),
        ),
    )
