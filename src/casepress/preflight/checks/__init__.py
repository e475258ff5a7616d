"""The checks, one subject a module; each takes the document and gives findings."""

from __future__ import annotations

from collections.abc import Callable

from casepress.preflight.checks import (
    attachments,
    bleed,
    boxes,
    claims,
    colour,
    file,
    fonts,
    images,
    ink,
    lines,
    links,
    metadata,
    structure,
    tags,
    type,
)
from casepress.preflight.document import Document, Findings

CHECKS: tuple[Callable[[Document], Findings], ...] = (
    file.check, boxes.check, bleed.check, colour.check, ink.check, images.check, lines.check,
    type.check, fonts.check, tags.check, structure.check, links.check, claims.check,
    attachments.check, metadata.check,
)  # fmt: skip
