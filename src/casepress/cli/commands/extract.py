"""``casepress extract``: take the sources out of an archive, or prove that they make it again."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.diagnostics import ExitCode

if TYPE_CHECKING:
    from casepress.build.archive.extract import Extracted
    from casepress.build.archive.record import BuildRecord

HELP = both(
    "从存档 PDF 里取出源文件：案例、图片、版式、制作记录，逐字节相同。\n\n"
    "已有内容不同的文件不覆盖；有一个不行，就什么也不写。",
    "Take the sources out of an archive PDF: case, pictures, layout, build record.\n\n"
    "Files with other content are never overwritten; if one is in the way nothing is written.",
)
EPILOG = both(
    "例子:\n"
    "  casepress extract out/wuhou-archive.pdf -o 取出\n"
    "  casepress extract out/wuhou-archive.pdf --verify     重新做一遍，核对是否逐字节相同",
    "Examples:\n"
    "  casepress extract out/wuhou-archive.pdf -o sources\n"
    "  casepress extract out/wuhou-archive.pdf --verify     make it again and compare the bytes",
)

File = Annotated[
    Path,
    typer.Argument(
        metavar=both("存档.pdf", "ARCHIVE.pdf"),
        show_default=False,
        help=both("用 --for archive 做的 PDF", "A PDF built with --for archive"),
    ),
]
Folder = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar=both("目录", "DIR"),
        show_default=both("PDF 的文件名", "name of the PDF"),
        help=both("取出到哪个目录", "Directory to write to"),
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help=both("覆盖内容不同的文件", "Overwrite files with other content")),
]
Verify = Annotated[
    bool,
    typer.Option(
        "--verify",
        help=both(
            "不取出，只重新做一遍，看是否逐字节相同（不同时退出码 8）",
            "Write nothing; make it again and compare the bytes (exit code 8 if they differ)",
        ),
    ),
]


def run_command(
    ctx: typer.Context,
    file: File,
    output: Folder = None,
    force: Force = False,
    verify: Verify = False,
    as_json: option.Json = False,
) -> int:
    """Extract, or verify."""
    session: Session = ctx.obj
    session.json = as_json
    if verify:
        return _verify(file, session)
    from casepress.build.archive.extract import extract

    extracted = extract(file, output or Path(file.stem), force=force)
    command = _command(extracted)
    if as_json:
        from casepress.cli.show import print_json

        print_json(
            {
                "folder": str(extracted.folder),
                "files": [str(path) for path in extracted.files],
                "casepress": extracted.record.version if extracted.record else None,
                "rebuild": command,
            }
        )
        return 0
    for path in extracted.files:
        session.result(str(path))
    if extracted.record:
        _tell_differences(extracted.record, session)
        session.note(session.words("重新制作:\n  ", "To build it again:\n  ") + command)
    return 0


def _verify(file: Path, session: Session) -> int:
    """Make the archive again and say whether it is the same."""
    from casepress.build.rebuild import rebuild
    from casepress.cli.show import print_json, show_diagnostics

    rebuilt = rebuild(file)
    code = ExitCode.OK if rebuilt.same else ExitCode.SELF_CHECK
    if session.json:
        print_json({"path": str(file), "same": rebuilt.same, "exit_code": int(code)})
        return int(code)
    if rebuilt.same:
        session.result(session.words(f"{file}  逐字节相同", f"{file}  identical"))
        return int(code)
    if rebuilt.report is not None:
        show_diagnostics(rebuilt.report.diagnostics, session)
    if rebuilt.record is not None:
        _tell_differences(rebuilt.record, session)
    if rebuilt.record is None:
        words = (f"{file} 里没有制作记录，核对不了", f"{file} has no build record to verify by")
    elif rebuilt.report is None or not rebuilt.report.outputs:
        words = (f"{file} 重新做不出来", f"{file} can't be made again")
    else:
        words = (f"{file} 重新做出来不一样", f"{file} comes out different")
    session.error(session.words(*words))
    return int(code)


def _tell_differences(record: BuildRecord, session: Session) -> None:
    """Say what stands between the archive and the same bytes: another version, missing fonts."""
    from casepress import __version__

    if record.version != __version__:
        session.note(
            session.words(
                f"注意: 它是 casepress {record.version} 做的，这里是 {__version__}，"
                "再做出来可能不完全一样",
                f"note: made by casepress {record.version}; this is {__version__}, "
                "so the result may differ",
            )
        )
    for font in record.fonts:
        session.note(
            session.words(
                f"注意: 字体 {font.file} 不随存档，要自备（sha256 {font.sha256}）",
                f"note: the font {font.file} is not in the archive (sha256 {font.sha256})",
            )
        )


def _command(extracted: Extracted) -> str:
    """Return the command line that makes the archive again."""
    if extracted.record is None:
        return ""
    case, options = extracted.options(Path("out"))
    (product,) = options.products
    words = ["casepress", "build", str(case), "--only", product.value, "--for", "archive"]
    words += ["--layout", options.layout]
    for key, value in options.overrides:
        words += ["--set", f"{key}={value}"]
    if options.allow_outside:
        words.append("--allow-outside")
    dated = extracted.record.source_date_epoch
    before = f"SOURCE_DATE_EPOCH={dated} " if dated is not None else ""
    return before + shlex.join(words)
