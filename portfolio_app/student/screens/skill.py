"""One thing I can: my view and the teacher's, how it grew, which works show it, what is missing."""

import flet as ft

from portfolio_app.model.calibration import Trend, agreement
from portfolio_app.model.gathering import Judge
from portfolio_app.model.progress import (
    CompetencyProgress,
    Growth,
    Judged,
    Standing,
)
from portfolio_app.student.screens.charts import Mark, growth_line
from portfolio_app.student.screens.purpose import add_for_skill
from portfolio_app.student.screens.reckoning import use_progress
from portfolio_app.student.screens.rule_words import missing_words, rule_box
from portfolio_app.student.screens.sheets import sheet, stack
from portfolio_app.student.screens.shell import behind_lock, page_top
from portfolio_app.student.screens.thoughts import thoughts_sheet
from portfolio_app.student.screens.twin import Table, Twin
from portfolio_app.student.screens.work_card import thumbnail
from portfolio_app.student.screens.work_parts import wording
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Radius, Role, Space, Style
from portfolio_app.student.widgets import (
    go,
    notice,
    quiet_button,
    scroll_page,
    tappable,
    words_of,
)

WIDEST_PX = 760
MARKS_LIMIT = 24
EVIDENCE_LIMIT = 40


@behind_lock
def OneSkill(app: AppState) -> ft.Control:  # noqa: N802
    """Everything about one competency."""
    params = ft.use_route_params()
    known = use_progress(app)
    ref = f"{params.get('framework', '')}/{params.get('item', '')}"
    competency = app.open.catalog.competency(ref)
    if competency is None:
        return scroll_page(app, [page_top(app, app.words("student-goal-gone"), "/progress")])
    one = known.of(ref)
    goal = quiet_button(
        app, app.words("student-progress-make-goal"), lambda: go(f"/goals/new/{ref}"),
        "skill-goal", ft.Icons.FLAG_OUTLINED,
    )  # fmt: skip
    add = quiet_button(
        app, app.words("student-progress-add"), lambda: go(add_for_skill(ref)), "skill-add",
        ft.Icons.ADD_ROUNDED,
    )  # fmt: skip
    thoughts = [thought for thought in app.open.thoughts if thought.competency == ref]
    return scroll_page(
        app,
        [
            page_top(app, wording(app, competency), "/progress"),
            *_views(app, one),
            *_growth(app, one),
            _evidence(app, one),
            rule_box(app, known.rules),
            thoughts_sheet(app, thoughts, f"/progress/{ref}/think"),
            ft.Row([add, goal], wrap=True, spacing=Space.M, run_spacing=Space.S),
        ],
        WIDEST_PX,
    )


def _views(app: AppState, one: CompetencyProgress) -> list[ft.Control]:
    if one.mine is None and one.theirs is None:
        key = "not-judged" if one.has_evidence else "nothing-yet"
        return [notice(app.words(f"student-progress-{key}"), ft.Icons.HOURGLASS_EMPTY_ROUNDED)]
    row = ft.Row(
        [
            _view(app, "mine", one.mine, Role.PRIMARY_BOX, Role.ON_PRIMARY_BOX),
            _view(app, "theirs", one.theirs, Role.ACCENT_BOX, Role.ON_ACCENT_BOX),
        ],
        spacing=Space.M,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return [row, *_agreed(app, one), *_grew(app, one)]


def _agreed(app: AppState, one: CompetencyProgress) -> list[ft.Control]:
    """How often both saw it the same, for the learner alone."""
    found = agreement(one.growth)
    if found is None:
        return []
    lines = [app.words("student-agree", same=found.same, times=found.times)]
    if found.trend is Trend.CLOSER:
        lines.append(app.words("student-agree-closer"))
    return [notice(" ".join(lines), ft.Icons.COMPARE_ARROWS_ROUNDED)]


def _view(
    app: AppState, who: str, view: Standing | None, fill: ft.ColorValue, ink: ft.ColorValue
) -> ft.Control:
    icon = ft.Icons.FACE_ROUNDED if who == "mine" else ft.Icons.SCHOOL_ROUNDED
    level = view.level.name if view else app.words("student-progress-no-view")
    lines: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(icon, size=20, color=ink),
                words_of(app.words(f"student-answer-{who}"), Style.LABEL, ink, expand=True),
            ],
            spacing=Space.S,
        ),
        words_of(level, Style.SUBTITLE, ink),
    ]
    if view:
        lines.append(
            words_of(app.words("student-progress-from", count=view.judgements), Style.SMALL, ink)
        )
    return ft.Container(
        stack(lines, Space.XS), bgcolor=fill, border_radius=Radius.M, padding=Space.L, expand=True
    )


def _grew(app: AppState, one: CompetencyProgress) -> list[ft.Control]:
    """How the newest judgement relates to the first, in words, for whoever judged twice."""
    icons = {
        Growth.MORE: ft.Icons.TRENDING_UP_ROUNDED,
        Growth.SAME: ft.Icons.TRENDING_FLAT_ROUNDED,
        Growth.LESS: ft.Icons.ROUTE_ROUNDED,
    }
    found = []
    for judge in Judge:
        grown = one.grew(judge)
        if grown is not None:
            text = app.words(f"student-grew-{judge.value}-{grown.value}")
            found.append(notice(text, icons[grown]))
    return found


def _growth(app: AppState, one: CompetencyProgress) -> list[ft.Control]:
    marks = one.growth[-MARKS_LIMIT:]
    if len(marks) <= 1:
        return []
    label = app.words("student-growth-says", count=len(marks))

    def open_mark(place: int) -> None:
        app.doors.stir()
        go(f"/works/{marks[place].work}")

    drawn = growth_line(
        [
            Mark(mark.share, mark.judge is Judge.LEARNER, "\n".join(_line(app, mark)))
            for mark in marks
        ],
        len(marks[-1].levels),
        label,
        open_mark,
    )
    key = ft.Row(
        [
            *_key(app, ft.Icons.CIRCLE, Role.PRIMARY, "student-answer-mine"),
            *_key(app, ft.Icons.SQUARE_ROUNDED, Role.WARM, "student-answer-theirs"),
        ],
        spacing=Space.S,
        wrap=True,
    )
    most, least = marks[-1].levels[-1].name, marks[-1].levels[0].name
    picture = stack(
        [words_of(most, Style.SMALL, Role.SOFT), drawn, words_of(least, Style.SMALL, Role.SOFT),
         key],
        Space.XS,
    )  # fmt: skip
    table = Table(
        tuple(app.words(f"student-growth-{one}") for one in ("when", "who", "level", "work")),
        tuple(_line(app, mark) for mark in marks),
    )
    title = app.words("student-growth-title")
    return [sheet(title, ft.Icons.SHOW_CHART_ROUNDED, [Twin("growth", picture, table)])]


def _line(app: AppState, mark: Judged) -> tuple[str, ...]:
    who = "mine" if mark.judge is Judge.LEARNER else "theirs"
    return (
        app.words.day(mark.at_ms, app.doors.zone),
        app.words(f"student-answer-{who}"),
        mark.level.name,
        _title(app, mark.work),
    )


def _key(app: AppState, icon: ft.IconData, color: ft.ColorValue, key: str) -> list[ft.Control]:
    return [
        ft.Icon(icon, size=16, color=color),
        words_of(app.words(key), Style.SMALL, Role.SOFT),
    ]


def _evidence(app: AppState, one: CompetencyProgress) -> ft.Control:
    missing = missing_words(app, one.enough, app.open.rules.enough)
    rows: list[ft.Control] = [
        _work(app, one, piece.work, piece.made_ms)
        for piece in reversed(one.evidence[-EVIDENCE_LIMIT:])
    ]
    if not rows:
        rows.append(words_of(app.words("student-progress-show-it"), color=Role.SOFT))
    if missing:
        rows.append(notice(missing, ft.Icons.ADD_PHOTO_ALTERNATE_OUTLINED))
    else:
        rows.append(
            notice(
                app.words("student-progress-enough"), ft.Icons.TASK_ALT_ROUNDED,
                Role.GOOD_BOX, Role.ON_GOOD_BOX,
            )
        )  # fmt: skip
    title = app.words("student-progress-evidence")
    return sheet(title, ft.Icons.PHOTO_LIBRARY_OUTLINED, rows)


def _work(app: AppState, one: CompetencyProgress, work_id: str, made_ms: int) -> ft.Control:
    work = app.open.work(work_id)
    if work is None:
        return ft.Container()
    marks = [mark for mark in one.growth if mark.work == work_id]
    said = [f"{_line(app, mark)[1]}: {mark.level.name}" for mark in marks[-2:]]
    title, day = _title(app, work_id), app.words.day(made_ms, app.doors.zone)
    lines = [
        words_of(title, Style.SUBTITLE, max_lines=2),
        words_of(" · ".join([day, *said]), Style.SMALL, Role.SOFT),
    ]
    return tappable(
        app,
        ft.Row([thumbnail(app, work, 64, Radius.S), stack(lines, Space.XS, expand=True)],
               spacing=Space.M),
        lambda: go(f"/works/{work_id}"),
        f"evidence-{work_id}",
        ". ".join([title, day, *said]),
        padding=Space.S,
        border_radius=Radius.M,
    )  # fmt: skip


def _title(app: AppState, work_id: str) -> str:
    work = app.open.work(work_id)
    return (work.title if work else "") or app.words("student-untitled")
