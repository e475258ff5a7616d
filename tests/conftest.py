"""What all tests share: the repository's own files and a command line run in-process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is no fault of the program; CI's own profile (no chance) stays as it is.
settings.register_profile("casepress", parent=settings(), deadline=None)
settings.load_profile("casepress")

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the user's own settings, colours and dates out of the tests."""
    for name in ("LAYOUT", "OUTPUT", "FOR", "JOBS", "LANG", "COLOR"):
        monkeypatch.delenv(f"CASEPRESS_{name}", raising=False)
    for name in ("SOURCE_DATE_EPOCH", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CASEPRESS_CACHE", "")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    yield


@pytest.fixture
def casepress(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """Run one command line in this process, without forking a worker ahead."""
    import signal

    from casepress.cli import main as entry

    monkeypatch.setattr(entry, "_fork_early", lambda argv: [])
    monkeypatch.setattr(signal, "signal", lambda *_: None)

    def run(*argv: str | Path) -> Ran:
        code = entry.main([str(argument) for argument in argv])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run
