"""One file per screen, and the list of their routes.

Screens see actions, state, widgets, theme and model; never the vault or the network.
"""

from collections.abc import Callable
from typing import Any

import flet as ft

from portfolio_app.student import theme
from portfolio_app.student.screens.about import About
from portfolio_app.student.screens.add import Add
from portfolio_app.student.screens.add_link import AddLink
from portfolio_app.student.screens.badge_in import BadgeIn
from portfolio_app.student.screens.bin import Bin, GoalBin
from portfolio_app.student.screens.check import Check
from portfolio_app.student.screens.checks import Checks
from portfolio_app.student.screens.compare import ChooseTwo
from portfolio_app.student.screens.draw import Draw
from portfolio_app.student.screens.earlier import EarlierVersions
from portfolio_app.student.screens.film import MakeFilm
from portfolio_app.student.screens.forgot import Forgot
from portfolio_app.student.screens.frame import NotHere, Shell
from portfolio_app.student.screens.goal import OneGoal
from portfolio_app.student.screens.goal_new import GoalReached, NewGoal, NewGoalTags
from portfolio_app.student.screens.goal_step import OneStep
from portfolio_app.student.screens.goals import Goals
from portfolio_app.student.screens.home import Home
from portfolio_app.student.screens.join import Join
from portfolio_app.student.screens.languages import locale_of
from portfolio_app.student.screens.leave import Leave
from portfolio_app.student.screens.my_key import MyKey
from portfolio_app.student.screens.new_learner import NewLearner
from portfolio_app.student.screens.photo import TakePhoto
from portfolio_app.student.screens.picture import BigPicture
from portfolio_app.student.screens.pin_add import PinIt
from portfolio_app.student.screens.profile import MyProfile
from portfolio_app.student.screens.profile_topic import ProfileTopic
from portfolio_app.student.screens.progress import MyProgress
from portfolio_app.student.screens.reflect import Reflect
from portfolio_app.student.screens.roadmap import Roadmap
from portfolio_app.student.screens.sending import OnItsWay
from portfolio_app.student.screens.showcase_edit import ShowcaseEdit
from portfolio_app.student.screens.showcase_share import ShowcaseShare
from portfolio_app.student.screens.showcases import Showcases
from portfolio_app.student.screens.skill import OneSkill
from portfolio_app.student.screens.stick import Stick
from portfolio_app.student.screens.tags import GoalTags, Tags
from portfolio_app.student.screens.tell import Tell
from portfolio_app.student.screens.think import ThinkAboutGoal, ThinkAboutSkill, ThinkAboutTwo
from portfolio_app.student.screens.unlock import Unlock
from portfolio_app.student.screens.who import Who
from portfolio_app.student.screens.work import OneWork
from portfolio_app.student.screens.works import Works
from portfolio_app.student.screens.write_text import WriteText
from portfolio_app.student.state import AppContext, AppState
from portfolio_app.student.widgets import component

ROUTES: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("who", Who),
    ("who/new", NewLearner),
    ("who/badge", BadgeIn),
    ("who/:vault", Unlock),
    ("who/:vault/forgot", Forgot),
    ("add", Add),
    ("add/drawing", Draw),
    ("add/photo", TakePhoto),
    ("add/film", MakeFilm),
    ("add/text", WriteText),
    ("add/link", AddLink),
    ("add/voice", Tell),
    ("works", Works),
    ("works/bin", Bin),
    ("works/:work", OneWork),
    ("works/:work/picture/:file", BigPicture),
    ("works/:work/draw/:file", Draw),
    ("works/:work/text/:file", WriteText),
    ("works/:work/voice", Tell),
    ("works/:work/voice/:about", Tell),
    ("works/:work/voice/again/:again", Tell),
    ("works/:work/tags", Tags),
    ("works/:work/check", Check),
    ("works/:work/check/:rubric", Check),
    ("works/:work/check/:rubric/pin/:criterion", PinIt),
    ("works/:work/checks", Checks),
    ("works/:work/earlier", EarlierVersions),
    ("works/:work/reflect", Reflect),
    ("works/:work/reflect/:reflection", Reflect),
    ("showcases", Showcases),
    ("showcases/new", ShowcaseEdit),
    ("showcases/:showcase", ShowcaseShare),
    ("showcases/:showcase/edit", ShowcaseEdit),
    ("goals", Goals),
    ("goals/new", NewGoal),
    ("goals/new/tags", NewGoalTags),
    ("goals/new/:framework/:item", NewGoal),
    ("goals/new/:framework/:item/tags", NewGoalTags),
    ("goals/bin", GoalBin),
    ("goals/:goal", OneGoal),
    ("goals/:goal/reached", GoalReached),
    ("goals/:goal/tags", GoalTags),
    ("goals/:goal/think", ThinkAboutGoal),
    ("goals/:goal/think/:reflection", ThinkAboutGoal),
    ("goals/:goal/:step", OneStep),
    ("roadmap", Roadmap),
    ("progress", MyProgress),
    ("progress/:framework/:item", OneSkill),
    ("progress/:framework/:item/think", ThinkAboutSkill),
    ("progress/:framework/:item/think/:reflection", ThinkAboutSkill),
    ("compare", ChooseTwo),
    ("compare/:work", ChooseTwo),
    ("compare/:work/:other", ThinkAboutTwo),
    ("compare/:work/:other/:reflection", ThinkAboutTwo),
    ("join", Join),
    ("sending", OnItsWay),
    ("sending/stick", Stick),
    ("about", About),
    ("about/keys", MyKey),
    ("about/leave", Leave),
    ("about/profile", MyProfile),
    ("about/profile/:topic", ProfileTopic),
)
"""Where each screen is found. More telling paths stand before those with a gap in their place."""


@component
def App(state: AppState) -> Any:  # noqa: N802 - components are named like classes, as Flet's are
    """The whole app: looks first, then whichever screen the address names."""
    page = ft.context.page
    tokens = ft.use_memo(theme.read_tokens, [])
    manner, is_dark = state.manner, state.is_dark
    page.rtl = state.words.right_to_left  # before anything is drawn: words look at it

    def dress() -> None:
        look = theme.look(tokens, manner)
        page.theme, page.dark_theme = look.light, look.dark
        page.theme_mode = ft.ThemeMode.DARK if is_dark else ft.ThemeMode.LIGHT
        page.title = state.words("all-product-name")
        # Names the language to screen readers, and puts Flutter's own few words into it.
        page.locale_configuration = locale_of(state.words.language)
        page.update()

    ft.use_effect(dress, [manner, is_dark, state.words.language])
    return AppContext(state, _router)


def _router() -> Any:
    pages = [ft.Route(path=path, component=screen) for path, screen in ROUTES]
    shell = ft.Route(
        component=Shell, outlet=True, children=[ft.Route(index=True, component=Home), *pages]
    )
    return ft.Router([shell], not_found=NotHere, manage_views=True)
