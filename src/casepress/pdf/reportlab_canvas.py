"""reportlab's canvas, without Pillow: most cases have no picture to open.

reportlab imports Pillow with its first module; here that waits until an image is looked at.
"""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def _later(name: str) -> None:
    """Let a module be read when it is first used, whoever imports it before."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    package, _, child = name.rpartition(".")
    setattr(sys.modules[package], child, module)


_later("PIL.Image")

from reportlab.pdfgen.canvas import Canvas  # noqa: E402

__all__ = ["Canvas"]
