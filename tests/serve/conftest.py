"""A case of its own in a folder of its own, served on a free port of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from casepress.build.model import BuildOptions, Product
from casepress.serve.desk import Desk
from casepress.serve.prover import Prover
from casepress.serve.server import Server

CASE = """\
title: 虚构示例：让办事少跑一趟
background:
  text: |
    第一段写的是背景，大家办一件事要跑三个地方。

    第二段接着写，窗口之间互不相通。
practices:
  - title: 合并窗口
    measures:
      - title: 一窗受理
        text: 群众只进一扇门，材料在里面流转。
"""
OPTIONS = BuildOptions((Product.BROCHURE, Product.DECK))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


@pytest.fixture
def desk(case: Path) -> Iterator[Desk]:
    desk = Desk(Prover(case, OPTIONS))
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture
def server(desk: Desk) -> Iterator[Server]:
    server = Server(desk, 0, {"language": "zh", "editor": "x://{line}"})
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)


def settled(desk: Desk, version: int = 0) -> None:
    """Wait for a proof after *version* whose problems are known."""
    while not (desk.proof.version > version and desk.proof.checked):
        assert desk.newer(desk.proof.version, 60) is not None, "no proof came"
