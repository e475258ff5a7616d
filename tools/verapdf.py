#!/usr/bin/env python3
"""Check PDF files with veraPDF and print one verdict line per file and flavour.

    tools/verapdf.py out/a.pdf=ua1 out/b.pdf=3a,ua1
    tools/verapdf.py --expect-failure untagged.pdf=ua1

veraPDF comes from Maven Central (needs mvn and java) and is kept in .ci/cache. The exit code is 0
when every file conforms, 1 when one does not, 2 when veraPDF could not be run. With
``--expect-failure`` each file must *fail*: that is how CI proves that the validator really ran.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VERSION = "1.28.2"
ARTIFACT = f"org.verapdf.apps:greenfield-apps:{VERSION}"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
CACHE = Path(__file__).resolve().parent.parent / ".ci" / "cache"
FLAVOURS = ("ua1", "ua2", "1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u", "4")


class CannotRun(Exception):
    """veraPDF is not to be had, or gave no verdict."""


@dataclass(frozen=True)
class Verdict:
    """What veraPDF found out about one file."""

    compliant: bool
    checks: int
    failures: tuple[str, ...]


def jar() -> Path:
    """Return the path of veraPDF, fetched by Maven at the first use."""
    file = CACHE / f"greenfield-apps-{VERSION}.jar"
    if file.exists():
        return file
    maven = shutil.which("mvn")
    if maven is None:
        raise CannotRun("mvn is not on the PATH")
    CACHE.mkdir(parents=True, exist_ok=True)
    command = [
        maven, "-q", "-B", "dependency:copy", f"-Dartifact={ARTIFACT}",
        f"-DoutputDirectory={CACHE}",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, cwd=CACHE)
    if done.returncode or not file.exists():
        raise CannotRun(f"mvn could not fetch {ARTIFACT}\n{done.stdout[-2000:]}")
    return file


def check(file: Path, flavour: str) -> Verdict:
    """Run veraPDF on one file."""
    return check_all([file], flavour)[0]


def check_all(files: Sequence[Path], flavour: str) -> list[Verdict]:
    """Run veraPDF once on several files; verdicts in their order."""
    java = shutil.which("java")
    if java is None:
        raise CannotRun("java is not on the PATH")
    names = [str(file.resolve()) for file in files]
    command = [java, "-cp", str(jar()), MAIN, "-f", flavour, "--format", "json", *names]
    done = subprocess.run(command, capture_output=True, text=True)
    try:
        jobs = {
            job["itemDetails"]["name"]: job for job in json.loads(done.stdout)["report"]["jobs"]
        }
        return [_verdict(jobs[name]) for name in names]
    except (ValueError, KeyError) as error:
        raise CannotRun(
            f"no verdict on {error}\n{done.stdout[-500:]}{done.stderr[-2000:]}"
        ) from error


def _verdict(job: dict[str, Any]) -> Verdict:
    result = job["validationResult"]
    if isinstance(result, list):
        (result,) = result
    details = result["details"]
    failures = tuple(
        f"{rule['specification']} {rule['clause']}-{rule['testNumber']}: {rule['description']}"
        f" ({rule['failedChecks']}×; {rule['checks'][0].get('context', '')})"
        for rule in details["ruleSummaries"]
        if rule["failedChecks"]
    )
    checks = details["passedChecks"] + details["failedChecks"]
    return Verdict(result["compliant"], checks, failures)


def main(arguments: list[str] | None = None) -> int:
    """Check what the command line names, each flavour in one run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("jobs", nargs="+", metavar="FILE=FLAVOUR[,FLAVOUR]")
    parser.add_argument("--expect-failure", action="store_true", help="every file must fail")
    options = parser.parse_args(arguments)
    wanted: dict[str, list[Path]] = {}
    for job in options.jobs:
        path, _, flavours = job.rpartition("=")
        if not path or not set(flavours.split(",")) <= set(FLAVOURS):
            parser.error(f"{job}: want FILE=FLAVOUR with a flavour of {', '.join(FLAVOURS)}")
        for flavour in flavours.split(","):
            wanted.setdefault(flavour, []).append(Path(path))
    wrong = 0
    try:
        for flavour, files in wanted.items():
            for file, verdict in zip(files, check_all(files, flavour), strict=True):
                wrong += _tell(file, flavour, verdict, expected=not options.expect_failure)
    except CannotRun as error:
        print(f"verapdf: {error}", file=sys.stderr)
        return 2
    return 1 if wrong else 0


def _tell(file: Path, flavour: str, verdict: Verdict, *, expected: bool) -> bool:
    """Print a verdict; tell whether it is the wrong one."""
    word = "PASS" if verdict.compliant else "FAIL"
    print(f"{word} {flavour} {file} ({verdict.checks} checks)", flush=True)
    wrong = verdict.compliant != expected
    if wrong:
        for failure in verdict.failures:
            print(f"  {failure}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
