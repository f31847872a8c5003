"""What the learner's works have come to, by the rules of their classes. Computed on the device."""

from portfolio_app.model.class_rules import ClassRules, read_class_rules
from portfolio_app.model.progress import Progress, progress
from portfolio_app.student.judging import rubrics_of
from portfolio_app.student.portfolio import Portfolio


def class_rules(portfolio: Portfolio) -> ClassRules:
    """The rules that the learner's classes chose; the usual ones where nobody chose."""
    with portfolio.lock:
        return read_class_rules(portfolio.store.placed("class_rules"))


def progress_of(portfolio: Portfolio) -> Progress:
    """Every competency that a work shows: evidence, both views, growth, whether it is enough."""
    return progress(
        portfolio.works(),
        portfolio.catalog.frameworks,
        rubrics_of(portfolio),
        class_rules(portfolio),
        portfolio.now_ms(),
    )
