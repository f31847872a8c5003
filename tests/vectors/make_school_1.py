"""Makes school-1 with the program itself: `python -m tests.vectors.make_school_1`.

A school, a device of it with work that waits, and two bundles on their way, as the first release
with sync leaves them. Only for a release that is not out yet: a released one is never made again.
"""

from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

from portfolio_app.commands.bundle_file import BundleFile
from portfolio_app.model.assessment import Rating
from portfolio_app.school import bundles as school_bundles
from portfolio_app.student import actions, bundles
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import new_portfolio
from portfolio_app.student.portfolio import SCHOOL, Portfolio
from sync.change import Change, Rule
from tests import sticks
from tests.school.making import Device, MadeSchool, join_request, made_school
from tests.student.scenes import Script
from tests.vectors.make_vault_2 import vaults_at

PATH = Path(__file__).parent / "school-1"
SECRET = "golden secret 3"
LETTER = b"%PDF-1.7 a letter of the first release\n" * 40
TO_SCHOOL, TO_DEVICE = "to-school.bundle", "to-device.bundle"
DATABASE = "school.sqlite"
EXPECTED = "expected.json"


def main() -> None:
    """Write the folder anew."""
    shutil.rmtree(PATH, ignore_errors=True)
    PATH.mkdir()
    with made_school(PATH / "school") as made:
        portfolio = new_portfolio(
            vaults_at(PATH / "device"), "Ada", "owl", SECRET, world=Script(made.clock()).world()
        )
        expected = _fill(made, portfolio)
        portfolio.close()
    text = json.dumps(expected, indent=1, sort_keys=True, ensure_ascii=False)
    (PATH / EXPECTED).write_text(text + "\n", encoding="utf-8")
    _pack(PATH / "school")
    for left in [*PATH.rglob("*.lock"), *PATH.rglob("*-wal"), *PATH.rglob("*-shm")]:
        left.unlink()


def unpack(folder: Path) -> Any:
    """A copy to work with in `folder`; what it is to hold."""
    shutil.copytree(PATH, folder, dirs_exist_ok=True)
    packed = folder / "school" / f"{DATABASE}.gz"
    (folder / "school" / DATABASE).write_bytes(gzip.decompress(packed.read_bytes()))
    packed.unlink()
    return json.loads((folder / EXPECTED).read_text(encoding="utf-8"))


def _fill(made: MadeSchool, portfolio: Portfolio) -> dict[str, Any]:
    """What is agreed, then what each side has alone; what all of it is to come to."""
    token, learner = _join(made, portfolio)
    bridge = _bridge(portfolio)
    refused = _not_theirs(portfolio, bridge)
    _by_stick(made, portfolio)
    known = [change.id for change, _ in portfolio.store.refused()]
    assert known == [refused]
    _meanwhile_at_school(made, token, learner, bridge)
    volcano = actions.add_work(portfolio, [_letter(2)], "Вулкан 火山")
    actions.reflect(portfolio, volcano, "tricky", "The lava ran away")
    actions.set_caption(portfolio, bridge, "It holds my little brother.")
    actions.make_showcase(portfolio, "Things that hold", "From small to large", [bridge, volcano])
    written = sticks.write_bundle(portfolio, PATH / TO_SCHOOL)
    (asked,) = school_bundles.waiting(made.school)
    (PATH / TO_DEVICE).write_bytes(b"".join(school_bundles.answer(made.school, asked)))
    assert written.files == len(portfolio.media_queue)
    return {
        "learner": learner,
        "made_ms": made.clock(),
        "pending": [change.id for change in portfolio.store.pending()],
        "refused": refused,
        "files_waiting": len(portfolio.media_queue),
        "bridge": bridge,
        "volcano": volcano,
        "captions": ["It holds a cat and a dog.", "It holds my little brother."],
        "feedback": "What a strong bridge",
    }


def _bridge(portfolio: Portfolio) -> str:
    work = actions.add_work(portfolio, [_letter(1)], "A bridge of paper")
    actions.set_caption(portfolio, work, "It holds a cat.")
    framework, rubric = portfolio.catalog.frameworks[0], portfolio.catalog.rubrics[0]
    actions.tag(portfolio, work, f"{framework.id}/{framework.competencies[0].id}")
    ratings = {one.id: Rating(one.levels[0].id, "I tried hard") for one in rubric.criteria}
    actions.assess(portfolio, work, rubric.id, ratings)
    actions.reflect(portfolio, work, "proud", "It did not fall")
    return work


def _not_theirs(portfolio: Portfolio, work: str) -> str:
    """A change that the school will not take; it is to stay on the device with its content."""
    clock = portfolio.clock().tick(portfolio.now_ms())
    change = Change("f" * 32, "self", "e" * 32, "approval", "by", Rule.APPEND, "me", clock.last)
    with portfolio.durable():
        portfolio.store.put_local([change])
    assert work
    return change.id


def _join(made: MadeSchool, portfolio: Portfolio) -> tuple[str, str]:
    told = made.http.post("/v1/join", json=join_request(made.classes["4B"].code, "Ada")).json()
    school = {
        "address": "https://school.test", "name": told["school"], "token": told["token"],
        "learner_id": told["learner_id"], "public_address": "https://school.test",
    }  # fmt: skip
    with portfolio.durable():
        portfolio.vault.put_setting(SCHOOL, school)
        bundles.keep_school_keys(portfolio, told["bundle_keys"])
    return told["token"], told["learner_id"]


def _by_stick(made: MadeSchool, portfolio: Portfolio) -> None:
    """Both ways once, so that much is agreed; the sticks are thrown away."""
    there, back = PATH / "there", PATH / "back"
    sticks.write_bundle(portfolio, there)
    with BundleFile(there) as source:
        taken = school_bundles.take(made.school, source)
    back.write_bytes(b"".join(school_bundles.answer(made.school, taken.asked)))
    sticks.read_bundle(portfolio, back)
    assert not portfolio.store.pending()
    for stick in (there, back):
        stick.unlink()


def _meanwhile_at_school(made: MadeSchool, token: str, learner: str, work: str) -> None:
    """Another device writes the same caption otherwise, and the teacher answers."""
    other = Device(made, token, learner)
    other.clock = other.clock.observe(f"{made.clock():012x}-0000-{'a' * 16}")
    other.pull()
    other.write("artifact", work, caption="It holds a cat and a dog.")
    other.push()
    browser = made.sign_in("t@example.org")
    path = f"/learners/{learner}/works/{work}"
    hidden = browser.hidden(path)
    browser.post(path, **hidden, action="send", words="What a strong bridge", next_step="")


def _letter(number: int) -> Source:
    return Source(f"letter {number}.pdf", [LETTER + b"%d" % number])


def _pack(school: Path) -> None:
    path = school / DATABASE
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("VACUUM")
    connection.close()
    packed = gzip.compress(path.read_bytes(), mtime=0)
    path.with_name(f"{DATABASE}.gz").write_bytes(packed)
    path.unlink()


if __name__ == "__main__":
    main()
