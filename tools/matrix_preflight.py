"""Build every example in every layout and trim size for all targets, and preflight every file.

Usage: matrix_preflight.py CASE.yaml… [--layouts zhujin,plain] [--sizes a5,square] [--jobs 2]

Fails if a build fails or preflight finds an error or a warning, the fineness of pictures aside.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from casepress.build.model import BuildOptions, Product, Target
from casepress.build.run import build
from casepress.diagnostics import ExitCode, Severity
from casepress.preflight import inspect_pdf
from casepress.theme.load import list_layouts, load_theme

Task = tuple[Path, str, str]
GIVEN = ("image-low",)
"""What an example's pictures bring along: how fine they are at a size is no fault of the layout."""


def main() -> None:
    """Check the matrix, say what was found, fail if anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+")
    parser.add_argument("--layouts", type=lambda text: text.split(","), default=None)
    parser.add_argument("--sizes", type=lambda text: text.split(","), default=None)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    tasks = [
        (case, layout, size)
        for layout in arguments.layouts or [entry.name for entry in list_layouts()]
        for size in arguments.sizes or load_theme(layout).page.sizes
        for case in arguments.cases
    ]
    with ProcessPoolExecutor(arguments.jobs) as pool:
        faults = [fault for found in pool.map(check, tasks) for fault in found]
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(tasks)} brochures, {len(Target)} files each: {len(faults)} faults")
    sys.exit(1 if faults else 0)


def check(task: Task) -> list[str]:
    """Build one brochure for all targets; return what is wrong with the files."""
    case, layout, size = task
    name = f"{case.stem} {layout} {size}"
    with tempfile.TemporaryDirectory() as temporary:
        options = BuildOptions(
            output=Path(temporary),
            products=(Product.BROCHURE,),
            targets=tuple(Target),
            layout=layout,
            overrides=(("page.trim", size),),
        )
        report = build(case, options)
        if report.exit_code is not ExitCode.OK:
            return [f"{name}: does not build ({report.exit_code.name})"]
        return [
            f"{name} {output.target}: page {finding.page}: {finding.id} {dict(finding.params)}"
            for output in report.outputs
            for finding in inspect_pdf(output.path).findings
            if finding.severity is not Severity.ADVICE and finding.id not in GIVEN
        ]


if __name__ == "__main__":
    main()
