"""Small pieces that several screens share: guarded components, named buttons, cards, words.

Every control a person can use is made here once, with its name for screen readers and its test
id, so that no screen can forget them. Nothing here knows what a portfolio holds.
"""

import functools
import inspect
import logging
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

import flet as ft

from portfolio_app.errors import (
    BadInput,
    NotAllowed,
    NotFound,
    PortfolioError,
    Refused,
    TooManyTries,
    WrongSecret,
)
from portfolio_app.locales import Words
from portfolio_app.locales.directions import in_its_own_way
from portfolio_app.student.pressing import pressed_over
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import CONTENT_PX, LABEL_PX, LOOSE, Radius, Role, Space, Style
from portfolio_app.student.written_field import WrittenField

log = logging.getLogger(__name__)

Handler = Callable[..., Any]
Drawn = TypeVar("Drawn", bound=Callable[..., Any])
Kept = TypeVar("Kept")
TARGET_PX = 48
RAIL_PX = 104

# These errors say in their own sentence what to do, in words made for whoever acts.
_SPEAK_FOR_THEMSELVES = (BadInput, NotAllowed, NotFound, Refused, WrongSecret)


def component(draw: Drawn) -> Drawn:
    """A Flet component that shows words when it cannot be drawn.

    An exception while drawing would end the window's update task, and the screen would stand still.
    """

    @functools.wraps(draw)
    def body(*args: Any, **named: Any) -> Any:
        try:
            return draw(*args, **named)
        except Exception as problem:
            log.error("Drawing %s failed: %s", draw.__name__, type(problem).__name__)
            log.debug("Drawing failed", exc_info=True)
            lost = "This part cannot be shown right now. Nothing is lost."
            return ft.Container(notice(lost, ft.Icons.INFO_OUTLINE_ROUNDED), padding=Space.L)

    return cast("Drawn", ft.component(body))


def memo(drawn: Callable[..., ft.Control]) -> Callable[..., ft.Control]:
    """A component that is drawn again only when what it is given has changed."""
    return cast("Callable[..., ft.Control]", ft.memo(drawn))  # type: ignore[no-untyped-call]


def use_kept(make: Callable[[], Kept]) -> Kept:
    """Inside a component: a value that lives as long as it; an observable is listened to."""
    kept, _ = ft.use_state(cast("Any", make))
    return cast("Kept", kept)


def safe(app: AppState, handler: Handler) -> Handler:
    """A handler whose errors become words, and that tells the app that somebody is here.

    An exception in a bare handler would replace the whole app by a crash page.
    """
    # A parameter with a value of its own is a caller's fact, such as an id, not the event.
    parameters = inspect.signature(handler).parameters.values()
    takes_event = any(one.default is one.empty for one in parameters)

    is_running = False

    async def run(event: Any) -> None:
        nonlocal is_running
        app.doors.stir()
        if is_running:
            return  # a second tap while the first is still at work
        is_running = True
        try:
            result = handler(event) if takes_event else handler()
            if inspect.isawaitable(result):
                await result
        except PortfolioError as problem:
            say(error_words(app.words, problem))
        except Exception as problem:
            log.error("A tap failed: %s", type(problem).__name__)
            log.debug("A tap failed", exc_info=True)
            say(app.words("student-error-unknown"))
        finally:
            is_running = False

    return run


def error_words(words: Words, problem: PortfolioError) -> str:
    """What went wrong, for a child: the product's words for its kind, or its own sentence."""
    if isinstance(problem, TooManyTries):
        return words("student-error-too-many-tries", seconds=problem.wait_seconds)
    name = re.sub("(?<!^)(?=[A-Z])", "-", type(problem).__name__).lower()
    key = f"student-error-{name}"
    if words.has(key):
        return words(key)
    if isinstance(problem, _SPEAK_FOR_THEMSELVES):
        return str(problem)
    return words("student-error-unknown")


def say(text: str, undo: str = "", on_undo: Handler | None = None) -> None:
    """A short message at the bottom, read aloud by screen readers, perhaps with a way back."""
    action = ft.SnackBarAction(label=undo, on_click=on_undo) if undo and on_undo else None
    ft.context.page.show_dialog(
        ft.SnackBar(
            content=ft.Semantics(live_region=True, content=ft.Text(text, color=Role.SURFACE)),
            action=action,
            behavior=ft.SnackBarBehavior.FLOATING,
            duration=ft.Duration(milliseconds=8000 if action else 1800),
            width=min(480, (ft.context.page.width or 480) - 2 * Space.L),
        )
    )


def go(route: str) -> None:
    """Show another screen."""
    ft.context.page.navigate(route)


def named(identifier: str, content: ft.Control, label: str | None = None) -> ft.Control:
    """A control with a test id, and a name where it has none of its own."""
    return ft.Semantics(identifier=identifier, label=label, content=content, container=True)


def words_of(
    text: str, style: ft.TextThemeStyle = Style.BODY, color: ft.ColorValue = Role.INK, **more: Any
) -> ft.Text:
    """Words in one of the type roles; what runs against the page, such as a title, its own way."""
    said = in_its_own_way(text, right_to_left=ft.context.page.rtl)
    return ft.Text(said, theme_style=style, color=color, **more)


def heading(
    text: str, level: int = 1, style: ft.TextThemeStyle | None = None, **more: Any
) -> ft.Control:
    """A heading that screen readers can jump to."""
    sizes = {1: Style.HEADLINE, 2: Style.TITLE, 3: Style.SUBTITLE}
    return ft.Semantics(
        header=True,
        heading_level=level,
        content=words_of(text, style or sizes[level], **more),
    )


def main_button(
    app: AppState,
    text: str,
    on_click: Handler | None,
    identifier: str,
    icon: ft.IconData | None = None,
    *,
    is_busy: bool = False,
    **more: Any,
) -> ft.Control:
    """The one thing to do next on a screen."""
    content = ft.Row(
        [
            waiting_sign(app, 18)
            if is_busy
            else ft.Icon(icon or ft.Icons.ARROW_FORWARD_ROUNDED, size=22),
            ft.Text(text, expand=True, expand_loose=True),
        ],
        tight=True,
        spacing=Space.S,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    return named(
        identifier,
        ft.FilledButton(
            content,
            on_click=safe(app, on_click) if on_click else None,
            disabled=on_click is None or is_busy,
            **more,
        ),
    )


def waiting_sign(app: AppState, size_px: int = 24) -> ft.Control:
    """Something is under way; it turns, except where things keep still."""
    if app.is_still:
        return ft.Icon(ft.Icons.HOURGLASS_TOP_ROUNDED, size=size_px)
    return ft.ProgressRing(width=size_px, height=size_px, stroke_width=3)


def quiet_button(
    app: AppState,
    text: str,
    on_click: Handler,
    identifier: str,
    icon: ft.IconData | None = None,
    **more: Any,
) -> ft.Control:
    """Something else that can be done here."""
    return named(
        identifier, ft.OutlinedButton(text, icon=icon, on_click=safe(app, on_click), **more)
    )


def text_button(
    app: AppState,
    text: str,
    on_click: Handler,
    identifier: str,
    icon: ft.IconData | None = None,
    **more: Any,
) -> ft.Control:
    """A way aside, without weight."""
    return named(identifier, ft.TextButton(text, icon=icon, on_click=safe(app, on_click), **more))


def icon_button(
    app: AppState,
    icon: ft.IconData,
    label: str,
    on_click: Handler,
    identifier: str,
    color: ft.ColorValue = Role.INK,
    **more: Any,
) -> ft.Control:
    """A picture to tap, with its name for everybody who does not see it."""
    return named(
        identifier,
        ft.IconButton(
            ft.Icon(icon, semantics_label=label, color=color, size=24),
            on_click=safe(app, on_click),
            size_constraints=ft.BoxConstraints(min_width=TARGET_PX, min_height=TARGET_PX),
            **more,
        ),
    )


def field(
    app: AppState,
    label: str,
    value: str,
    on_change: Callable[[str], None],
    identifier: str,
    *,
    on_submit: Handler | None = None,
    on_blur: Handler | None = None,
    lines: int = 1,
    limit: int | None = None,
    **more: Any,
) -> ft.Control:
    """A place to write. `on_change` hears the whole text each time."""

    def changed(event: ft.Event[WrittenField]) -> None:
        event.control.hear(event.control.value)
        on_change(event.control.value)

    return named(
        identifier,
        WrittenField(
            label=label,
            value=value,
            on_change=safe(app, changed),
            on_submit=safe(app, on_submit) if on_submit else None,
            on_blur=safe(app, on_blur) if on_blur else None,
            multiline=lines > 1,
            min_lines=lines if lines > 1 else None,
            max_lines=12 if lines > 1 else 1,
            max_length=limit,
            counter=ft.Container() if limit else None,
            border={
                ft.ControlState.FOCUSED: _outline(Role.PRIMARY, 2.5),
                ft.ControlState.ERROR: _outline(Role.ERROR, 2),
                ft.ControlState.DEFAULT: _outline(Role.OUTLINE, 1),
            },
            filled=True,
            fill_color=Role.RAISED,
            label_style=ft.TextStyle(color=Role.SOFT, size=LABEL_PX if app.is_tight else None),
            content_padding=ft.Padding.symmetric(horizontal=Space.L, vertical=Space.L),
            **more,
        ),
    )


def _outline(color: ft.ColorValue, width: float) -> ft.OutlineInputBorder:
    return ft.OutlineInputBorder(side=ft.BorderSide(width, color), border_radius=Radius.M)


def card(content: ft.Control, padding: int = Space.L, **more: Any) -> ft.Container:
    """A sheet of paper on the table."""
    more.setdefault("bgcolor", Role.RAISED)
    more.setdefault("border", ft.Border.all(1, Role.LINE))
    return ft.Container(content, padding=padding, border_radius=Radius.L, **more)


def tappable(
    app: AppState,
    content: ft.Control,
    on_click: Handler,
    identifier: str,
    label: str,
    *,
    padding: ft.PaddingValue = Space.L,
    selected: bool | None = None,
    is_merged: bool = False,
    **more: Any,
) -> ft.Control:
    """A card that does something, named as one button; `is_merged`: within MergeSemantics."""
    more.setdefault("bgcolor", Role.RAISED)
    more.setdefault("border", ft.Border.all(1, Role.LINE))
    more.setdefault("border_radius", Radius.L)
    expand = more.pop("expand", None)
    hint = {"tooltip": more.pop("tooltip")} if "tooltip" in more else {}
    unnamed = ft.Semantics(exclude_semantics=True, content=content)
    box = ft.Container(unnamed, padding=padding, **more)
    pressed = pressed_over(box, safe(app, on_click), **hint)
    told = ft.Semantics(
        identifier=identifier, label=label, button=True, selected=selected, content=pressed
    )
    # One part, not a button in a button of which the inner one has no name.
    return told if is_merged else ft.MergeSemantics(told, expand=expand)


def badge(
    text: str, icon: ft.IconData, fill: ft.ColorValue, color: ft.ColorValue, **more: Any
) -> ft.Control:
    """A short fact: picture and words, never colour alone."""
    return ft.Container(
        ft.Row(
            [ft.Icon(icon, size=18, color=color), words_of(text, Style.LABEL, color, **LOOSE)],
            spacing=Space.XS + 2,
            tight=True,
        ),
        bgcolor=fill,
        border_radius=Radius.PILL,
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.XS + 2),
        **more,
    )


def notice(
    text: str,
    icon: ft.IconData,
    fill: ft.ColorValue = Role.SUNKEN,
    color: ft.ColorValue = Role.INK,
) -> ft.Control:
    """A few words in a box, where they are needed."""
    return ft.Container(
        ft.Row(
            [ft.Icon(icon, color=color, size=22), words_of(text, color=color, expand=True)],
            spacing=Space.M,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        bgcolor=fill,
        border_radius=Radius.M,
        padding=Space.L,
    )


def scroll_page(
    app: AppState, controls: Sequence[ft.Control], widest_px: int = CONTENT_PX, **more: Any
) -> ft.Control:
    """A page that scrolls, with its content no wider than eyes like."""
    more.setdefault("spacing", Space.L)
    side = margin_px(app, widest_px)
    return ft.Column(
        [
            ft.Container(
                ft.Column(
                    list(controls),
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                    tight=True,
                    **more,
                ),
                padding=ft.Padding.only(left=side, right=side, top=Space.S, bottom=Space.HUGE),
            )
        ],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def margin_px(app: AppState, widest_px: int = CONTENT_PX) -> int:
    """What to leave free at each side so that the content is at most `widest_px` wide."""
    room_px = app.width_px - (0 if app.is_compact or app.snapshot is None else RAIL_PX)
    return max(Space.L if app.is_compact else Space.XL, (room_px - widest_px) // 2)
