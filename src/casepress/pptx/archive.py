"""Reading a package that may come from anywhere: limits, parts, relationships, content types."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import field
from functools import cached_property
from io import BytesIO
from typing import Any

from casepress.frozen import dataclass

LIMIT_BYTES = 400_000_000
LIMIT_ENTRIES = 20_000
LIMIT_RATIO = 200
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


class UnsafeArchiveError(ValueError):
    """The zip is larger, fuller or denser than any honest presentation."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part; *target* is a part name, or a URI when external."""

    id: str
    kind: str
    """Last segment of the relationship type: slide, slideLayout, image…"""
    target: str
    external: bool


@dataclass
class Archive:
    """A package in memory: entry names in file order, and content by name."""

    names: list[str]
    content: dict[str, bytes]
    _trees: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes) -> Archive:
        """Read every entry; refuse zip bombs. Raises BadZipFile or UnsafeArchiveError."""
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            total = sum(e.file_size for e in entries)
            packed = sum(e.compress_size for e in entries) or 1
            if len(entries) > LIMIT_ENTRIES or total > LIMIT_BYTES:
                raise UnsafeArchiveError(f"{len(entries)} entries, {total} bytes")
            if total > 10_000_000 and total / packed > LIMIT_RATIO:
                raise UnsafeArchiveError(f"compression ratio {total // packed}")
            return cls(
                [e.filename for e in entries], {e.filename: archive.read(e) for e in entries}
            )

    def tree(self, name: str) -> Any:
        """Parse a part once, entities and network off. Raises lxml.etree.XMLSyntaxError."""
        from lxml import etree

        if name not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            self._trees[name] = etree.fromstring(self.content[name], parser)
        return self._trees[name]

    def relations(self, part: str) -> list[Relation]:
        """List the relationships of *part* (empty name: of the package); none if it has no file."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self.content:
            return []
        found = []
        for one in self.tree(name).iter(f"{{{_RELS}}}Relationship"):
            external = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not external:
                joined = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(joined)
            kind = one.get("Type", "").rpartition("/")[2]
            found.append(Relation(one.get("Id", ""), kind, target, external))
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """List the parts *part* relates to by relationships of *kind*."""
        return [r.target for r in self.relations(part) if r.kind == kind and not r.external]

    @cached_property
    def content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        """Defaults by extension and overrides by part name."""
        root = self.tree("[Content_Types].xml")
        defaults = {
            e.get("Extension", "").lower(): e.get("ContentType", "")
            for e in root.iter(f"{{{_TYPES}}}Default")
        }
        overrides = {
            e.get("PartName", "")[1:]: e.get("ContentType", "")
            for e in root.iter(f"{{{_TYPES}}}Override")
        }
        return defaults, overrides

    def type_of(self, part: str) -> str:
        """Give the content type of a part; empty if it has none."""
        defaults, overrides = self.content_types
        return overrides.get(part) or defaults.get(part.rpartition(".")[2].lower(), "")
