"""The pages of school, family and demo as people meet them: no mouse, no script, a small phone.

A real browser on a real socket. A page fails when it is wider than the phone, has a control too
small for a thumb, shuts anybody out, breaks its own policy, or asks another machine.
"""

import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from portfolio_app.demo.page import SignIns, page_maker, stage_files
from portfolio_app.demo.stage import Stage
from portfolio_app.demo.story import read_story
from portfolio_app.locales import Words
from tests.browser.school_pages import (
    CAPTION,
    EMAIL,
    FEEDBACK,
    STORY,
    THOUGHT,
    WHY,
    Pages,
    served_school,
)
from tests.demo.test_stage import FakeSchool
from tests.school.making import PASSWORD

pytestmark = pytest.mark.browser

VENDOR = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
LOOPBACK = ("localhost", "127.0.0.1")
PHONE, TABLET, LAPTOP = (320, 640), (820, 1180), (1440, 900)
TOUCH_PX = 44
SMALL_CONTROLS = """limit => [...document.querySelectorAll(
    'a, button, summary, input:not([type=hidden]):not([type=radio]):not([type=checkbox]),'
    + 'textarea, select, label.level, label.check')]
  .map(one => [one.textContent.trim().slice(0, 30), one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && box.height > 1 && box.height < limit)
  .map(([words, box]) => words + ' ' + box.height)"""
WIDER_BY = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
Opener = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    with served_school(tmp_path_factory.mktemp("pages") / "school") as made:
        yield made


@pytest.fixture(scope="module")
def stage() -> Iterator[str]:
    sign_ins = SignIns("http://127.0.0.1:1/?key=k", "http://localhost:2", "a-pass-word", "AB-CD")
    running = Stage(
        FakeSchool(), "k" * 32, page_maker(read_story(), sign_ins, Words("en")), stage_files()
    )
    running.start()
    yield running.address
    running.stop()


@pytest.fixture
def window(chromium: Browser) -> Iterator[Opener]:
    """Opens a browser of its own; fails if it reached outside or a policy was broken."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opener(size: tuple[int, int], **how: Any) -> BrowserContext:
        context = chromium.new_context(
            viewport=ViewportSize(width=size[0], height=size[1]), reduced_motion="reduce", **how
        )
        context.on("request", lambda request: _outside(request.url, wrong))
        context.on("console", lambda said: _policy(said.text, wrong))
        contexts.append(context)
        return context

    yield opener
    for context in contexts:
        context.close()
    assert wrong == []


def _outside(url: str, wrong: list[str]) -> None:
    if urlsplit(url).hostname not in LOOPBACK:
        wrong.append(url)


def _policy(said: str, wrong: list[str]) -> None:
    if "Content Security Policy" in said:
        wrong.append(said)


def signed_in(context: BrowserContext, pages: Pages) -> Page:
    page = context.new_page()
    page.goto(f"{pages.address}/sign-in")
    expect(page.locator("[name=email]")).to_be_focused()
    page.keyboard.type(EMAIL)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{pages.address}/")
    return page


def violations(page: Page) -> list[str]:
    if not VENDOR.is_file():
        pytest.skip("axe-core is not in tests/browser/vendor")
    page.evaluate(VENDOR.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert found["passes"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]


def every_page(context: BrowserContext, pages: Pages) -> Iterator[tuple[str, Page]]:
    page = context.new_page()
    page.goto(f"{pages.address}/sign-in")
    yield "sign-in", page
    page.close()
    page = signed_in(context, pages)
    for name, path in pages.paths().items():
        page.goto(pages.address + path)
        yield name, page


def test_nobody_is_shut_out_and_nothing_is_too_wide_or_too_small_on_a_phone(
    window: Opener, pages: Pages
) -> None:
    for name, page in every_page(window(PHONE, has_touch=True), pages):
        assert page.evaluate(WIDER_BY) == 0, name
        assert page.evaluate(SMALL_CONTROLS, TOUCH_PX) == [], name
        assert violations(page) == [], name


@pytest.mark.sizes
@pytest.mark.parametrize("size", [TABLET, LAPTOP])
def test_dark_pages_shut_nobody_out(window: Opener, pages: Pages, size: tuple[int, int]) -> None:
    for name, page in every_page(window(size, color_scheme="dark"), pages):
        assert page.evaluate(WIDER_BY) == 0, name
        assert violations(page) == [], name


def test_text_of_twice_the_size_stays_inside(window: Opener, pages: Pages) -> None:
    for name, page in every_page(window((390, 844)), pages):
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(WIDER_BY) == 0, name


def test_the_demos_page_shuts_nobody_out(window: Opener, stage: str) -> None:
    for size, scheme in ((PHONE, "light"), (LAPTOP, "dark")):
        page = window(size, color_scheme=scheme).new_page()
        page.goto(stage)
        assert page.evaluate(WIDER_BY) == 0
        assert page.evaluate(SMALL_CONTROLS, TOUCH_PX) == []
        assert violations(page) == []


def test_the_checks_see_what_they_are_for(window: Opener, stage: str) -> None:
    page = window(PHONE).new_page()
    page.goto(stage)
    page.evaluate(
        """() => { document.body.insertAdjacentHTML('beforeend',
        '<img src="/fox.svg" width="900"><a href="/">thin</a>') }"""
    )
    assert page.evaluate(WIDER_BY) > 0
    assert any(one.startswith("thin") for one in page.evaluate(SMALL_CONTROLS, TOUCH_PX))
    assert any(one.startswith("image-alt") for one in violations(page))


def test_a_wrong_password_keeps_the_address_and_asks_for_the_password(
    window: Opener, pages: Pages
) -> None:
    page = window(PHONE).new_page()
    page.goto(f"{pages.address}/sign-in")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", "something else")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("do not fit together")
    expect(page.locator("[name=email]")).to_have_value(EMAIL)
    expect(page.locator("[name=password]")).to_be_focused()
    expect(page.locator("[name=password]")).to_have_value("")


def test_a_work_is_rated_and_sent_by_keyboard_alone_and_enter_sends_nothing(
    window: Opener, pages: Pages
) -> None:
    page = signed_in(window(LAPTOP), pages)
    page.goto(pages.address + pages.waiting[0])
    _tab_to(page, "a[href='#answer']")
    page.keyboard.press("Enter")
    _tab_to(page, "input[type=radio]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    chosen = page.locator("input[type=radio]:checked")
    expect(chosen).to_have_count(1)
    page.keyboard.press("Enter")
    expect(chosen).to_be_focused()
    _tab_to(page, "textarea[name=words]")
    page.keyboard.type("Well flown")
    page.keyboard.press("Enter")
    page.keyboard.type("and well made")
    expect(page.locator("textarea[name=words]")).to_have_value("Well flown\nand well made")
    _tab_to(page, "button[value=send]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{pages.address}{pages.waiting[1]}?sent=1")
    expect(page.get_by_role("status")).to_contain_text("Sent")
    page.goto(pages.address + pages.waiting[0])
    expect(page.get_by_role("region", name="Earlier")).to_contain_text("level more in it")


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            ring = page.evaluate(
                """() => { const one = document.activeElement;
                return [one, one.closest('label') ?? one].some(
                    each => getComputedStyle(each).outlineStyle !== 'none') }"""
            )
            assert ring, f"{selector} has the focus and does not show it"
            return
    pytest.fail(f"{selector} cannot be reached with the Tab key")


def test_a_rubric_is_made_by_keyboard_alone_and_nothing_typed_is_lost(
    window: Opener, pages: Pages
) -> None:
    page = signed_in(window(LAPTOP), pages)
    page.goto(f"{pages.address}/library/rubrics/new?kind=single_point")
    _tab_to(page, "#title")
    page.keyboard.type("Boats that float")
    page.keyboard.press("Enter")
    expect(page.locator("#title")).to_be_focused()
    _tab_to(page, "[id='c0.title']")
    page.keyboard.type("It floats")
    _tab_to(page, "button[value='down:0']")
    page.keyboard.press("Enter")
    expect(page.locator("button[value='down:1']")).to_be_focused()
    expect(page.locator("[id='c1.title']")).to_have_value("It floats")
    _tab_to(page, "button[value='remove-criterion:2']")
    page.keyboard.press("Enter")
    expect(page.locator("button[value=undo]")).to_be_focused()
    _tab_to(page, "button[value=save]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Say what is looked at")
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#title")).to_have_value("Boats that float")
    _tab_to(page, "[id='c0.title']")
    page.keyboard.type("It steers")
    _tab_to(page, "button[value=save]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{pages.address}/library?saved=*")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    expect(page.locator("main")).to_contain_text("Boats that float")


def test_at_most_two_ways_to_answer_stand_open(window: Opener, pages: Pages) -> None:
    page = signed_in(window(TABLET), pages)
    page.goto(pages.address + pages.waiting[2])
    expect(page.locator("#answer .actions button:visible")).to_have_count(2)
    page.locator("details.sharing summary").click()
    expect(page.locator("button[value=not_yet]")).to_be_visible()


def test_everything_works_without_scripts(window: Opener, pages: Pages) -> None:
    context = window(TABLET, java_script_enabled=False)
    page = signed_in(context, pages)
    page.goto(pages.address + pages.waiting[2])
    page.fill("textarea[name=words]", "Not ready yet")
    page.locator("input[type=radio]").first.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Nothing was sent")
    expect(page.locator("textarea[name=words]")).to_have_value("Not ready yet")
    page.goto(pages.address)
    page.locator("section", has_text="Waiting for you").locator("a").last.click()
    page.locator("details.sharing summary").click()
    page.locator("button[value=not_yet]").click()
    expect(page.get_by_role("status")).to_contain_text("Noted")
    page.goto(f"{pages.address}/s/{pages.token}")
    expect(page.locator("figure img").first).to_be_visible()
    expect(page.locator("body")).to_contain_text(CAPTION)


def test_a_family_sees_the_first_name_and_what_was_shared_and_no_more(
    window: Opener, pages: Pages
) -> None:
    page = window((390, 844)).new_page()
    page.goto(f"{pages.address}/s/{pages.token}")
    words = page.locator("body").inner_text()
    for wanted in ("Mia", "Boats", STORY, "My paper boat", CAPTION, THOUGHT, "I can"):
        assert wanted in words
    for hidden in ("Chen", WHY, FEEDBACK, "Ada", "4B", "My kite"):
        assert hidden not in words
    assert page.evaluate("document.scripts.length") == 0
    levels = [int(one.evaluate("one => one.tagName[1]")) for one in page.locator("h1,h2,h3").all()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def _headings(page: Page, pages: Pages) -> tuple[str, ...]:
    """What stands above the columns of a class's progress, far to the right too."""
    page.goto(f"{pages.address}{pages.room}/progress")
    return tuple(page.locator(".heat thead th .code").all_inner_texts())


@pytest.mark.parametrize("is_landscape", [False, True])
def test_paper_holds_all_words(
    window: Opener, pages: Pages, tmp_path: Path, is_landscape: bool
) -> None:
    reader = which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not on this machine")
    page = signed_in(window(LAPTOP), pages)
    for name, path, wanted in (
        ("family", f"/s/{pages.token}", (STORY, "My paper boat", CAPTION, THOUGHT)),
        ("work", pages.answered, ("My paper boat", CAPTION, THOUGHT, WHY, FEEDBACK, "Add a sail")),
        ("cards", f"{pages.room}/cards", ("4B", pages.address)),
        ("class", f"{pages.room}/progress", _headings(page, pages)),
    ):
        page.goto(pages.address + path)
        paper = tmp_path / f"{name}.pdf"
        page.pdf(path=paper, format="A4", landscape=is_landscape)
        told = subprocess.run([reader, str(paper), "-"], capture_output=True, check=True)
        words = " ".join(told.stdout.decode().split())
        assert [one for one in wanted if one not in words] == [], name
        assert "Sign out" not in words
