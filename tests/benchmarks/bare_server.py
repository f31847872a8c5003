"""A server that only parses and stores, to see what the product's promises cost beside it.

The same TLS, the same HTTP server, one JSON parse, one insert of each change as it came, one synced
commit, and the rows after the cursor as they lie there. No rules, no merging, no digest, no seal,
and whoever asks is believed.

usage: python -m tests.benchmarks.bare_server PORT STORE.sqlite CERT.pem KEY.pem
"""

import asyncio
import json
import sqlite3
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from granian.constants import Interfaces
from granian.server.embed import Server
from litestar.enums import ScopeType
from litestar.types import Receive, Scope, Send

SCHEMA = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE IF NOT EXISTS changes (
    scope TEXT, sequence INTEGER, body TEXT, PRIMARY KEY (scope, sequence)
);
"""


class Store:
    """One table in a SQLite file."""

    def __init__(self, path: Path) -> None:
        self._rows = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._rows.executescript(SCHEMA)
        self._turn = threading.Lock()

    def exchange(self, scope: str, changes: Sequence[Any], after: int) -> list[str]:
        """Append changes durably; the rows after a sequence as an answer writes them."""
        with self._turn:
            self.take(scope, changes)
            return self._after(scope, after)

    def take(self, scope: str, changes: Sequence[Any]) -> None:
        """Append changes to a scope, durably."""
        self._rows.execute("BEGIN IMMEDIATE")
        last = self._rows.execute(
            "SELECT max(sequence) FROM changes WHERE scope = ?", (scope,)
        ).fetchone()[0]
        self._rows.executemany(
            "INSERT INTO changes VALUES (?, ?, ?)",
            [
                (scope, number, json.dumps(change))
                for number, change in enumerate(changes, (last or 0) + 1)
            ],
        )
        self._rows.execute("COMMIT")

    def _after(self, scope: str, after: int) -> list[str]:
        found = self._rows.execute(
            "SELECT sequence, body FROM changes WHERE scope = ? AND sequence > ?", (scope, after)
        )
        return [f"[{sequence},{body}]" for sequence, body in found]

    def close(self) -> None:
        """Close the file."""
        self._rows.close()


class Bare:
    """The application."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer any request as if it were an exchange."""
        if scope["type"] != ScopeType.HTTP:
            return
        raw = b""
        while True:
            message: Any = await receive()
            raw += message.get("body", b"")
            if not message.get("more_body"):
                break
        token = dict(scope["headers"]).get(b"authorization", b"").decode()
        answer = await asyncio.to_thread(self._answer, token, raw) if raw else b"{}"
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(answer))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer, "more_body": False})

    def _answer(self, token: str, raw: bytes) -> bytes:
        asked = json.loads(raw)
        found = self._store.exchange(token, asked["changes"], asked["cursors"]["self"])
        rows = ",".join(found)
        return f'{{"pages":{{"self":{{"more":false,"rows":[{rows}]}}}}}}'.encode()


async def serve(port: int, store: Path, certificate: Path, key: Path) -> None:
    """Answer until killed."""
    server = Server(
        Bare(Store(store)), address="127.0.0.1", port=port, interface=Interfaces.ASGI,
        websockets=False, ssl_cert=certificate, ssl_key=key, log_enabled=False,
    )  # fmt: skip
    await server.serve()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), *map(Path, sys.argv[2:5])))
