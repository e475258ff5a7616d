"""``casepress serve``: a local page with pages, slides and problems, renewed at every save."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError
from casepress.diagnostics import ExitCode

HELP = both(
    "在浏览器里看页面、幻灯片和问题，存盘就更新（只限本机）。",
    "Show pages, slides and problems in the browser, renewed at every save (this machine only).",
)
EPILOG = both(
    "例子:\n"
    "  casepress serve content/wuhou.yaml --open\n"
    "  casepress serve 案例.yaml --editor vscode     点一段文字，在 VS Code 里跳到那一行\n"
    "点页面上的一段话，右边跳到 YAML 的那一行；点一个问题也一样。Ctrl-C 结束。",
    "Examples:\n"
    "  casepress serve content/wuhou.yaml --open\n"
    "  casepress serve CASE.yaml --editor vscode     link every line to VS Code\n"
    "Click a paragraph or a problem to jump to its line in the YAML. Ctrl-C ends.",
)
EDITORS = {
    "vscode": "vscode://file{path}:{line}",
    "idea": "idea://open?file={path}&line={line}",
    "sublime": "subl://open?url=file://{path}&line={line}",
}
Port = Annotated[
    int,
    typer.Option(
        "--port", metavar=both("端口", "PORT"), min=0, max=65535,
        show_default=both("自动选一个空着的", "a free one"), help=both("端口", "Port"),
    ),
]  # fmt: skip
Open = Annotated[bool, typer.Option("--open", help=both("打开浏览器", "Open the browser"))]
Editor = Annotated[
    str,
    typer.Option(
        "--editor", metavar=both("编辑器", "EDITOR"), show_default=both("不用", "none"),
        help=both(
            "点一行就在编辑器里打开：vscode、idea、sublime，或含 {path} 和 {line} 的网址",
            "Link lines to vscode, idea, sublime, or a URL with {path} and {line}",
        ),
    ),
]  # fmt: skip


def run_command(
    ctx: typer.Context,
    case: option.Case,
    port: Port = 0,
    open_: Open = False,
    editor: Editor = "",
    layout: option.Layout = "zhujin",
    settings: option.Overrides = None,
    allow_outside: option.AllowOutside = False,
) -> int:
    """Serve until Ctrl-C."""
    _require_extras()
    from casepress.build.model import BuildOptions, Product
    from casepress.serve.desk import Desk
    from casepress.serve.prover import Prover
    from casepress.serve.server import Server

    session: Session = ctx.obj
    if not case.is_file():
        raise CommandError(f"找不到 {case}", f"{case} not found", exit_code=ExitCode.UNREADABLE)
    options = BuildOptions(
        (Product.BROCHURE, Product.DECK),
        layout=layout,
        overrides=option.overrides(settings),
        allow_outside=allow_outside,
    )
    desk = Desk(Prover(case, options, session.language))
    shown = {"language": session.language, "editor": _editor(editor, case)}
    try:
        server = Server(desk, port, shown)
    except OSError as error:
        raise CommandError(
            f"端口 {port} 用不了：{error.strerror}", f"port {port}: {error.strerror}",
            hint=("换一个 --port，或者不写", "choose another --port, or none"),
        ) from None  # fmt: skip
    session.result(server.url)
    session.note(session.words("存盘就更新；Ctrl-C 结束。", "Renewed at every save; Ctrl-C ends."))
    desk.start()
    if open_:
        import webbrowser

        webbrowser.open(server.url)
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        session.note(session.words("\n结束了。", "\nEnded."))
    finally:
        desk.stop()
        server.server_close()
    return int(ExitCode.OK)


def _editor(name: str, case: Path) -> str:
    """Return the address that opens a line of the case, ``{line}`` still in it; empty: none."""
    template = EDITORS.get(name, name)
    if template and not ("{path}" in template and "{line}" in template):
        known = "、".join(EDITORS)
        raise CommandError(
            f"--editor 可以是 {known}，或含 {{path}} 和 {{line}} 的网址，不能是 {name}",
            f"--editor is {', '.join(EDITORS)} or a URL with {{path}} and {{line}}, not {name}",
        )
    from urllib.parse import quote

    place = case.resolve().as_posix()
    return template.replace("{path}", quote(place if place.startswith("/") else f"/{place}", "/:"))


def _require_extras() -> None:
    """Say how to get what the page needs, if it isn't there."""
    try:
        import pypdfium2  # noqa: F401
        import watchfiles  # noqa: F401
    except ImportError as error:
        raise CommandError(
            f"serve 要用 {error.name}，还没有安装",
            f"serve needs {error.name}, which is not installed",
            hint=("pip install 'casepress[preview,watch]'",) * 2,
            exit_code=ExitCode.MISSING_RESOURCE,
        ) from None
