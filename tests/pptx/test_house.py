"""Our own package is byte for byte what python-pptx makes of the same template."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from casepress.case.load import load_case
from casepress.deck import plan_deck
from casepress.fonts import FontLibrary
from casepress.pptx import house, write
from casepress.pptx.template import known_parts, template_bytes
from casepress.theme.load import load_theme

_KEPT = ("slideMaster", "slideLayout", "notesMaster")
CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize("case", ["wuhou", "sample"])
def test_python_pptx_would_write_the_same_bytes(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = load_theme("zhujin")
    loaded = load_case(CONTENT / f"{case}.yaml").case
    deck = plan_deck(loaded, theme, FontLibrary.bundled(), base_dir=CONTENT)
    ours, report = write.deck_bytes(deck, theme.deck, "甲")
    opened = BytesIO(template_bytes(theme.deck, "甲"))
    monkeypatch.setattr(write, "HousePresentation", lambda parts: Presentation(opened))
    theirs, _ = write.deck_bytes(deck, theme.deck, "甲")
    assert ours == theirs and report.slides == len(deck.slides)


def test_a_deck_in_a_layout_of_ours_never_loads_python_pptx(tmp_path: Path) -> None:
    code = (
        "import sys; from casepress.cli.main import main;"
        f"code = main(['build', 'content/wuhou.yaml', '--only', 'deck', '-o', {str(tmp_path)!r}]);"
        "sys.exit(code or 10 * ('pptx' in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("layout", ["zhujin", "moqing", "plain", "gongwen"])
def test_parts_that_stay_as_they_are_need_no_writing_anew(layout: str) -> None:
    parts = known_parts(load_theme(layout).deck, "甲")
    kept = [n for n in parts if n.endswith(".xml") and any(f"{kind}s/" in n for kind in _KEPT)]
    assert len(kept) > 10
    for name in kept:
        tree = house._parse(parts[name].encode())
        anew = etree.tostring(tree, encoding="UTF-8", standalone=True)
        assert anew.partition(b"\n")[2] == parts[name].encode().partition(b"\n")[2], name
