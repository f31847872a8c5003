"""The student program without screens: the same wiring for the command line, the demo and tests."""

import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from portfolio_app.errors import BadInput, NotFound, PortfolioError
from portfolio_app.model.people import BANDS, DEFAULT_BAND, DEFAULT_LANGUAGE, NAME_LIMIT
from portfolio_app.model.showcase import TOKEN_BYTES
from portfolio_app.student import actions
from portfolio_app.student.portfolio import Portfolio, World
from portfolio_app.student.vault.device_keeper import FileKeeper
from portfolio_app.student.vault.disk import RealDisk
from portfolio_app.student.vault.slots import Way
from portfolio_app.student.vault.tries import since_start_ms
from portfolio_app.student.vault.vaults import VaultCard, Vaults
from rubrics.catalog import Catalog

PIN_DIGITS_LEAST = 4
SECRET_LIMIT = 200


def real_world() -> World:
    """The real clock and real randomness."""
    return World(
        now_ms=lambda: time.time_ns() // 1_000_000,
        new_id=lambda: os.urandom(16).hex(),
        new_token=lambda: secrets.token_urlsafe(TOKEN_BYTES),
    )


def open_vaults(folder: Path) -> Vaults:
    """The learners of a data folder; the folder is made when it is not there.

    What belongs to this device alone lies beside them, so that copied learners come without it.
    What a program that was ended had begun to remove is removed first.
    """
    keeper = FileKeeper(RealDisk(), folder / "device")
    vaults = Vaults(folder / "learners", keeper=keeper, since_start=since_start_ms)
    # Whoever cannot finish it now is not kept out by it: the next program does.
    with suppress(PortfolioError):
        vaults.finish_removals()
    return vaults


def find_vault(vaults: Vaults, name: str) -> VaultCard:
    """The learner called `name` (or with that id); raises NotFound or, for two of one name,
    BadInput.
    """
    found = [card for card in vaults.list() if name in (card.id, card.name)]
    if not found:
        raise NotFound(
            f"No learner called '{name[:NAME_LIMIT]}' is on this device. Check the "
            "spelling, or make one: portfolio learner new."
        )
    if len(found) > 1:
        raise BadInput(
            f"More than one learner is called '{name[:NAME_LIMIT]}'. Give the id instead "
            "of the name."
        )
    return found[0]


def new_portfolio(
    vaults: Vaults,
    name: str,
    picture: str,
    secret: str,
    *,
    band: str = DEFAULT_BAND,
    language: str = DEFAULT_LANGUAGE,
    world: World | None = None,
) -> Portfolio:
    """Make a learner with a sealed vault of their own and open it. `language`: of their screens."""
    world = world or real_world()
    name = name.strip()
    if not 1 <= len(name) <= NAME_LIMIT:
        raise BadInput(f"A name has 1 to {NAME_LIMIT} letters.")
    if band not in BANDS:
        raise BadInput(f"The age band is one of {', '.join(BANDS)}.")
    check_new_secret(secret)
    vault = vaults.create(
        name, picture, secret, band=band, new_id=world.new_id, now_ms=world.now_ms()
    )
    portfolio = Portfolio(vault, Catalog.bundled(), world)
    actions.set_about(portfolio, name, picture, band, language)
    return portfolio


def open_portfolio(
    vaults: Vaults, vault_id: str, secret: str | Way, world: World | None = None
) -> Portfolio:
    """Unlock a learner's portfolio by its secret or another way in.

    Raises WrongSecret, TooManyTries, VaultInUse, StoreDamaged.
    """
    world = world or real_world()
    return Portfolio(
        vaults.unlock(vault_id, secret, now_ms=world.now_ms()), Catalog.bundled(), world
    )


def check_new_secret(secret: str) -> None:
    """Refuse a PIN or passphrase that is too short to be one."""
    if not PIN_DIGITS_LEAST <= len(secret) <= SECRET_LIMIT:
        raise BadInput(
            f"A PIN has at least {PIN_DIGITS_LEAST} digits, a passphrase at most "
            f"{SECRET_LIMIT} letters."
        )


def change_about(
    vaults: Vaults,
    portfolio: Portfolio,
    *,
    name: str | None = None,
    picture: str | None = None,
    band: str | None = None,
) -> None:
    """Change how the learner is called and shown, in the portfolio and in the picker."""
    actions.set_about(portfolio, name, picture, band)
    change_card(vaults, portfolio.vault.id, name=name, picture=picture, band=band)


def change_card(
    vaults: Vaults,
    vault_id: str,
    *,
    name: str | None = None,
    picture: str | None = None,
    band: str | None = None,
) -> None:
    """Change what the picker shows. Who is shown as somebody stays somebody, whatever the name."""
    if is_hidden(vaults, vault_id):
        name = picture = None
    vaults.update_card(vault_id, name=name, picture=picture, band=band)


def is_hidden(vaults: Vaults, vault_id: str) -> bool:
    """Whether the picker shows this learner without name and picture."""
    return any(card.id == vault_id and not card.name for card in vaults.list())
