"""My work with many works: what is drawn, found, filtered, emptied, and kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import flet as ft

from portfolio_app.student.learner import open_vaults
from portfolio_app.student.portfolio import Portfolio, Write, fields_of
from tests.student.scenes import SECRET, START_MS, Script, make_in
from tests.student.screens.headless import Device, Window, on_device
from tests.student.screens.test_flows import choose_face

DAY_MS = 86_400_000
MANY = 160
KINDS = ("image/jpeg", "image/jpeg", "video/mp4", "audio/mpeg")


def add_many(portfolio: Portfolio, count: int = MANY) -> None:
    writes: list[Write] = []
    for number in range(count):
        work, file = portfolio.world.new_id(), portfolio.world.new_id()
        made_ms = START_MS - number * 3 * DAY_MS
        title = "Лодка у реки" if number == MANY - 1 else f"Work number {number}"
        writes += fields_of("artifact", work, {"made_ms": made_ms, "title": title})
        writes += fields_of(
            "file", file,
            {"artifact": work, "media": "00" * 32, "media_type": KINDS[number % 4],
             "size_bytes": 1, "name": f"file-{number}.jpg", "position": 0},
        )  # fmt: skip
    portfolio.write(writes)


def learner_with_many(folder: Path, count: int = MANY) -> None:
    portfolio = make_in(open_vaults(folder), "Mia", Script())
    add_many(portfolio, count)
    portfolio.close()


async def open_works(device: Device, width: int = 390) -> Window:
    window = await device.window(width, 844)
    await window.until(lambda: device_faces(window))
    await choose_face(window)
    await window.press_pin(SECRET)
    await window.see("sending-state")
    window.page.navigate("/works")
    await window.see("search")
    return window


def device_faces(window: Window) -> bool:
    return any((one.identifier or "").startswith("who-") for one in window.find_all("Semantics"))


def cards(window: Window) -> Sequence[str]:
    names = [one.identifier or "" for one in window.find_all("Semantics")]
    return [name for name in names if name.startswith("work-")]


def the_list(window: Window) -> ft.Column:
    found: Sequence[ft.Column] = window.find_all("Column")
    return next(one for one in found if one.on_scroll is not None)


def height_px(window: Window) -> float:
    controls: list[Any] = list(the_list(window).controls)
    return sum(one.height or 0 for one in controls)


async def scroll(window: Window, pixels: float) -> None:
    await window._fire(
        the_list(window), "scroll",
        {"t": "update", "p": pixels, "minse": 0.0, "maxse": 1e6, "vd": 600.0, "sd": 1.0,
         "event_type": "update", "pixels": pixels, "min_scroll_extent": 0.0,
         "max_scroll_extent": 1e6, "viewport_dimension": 600.0, "scroll_delta": 1.0},
    )  # fmt: skip


def test_only_what_is_near_is_drawn_however_far_one_scrolls(tmp_path: Path) -> None:
    learner_with_many(tmp_path)

    async def story(device: Device) -> None:
        window = await open_works(device)
        await window.until(lambda: cards(window))
        first, most = cards(window), 40
        assert 4 <= len(first) <= most
        room_px = height_px(window)
        await scroll(window, room_px / 2)
        await window.until(lambda: cards(window) and not set(cards(window)) & set(first))
        assert len(cards(window)) <= most
        # What stands above and below is as high as what is not drawn.
        assert height_px(window) == room_px
        await scroll(window, room_px - 600)
        await window.until(lambda: "Лодка у реки" in window.texts())
        assert len(cards(window)) <= most

    on_device(tmp_path, story)


def test_words_filters_and_the_way_back_to_everything(tmp_path: Path) -> None:
    learner_with_many(tmp_path)

    async def story(device: Device) -> None:
        words, window = device.words, await open_works(device)
        await window.type("search", "лодк")
        await window.says(words("student-works-found", found=1, count=MANY))
        assert len(cards(window)) == 1
        await window.type("search", "nothing like it")
        await window.says(words("student-works-none", wanted="nothing like it"))
        await window.tap("show-all")
        await window.until(lambda: len(cards(window)) > 1)

        await window.tap("open-filters")
        await window.tap("filter-kind-film")
        await window.says(words("student-works-show", count=MANY // 4))
        await window.tap("filter-year-2025")
        await window.tap("show-works")
        await window.see("chosen-year")
        await window.tap("chosen-year")
        await window.says(words("student-works-found", found=MANY // 4, count=MANY))
        await window.tap("chosen-kind")
        await window.says(words("student-works-count", count=MANY))

        await window.tap("open-filters")
        await window.tap("filter-kind-text")
        await window.tap("show-works")
        await window.says(words("student-works-no-text"))

    on_device(tmp_path, story)


def test_what_was_looked_for_is_there_again_after_a_look_at_a_work(tmp_path: Path) -> None:
    learner_with_many(tmp_path, 12)

    async def story(device: Device) -> None:
        window = await open_works(device)
        await window.tap("change-view")
        await window.until(lambda: not window.find_all("GridView"))
        await window.type("search", "number 7")
        await window.until(lambda: len(cards(window)) == 1)
        await window.tap(cards(window)[0])
        await window.see("save-title")
        window.page.navigate("/works")
        await window.see("search")
        await window.until(lambda: len(cards(window)) == 1)
        # A month stands above it, so it is still the timeline.
        await window.until(
            lambda: any("2026" in text and "School" not in text for text in window.texts())
        )

    on_device(tmp_path, story)


def test_school_years_begin_when_the_learner_says(tmp_path: Path) -> None:
    learner_with_many(tmp_path, 12)

    async def story(device: Device) -> None:
        window = await open_works(device)
        await window.says(device.words("student-works-year", year="2026–27"))
        await window.tap("open-filters")
        await window.tap("year-begins")
        await window.tap("year-begins-1")
        await window.tap("show-works")
        await window.says(device.words("student-works-year", year="2026"))

    on_device(tmp_path, story)
