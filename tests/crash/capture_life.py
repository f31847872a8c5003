"""Makes work in every way and is killed while it does, over and over: `python -m` … FOLDER.

FOLDER/base holds a learner with one photo. Each death leaves a copy of it named after the way and
the call of the disk that never came, and says on a line what was promised before.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from portfolio_app.model.drawing import Mark
from portfolio_app.model.reflection import Subject
from portfolio_app.model.voice import PIECE_BYTES
from portfolio_app.student import actions, capturing, goals, recording, sketching
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from tests.photo_maker import make_photo
from tests.quick_secrets import make_quick
from tests.student.scenes import SECRET, Script

DEATHS = 3
"""How often each way is killed on its way; and once when it is through."""

CALLS = ("fsync", "fdatasync", "rename", "replace")
PHOTO_MEGAPIXELS = 0.02
MARKS = (
    Mark("pen", "#d32f2f", 40, ((10, 10), (900, 900))),
    Mark("words", "#d32f2f", 240, ((9, 9),), "sea"),
)
TYPED = "Mum on her boat"
SOUNDS = (b"\x01\x02" * (PIECE_BYTES // 2), b"\x03\x04" * (PIECE_BYTES // 2))
Deed = Callable[[Portfolio], Any]


def main(folder: Path) -> None:
    """Every way, every death."""
    make_quick()
    for name, (before, deed) in ways().items():
        calls = die_in(folder, name, before, deed, None)
        for number in range(DEATHS):
            die_in(folder, name, before, deed, number * calls // DEATHS)


def die_in(folder: Path, name: str, before: Deed, deed: Deed, last: int | None) -> int:
    """One life in a process of its own, dead before call `last`; how many calls it came to."""
    home = folder / f"{name}-{'through' if last is None else last}"
    shutil.copytree(folder / "base", home)
    hearing, telling = os.pipe()
    child = os.fork()
    if child == 0:
        live(home, before, deed, last, telling)
    os.close(telling)
    with os.fdopen(hearing) as heard:
        lines = heard.read().split()
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, "it was to be killed"
    sys.stdout.write(json.dumps({"way": name, "home": str(home), "kept": "kept" in lines}) + "\n")
    sys.stdout.flush()
    return lines.count("call")


def live(home: Path, before: Deed, deed: Deed, last: int | None, telling: int) -> None:
    """Open, begin, and die."""
    portfolio = opened(home)
    before(portfolio)
    left = [last]

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] = None if left[0] is None else left[0] - 1
            os.write(telling, b"call\n")
            return call(*args, **named)

        return run

    for one in CALLS:
        setattr(os, one, counted(getattr(os, one)))
    deed(portfolio)
    os.write(telling, b"kept\n")
    os.kill(os.getpid(), signal.SIGKILL)


def opened(home: Path, life: int = 1) -> Portfolio:
    """The learner's portfolio as it lies there, in the first or a later life."""
    vaults = open_vaults(home)
    script = Script(now=Script().now + 1_000_000)
    for _ in range(1_000 * life):  # ids that no life before used
        script.new_id()
    return open_portfolio(vaults, vaults.list()[0].id, SECRET, script.world())


def ways() -> Mapping[str, tuple[Deed, Deed]]:
    """What comes before, unharmed, and what is killed."""
    photo = make_photo(None, PHOTO_MEGAPIXELS)
    return {
        "text": (nothing, lambda p: capturing.add_text(p, "The fox ran home.")),
        "text-on": (nothing, lambda p: capturing.write_text(p, *text_of(p), "The fox slept.")),
        "link": (nothing, lambda p: capturing.add_link(p, "https://www.example.org/fox")),
        "file": (nothing, lambda p: actions.add_work(p, [Source("fox.jpg", [photo])])),
        "more": (nothing, lambda p: actions.add_files(p, FILES, work_id=work_of(p))),
        "mark": (nothing, lambda p: sketching.keep_marks(p, "", MARKS)),
        "typed": (nothing, lambda p: sketching.keep_said(p, "", TYPED)),
        "drawing": (lambda p: sketching.keep_marks(p, "", MARKS), sketching.finish),
        "piece": (begin_to_talk, lambda p: recording.keep_piece(p, talked(p), SOUNDS[1])),
        "thought": (begin_to_think, lambda p: recording.finish(p, talked(p))),
        "voice": (begin_to_talk, lambda p: recording.finish(p, talked(p))),
    }


FILES = [Source("one.txt", [b"one"]), Source("two.txt", [b"two"])]


def begin_to_talk(portfolio: Portfolio) -> None:
    """A first piece was sealed before."""
    recording.keep_piece(portfolio, recording.begin(portfolio, recording.Place()), SOUNDS[0])


def begin_to_think(portfolio: Portfolio) -> None:
    """A first piece of a thought about a goal was sealed before."""
    place = recording.Place(prompt="goal_want", subject=Subject(goals.make_goal(portfolio, "Swim")))
    recording.keep_piece(portfolio, recording.begin(portfolio, place), SOUNDS[0])


def talked(portfolio: Portfolio) -> str:
    """The recording that was begun."""
    (one,) = recording.begun(portfolio)
    return one.id


def nothing(_: Portfolio) -> None:
    """Nothing comes before."""


def work_of(portfolio: Portfolio) -> str:
    """The work that was there from the beginning."""
    return min(portfolio.works(), key=lambda work: work.made_ms).id


def text_of(portfolio: Portfolio) -> tuple[str, str]:
    """Its text."""
    work = portfolio.existing_work(work_of(portfolio))
    return work.id, work.files[0].id


if __name__ == "__main__":
    main(Path(sys.argv[1]))
