"""A learner's whole journey in a program of its own, so that it can be killed or run out of room.

    python -m tests.crash.telling_life FOLDER whole|on|full

`whole` ends; `on` goes on until it is killed; `full` goes on until the device is full, and then
some. Each acknowledged work is a line. What is logged goes into FOLDER/logs, as nothing should.
"""

from __future__ import annotations

import itertools
import logging
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from portfolio_app.errors import PortfolioError, StorageFull
from portfolio_app.model.assessment import Rating
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import find_vault, new_portfolio, open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.vault.slots import TypedSecret
from tests.photo_maker import make_photo
from tests.quick_secrets import make_quick

NAME, SECRET = "Ada", "correct-horse-battery"
TITLE, CAPTION = "My volcano of the spring", "It erupts with vinegar and soda"
THOUGHT, WHY = "I was afraid that it would not work", "because I tried it three times"
STORY, SHOWCASE = "What I found out about mountains", "All my mountains together"
WORDS = {
    "title": TITLE,
    "caption": CAPTION,
    "reflection": THOUGHT,
    "reason": WHY,
    "story": STORY,
    "showcase": SHOWCASE,
    "secret": SECRET,
}
MOST_FILE_BYTES = 400_000
FAILURES_WHEN_FULL = 6


def photo(number: int) -> bytes:
    """The same photo each time it is asked for."""
    return make_photo(None, 0.2, seed=number)


def diary(number: int) -> bytes:
    """A text file with words that stand nowhere else."""
    return f"Dear diary, on day {number} nobody saw the little green dragon. ".encode() * 40


def add(portfolio: Portfolio, number: int) -> str:
    """One work with all that a learner says about it."""
    sources = [Source("volcano.jpg", [photo(number)]), Source("diary.txt", [diary(number)])]
    work_id = actions.add_work(portfolio, sources, f"{TITLE} {number}")
    actions.set_caption(portfolio, work_id, CAPTION)
    framework = portfolio.catalog.frameworks[0]
    actions.tag(portfolio, work_id, f"{framework.id}/{framework.competencies[0].id}")
    rubric = portfolio.catalog.rubrics[0]
    criterion = rubric.criteria[0]
    rating = {criterion.id: Rating(criterion.levels[0].id, WHY)}
    actions.assess(portfolio, work_id, rubric.id, rating)
    actions.reflect(portfolio, work_id, "proud", THOUGHT)
    return work_id


def whole_journey(folder: Path) -> None:
    """Works, a showcase, other keys, a badge, locking and opening again."""
    vaults = open_vaults(folder)
    portfolio = new_portfolio(vaults, NAME, "owl", "4711-first")
    works = [add(portfolio, number) for number in range(2)]
    actions.make_showcase(portfolio, SHOWCASE, STORY, works)
    vault_id, now_ms = portfolio.vault.id, portfolio.world.now_ms
    vaults.change_secret(vault_id, "4711-first", SECRET, now_ms=now_ms())
    vaults.ways.new_badge(vault_id, TypedSecret(SECRET), now_ms=now_ms())
    vaults.renew_key(vault_id, TypedSecret(SECRET), now_ms=now_ms())
    portfolio.vault.compact()
    actions.put_in_bin(portfolio, works[0])
    portfolio.close()
    again = open_portfolio(open_vaults(folder), vault_id, SECRET)
    b"".join(again.read_media(str(again.works()[0].files[0].preview)))
    again.vault.media.sweep()
    again.close()


def go_on(folder: Path, said: Callable[[int], None]) -> None:
    """More works, tidying now and then; `said` what is safe."""
    vaults = open_vaults(folder)
    portfolio = open_portfolio(vaults, find_vault(vaults, NAME).id, SECRET)
    failures = 0
    for number in itertools.count(10):
        try:
            add(portfolio, number)
            said(number)
            if number % 2:
                portfolio.vault.compact()
        except StorageFull:
            failures += 1
        if failures > FAILURES_WHEN_FULL:
            portfolio.close()
            return


def main() -> None:
    """See above."""
    make_quick()
    folder, mode = Path(sys.argv[1]), sys.argv[2]
    logging.basicConfig(filename=folder / "logs" / "log", level=logging.DEBUG)
    device = folder / "device"
    if mode == "whole":
        whole_journey(device)
        return
    if mode == "full":
        # Every file larger than this is refused as on a full disk (EFBIG).
        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_FILE_BYTES, MOST_FILE_BYTES))

    def said(number: int) -> None:
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()

    try:
        go_on(device, said)
    except PortfolioError:
        logging.getLogger(__name__).exception("ended")
        raise SystemExit(3) from None


if __name__ == "__main__":
    main()
