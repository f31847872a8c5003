"""Files that classes gave: what can be read is used, what cannot stops nobody and stays."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.student import actions, class_library
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from tests.student.scenes import SECRET, make_portfolio
from tests.student.test_own_tools import arrives

PRIVATE = "Mx Abel's secret plan"
UNREADABLE = (
    b"", b"PK\x03\x04 no table either", json.dumps({"title": PRIVATE}).encode(),
    b"[" * 100_000, b"\xff\xfe\x00",
)  # fmt: skip


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def _given(portfolio: Portfolio, raw: bytes, record: str) -> str:
    received = portfolio.vault.media.receive([raw])
    with portfolio.durable():
        portfolio.vault.media.keep(received)
    fields = {"document": "rubric", "media": received.sha256_hex, "title": PRIVATE}
    arrives(portfolio, "library", record, fields, "c/bees")
    return received.sha256_hex


def _readable() -> bytes:
    """A small framework as a class would give it."""
    identifier = "8d7b3a3e-0000-4000-8000-000000000001"
    document = {
        "identifier": identifier, "uri": "https://example.org/d", "title": "Bees",
        "creator": "4B", "lastChangeDateTime": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    item = {
        "identifier": "8d7b3a3e-0000-4000-8000-000000000002", "uri": "https://example.org/i",
        "fullStatement": "I can dance", "lastChangeDateTime": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    return json.dumps({"CFDocument": document, "CFItems": [item], "CFAssociations": []}).encode()


def test_class_files_that_nobody_can_read_stop_nobody(
    tmp_path: Path, portfolio: Portfolio, caplog: pytest.LogCaptureFixture
) -> None:
    before = len(portfolio.catalog.frameworks)
    unreadable = [_given(portfolio, raw, f"lib{at}") for at, raw in enumerate(UNREADABLE)]
    _given(portfolio, _readable(), "library")
    with caplog.at_level(logging.DEBUG):
        portfolio.refresh_catalog()
    assert len(portfolio.catalog.frameworks) == before + 1, "the one beside them is read"
    for sha256 in unreadable:
        assert portfolio.has_media(sha256), "it is kept: a later program may be able to read it"
        assert sha256[:12] in caplog.text
    assert PRIVATE not in caplog.text
    vault_id = portfolio.vault.id
    portfolio.close()
    again = open_portfolio(open_vaults(tmp_path), vault_id, SECRET)
    assert len(again.catalog.frameworks) == before + 1
    again.close()


def test_a_class_file_that_is_damaged_or_too_large_is_left_out(
    portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(portfolio.catalog.frameworks)
    sha256 = _given(portfolio, _readable(), "lib1")
    with monkeypatch.context() as smaller:
        smaller.setattr(class_library, "LIBRARY_BYTES_LIMIT", 10)
        portfolio.refresh_catalog()
        assert len(portfolio.catalog.frameworks) == before
    path = portfolio.vault.media._path(sha256)
    sealed = bytearray(path.read_bytes())
    sealed[-1] ^= 1
    path.write_bytes(sealed)
    portfolio.refresh_catalog()
    assert len(portfolio.catalog.frameworks) == before


def test_rubrics_and_skills_are_read_in_the_language_of_the_learner(portfolio: Portfolio) -> None:
    raw = json.loads(_readable())
    item = raw["CFItems"][0]
    item["extensions"] = {"translations": {"nl": {"statement": "Ik kan dansen"}}}
    raw["CFRubrics"] = [
        {
            "identifier": "8d7b3a3e-0000-4000-8000-000000000003", "title": "Dance",
            "extensions": {"translations": {"nl": {"title": "Dans"}}, "language": "en"},
        }
    ]  # fmt: skip
    sha256 = _given(portfolio, json.dumps(raw).encode(), "lib1")
    portfolio.refresh_catalog()
    ref, rubric = f"{raw['CFDocument']['identifier']}/{item['identifier']}", raw["CFRubrics"][0]

    def read() -> tuple[str, str]:
        catalog = portfolio.catalog
        skill, dance = catalog.competency(ref), catalog.rubric(rubric["identifier"], sha256)
        assert skill is not None
        assert dance is not None
        return skill.statement, dance.title

    assert read() == ("I can dance", "Dance")
    assert portfolio.catalog is portfolio.catalog, "it is made once"
    actions.set_about(portfolio, language="nl")
    assert read() == ("Ik kan dansen", "Dans")
    assert [one.statement for one in portfolio.catalog.search("dansen")] == ["Ik kan dansen"]
    actions.set_about(portfolio, language="fr")
    assert read() == ("I can dance", "Dance")
