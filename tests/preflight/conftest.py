from __future__ import annotations

import pytest
from tests.preflight import files


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return files.press(tmp_path_factory.mktemp("press"))


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return files.archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return files.screen(tmp_path_factory.mktemp("screen"))
