"""When the learner's school years begin: a choice of this device, sealed with the work.

It only sorts what is shown, so it does not travel.
"""

from portfolio_app.errors import BadInput
from portfolio_app.model.gallery import FIRST_MONTH
from portfolio_app.student.portfolio import Portfolio

SETTING = "school_year_begins"
MONTHS = range(1, 13)


def year_begins(portfolio: Portfolio) -> int:
    """The month in which school years begin, 1 for January."""
    stored = portfolio.vault.get_setting(SETTING)
    return stored if stored in MONTHS else FIRST_MONTH


def begin_years_in(portfolio: Portfolio, month: int) -> None:
    """Decide it."""
    if month not in MONTHS:
        raise BadInput("A school year begins in one of the months 1 to 12.")
    with portfolio.durable():
        portfolio.vault.put_setting(SETTING, month)
