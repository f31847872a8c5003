"""A walk through every screen in the language that nobody speaks: whatever stands there without
its quotes is neither from the locale files nor the learner's.

The learner writes Greek and every statement of the catalogue is Greek here, so that a word in
Latin letters can only be the program's own.
"""

import asyncio
import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import flet as ft

from portfolio_app.locales import Words
from portfolio_app.locales.choosing import choices_of_language
from portfolio_app.locales.pseudo import CLOSING, OPENING, PSEUDO_LANGUAGE, pseudo
from portfolio_app.model.assessment import Rating
from portfolio_app.model.records import TOPICS
from portfolio_app.student import about_me, actions, goals, thinking
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import new_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.screens import ROUTES
from rubrics.catalog import Catalog
from tests.photo_maker import make_photo
from tests.student.screens.headless import Device, Window, on_device
from tests.student.screens.test_flows import choose_face

LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
SAID_BY = ("value", "label", "tooltip", "hint_text", "semantics_label", "error", "helper", "text")
OF_NO_LANGUAGE = {"PIN", "MB", "KB", "JPG"}
PIN = "2580"

UNQUOTED: tuple[tuple[str, list[str]], ...] = (
    ("Save", ["Save"]),
    ("«Sávé» now", ["now"]),
    ("«Sávé «Mía» ·»", []),
    ("«a» 3 MB", []),
)


def test_what_is_not_quoted_is_seen() -> None:
    for text, found in UNQUOTED:
        assert unquoted(text) == found


def test_every_message_is_accented_quoted_and_longer() -> None:
    made = pseudo(
        "a = Name of { $one }\nb = { $n ->\n    [one] One\n   *[other] Many\n }\n-c = Term\n"
    )
    assert "a = «Ñámé óf { $one } ···»" in made
    assert "[one] Óñé" in made.replace("Oñé", "Óñé").replace("Óné", "Óñé")
    assert "-c = Téřm" in made
    words = Words(PSEUDO_LANGUAGE)
    assert words("student-who-title").startswith(OPENING)
    assert len(words("student-who-promise")) >= 1.4 * len(Words("en")("student-who-promise"))
    assert words("no-such-key") == "[no-such-key]"


def unquoted(text: str) -> list[str]:
    """The words of the program that stand outside of the quotes."""
    depth, outside = 0, []
    for character in text:
        depth += (character == OPENING) - (character == CLOSING)
        outside.append(" " if depth or character == CLOSING else character)
    words = LATIN_WORD.findall("".join(outside))
    return [word for word in words if word not in OF_NO_LANGUAGE]


def said_on(window: Window) -> Iterator[str]:
    """Everything that is shown or read aloud, but for what stands in a field."""
    for control in window._below(window.page):
        for name in SAID_BY:
            said = getattr(control, name, None)
            if isinstance(said, str) and not (
                name == "value" and isinstance(control, ft.TextField)
            ):
                yield said


def written(catalog: Catalog) -> set[str]:
    """All texts of the frameworks and rubrics: these are in their own languages."""
    found: set[str] = set()

    def gather(one: Any) -> None:
        if isinstance(one, str):
            found.add(one)
        elif isinstance(one, Mapping):
            for part in one.values():
                gather(part)
        elif isinstance(one, list | tuple | set | frozenset):
            for part in one:
                gather(part)
        elif dataclasses.is_dataclass(one):
            for field in dataclasses.fields(one):
                gather(getattr(one, field.name))

    gather([*catalog.frameworks, *catalog.rubrics])
    return {text for text in found if LATIN_WORD.search(text)}


def live(folder: Path) -> dict[str, str]:
    """A learner who did a little of everything; what the gaps in addresses are filled with."""
    portfolio = new_portfolio(
        open_vaults(folder), "Ωρα", "owl", PIN, band="11-13", language=PSEUDO_LANGUAGE
    )
    try:
        return _live(portfolio)
    finally:
        portfolio.close()


def _live(portfolio: Portfolio) -> dict[str, str]:
    photo = make_photo(None, 0.1)
    work, other = (
        actions.add_work(portfolio, [Source("1.jpg", [photo])], title)
        for title in ("Βάρκα", "Γάτα")
    )
    framework = portfolio.catalog.frameworks[0]
    skill = next(one for one in framework.competencies if not framework.children(one.id))
    ref = f"{framework.id}/{skill.id}"
    actions.tag(portfolio, work, ref)
    rubric = portfolio.catalog.rubrics[0]
    levels = {one.id: Rating(one.levels[0].id, "Έτσι") for one in rubric.criteria if one.levels}
    actions.assess(portfolio, work, rubric.id, levels)
    actions.reflect(portfolio, work, "tricky", "Μου αρέσει")
    thinking.compare_works(portfolio, [work, other], "compare_grew", "Καλύτερα")
    goal = goals.make_goal(portfolio, "Στόχος", "Γιατί", [ref])
    step = goals.add_step(portfolio, goal, "Βήμα")
    goals.check_in(portfolio, goal, "stuck", "Βοήθεια")
    for topic in TOPICS:
        about_me.say(portfolio, topic, "Κάτι")
    showcase = actions.make_showcase(portfolio, "Έκθεση", "Ιστορία", [work])
    actions.put_in_bin(portfolio, actions.add_work(portfolio, [Source("2.jpg", [photo])], "Παλιό"))
    goals.bin_goal(portfolio, goals.make_goal(portfolio, "Παλιό"))
    (shown,) = (one for one in portfolio.works() if one.id == work)
    return {
        "work": work, "other": other, "goal": goal, "step": step, "showcase": showcase,
        "framework": framework.id, "item": skill.id, "rubric": rubric.id,
        "criterion": rubric.criteria[0].id, "file": shown.files[0].id, "topic": TOPICS[0],
        "vault": portfolio.vault.id,
        "reflection": shown.reflections[0].id,
        "about": shown.files[0].id, "again": shown.files[0].id,
    }  # fmt: skip


def address(path: str, gaps: Mapping[str, str]) -> str:
    return "/" + "/".join(
        gaps[part[1:]] if part.startswith(":") else part for part in path.split("/")
    )


async def look_at(window: Window, place: str, known: set[str]) -> dict[str, list[str]]:
    """What stands on a screen and is in no locale file: place -> texts."""
    window.page.navigate(place)
    for _ in range(4):  # the route, the screen, its effects and what they change
        await asyncio.sleep(0.01)
    await window.until(lambda: any(OPENING in text for text in window.texts()))
    found = set()
    for text in said_on(window):
        bare = text
        for one in sorted((one for one in known if one in text), key=len, reverse=True):
            bare = bare.replace(one, " ")
        if unquoted(bare):
            found.add(text)
    return {place: sorted(found)} if found else {}


def test_every_word_on_every_screen_is_from_the_locale_files(tmp_path: Path) -> None:
    gaps, catalog = live(tmp_path), Catalog.bundled()
    known = written(catalog) | {
        PSEUDO_LANGUAGE,
        "www.example.org",
        *(name for _, name in choices_of_language()),
    }
    left: dict[str, list[str]] = {}

    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        await window.see("language")
        behind = [path for path, _ in ROUTES if not path.startswith("who")]
        for path in ("who", "who/new", "who/badge", "who/:vault", "who/:vault/forgot"):
            left.update(await look_at(window, address(path, gaps), known))
        window.page.navigate("/who")
        await choose_face(window)
        await window.press_pin(PIN)
        await window.see("sending-state")
        for path in behind:
            left.update(await look_at(window, address(path, gaps), known))

    on_device(tmp_path, story, language=PSEUDO_LANGUAGE)
    assert left == {}, left
