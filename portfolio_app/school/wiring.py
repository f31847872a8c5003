"""What the routes of one running school share, in one value that `app.py` makes."""

from collections.abc import Callable
from dataclasses import dataclass

from portfolio_app.locales import Words
from portfolio_app.school.access_rules import AnyRequest
from portfolio_app.school.accounts import Accounts, Passwords
from portfolio_app.school.arrivals import Arrivals
from portfolio_app.school.database.engine import Database
from portfolio_app.school.erasure import Eraser
from portfolio_app.school.library import Library
from portfolio_app.school.media import MediaStore
from portfolio_app.school.pages import Pages
from portfolio_app.school.settings import SchoolSettings
from portfolio_app.school.tongues import Tongues
from portfolio_app.school.tray import Tray
from portfolio_app.school.turns import Turns
from portfolio_app.school.uploading import Uploads


@dataclass(frozen=True, slots=True)
class School:
    """One school, open."""

    settings: SchoolSettings
    database: Database
    media: MediaStore
    uploads: Uploads
    eraser: Eraser
    accounts: Accounts
    passwords: Passwords
    library: Library
    pages: Pages
    tongues: Tongues
    turns: Turns
    arrivals: Arrivals
    tray: Tray
    now_ms: Callable[[], int]
    new_id: Callable[[], str]
    new_token: Callable[[], str]

    @property
    def words(self) -> Words:
        """The words of the page that is being made."""
        return self.tongues.words


def school_of(request: AnyRequest) -> School:
    """The school that a request came to."""
    found: School = request.app.state.school
    return found
