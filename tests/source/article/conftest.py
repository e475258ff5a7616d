"""Articles for the importer's tests. All but the real one are made up and say so (示例：虚构)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from casepress.case.load import LoadedCase, load_case_bytes
from casepress.case.model import Case
from casepress.source.article.compose import Imported, compose
from casepress.source.article.emit import emit
from casepress.source.article.formats import Extracted, extract
from casepress.source.article.report import Report, report

HERE = Path(__file__).parent


class Result(NamedTuple):
    """Everything one import gives."""

    imported: Imported
    yaml: str
    loaded: LoadedCase
    report: Report
    extracted: Extracted

    @property
    def case(self) -> Case:
        return self.loaded.case

    @property
    def unplaced(self) -> list[str]:
        return [piece.text for piece in self.report.unplaced]

    @property
    def ids(self) -> set[str]:
        return {diagnostic.id for diagnostic in self.report.diagnostics}


def run_import(data: bytes | str, name: str = "article.txt") -> Result:
    """Import *data* and load the YAML again with the case's own loader."""
    content = data.encode() if isinstance(data, str) else data
    extracted = extract(content, name)
    imported = compose(extracted.article)
    yaml = emit(imported, name)
    return Result(
        imported, yaml, load_case_bytes(yaml.encode()), report(imported, extracted, name), extracted
    )


@pytest.fixture(scope="session")
def imports() -> Callable[..., Result]:
    return run_import


@pytest.fixture(scope="session")
def sample() -> Callable[[str], Result]:
    """Import one of the files in samples/."""

    def run(name: str) -> Result:
        return run_import((HERE / "samples" / name).read_bytes(), name)

    return run


@pytest.fixture(scope="session")
def wuhou() -> Result:
    path = HERE / "wuhou-article.txt"
    return run_import(path.read_bytes(), path.name)
