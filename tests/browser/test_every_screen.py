"""Every screen × phone, tablet and laptop × light and dark, and from the right: docs/screens/.

`make screens` paints them anew. The walk itself sees that every screen comes up at every size.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, ViewportSize

from tests.browser.app_page import AppPage
from tests.browser.conftest import served
from tests.browser.every_screen import (
    OUTSIDE,
    Everybody,
    Somebody,
    enter,
    go_to,
    prepare,
    rest,
    window_of,
)

pytestmark = pytest.mark.sizes

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "screens"
QUALITY = 62
TRIES = 12
APART_MS = 350
HALF_GREY = 128
SHOWN_WIDTH_PX = 520
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "laptop": (1440, 900)}
LIGHTS = ("light", "dark")
# Another learner's goal, another framework: the same screen again.
AGAIN = (
    "goals-new-", "goals-goal-tags", "goals-goal-think", "compare-work", "works-work-check",
    "progress-framework-item-think", "goals-bin",
)  # fmt: skip
ONCE = ("compare-work-other", "works-work-check-rubric", "works-work-checks")
PINNED = "works-work-check-rubric-pin-criterion"


@pytest.fixture(scope="module")
def everybody(tmp_path_factory: pytest.TempPathFactory) -> Everybody:
    return prepare(tmp_path_factory.mktemp("everybody"))


@pytest.fixture(scope="module")
def address(everybody: Everybody) -> Iterator[str]:
    with served(everybody.data) as address:
        yield address


def shown(routes: Mapping[str, str]) -> dict[str, str]:
    """Each screen once, though several addresses lead to it."""
    wanted = {*ONCE, PINNED}
    return {
        name: route
        for name, route in routes.items()
        if name in wanted or not name.startswith(AGAIN)
    }


def paint(window: AppPage, name: str) -> None:
    """What is on the screen now, at every size and in both lights."""
    for size, (width, height) in SIZES.items():
        window.page.set_viewport_size(ViewportSize(width=width, height=height))
        for light in LIGHTS:
            window.page.emulate_media(color_scheme="dark" if light == "dark" else "light")
            keep(window, f"{name}.{size}-{light}", is_dark=light == "dark")


def keep(window: AppPage, name: str, *, is_dark: bool = False) -> None:
    """A picture, as small as it still reads well."""
    picture = steady(window, is_dark=is_dark)
    FOLDER.mkdir(parents=True, exist_ok=True)
    wide = min(SHOWN_WIDTH_PX, picture.width)
    high = round(picture.height * wide / picture.width)
    small = picture.resize((wide, high), Image.Resampling.LANCZOS)
    small.save(FOLDER / f"{name}.webp", quality=QUALITY, method=6)


def steady(window: AppPage, *, is_dark: bool) -> Image.Image:
    """What is painted once two pictures in a row are the same."""
    picture = taken(window)
    for _ in range(TRIES):
        window.page.wait_for_timeout(APART_MS)
        before, picture = picture, taken(window)
        if picture.tobytes() == before.tobytes() and is_painted(picture, is_dark=is_dark):
            break
    return picture


def taken(window: AppPage) -> Image.Image:
    return Image.open(BytesIO(window.page.screenshot())).convert("RGB")


def is_painted(picture: Image.Image, *, is_dark: bool) -> bool:
    """Whether the paint has followed the window into both corners, and the light."""
    grey = picture.convert("L").tobytes()
    corners = (2 * picture.width + 2, (picture.height - 2) * picture.width - 3)
    return all((grey[corner] < HALF_GREY) is is_dark for corner in corners)


def to_phone(window: AppPage) -> None:
    width, height = SIZES["phone"]
    window.page.set_viewport_size(ViewportSize(width=width, height=height))
    window.page.emulate_media(color_scheme="light")
    rest(window)


@pytest.mark.timeout(1800)  # hundreds of pictures, on any machine
def test_what_a_learner_sees(chromium: Browser, everybody: Everybody, address: str) -> None:
    with window_of(chromium, address, *SIZES["phone"]) as window:
        assert window.has("who-new")
        paint(window, "outside-who")
        for name, route in list(OUTSIDE.items())[1:]:
            go_to(window, route)
            paint(window, f"outside-{name}")
        go_to(window, f"/who/{everybody.full.vault}")
        to_phone(window)
        window.press_pin("9999")
        paint(window, "outside-wrong")
        go_to(window, "/who")
        to_phone(window)
        walk(window, everybody.full, "full")


def walk(window: AppPage, somebody: Somebody, kind: str) -> None:
    enter(window, somebody)
    for name, route in shown(somebody.routes).items():
        # Full screens take a while to become narrow: the next one comes up on a phone.
        to_phone(window)
        go_to(window, route)
        paint(window, f"{kind}-{name}")


def test_while_nothing_is_there_yet(chromium: Browser, everybody: Everybody, address: str) -> None:
    with window_of(chromium, address, *SIZES["phone"]) as window:
        walk(window, everybody.empty, "empty")
        go_to(window, "/join")
        to_phone(window)
        window.tap("join-school")
        paint(window, "empty-join-wrong")


def test_in_other_languages(chromium: Browser, everybody: Everybody, address: str) -> None:
    for language, somebody in everybody.languages.items():
        with window_of(chromium, address, *SIZES["phone"]) as window:
            enter(window, somebody)
            for name, route in shown(somebody.routes).items():
                go_to(window, route)
                keep(window, f"{language}-{name}.phone-light")


def test_the_index_shows_them_all() -> None:
    """Written last, from what is there."""
    names = sorted({one.name.partition(".")[0] for one in FOLDER.glob("*.webp")})
    assert names
    (FOLDER / "README.md").write_text(index(names), encoding="utf-8")


def index(names: list[str]) -> str:
    lines = [(Path(__file__).parent / "screens_index.md").read_text(encoding="utf-8").rstrip()]
    for kind, title in KINDS.items():
        mine = [name for name in names if name.startswith(f"{kind}-")]
        lines += ["", f"## {title}"] if mine else []
        for name in mine:
            pictures = sorted(FOLDER.glob(f"{name}.*.webp"), key=_order)
            lines += ["", f"### {name.partition('-')[2].replace('-', ' ')}", ""]
            lines += [
                " ".join(
                    f'<img src="{one.name}" alt="{one.name[:-5]}" height="320">' for one in pictures
                )
            ]
    return "\n".join(lines) + "\n"


KINDS = {
    "outside": "Before the lock",
    "full": "With a year's work, while the school cannot be reached",
    "empty": "While nothing is there yet",
    "ar": "From the right: Arabic",
    "en-XA": "With long, accented words: nothing may be cut off",
}


def _order(picture: Path) -> tuple[int, int]:
    size, light = picture.name.split(".")[1].split("-")
    return list(SIZES).index(size), LIGHTS.index(light)
