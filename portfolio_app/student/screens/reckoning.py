"""What the open works have come to, worked out once for each time the portfolio changes."""

from dataclasses import dataclass

from portfolio_app.model.progress import Progress, progress
from portfolio_app.student.state import AppState, Snapshot
from portfolio_app.student.widgets import use_kept


@dataclass
class _Reckoned:
    """The last outcome, and from what it was worked out."""

    seen: Snapshot | None = None
    known: Progress | None = None

    def of(self, app: AppState) -> Progress:
        """The outcome for what is open now."""
        if self.known is None or self.seen is not app.open:
            self.seen = app.open
            catalog = app.open.catalog
            self.known = progress(
                app.open.works,
                catalog.frameworks,
                lambda rubric, source: catalog.rubric(rubric, source or None),
                app.open.rules,
                app.doors.now_ms(),
            )
        return self.known


def use_progress(app: AppState) -> Progress:
    """Inside a component: the learner's progress as it is now."""
    return use_kept(_Reckoned).of(app)
