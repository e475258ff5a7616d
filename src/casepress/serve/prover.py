"""From a saved case to what the page shows: products one after another, then the problems."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casepress.build.jobs.job import run_job
from casepress.build.model import BuildOptions, Job
from casepress.diagnostics import CasepressError
from casepress.messages import Language
from casepress.messages.render import as_object, in_order
from casepress.pdf.targets import SCREEN
from casepress.pdf.write import write_pdf
from casepress.serve.material import Material, read_material
from casepress.serve.model import Proof, ShownProduct
from casepress.serve.regions import sheets

if TYPE_CHECKING:
    from casepress.display import DisplayList


@dataclass(frozen=True, slots=True)
class Prover:
    """A case and how it is to look."""

    case: Path
    options: BuildOptions
    language: Language = "zh"

    def proofs(self, last: Proof) -> Iterator[tuple[Proof, frozenset[Path]]]:
        """Yield better and better proofs of the case as it is saved now, with the files it read.

        Each product comes as soon as it is planned and drawn, the problems last. A case that can't
        be built keeps the products of *last*, marked as stale. Nothing is raised for what an
        editor can mend.
        """
        start = time.perf_counter()
        proof = replace(last, version=last.version + 1, source=self._source(), checked=False)
        files = self._named()
        try:
            material = read_material(self.case, self.options)
            files = material.files
            for name, plan in material.plans:
                made = _product(name, plan(), material)
                seconds = time.perf_counter() - start
                proof = replace(self._next(proof).with_product(made), seconds=seconds)
                yield proof, files
        except Exception:
            # What is wrong is told by the check below, which meets it again and never raises.
            proof = replace(self._next(proof), stale=True)
        result = run_job(Job(self.case, self.options, dry=True))
        problems = [as_object(one, self.language) for one in in_order(result.diagnostics)]
        if result.crash:
            problems.append(self._crash(result.crash))
        proof = replace(self._next(proof), problems=tuple(problems), checked=True)
        yield proof, files

    def _named(self) -> frozenset[Path]:
        """Return the case and the members it names, to watch if it can't be read as a whole."""
        from casepress.case.kind import is_collection
        from casepress.case.load_collection import member_files

        members = member_files(self.case) if is_collection(self.case) else ()
        return frozenset([self.case, *members])

    def _crash(self, trace: str) -> dict[str, Any]:
        """Tell an internal error as a problem, with the trace for a report."""
        zh = self.language == "zh"
        return {
            "id": "", "severity": "error", "label": "", "place": None, "cause": trace,
            "message": "程序内部出错" if zh else "internal error",
            "remedy": "这是程序的毛病，请把下面的内容发给维护者。" if zh else
            "This is a bug: please send what follows to the maintainers.",
        }  # fmt: skip

    def layout_files(self) -> frozenset[Path]:
        """Return the files of the user's own layout, if it is one."""
        from casepress.theme.chain import is_path, layout_chain

        if not is_path(self.options.layout):
            return frozenset()
        own = frozenset([Path(self.options.layout)])
        try:
            return own | frozenset(layout_chain(self.options.layout).files)
        except (CasepressError, OSError):
            return own

    def _next(self, proof: Proof) -> Proof:
        return replace(proof, version=proof.version + 1)

    def _source(self) -> str:
        try:
            return self.case.read_bytes().decode("utf-8-sig", errors="replace")
        except OSError:
            return ""


def _product(name: str, display: DisplayList, material: Material) -> ShownProduct:
    data = io.BytesIO()
    write_pdf(display, SCREEN, data)
    pdf = data.getvalue()
    key = hashlib.sha256(pdf).hexdigest()[:16]
    return ShownProduct(name, sheets(display, material.loaded), pdf, key)
