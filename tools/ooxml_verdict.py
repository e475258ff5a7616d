"""Read a verdict of the Open XML SDK's validator and fail unless it is clean.

Usage: ooxml_verdict.py VERDICT.json DECK.pptx
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> int:
    """Print each finding; return 1 if there is one."""
    verdict_path, deck = Path(sys.argv[1]), Path(sys.argv[2])
    verdict = json.loads(verdict_path.read_text(encoding="utf-8"))
    errors = verdict.get("errors", [])
    for error in errors:
        print(f"{deck.name}: {json.dumps(error, ensure_ascii=False)}", file=sys.stderr)
    clean = verdict.get("ok") is True and not errors
    print(f"{deck.name}: {'clean' if clean else 'NOT CLEAN'}")
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
