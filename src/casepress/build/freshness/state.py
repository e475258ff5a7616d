"""What was built from what: beside the outputs, so that an unchanged case need not be built again.

One small JSON file per case in ``OUT/.casepress``, replaced in one step. A file per case, because a
run that is broken off then loses nothing, runs side by side don't meet, a damaged file costs one
rebuild, and a hundred thousand cases cost no more each than one. It is a cache: whatever in it is
not understood counts as not there.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from casepress.build.atomic import replacing
from casepress.build.freshness.fingerprint import file_checksum
from casepress.build.freshness.inputs import Input
from casepress.build.model import JobResult, Output, Product, Target
from casepress.diagnostics import CasepressError, Diagnostic, Related, Severity, Span

FOLDER = ".casepress"
_FORMAT = "casepress-state"
_VERSION = 1
_KEPT = 8
"""Builds of one case with different options that are remembered."""


def known(case: Path, output: Path, key: str | None) -> JobResult | None:
    """Return what a build of *case* would come to, if it has been done and all of it is still true.

    The inputs have the checksums they had, the outputs are there with the checksums they were
    written with. Warnings are told again.
    """
    if key is None:
        return None
    for build in _builds(case, output):
        try:
            if build["key"] == key and (inputs := _standing(build, case)):
                return _result(build, inputs, case, output)
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
    return None


def remember(case: Path, output: Path, key: str | None, results: Sequence[JobResult]) -> None:
    """Record a build that went well; nothing is recorded of others.

    ``results`` are the jobs the case was cut into. Not being able to record is no failure: it costs
    a rebuild.
    """
    inputs = {result.inputs for result in results}
    if key is None or any(result.exit_code for result in results) or len(inputs) != 1:
        return
    (read,) = inputs
    order = list(Product)
    made = [one for result in results for one in result.outputs]
    made.sort(key=lambda one: order.index(one.product))
    diagnostics = [_diagnostic_record(d) for result in results for d in result.diagnostics]
    build = {
        "key": key,
        "case": str(case),
        "inputs": {one.name: one.sha256 for one in read},
        "outputs": [_output_record(one) for one in made],
        "diagnostics": diagnostics,
    }
    others = [old for old in _builds(case, output) if old.get("key") != key]
    content = {"format": _FORMAT, "version": _VERSION, "builds": [build, *others][:_KEPT]}
    try:
        data = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    except (TypeError, UnicodeEncodeError):  # a parameter JSON has no word for, a name without one
        return
    with contextlib.suppress(CasepressError), replacing(_place(case, output)) as temporary:
        temporary.write_bytes(data)


def _place(case: Path, output: Path) -> Path:
    return output / FOLDER / f"{case.stem}.json"


def _builds(case: Path, output: Path) -> list[Mapping[str, Any]]:
    """Return the builds recorded for a case, latest first; none if the record can't be read."""
    try:
        content = json.loads(_place(case, output).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        return []
    builds = content.get("builds")
    if content.get("version") != _VERSION or not isinstance(builds, list):
        return []
    return [build for build in builds if isinstance(build, dict)]


def _standing(build: Mapping[str, Any], case: Path) -> tuple[Input, ...]:
    """Return the recorded inputs if all of them are as they were, else none."""
    inputs = tuple(Input(str(name), str(sha256)) for name, sha256 in build["inputs"].items())
    return inputs if all(one.unchanged(case) for one in inputs) else ()


def _result(
    build: Mapping[str, Any], inputs: tuple[Input, ...], case: Path, output: Path
) -> JobResult | None:
    """Return the recorded result if every file of it still has the bytes it had."""
    outputs = []
    for kept in build["outputs"]:
        path = output / str(kept["file"])
        papers = {output / str(name): sha256 for name, sha256 in kept["companions"].items()}
        if any(file_checksum(p) != s for p, s in {path: kept["sha256"], **papers}.items()):
            return None
        outputs.append(
            Output(
                path,
                case,
                Product(kept["product"]),
                Target(kept["target"]),
                int(kept["count"]),
                int(kept["size"]),
                0.0,
                tuple(papers),
                str(kept["sha256"]),
            )
        )
    spelled = {str(build["case"]): str(case)}
    diagnostics = tuple(_diagnostic(kept, spelled) for kept in build["diagnostics"])
    return JobResult(case, tuple(outputs), diagnostics=diagnostics, inputs=inputs, skipped=True)


def _output_record(output: Output) -> dict[str, Any]:
    return {
        "file": output.path.name,
        "product": output.product.value,
        "target": output.target.value,
        "count": output.count,
        "size": output.size,
        "sha256": output.sha256,
        "companions": {path.name: file_checksum(path) for path in output.companions},
    }


def _diagnostic_record(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "id": diagnostic.id,
        "severity": diagnostic.severity.value,
        "span": _span_record(diagnostic.span),
        "params": dict(diagnostic.params),
        "related": [
            {"span": _span_record(one.span), "id": one.id, "params": dict(one.params)}
            for one in diagnostic.related
        ],
    }


def _span_record(span: Span | None) -> list[str | int] | None:
    if span is None:
        return None
    return [span.file, span.line, span.column, span.end_line, span.end_column]


def _diagnostic(kept: Mapping[str, Any], spelled: Mapping[str, str]) -> Diagnostic:
    """Read a diagnostic; the case may be spelled otherwise now (from another folder)."""
    related = tuple(
        Related(span, str(one["id"]), _params(one["params"]))
        for one in kept["related"]
        if (span := _span(one["span"], spelled)) is not None
    )
    return Diagnostic(
        str(kept["id"]),
        Severity(kept["severity"]),
        _span(kept["span"], spelled),
        _params(kept["params"]),
        related,
    )


def _span(kept: Sequence[Any] | None, spelled: Mapping[str, str]) -> Span | None:
    if kept is None:
        return None
    file, line, column, end_line, end_column = kept
    place = spelled.get(str(file), str(file))
    return Span(place, int(line), int(column), int(end_line), int(end_column))


def _params(kept: Mapping[str, Any]) -> dict[str, object]:
    return {name: _frozen(value) for name, value in kept.items()}


def _frozen(value: object) -> object:
    """Turn JSON's lists back into the tuples they were."""
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value
