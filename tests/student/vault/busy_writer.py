"""A program that writes into a vault, says what is safe, and waits to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.student.vault.device import NOW_MS, SECRET, vaults_in


def main() -> None:
    """Write batches with media, tidying now and then; say each number once it is safe."""
    vaults = vaults_in(Path(sys.argv[1]))
    vault = vaults.unlock(vaults.list()[0].id, SECRET, now_ms=NOW_MS)
    number = 100_000 * int(sys.argv[2])
    while True:
        received = vault.media.receive([str(number).encode()])
        with vault.batch():
            vault.media.keep(received)
            vault.db.table("records").insert({"n": number, "file": received.sha256_hex})
            vault.db.table("outbox").insert({"n": number})
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        if number % 5 == 0:
            vault.compact()
        number += 1


if __name__ == "__main__":
    main()
