"""The style sheet's first part, made from the design tokens that the student app uses as well.

Colours become custom properties, light and dark, usual and strong; type, space and radius become
rem, so that they grow with the reader's text size.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from portfolio_app.settings import asset

TOKENS = "design/tokens.json"
_ROOT_PX = 16
_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_LATIN_EXTENDED = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,"
    "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
)


def tokens() -> Mapping[str, Any]:
    """The design tokens as they stand in the assets."""
    found: Mapping[str, Any] = json.loads(asset(TOKENS).read_text(encoding="utf-8"))
    return found


def custom_properties(design: Mapping[str, Any]) -> str:
    """CSS: fonts, and every token as a custom property (`--colour-primary`, `--space-4`, …)."""
    colours = design["colour"]
    light, dark = colours["light"], colours["dark"]
    return "\n".join(
        [
            *_fonts(design["font"]["family"]),
            ":root {",
            "  color-scheme: light dark;",
            *_colours(light),
            *_measures(design),
            "}",
            "@media (prefers-color-scheme: dark) {",
            "  :root {",
            *(f"  {line}" for line in _colours(dark)),
            "  }",
            "}",
            "@media (prefers-contrast: more) {",
            "  :root {",
            *(f"  {line}" for line in _colours(colours["light-strong"])),
            "  }",
            "}",
            "@media (prefers-contrast: more) and (prefers-color-scheme: dark) {",
            "  :root {",
            *(f"  {line}" for line in _colours(colours["dark-strong"])),
            "  }",
            "}",
            "@media print {",
            "  :root {",
            *(f"  {line}" for line in _colours(light)),
            "  }",
            "}",
            "",
        ]
    )


def _colours(roles: Mapping[str, str]) -> Iterator[str]:
    return (f"  --colour-{role}: {value};" for role, value in roles.items())


def _measures(design: Mapping[str, Any]) -> Iterator[str]:
    fallback = ", ".join(
        f'"{name}"' if " " in name else name for name in design["font"]["fallback"]
    )
    yield f'  --font: "{design["font"]["family"]}", {fallback};'
    for name, style in design["type"].items():
        yield (
            f"  --type-{name}: {style['weight']} {_rem(style['size'])}/{style['line']} var(--font);"
        )
    for name, size_px in design["space"].items():
        yield f"  --space-{name}: {_rem(size_px)};"
    for name, size_px in design["radius"].items():
        yield f"  --radius-{name}: {size_px}px;"
    for name, size_px in design["target"].items():
        yield f"  --target-{name}: {_rem(size_px)};"
    for name, size_px in design["width"].items():
        yield f"  --width-{name}: {_rem(size_px)};"


def _fonts(family: str) -> Iterator[str]:
    for name, covered in (("latin", _LATIN), ("latin-ext", _LATIN_EXTENDED)):
        yield (
            f'@font-face {{ font-family: "{family}"; font-weight: 100 900; font-display: swap;'
            f' src: url("lexend-{name}.woff2") format("woff2"); unicode-range: {covered}; }}'
        )


def _rem(size_px: float) -> str:
    return f"{size_px / _ROOT_PX:g}rem"
