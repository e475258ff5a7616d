"""The files of a layout, followed through ``extends``."""

from __future__ import annotations

from pathlib import Path

from casepress.theme.chain import layout_chain


def test_a_bundled_layout_has_no_files_of_the_users():
    chain = layout_chain("moqing")
    assert chain.files == ()
    assert chain.bundled == ("moqing",)


def test_paths_start_at_the_file_that_names_them_and_each_file_counts_once(tmp_path: Path):
    for name, text in {
        "unit/ours.yaml": "extends: [../house/a.yaml, ../house/b.yaml]\n",
        "house/a.yaml": "extends: base.yaml\n",
        "house/b.yaml": "extends: [base.yaml, moqing]\n",
        "house/base.yaml": "extends: zhujin\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    chain = layout_chain(str(tmp_path / "unit" / "ours.yaml"))
    names = [path.resolve().relative_to(tmp_path.resolve()).as_posix() for path in chain.files]
    assert sorted(names) == ["house/a.yaml", "house/b.yaml", "house/base.yaml", "unit/ours.yaml"]
    assert names[0] == "unit/ours.yaml"
    assert set(chain.bundled) == {"zhujin", "moqing"}
    assert "base.yaml" in chain.references
