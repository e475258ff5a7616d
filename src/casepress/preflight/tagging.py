"""Marked content: which stretch belongs to the structure, which is an artifact, which to nobody."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from casepress.frozen import dataclass
from casepress.preflight.marks import Tagging


@dataclass(frozen=True, slots=True)
class Sequence:
    """One BMC or BDC that is not yet closed."""

    artifact: bool = False
    mcid: int | None = None
    text: bool = False
    """It carries an ActualText."""


@dataclass(slots=True)
class MarkedContent:
    """The open sequences, and every MCID met so far."""

    stack: list[Sequence] = field(default_factory=list)
    in_tagged_form: bool = False
    surplus: int = 0
    """EMC without a beginning."""

    @property
    def tagging(self) -> Tagging:
        """Tell whose the content now is: the structure's, an artifact's, or nobody's."""
        if any(one.artifact for one in self.stack):
            return "artifact"
        if self.in_tagged_form or self.mcid is not None:
            return "tagged"
        return "none"

    @property
    def mcid(self) -> int | None:
        """The innermost open MCID."""
        return next((s.mcid for s in reversed(self.stack) if s.mcid is not None), None)

    @property
    def explained(self) -> bool:
        """Tell whether an ActualText stands for the content now."""
        return any(one.text for one in self.stack)

    def begin(self, operands: Any, resources: Any) -> None:
        """Open a sequence (BMC, BDC)."""
        import pikepdf

        tag = str(operands[0])
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            named = resources.get("/Properties")
            properties = named.get(str(properties)) if named is not None else None
        if not isinstance(properties, pikepdf.Dictionary):
            self.stack.append(Sequence(tag == "/Artifact"))
            return
        mcid = properties.get("/MCID")
        self.stack.append(
            Sequence(
                tag == "/Artifact",
                int(mcid) if mcid is not None else None,
                "/ActualText" in properties,
            )
        )

    def end(self) -> None:
        """Close the innermost sequence (EMC)."""
        if self.stack:
            self.stack.pop()
        else:
            self.surplus += 1

    def enter_form(self, tagged: bool) -> bool:
        """Enter a form XObject that may be a structure element's as a whole."""
        outer = self.in_tagged_form
        self.in_tagged_form = outer or tagged
        return outer

    def leave_form(self, outer: bool) -> None:
        """Leave it again."""
        self.in_tagged_form = outer
