"""``casepress doctor``: look whether everything is there that a build needs."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterable, Sequence

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.diagnostics import ExitCode

HELP = both(
    "检查安装：版本、字体、版式、可选工具。",
    "Check the installation: versions, fonts, layouts, optional tools.",
)
EPILOG = ""

_PACKAGES = (
    "reportlab", "python-pptx", "PyYAML", "typer", "pydantic", "pikepdf", "deflate", "uharfbuzz",
    "Pillow", "budoux", "lxml",
)  # fmt: skip
_OPTIONAL_PACKAGES = {"pypdfium2": ("preview 预览图", "preview")}
_TOOLS = {
    "soffice": ("LibreOffice：把课件转成图片看", "LibreOffice: look at the deck"),
    "pdftoppm": ("poppler：把画册转成图片看", "poppler: look at the brochure"),
    "verapdf": ("veraPDF：独立核验 PDF/A 和 PDF/UA", "veraPDF: prove PDF/A and PDF/UA"),
}
_SETTINGS = ("LAYOUT", "OUTPUT", "FOR", "JOBS", "LANG", "COLOR")


def run_command(ctx: typer.Context, as_json: option.Json = False) -> int:
    """Look at everything, print it, and fail if something needed is missing."""
    session: Session = ctx.obj
    found = examine(session)
    if as_json:
        from casepress.cli.show import print_json

        print_json(found)
    else:
        _print(found, session)
    return int(ExitCode.MISSING_RESOURCE if found["missing"] else ExitCode.OK)


def examine(session: Session) -> dict[str, object]:
    """Return what there is; ``missing`` names what a build can't do without."""
    from casepress import __version__

    packages = {name: _version(name) for name in _PACKAGES}
    missing = [name for name, version in packages.items() if version is None]
    fonts, bad_fonts = _fonts()
    layouts, stand_ins, bad_layouts = _layouts()
    return {
        "casepress": __version__,
        "python": platform.python_version(),
        "platform": f"{sys.platform} {platform.machine()}",
        "packages": packages,
        "fonts": fonts,
        "layouts": layouts,
        "stand_ins": stand_ins,
        "optional_packages": {name: _version(name) for name in _OPTIONAL_PACKAGES},
        "tools": {name: shutil.which(name) for name in _TOOLS},
        "settings": {
            f"CASEPRESS_{name}": value
            for name in _SETTINGS
            if (value := session.environment.get(f"CASEPRESS_{name}"))
        },
        "missing": [*missing, *bad_fonts, *bad_layouts],
    }


def _version(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _fonts() -> tuple[dict[str, str], list[str]]:
    """Return the digest of every bundled font file, and what is wrong with them."""
    try:
        from casepress.fonts import FontLibrary

        return {e.path.name: e.sha256 for e in FontLibrary.bundled().entries()}, []
    except Exception as error:
        return {}, [f"fonts: {error}"]


def _layouts() -> tuple[list[str], dict[str, dict[str, str]], list[str]]:
    """Return the layouts that load, the faces that stand in in them, and what is wrong.

    The faces that stand in: by layout, the font that it asks for and the bundled one set instead.
    """
    try:
        from casepress.fonts import FontLibrary
        from casepress.theme.load import list_layouts, load_theme

        fonts = FontLibrary.bundled()
        names = [entry.name for entry in list_layouts()]
        found: dict[str, dict[str, str]] = {}
        for name in names:
            tokens = load_theme(name).standing_in().values()
            if tokens:
                found[name] = {one.title: fonts.face(one.family).family for one in tokens}
    except Exception as error:
        return [], {}, [f"layouts: {error}"]
    return names, found, [] if names else ["layouts"]


def _print(found: dict[str, object], session: Session) -> None:
    """Print the findings by section."""
    words = session.words
    session.result(
        f"casepress {found['casepress']} · Python {found['python']} · {found['platform']}"
    )
    absent = words("没有", "absent")
    tools, optional = found["tools"], found["optional_packages"]
    assert isinstance(tools, dict) and isinstance(optional, dict)
    _section(session, words("依赖", "Packages"), _rows(found["packages"], absent))
    _section(
        session,
        words("字体（SHA-256）", "Fonts (SHA-256)"),
        [(name, digest[:16]) for name, digest in _items(found["fonts"])],
    )
    layouts, stand_ins = found["layouts"], found["stand_ins"]
    assert isinstance(layouts, list) and isinstance(stand_ins, dict)
    _section(
        session,
        words("版式", "Layouts"),
        [(name, _stand_ins(stand_ins.get(name, {}), session)) for name in layouts],
    )
    rows = [
        (name, version or absent, words(*_OPTIONAL_PACKAGES[name]))
        for name, version in optional.items()
    ]
    rows += [(name, path or absent, words(*_TOOLS[name])) for name, path in tools.items()]
    _section(session, words("可选", "Optional"), rows)
    _section(session, words("环境变量", "Environment"), _rows(found["settings"], absent))
    missing = found["missing"]
    assert isinstance(missing, list)
    if missing:
        session.error(words("安装不完整：", "incomplete installation: ") + ", ".join(missing))
    else:
        session.result(words("\n一切就绪。", "\nAll is well."))


def _stand_ins(faces: dict[str, str], session: Session) -> str:
    """Say which bundled faces stand in for fonts that nobody gave a file of."""
    return session.words("；", "; ").join(
        session.words(f"没有{wanted}，用 {face} 代替", f"{face} stands in for {wanted}")
        for wanted, face in faces.items()
    )


def _items(mapping: object) -> Iterable[tuple[str, str]]:
    assert isinstance(mapping, dict)
    return mapping.items()


def _rows(mapping: object, absent: str) -> list[tuple[str, str]]:
    return [(name, value or absent) for name, value in _items(mapping)]


def _section(session: Session, title: str, rows: Sequence[tuple[str, ...]]) -> None:
    from casepress.cli.columns import table

    if rows:
        session.result(f"\n{title}")
        for line in table(rows, indent="  "):
            session.result(line)
