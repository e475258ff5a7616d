"""A builder that stays: imports, fonts and layouts are kept, only what a change touches is built.

``build --watch`` and whatever serves pages use it with :func:`casepress.build.watch.Watcher`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.model import BuildOptions, BuildReport, JobResult
from casepress.build.run import Plan, build_all
from casepress.diagnostics import CasepressError

if TYPE_CHECKING:
    from concurrent.futures import Executor


class WarmBuilder:
    """Builds cases again and again, and knows which files they are made of.

    A case that can't be built leaves its last good outputs; the files it was made of then are
    watched on, so that mending any of them builds it again.
    """

    def __init__(
        self, cases: Sequence[Path], options: BuildOptions, executor: Executor | None = None
    ) -> None:
        """Take cases and options; nothing is built yet."""
        self.cases = tuple(cases)
        self.options = options
        self._executor = executor
        self._own: dict[Path, frozenset[Path]] = {case: frozenset([case]) for case in cases}
        self._shared: frozenset[Path] = frozenset()
        self._note_shared()

    def files(self) -> frozenset[Path]:
        """Return every file a change of which would change an output."""
        return self._shared.union(*self._own.values())

    def affected(self, changed: Collection[Path]) -> tuple[Path, ...]:
        """Return the cases some changed files belong to: all, for a layout or a template."""
        if not self._shared.isdisjoint(changed):
            return self.cases
        return tuple(case for case in self.cases if not self._own[case].isdisjoint(changed))

    def build(
        self, changed: Collection[Path] | None = None, *, force: bool = False
    ) -> Iterator[BuildReport]:
        """Build the cases affected, all of them if no change is given; yield a report for each.

        What is the same as what the outputs were made from is not built, as in any build, unless
        *force* says so.
        """
        plan = Plan(reuse=True, force=force)
        for case in self.cases if changed is None else self.affected(changed):
            report = build_all((case,), self.options, self._executor, plan=plan)
            self._note(case, report.results)
            yield report
        self._note_shared()

    def _note(self, case: Path, results: Sequence[JobResult]) -> None:
        """Keep the names of the files a case was made of; of one that can't be read, the old.

        A collection is watched with its members even if one of them has never been good.
        """
        from casepress.case.kind import is_collection
        from casepress.case.load_collection import member_files

        read = {one.path(case) for result in results for one in result.inputs}
        if read:
            self._own[case] = frozenset([case, *read])
        elif is_collection(case):
            self._own[case] = self._own[case].union(member_files(case))

    def _note_shared(self) -> None:
        from casepress.theme.chain import is_path, layout_chain

        options = self.options
        given = {path for path in (options.template, options.icc) if path is not None}
        if is_path(options.layout):
            given.add(Path(options.layout))
            try:
                given |= set(layout_chain(options.layout).files)
            except (CasepressError, OSError):
                given |= self._shared
        self._shared = frozenset(given)
