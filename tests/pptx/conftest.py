"""The sample deck, built once."""

from __future__ import annotations

from pathlib import Path

import deck_sample
import pytest

from casepress.deck.model import Deck
from casepress.pptx.archive import Archive
from casepress.pptx.write import deck_bytes
from casepress.theme.deck import DeckTokens


@pytest.fixture(scope="session")
def tokens() -> DeckTokens:
    return deck_sample.tokens()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    from PIL import Image

    picture: Path = tmp_path_factory.mktemp("deck") / "picture.png"
    Image.new("RGB", (120, 80), (216, 200, 170)).save(picture)
    return deck_sample.deck(str(picture))


@pytest.fixture(scope="session")
def written(sample: Deck, tokens: DeckTokens) -> bytes:
    return deck_bytes(sample, tokens)[0]


@pytest.fixture(scope="session")
def archive(written: bytes) -> Archive:
    return Archive.open(written)
