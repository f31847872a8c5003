"""What a report says, in the product's own English."""

from collections.abc import Iterable

from portfolio_app.locales import FIRST_LANGUAGE, Words
from portfolio_app.locales.remarks import remarks_words
from rubrics.report import ImportReport, Remark


def sentences(remarks: Iterable[Remark]) -> list[str]:
    return remarks_words(Words(FIRST_LANGUAGE), remarks)


def said(report: ImportReport) -> str:
    """All of a report in one text."""
    return " ".join(sentences((*report.mended, *report.left_out, *report.unread)))
