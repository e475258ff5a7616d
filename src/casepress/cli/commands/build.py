"""``casepress build``: make the products of cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from casepress.build.batch import Plan
    from casepress.build.model import BuildOptions, Product

HELP = both(
    "把案例做成画册（PDF）和课件（PPTX），还可以做学员讲义（PDF）和讲稿（文本）。\n\n"
    "几个案例一起做时，一个有问题不影响其他的；做坏了，上一次的好文件还在。"
    "没有改动的案例会跳过，中断后再运行会接着做。",
    "Make brochure (PDF) and deck (PPTX) of cases; handout (PDF) and notes (text) too.\n\n"
    "Of several cases a bad one never stops the others; a failed build leaves the last good files. "
    "Unchanged cases are skipped; run again after an interruption to go on.",
)
EPILOG = both(
    "例子:\n"
    "  casepress build content/wuhou.yaml\n"
    "  casepress build content/wuhou.yaml --for screen,print,archive\n"
    "  casepress build content/wuhou.yaml --for print --icc 印刷厂.icc\n"
    "  casepress build *.yaml --only deck --layout moqing -o 课件\n"
    "  casepress build content/wuhou.yaml --all\n"
    "  casepress build content/wuhou.yaml --only handout,notes\n"
    "  casepress build content/wuhou.yaml --watch",
    "Examples:\n"
    "  casepress build content/wuhou.yaml\n"
    "  casepress build content/wuhou.yaml --for screen,print,archive\n"
    "  casepress build content/wuhou.yaml --for print --icc printer.icc\n"
    "  casepress build *.yaml --only deck --layout moqing -o decks\n"
    "  casepress build content/wuhou.yaml --all\n"
    "  casepress build content/wuhou.yaml --only handout,notes\n"
    "  casepress build content/wuhou.yaml --watch",
)

Only = Annotated[
    str | None,
    typer.Option(
        "--only",
        metavar=both("产品", "PRODUCT"),
        show_default=False,
        help=both(
            "只做这些，可用逗号并列：brochure 画册、deck 课件、handout 学员讲义、notes 讲稿、"
            "slides 幻灯片（PDF）",
            "Only these, comma-separated: brochure, deck, handout, notes (text), slides (PDF)",
        ),
    ),
]
All = Annotated[
    bool,
    typer.Option(
        "--all",
        help=both("画册、课件、讲义都做", "Brochure, deck and handout"),
    ),
]
Icc = Annotated[
    Path | None,
    typer.Option(
        "--icc",
        metavar=both("文件", "FILE"),
        show_default="CGATS TR 006",
        help=both(
            "付印用的 CMYK 特性文件（ICC），向印刷厂要",
            "The print shop's own CMYK profile (ICC) for the print edition",
        ),
    ),
]
Template = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar=both("模板.pptx", "FILE.pptx"),
        show_default=False,
        envvar="CASEPRESS_TEMPLATE",
        help=both(
            "课件用本单位的模板（.pptx、.potx、.ppsx）",
            "Make the deck in your organisation's template (.pptx, .potx, .ppsx)",
        ),
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "-j",
        "--jobs",
        metavar=both("个数", "N"),
        min=1,
        show_default=both("处理器个数", "number of processors"),
        envvar="CASEPRESS_JOBS",
        help=both("同时用几个进程", "How many processes to use"),
    ),
]


Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help=both("没有改动的案例也重做", "Build unchanged cases again too"),
    ),
]

Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar=both("地址", "ADDRESS"),
        show_default=False,
        envvar="CASEPRESS_SCHEDULER",
        help=both(
            "在 Dask 集群上做，如 tcp://10.0.0.5:8786",
            "Build on a Dask cluster, as tcp://10.0.0.5:8786",
        ),
    ),
]

Watch = Annotated[
    bool,
    typer.Option(
        "--watch",
        help=both("存盘就重做，直到 Ctrl-C", "Build again on every save, until Ctrl-C"),
    ),
]


def run_command(
    ctx: typer.Context,
    cases: option.Cases,
    targets: option.Targets = "screen",
    only: Only = None,
    everything: All = False,
    layout: option.Layout = "zhujin",
    settings: option.Overrides = None,
    template: Template = None,
    output: option.Output = Path("out"),
    icc: Icc = None,
    allow_outside: option.AllowOutside = False,
    jobs: Jobs = None,
    force: Force = False,
    scheduler: Scheduler = None,
    watch: Watch = False,
    as_json: option.Json = False,
) -> int:
    """Build, and report what was written."""
    from casepress.build.model import BuildOptions, Target

    session: Session = ctx.obj
    session.json = as_json
    build_options = BuildOptions(
        products=_products(only, everything),
        targets=option.choices("--for", targets, Target),
        layout=layout,
        overrides=option.overrides(settings),
        output=output,
        icc=icc,
        template=template,
        allow_outside=allow_outside,
    )
    _refuse_clashes(cases, build_options)
    _check_press_options(build_options)
    _check_date(session)
    _refuse_together(watch, {"--json": as_json, "--scheduler": bool(scheduler)})
    with _processes(cases, build_options, session, jobs, scheduler) as (executor, plan):
        if watch:
            from casepress.build.warm import WarmBuilder
            from casepress.cli.watching import watch_and_build

            builder = WarmBuilder(cases, build_options, executor)
            return watch_and_build(builder, session, force=force)
        return _run(cases, build_options, session, executor, replace(plan, force=force))


@contextmanager
def _processes(
    cases: Sequence[Path],
    options: BuildOptions,
    session: Session,
    jobs: int | None,
    scheduler: str | None,
) -> Iterator[tuple[Executor | None, Plan]]:
    """Give what runs the jobs, and how they get there."""
    from casepress.build.run import Plan
    from casepress.cli.processes import cluster_executor, local_executor

    plan = Plan(reuse=True)
    if scheduler:
        with cluster_executor(scheduler, plan, session) as connected:
            yield connected
    else:
        with local_executor(session, jobs, cases, options) as executor:
            yield executor, plan


def _products(only: str | None, everything: bool) -> tuple[Product, ...]:
    """Return what is to be made."""
    from casepress.build.model import USUAL, WHOLE, Product

    if only is None:
        return WHOLE if everything else USUAL
    if everything:
        raise CommandError("--all 和 --only 只能用一个", "--all and --only exclude each other")
    return option.choices("--only", only, Product)


def _run(
    cases: Sequence[Path],
    options: BuildOptions,
    session: Session,
    executor: Executor | None,
    plan: Plan,
) -> int:
    """Build once, with progress on a terminal, and show what came of it."""
    from casepress.build.run import build_all
    from casepress.cli.progress import progress
    from casepress.cli.show import show_build, show_result

    many = len(cases) > 1
    try:
        with progress(cases, session) as bar:
            report = build_all(
                cases,
                options,
                executor,
                (lambda result: show_result(result, session)) if many else None,
                plan=plan,
                on_done=bar.done,
            )
    except KeyboardInterrupt:
        if many:
            session.note(_interrupted(bar.count, len(cases), session))
        raise
    return show_build(report, session)


def _interrupted(done: int, count: int, session: Session) -> str:
    return session.words(
        f"做完 {done} 个，共 {count} 个；再运行一次会接着做。",
        f"{done} of {count} cases done; run again to go on.",
    )


def _refuse_together(watch: bool, others: Mapping[str, bool]) -> None:
    """Refuse what makes no sense for a program that doesn't end."""
    for name, given in others.items():
        if watch and given:
            raise CommandError(
                f"--watch 不能和 {name} 一起用", f"--watch can't be used with {name}"
            )


def _refuse_clashes(cases: Sequence[Path], options: BuildOptions) -> None:
    """Refuse cases whose results would overwrite each other, and an output that is a file."""
    if options.output.suffix.lower() in (".pdf", ".pptx") or options.output.is_file():
        raise CommandError(
            f"-o 要的是目录，{options.output} 不是",
            f"-o takes a directory; {options.output} is none",
            hint=("文件名由案例的文件名决定", "the files are named after the case"),
        )
    taken: dict[Path, Path] = {}
    for case in cases:
        for path in options.paths(case):
            if path in taken:
                raise CommandError(
                    f"{taken[path]} 和 {case} 都要写成 {path}",
                    f"{taken[path]} and {case} would both be written to {path}",
                    hint=("改个文件名，或分开用 -o", "rename one, or build them apart with -o"),
                )
            taken[path] = case


def _check_date(session: Session) -> None:
    """Refuse a SOURCE_DATE_EPOCH that is no number of seconds a date can be made of."""
    text = session.environment.get("SOURCE_DATE_EPOCH", "").strip()
    if text and not (text.isascii() and text.isdigit() and len(text) <= 11):
        raise CommandError(
            f"环境变量 SOURCE_DATE_EPOCH 要写从 1970 年起的秒数，不能是 {text}",
            f"SOURCE_DATE_EPOCH takes seconds since 1970, not {text}",
        )


def _check_press_options(options: BuildOptions) -> None:
    """Refuse a profile nothing would use, or one that can't be used, before any work is done."""
    if options.icc is None:
        return
    from casepress.build.model import PAPER, Target
    from casepress.build.products.editions import pdf_target

    if not set(PAPER) & set(options.products) or Target.PRINT not in options.targets:
        raise CommandError(
            "--icc 只用于付印的画册和讲义",
            "--icc is for print editions of brochure and handout",
            hint=("加上 --for print", "add --for print"),
        )
    pdf_target(Target.PRINT, options.icc)
