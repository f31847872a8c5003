"""The style sheet's first part, made from the design tokens that the student app uses as well.

Colours become custom properties, light and dark, usual and strong; type, space and radius become
rem, so that they grow with the reader's text size.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portfolio_app.settings import asset

TOKENS = "design/tokens.json"
_ROOT_PX = 16
_OTHER_SCRIPTS = "Noto Sans"
_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_LATIN_EXTENDED = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,"
    "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
)

_VIETNAMESE = "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9"
_SCRIPTS = {
    "notosans/notosans-cyrillic": "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
    "notosans/notosans-cyrillic-ext": "U+0460-048F,U+0492-04AF,U+04B2-052F,U+1C80-1C8A,U+2DE0-2DFF",
    "notosans/notosans-greek": "U+0370-03FF",
    "notosans/notosans-greek-ext": "U+1F00-1FFF",
    "notosansarabic/notosansarabic": "U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFC",
    "notosansbengali/notosansbengali": "U+0980-09FE",
    "notosansdevanagari/notosansdevanagari": "U+0900-097F,U+A8E0-A8FF",
    "notosansethiopic/notosansethiopic": "U+1200-1399,U+2D80-2DDE,U+AB01-AB2E",
    "notosansgurmukhi/notosansgurmukhi": "U+0A01-0A76",
    "notosanshebrew/notosanshebrew": "U+0590-05FF,U+FB1D-FB4F",
    "notosanskhmer/notosanskhmer": "U+1780-17FF,U+19E0-19FF",
    "notosanstamil/notosanstamil": "U+0B82-0BFA",
    "notosansthai/notosansthai": "U+0E01-0E5B",
}
"""Letters of the script itself: a mark that many share must not make a phone fetch them all."""


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a typeface below the vendored assets, and the letters it is fetched for."""

    family: str
    path: str
    covered: str

    @property
    def name(self) -> str:
        """What pages call the file."""
        return self.path.rpartition("/")[2]


def faces() -> tuple[Face, ...]:
    """Every font that pages bring along; each is fetched by a page that has one of its letters."""
    family = tokens()["font"]["family"]
    return (
        Face(family, "vendor/lexend/lexend-latin.woff2", _LATIN),
        Face(family, "vendor/lexend/lexend-latin-ext.woff2", _LATIN_EXTENDED),
        Face(family, "vendor/lexend/lexend-vietnamese.woff2", _VIETNAMESE),
        *(
            Face(_OTHER_SCRIPTS, f"vendor/{path}.woff2", covered)
            for path, covered in _SCRIPTS.items()
        ),
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
            *_fonts(),
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


def _fonts() -> Iterator[str]:
    for face in faces():
        yield (
            f'@font-face {{ font-family: "{face.family}"; font-weight: 100 900; font-display: swap;'
            f' src: url("{face.name}") format("woff2"); unicode-range: {face.covered}; }}'
        )


def _rem(size_px: float) -> str:
    return f"{size_px / _ROOT_PX:g}rem"
