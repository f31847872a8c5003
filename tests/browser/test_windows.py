"""What watches the other browser tests sees what it is there for."""

import pytest
from playwright.sync_api import Browser, Error

from tests.browser.app_page import AppPage

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "elsewhere", ["http://192.0.2.7/", "https://portfolio.example/", "http://[2001:db8::7]/"]
)
def test_a_page_that_asks_another_machine_is_noticed_and_gets_nowhere(
    chromium: Browser, elsewhere: str
) -> None:
    page = chromium.new_page()
    window = AppPage(page)
    with pytest.raises(Error, match="Failed to fetch"):
        page.evaluate("address => fetch(address, {mode: 'no-cors'})", elsewhere)
    assert window.outside == [elsewhere]
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(elsewhere)
    page.close()
