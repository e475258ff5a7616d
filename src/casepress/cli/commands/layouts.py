"""``casepress layouts``: list them, show one in full, copy one to change it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError

if TYPE_CHECKING:
    from casepress.theme.model import Theme

HELP = both("看版式，或拷一份来改。", "See the layouts, or copy one to change it.")
EPILOG = both(
    "例子:\n"
    "  casepress layouts list\n"
    "  casepress layouts copy zhujin 本单位.yaml\n"
    "  casepress build 案例.yaml --layout 本单位.yaml\n"
    "  casepress layouts copy zhujin --pptx 母版.potx",
    "Examples:\n"
    "  casepress layouts list\n"
    "  casepress layouts copy zhujin ours.yaml\n"
    "  casepress build case.yaml --layout ours.yaml\n"
    "  casepress layouts copy zhujin --pptx master.potx",
)

Name = Annotated[
    str, typer.Argument(metavar=both("版式", "LAYOUT"), help=both("版式名称", "Name of a layout"))
]


def list_all(ctx: typer.Context, as_json: option.Json = False) -> int:
    """Print name, title and description of every layout."""
    from casepress.cli.columns import table
    from casepress.theme.load import list_layouts

    session: Session = ctx.obj
    found = list_layouts()
    if as_json:
        from casepress.cli.show import print_json

        keys = ("name", "title", "description")
        print_json({"layouts": [{key: getattr(entry, key) for key in keys} for entry in found]})
        return 0
    for line in table([(entry.name, entry.title, entry.description) for entry in found]):
        session.result(line)
    return 0


def show(ctx: typer.Context, name: Name) -> int:
    """Print every token of a layout with its final value, as YAML that is itself a layout."""
    import yaml

    from casepress.theme.load import load_theme

    session: Session = ctx.obj
    tokens = load_theme(name).model_dump(mode="json")
    session.result(yaml.safe_dump(tokens, allow_unicode=True, sort_keys=False, width=100).rstrip())
    return 0


def copy(
    ctx: typer.Context,
    name: Name,
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar=both("文件", "FILE"),
            show_default=False,
            help=both("写成哪个文件；默认 版式名.yaml", "File to write; LAYOUT.yaml by default"),
        ),
    ] = None,
    pptx: Annotated[
        Path | None,
        typer.Option(
            "--pptx",
            metavar=both("文件.pptx", "FILE.pptx"),
            show_default=False,
            help=both(
                "改为导出课件母版（没有幻灯片的 .pptx 或 .potx），改好后用 build --template",
                "Export the slide master instead (.pptx or .potx without slides), "
                "to restyle and use with build --template",
            ),
        ),
    ] = None,
) -> int:
    """Copy a layout file with its comments; what it extends is still taken from the program."""
    from casepress.build.atomic import replacing
    from casepress.fonts import data_directory
    from casepress.theme.chain import is_path
    from casepress.theme.load import load_theme

    session: Session = ctx.obj
    theme = load_theme(name)  # refuses an unknown name and says which there are
    own = is_path(name)
    path = pptx or target or Path(Path(name).name if own else f"{name}.yaml")
    if path.exists():
        raise CommandError(f"{path} 已经存在，不覆盖", f"{path} exists and is not overwritten")
    if pptx is not None:
        _export(theme, pptx, target)
        session.result(str(pptx))
        return 0
    source = Path(name) if own else data_directory("layouts") / f"{name}.yaml"
    data = source.read_bytes()
    with replacing(path) as temporary:
        temporary.write_bytes(data)
    session.result(str(path))
    return 0


def _export(theme: Theme, path: Path, target: Path | None) -> None:
    """Write the slide master of a theme as a presentation or template without slides."""
    from casepress.build.atomic import replacing
    from casepress.pptx.template import template_bytes
    from casepress.pptx.template_kind import as_template

    if target is not None:
        raise CommandError(
            "--pptx 后面已经写了文件名，不要再写一个",
            "--pptx names the file; give no second one",
        )
    kind = path.suffix.lower()
    if kind not in (".pptx", ".potx"):
        raise CommandError(
            f"--pptx 的文件名要以 .pptx 或 .potx 结尾，不能是 {path.name}",
            f"--pptx takes a name ending in .pptx or .potx, not {path.name}",
        )
    data = template_bytes(theme.deck, theme.title or theme.name)
    with replacing(path) as temporary:
        temporary.write_bytes(as_template(data) if kind == ".potx" else data)


COMMANDS = {
    "list": (list_all, both("列出版式", "List the layouts")),
    "show": (show, both("显示一个版式的全部取值", "Show every token of a layout")),
    "copy": (copy, both("拷一份版式来改", "Copy a layout to change it")),
}
