"""A learner's device in the kill rounds: makes works, edits, sends; says what it was told is safe.

What it says goes out line by line, unbuffered: all that stands there was said before it died.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from portfolio_app.errors import NotFound, SchoolUnreachable
from portfolio_app.model.artifact import Work
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio, real_world
from portfolio_app.student.portfolio import SCHOOL, Portfolio
from portfolio_app.student.vault.records import RECORDS
from rubrics.catalog import Catalog
from sync import digest
from sync.wire import SyncReply
from tests.kills.places import replaced
from tests.vectors.make_vault_2 import vaults_at

SECRET = "2468"
SMALL_BYTES = (2_000, 60_000)
PAPERS = 3
LARGE_BYTES = (2_200_000, 4_500_000)
VERY_LARGE_BYTES = (9_500_000, 10_500_000)
"""More than one part of a multipart upload, less than what waits for a better network."""

EXCHANGES_LIMIT = 12
FETCH = "fetch"
"""Bring what other devices made here, once all was sent."""

Say = Callable[[dict[str, Any]], None]


def say(event: dict[str, Any]) -> None:
    """One line, at once."""
    os.write(1, json.dumps(event).encode() + b"\n")


def make(folder: Path, *, address: str, code: str = "", same_as: dict[str, str]) -> None:
    """A new device: of a new learner by a class code, or of the learner of another device."""
    portfolio = new_portfolio(vaults_at(folder), "Ada", "owl", SECRET)
    if code:
        Connection(portfolio).join(address, code)
    else:
        portfolio.vault.put_setting(SCHOOL, same_as)
    say({"school": portfolio.vault.get_setting(SCHOOL)})
    portfolio.close()


def act(folder: Path, catalog: Catalog, *, seed: str, steps: Sequence[str]) -> None:
    """Do some things, then send and fetch; a school that is not there is no fault."""
    _tell_what_is_safe()
    portfolio = _opened(folder, catalog)
    source = Random(seed)
    for step in steps:
        if step != FETCH:
            _step(portfolio, step, source)
    try:
        Connection(portfolio).exchange()
        say({"event": "exchanged"})
        if FETCH in steps:
            _fetch(portfolio)
    except SchoolUnreachable:
        say({"event": "unreachable"})
    portfolio.close()


def settle(folder: Path, catalog: Catalog) -> None:
    """Send and fetch until nothing waits, then tell all that is here."""
    _tell_what_is_safe()
    portfolio = _opened(folder, catalog)
    for _ in range(EXCHANGES_LIMIT):
        Connection(portfolio).exchange()
        if not portfolio.store.waiting() and not len(portfolio.media_queue):
            break
    say({"told": _everything(portfolio)})
    portfolio.close()


def _opened(folder: Path, catalog: Catalog) -> Portfolio:
    vaults, world = vaults_at(folder), real_world()
    (card,) = vaults.list()
    return Portfolio(vaults.unlock(card.id, SECRET, now_ms=world.now_ms()), catalog, world)


def _tell_what_is_safe() -> None:
    """Say what a write returned, and what the school's answers say it has."""

    def written(real: Callable[..., Any]) -> Callable[..., Any]:
        def write(*given: Any, **named: Any) -> Any:
            ids = real(*given, **named)
            say({"wrote": ids})
            return ids

        return write

    def received(real: Callable[..., Any]) -> Callable[..., Any]:
        def receive(reply: SyncReply, *given: Any) -> Any:
            say({"accepted": sorted(reply.accepted)})
            return real(reply, *given)

        return receive

    replaced("portfolio_app.student.portfolio:Portfolio.write", written)
    replaced("sync.client:receive", received)


def _step(portfolio: Portfolio, step: str, source: Random) -> None:
    token = f"{source.getrandbits(48):012x}"
    works = sorted(portfolio.works(), key=lambda work: work.id)
    if step == "tidy":
        portfolio.vault.compact()
    elif step in ("work", "papers", "large", "very large") or not works:
        _add(portfolio, step, token, source)
    elif step == "caption":
        work = source.choice(works)
        actions.set_caption(portfolio, work.id, " ".join([*_captions(work), token]))
        say({"typed": token, "work": work.id})
    else:
        work = source.choice(works)
        actions.reflect(portfolio, work.id, "proud", token)
        say({"typed": token, "work": work.id})


def _add(portfolio: Portfolio, step: str, token: str, source: Random) -> None:
    sizes = {"large": LARGE_BYTES, "very large": VERY_LARGE_BYTES}.get(step, SMALL_BYTES)
    contents = [
        token.encode() + source.randbytes(source.randrange(*sizes))
        for _ in range(PAPERS if step == "papers" else 1)
    ]
    work = actions.add_work(
        portfolio, [Source("notes.pdf", [content]) for content in contents], token
    )
    for content in contents:
        say({"typed": token, "work": work, "file": hashlib.sha256(content).hexdigest()})


def _fetch(portfolio: Portfolio) -> None:
    for work in portfolio.works():
        for file in work.files:
            with suppress(NotFound):  # its words came first
                Connection(portfolio).fetch(str(file.media))


def _captions(work: Work) -> list[str]:
    return [version for version in work.captions if version]


def _everything(portfolio: Portfolio) -> dict[str, Any]:
    works = {
        work.id: {
            "title": work.title,
            "words": sorted(
                [*_captions(work), *(words for one in work.reflections for words in one.versions)]
            ),
            "files": {
                str(file.media): _is_whole(portfolio, str(file.media)) for file in work.files
            },
        }
        for work in portfolio.works()
    }
    total = digest.EMPTY_DIGEST
    for one in portfolio.vault.db.table(RECORDS):
        if one["scope"] == "self":
            mark = digest.record_fingerprint(one["kind"], one["id"], one["state"])
            total = digest.replace(total, 0, mark)
    return {
        "works": works,
        "waiting": len(portfolio.store.waiting()),
        "refused": len(portfolio.store.refused()),
        "files_waiting": len(portfolio.media_queue),
        "digest": portfolio.store.positions["self"].digest,
        "recomputed": total,
    }


def _is_whole(portfolio: Portfolio, sha256: str) -> bool | None:
    """None where the file is not on this device."""
    if not portfolio.has_media(sha256):
        return None
    hashed = hashlib.sha256()
    for chunk in portfolio.vault.media.open(sha256):
        hashed.update(chunk)
    return hashed.hexdigest() == sha256
