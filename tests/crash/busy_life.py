"""A program that lives in a vault on the real disk, says before and after each step, and is killed.

    python -m tests.crash.busy_life FOLDER SECRET NUMBER

Each line is JSON: what is about to be done, or that it is done.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

from tinydb import where

from portfolio_app.student.vault import Vaults
from portfolio_app.student.vault.device_keeper import FileKeeper
from portfolio_app.student.vault.disk import RealDisk
from portfolio_app.student.vault.slots import TypedSecret
from portfolio_app.student.vault.vaults import Vault
from tests.crash.vault_life import ADA, add_work
from tests.student.vault.device import NOW_MS, quick_parameters

STEPS = ("work",) * 4 + ("large",) * 2 + ("compact", "secret", "renew", "badge", "drop", "sweep")
MEDIA_SIZES = (0, 700, 20_000, 200_000)


def device_in(folder: Path) -> Vaults:
    keeper = FileKeeper(RealDisk(), folder / "device")
    return Vaults(folder / "learners", new_secret_parameters=quick_parameters, keeper=keeper)


class BusyLife:
    """Steps in one open vault; `say` tells what may be there from now on, and what must be."""

    def __init__(self, folder: Path, secret: str, number: int, say: Callable[..., None]) -> None:
        self._here = device_in(folder)
        self._typed = secret
        self._number = number
        self._say = say
        self._source = random.Random(number)
        self._vault = self._here.unlock(ADA, secret, now_ms=NOW_MS)

    def step(self) -> None:
        name = self._source.choice(STEPS)
        getattr(self, f"_{name}")(self._vault)
        self._say("did")

    def _work(self, vault: Vault) -> None:
        self._number += 1
        self._say("will", name="work", adds=self._number)
        sizes = self._source.choices(MEDIA_SIZES, k=self._source.randrange(3))
        add_work(vault, self._number, sizes)

    def _large(self, vault: Vault) -> None:
        """Many records in one step, of which there are all or none."""
        numbers = [*range(self._number + 1, self._number + 30)]
        self._number = numbers[-1]
        self._say("will", name="large", adds=numbers)
        with vault.batch():
            for number in numbers:
                add_work(vault, number, [])

    def _drop(self, vault: Vault) -> None:
        numbers = sorted(document["n"] for document in vault.db.table("records"))
        if numbers:
            number = self._source.choice(numbers)
            self._say("will", name="drop", removes=number)
            vault.db.table("records").remove(where("n") == number)

    def _compact(self, vault: Vault) -> None:
        self._say("will", name="compact")
        vault.compact()

    def _sweep(self, vault: Vault) -> None:
        self._say("will", name="sweep")
        vault.media.sweep()

    def _renew(self, vault: Vault) -> None:
        del vault
        self._say("will", name="renew")
        self._here.renew_key(ADA, TypedSecret(self._typed), now_ms=NOW_MS)

    def _badge(self, vault: Vault) -> None:
        del vault
        self._say("will", name="badge")
        self._here.ways.new_badge(ADA, TypedSecret(self._typed), now_ms=NOW_MS)

    def _secret(self, vault: Vault) -> None:
        del vault
        self._number += 1
        after = f"secret {self._number}"
        self._say("will", name="secret", secret=after)
        self._here.change_secret(ADA, self._typed, after, now_ms=NOW_MS)
        self._typed = after


def say(event: str, **facts: object) -> None:
    """A line for whoever kills this program."""
    sys.stdout.write(json.dumps({"event": event, **facts}) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Live until killed."""
    life = BusyLife(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), say)
    while True:
        life.step()


if __name__ == "__main__":
    main()
