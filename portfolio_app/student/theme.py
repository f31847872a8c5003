"""The design tokens as a Flet theme: colours, type, space and shape, for light and dark.

How somebody reads best (`Manner`) changes the theme as a whole, so that no screen has to know.

The tokens stand in assets/design/tokens.json, which the school's pages read too. No widget and no
screen names a colour or a size of its own: it takes a role from here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import flet as ft

from portfolio_app.settings import asset

TOKENS = "design/tokens.json"
TYPEFACES = {"lexend": "Lexend", "atkinson": "Atkinson"}
FAMILY = TYPEFACES["lexend"]
TEXT_SCALES = (0.9, 1.0, 1.2, 1.5, 2.0)
COMPACT_PX = 600
TIGHT_PX = 300
LABEL_PX = 20
# In a row: as wide as the words are, and on several lines where there is less room.
LOOSE = MappingProxyType({"expand": True, "expand_loose": True})
MEDIUM_PX = 840
READING_PX = 720
CONTENT_PX = 1120
FOCUS_RING_PX = 3
BAR_SCALE_MOST = 1.0
# What WCAG 2.2 (1.4.12) asks pages to bear, as shares of the size; the lines a bit more.
# Where a line holds few words headings grow less, or they would break inside a word.
TIGHT_SCALES_MOST = MappingProxyType({"display": 1.2, "headline": 1.4, "title": 1.7})
WIDE_LETTERS, WIDE_WORDS, WIDE_LINES = 0.12, 0.16, 1.7

FALLBACK = (
    *("Lexend", "Lexend Ext", "Lexend Vietnamese", "Atkinson Ext"),
    *("Noto Cyrillic", "Noto Cyrillic Ext", "Noto Greek", "Noto Greek Ext", "Noto Color Emoji"),
)
_FONT_FILES = {
    FAMILY: "vendor/lexend/lexend-latin.woff2",
    "Lexend Ext": "vendor/lexend/lexend-latin-ext.woff2",
    "Lexend Vietnamese": "vendor/lexend/lexend-vietnamese.woff2",
    TYPEFACES["atkinson"]: "vendor/atkinson/atkinson-latin.woff2",
    "Atkinson Ext": "vendor/atkinson/atkinson-latin-ext.woff2",
    "Noto Cyrillic": "vendor/notosans/notosans-cyrillic.woff2",
    "Noto Cyrillic Ext": "vendor/notosans/notosans-cyrillic-ext.woff2",
    "Noto Greek": "vendor/notosans/notosans-greek.woff2",
    "Noto Greek Ext": "vendor/notosans/notosans-greek-ext.woff2",
    "Noto Color Emoji": "vendor/notocoloremoji/notocoloremoji.woff2",
}


class Role:
    """Colour roles. Material slots carry ours, so light and dark switch by themselves."""

    SURFACE = ft.Colors.SURFACE
    RAISED = ft.Colors.SURFACE_CONTAINER_LOW
    SUNKEN = ft.Colors.SURFACE_CONTAINER_HIGH
    INK = ft.Colors.ON_SURFACE
    SOFT = ft.Colors.ON_SURFACE_VARIANT
    OUTLINE = ft.Colors.OUTLINE
    LINE = ft.Colors.OUTLINE_VARIANT
    PRIMARY = ft.Colors.PRIMARY
    ON_PRIMARY = ft.Colors.ON_PRIMARY
    PRIMARY_BOX = ft.Colors.PRIMARY_CONTAINER
    ON_PRIMARY_BOX = ft.Colors.ON_PRIMARY_CONTAINER
    ACCENT = ft.Colors.SECONDARY
    ON_ACCENT = ft.Colors.ON_SECONDARY
    FOCUS = ft.Colors.TERTIARY_FIXED
    ACCENT_BOX = ft.Colors.PRIMARY_FIXED
    ON_ACCENT_BOX = ft.Colors.ON_PRIMARY_FIXED
    WARM = ft.Colors.TERTIARY
    WARM_BOX = ft.Colors.TERTIARY_CONTAINER
    ON_WARM_BOX = ft.Colors.ON_TERTIARY_CONTAINER
    GOOD = ft.Colors.SECONDARY_FIXED
    GOOD_BOX = ft.Colors.SECONDARY_FIXED_DIM
    ON_GOOD_BOX = ft.Colors.ON_SECONDARY_FIXED
    ERROR = ft.Colors.ERROR
    ERROR_BOX = ft.Colors.ERROR_CONTAINER
    ON_ERROR_BOX = ft.Colors.ON_ERROR_CONTAINER
    NONE = ft.Colors.TRANSPARENT


class Style:
    """Type roles, by what the words are for."""

    DISPLAY = ft.TextThemeStyle.DISPLAY_SMALL
    HEADLINE = ft.TextThemeStyle.HEADLINE_MEDIUM
    TITLE = ft.TextThemeStyle.TITLE_LARGE
    SUBTITLE = ft.TextThemeStyle.TITLE_MEDIUM
    BODY = ft.TextThemeStyle.BODY_LARGE
    LABEL = ft.TextThemeStyle.LABEL_LARGE
    SMALL = ft.TextThemeStyle.BODY_SMALL


class Space:
    """Distances in logical pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32
    HUGE = 48


class Radius:
    """Corners in logical pixels."""

    S = 10
    M = 16
    L = 24
    PILL = 999


_SLOTS = {
    "display_large": "display", "display_medium": "display", "display_small": "display",
    "headline_large": "display", "headline_medium": "headline", "headline_small": "headline",
    "title_large": "title", "title_medium": "subtitle", "title_small": "subtitle",
    "body_large": "body", "body_medium": "body", "body_small": "small",
    "label_large": "label", "label_medium": "small", "label_small": "small",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody reads best. `typeface` is one of TYPEFACES; `is_wide` gives letters, words and
    lines more room; `is_still` leaves out what moves only to please; `is_tight` says that few words
    fit on a line.
    """

    text_scale: float = 1.0
    typeface: str = "lexend"
    is_wide: bool = False
    is_strong: bool = False
    is_still: bool = False
    is_tight: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Both themes in one manner."""

    light: ft.Theme
    dark: ft.Theme


def read_tokens() -> Mapping[str, Any]:
    """The design tokens, as in assets/design/tokens.json."""
    tokens: Mapping[str, Any] = json.loads(asset(TOKENS).read_text(encoding="utf-8"))
    return tokens


def look(tokens: Mapping[str, Any], manner: Manner | None = None) -> Look:
    """Themes for light and dark, for somebody who reads best in this manner."""
    manner = manner or Manner()
    return Look(_theme(tokens, "light", manner), _theme(tokens, "dark", manner))


def font_files(prefix: str = "/") -> dict[str, str]:
    """Font family -> address of its file, below `prefix`."""
    return {family: prefix + path for family, path in _FONT_FILES.items()}


def at_start(*, right_to_left: bool, y: float = 0) -> ft.Alignment:
    """Where lines begin: Flet's alignment knows left and right only. `y` from -1 (top) to 1."""
    return ft.Alignment(1 if right_to_left else -1, y)


def room(
    *, right_to_left: bool, start: float = 0, end: float = 0, top: float = 0, bottom: float = 0
) -> ft.Padding:
    """Room in pixels around something, on the side where lines begin and where they end."""
    left, right = (end, start) if right_to_left else (start, end)
    return ft.Padding.only(left=left, right=right, top=top, bottom=bottom)


def _theme(tokens: Mapping[str, Any], mode: str, manner: Manner) -> ft.Theme:
    ending = "-strong" if manner.is_strong else ""
    colour = tokens["colour"][mode + ending]
    other = tokens["colour"][("dark" if mode == "light" else "light") + ending]
    sizes = tokens["type"]
    # Four names stand side by side, in a bar that does not grow with them.
    in_bar = replace(manner, text_scale=min(manner.text_scale, BAR_SCALE_MOST), is_wide=False)
    unseen = ft.Colors.TRANSPARENT if manner.is_still else None
    return ft.Theme(
        color_scheme=_scheme(colour),
        font_family=TYPEFACES[manner.typeface],
        text_theme=_text_theme(sizes, colour["on-surface"], manner),
        use_material3=True,
        scaffold_bgcolor=colour["surface"],
        focus_color=ft.Colors.with_opacity(0.32, colour["focus"]),
        splash_color=unseen,
        visual_density=ft.VisualDensity.STANDARD,
        filled_button_theme=ft.FilledButtonTheme(
            style=_button(sizes, manner, _ring(colour["accent"]))
        ),
        outlined_button_theme=ft.OutlinedButtonTheme(
            style=_button(sizes, manner, _ring(colour["focus"], colour["outline"]))
        ),
        text_button_theme=ft.TextButtonTheme(style=_button(sizes, manner, _ring(colour["focus"]))),
        icon_button_theme=ft.IconButtonTheme(
            style=ft.ButtonStyle(padding=Space.M, side=_ring(colour["focus"]))
        ),
        snackbar_theme=ft.SnackBarTheme(
            bgcolor=colour["on-surface"],
            content_text_style=_style(sizes["body"], colour["surface"], manner),
            action_text_color=other["primary"],
            behavior=ft.SnackBarBehavior.FLOATING,
            shape=ft.RoundedRectangleBorder(radius=Radius.M),
        ),
        navigation_bar_theme=ft.NavigationBarTheme(
            bgcolor=colour["surface-raised"],
            indicator_color=colour["primary-container"],
            label_text_style=_style(sizes["small"], colour["on-surface"], in_bar),
        ),
        page_transitions=_still(),
    )


def _scheme(colour: Mapping[str, str]) -> ft.ColorScheme:
    return ft.ColorScheme(
        primary=colour["primary"], on_primary=colour["on-primary"],
        primary_container=colour["primary-container"],
        on_primary_container=colour["on-primary-container"],
        secondary=colour["accent"], on_secondary=colour["on-accent"],
        secondary_container=colour["primary-container"],
        on_secondary_container=colour["on-primary-container"],
        primary_fixed=colour["accent-container"],
        on_primary_fixed=colour["on-accent-container"],
        tertiary=colour["warm"], on_tertiary=colour["on-warm"],
        tertiary_container=colour["warm-container"],
        on_tertiary_container=colour["on-warm-container"],
        tertiary_fixed=colour["focus"],
        error=colour["error"], on_error=colour["on-error"],
        error_container=colour["error-container"],
        on_error_container=colour["on-error-container"],
        surface=colour["surface"], on_surface=colour["on-surface"],
        on_surface_variant=colour["on-surface-soft"],
        outline=colour["outline"], outline_variant=colour["outline-soft"],
        shadow=colour["shadow"], scrim=colour["scrim"],
        inverse_surface=colour["on-surface"], on_inverse_surface=colour["surface"],
        surface_tint=colour["surface"],
        surface_container_lowest=colour["surface-raised"],
        surface_container_low=colour["surface-raised"],
        surface_container=colour["surface-raised"],
        surface_container_high=colour["surface-sunken"],
        surface_container_highest=colour["surface-sunken"],
        secondary_fixed=colour["good"], secondary_fixed_dim=colour["good-container"],
        on_secondary_fixed=colour["on-good-container"],
    )  # fmt: skip


def _text_theme(sizes: Mapping[str, Any], colour: str, manner: Manner) -> ft.TextTheme:
    return ft.TextTheme(
        **{
            slot: _style(sizes[token], colour, _at_most(manner, token))
            for slot, token in _SLOTS.items()
        }
    )


def _at_most(manner: Manner, token: str) -> Manner:
    most = TIGHT_SCALES_MOST.get(token, manner.text_scale) if manner.is_tight else manner.text_scale
    return replace(manner, text_scale=min(manner.text_scale, most))


def _style(token: Mapping[str, Any], colour: str | None, manner: Manner) -> ft.TextStyle:
    size = token["size"] * manner.text_scale
    return ft.TextStyle(
        size=size,
        height=max(token["line"], WIDE_LINES) if manner.is_wide else token["line"],
        weight=ft.FontWeight(f"w{token['weight']}"),
        # Material spreads letters apart; our typefaces already give them room.
        letter_spacing=size * WIDE_LETTERS if manner.is_wide else 0,
        word_spacing=size * WIDE_WORDS if manner.is_wide else 0,
        font_family=TYPEFACES[manner.typeface],
        font_family_fallback=list(FALLBACK),
        color=colour,
    )


def _ring(focus: str, outline: str = "") -> dict[ft.ControlState, ft.BorderSide]:
    """A ring for whoever walks with the keyboard; without it the outline, if there is one."""
    ring = {ft.ControlState.FOCUSED: ft.BorderSide(FOCUS_RING_PX, focus)}
    return ring | ({ft.ControlState.DEFAULT: ft.BorderSide(1.5, outline)} if outline else {})


def _button(
    sizes: Mapping[str, Any], manner: Manner, side: dict[ft.ControlState, ft.BorderSide]
) -> ft.ButtonStyle:
    style = _style(sizes["subtitle"], None, manner)
    style.height = style.height if manner.is_wide else None
    return ft.ButtonStyle(
        padding=ft.Padding.symmetric(horizontal=Space.XL, vertical=Space.M + 2),
        shape=ft.RoundedRectangleBorder(radius=Radius.PILL),
        text_style=style,
        side=side,
    )


def _still() -> ft.PageTransitionsTheme:
    # Screens change in place: a slide between every two taps is motion a child did not ask for.
    none = ft.PageTransitionTheme.NONE
    return ft.PageTransitionsTheme(android=none, ios=none, linux=none, macos=none, windows=none)
