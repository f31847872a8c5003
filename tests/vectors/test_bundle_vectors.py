"""The vectors of docs/formats/bundle.md: bundles that must open, and more that must not."""

import json
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import PortfolioError
from portfolio_app.sealing import bundles
from sync import bundle
from sync.errors import PeerError
from tests.sealing.test_bundles import Bytes

FILE = json.loads((Path(__file__).parent / "bundle" / "bundles.json").read_text(encoding="utf-8"))
VECTORS = FILE["vectors"]


def _sections(vector: Any) -> list[str]:
    opened = bundles.open_bundle(
        Bytes(bytes.fromhex(vector["file"])), bytes.fromhex(FILE["private_key"]), vector["kind"],
        vector["now_ms"], vector["signer"],
    )  # fmt: skip
    found = []
    for section in bundle.read(opened.stream):
        section.whole()
        found.append(section.type.decode())
    return found


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_bundle(vector: Any) -> None:
    if vector["result"] == "refused":
        with pytest.raises((PortfolioError, PeerError)):
            _sections(vector)
    else:
        assert _sections(vector) == vector["result"]


def test_most_vectors_are_failures() -> None:
    assert sum(vector["result"] == "refused" for vector in VECTORS) * 2 > len(VECTORS)
