"""Pages to print: the badge, and the paper for home. Plain HTML of our own, every word escaped.

They are black on white, fit A4 and Letter, and load nothing but our own font and drawings.
"""

from dataclasses import dataclass
from html import escape

from portfolio_app.locales import Words
from portfolio_app.student.screens.qr import qr_svg

GROUPS_A_LINE = 3
STEPS = 5

_STYLE = """
@font-face { font-family: Lexend; font-weight: 100 900;
  src: url(/vendor/lexend/lexend-latin.woff2); }
@page { margin: 18mm; }
* { box-sizing: border-box; }
body { margin: 24px auto; max-width: 174mm; padding: 0 16px; color: #000; background: #fff;
  font: 12pt/1.5 Lexend, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 4mm; }
p { margin: 0 0 4mm; }
ol { padding-inline-start: 6mm; margin: 0 0 6mm; }
li { margin-block-end: 2mm; }
svg { display: block; width: 100%; height: auto; }
button { font: inherit; font-weight: 600; min-height: 48px; padding: 0 24px; border-radius: 24px;
  border: 2px solid #000; background: #fff; color: #000; cursor: pointer; margin-block-end: 8mm; }
button:focus-visible { outline: 3px solid #00f; outline-offset: 2px; }
.code { font-weight: 600; letter-spacing: .06em; font-variant-numeric: tabular-nums; }
.groups { display: grid; grid-template-columns: repeat(3, auto); gap: 2mm 8mm;
  justify-content: start; font-size: 18pt; }
.both { display: flex; gap: 10mm; align-items: center; flex-wrap: wrap; border: 1.5px solid #000;
  border-radius: 5mm; padding: 6mm; margin-block-end: 6mm; break-inside: avoid; }
.both .qr { width: 50mm; }
.card { display: flex; gap: 4mm; align-items: center; width: 85.6mm; height: 54mm; padding: 4mm;
  border: 1px dashed #000; border-radius: 3mm; break-inside: avoid; overflow: hidden; }
.card .qr { width: 38mm; flex: none; }
.card .said { min-width: 0; flex: 1; font-size: 9pt; line-height: 1.3; }
.card img { width: 14mm; height: 14mm; }
.card .name { font-size: 12pt; font-weight: 600; max-height: 2.6em; overflow: hidden; margin: 0; }
.card .groups { font-size: 9.5pt; gap: .5mm 2mm; margin-block-start: 1.5mm; }
.small { font-size: 10pt; }
@media print { .screen { display: none; } body { margin: 0; padding: 0; } }
"""

_SCRIPT = """
const ask = () => window.print();
document.getElementById("print").addEventListener("click", ask);
window.addEventListener("load", ask);
"""


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands on a page. `name` and `picture` are empty where the learner wants no name."""

    code: str
    day: str
    name: str = ""
    picture: str = ""


def badge_page(words: Words, printed: Printed) -> str:
    """A card to cut out, as large as a bank card."""
    picture = f'<img src="{escape(printed.picture)}" alt="">' if printed.picture else ""
    name = f'<p class="name" dir="auto">{escape(printed.name)}</p>' if printed.name else ""
    title = words("student-key-badge")
    card = (
        f'<section class="card"><div class="qr">{qr_svg(printed.code)}</div>'
        f'<div class="said">{picture}{name}<span>{escape(title)}</span>{_groups(printed.code)}'
        f"</div></section>"
    )
    text = escape(words("student-badge-page-what"))
    return _page(words, title, f'<p class="screen">{text}</p>{card}')


def sheet_page(words: Words, printed: Printed) -> str:
    """The paper for home: what it is for, what to do, and the code."""
    title = words("student-sheet-title")
    if printed.name:
        title = words("student-sheet-title-of", name=printed.name)
    steps = "".join(
        f"<li>{escape(words(f'student-sheet-step-{step}'))}</li>" for step in range(1, STEPS + 1)
    )
    body = (
        f"<h1>{escape(title)}</h1><p>{escape(words('student-sheet-why'))}</p>"
        f'<section class="both"><div class="qr">{qr_svg(printed.code)}</div>'
        f"{_groups(printed.code)}</section><ol>{steps}</ol>"
        f"<p>{escape(words('student-sheet-lost'))}</p>"
        f'<p class="small">{escape(words("student-sheet-made", day=printed.day))}</p>'
    )
    return _page(words, title, body)


def groups_of(code: str) -> list[list[str]]:
    """The groups of a code, three a line."""
    groups = code.split("-")
    return [groups[at : at + GROUPS_A_LINE] for at in range(0, len(groups), GROUPS_A_LINE)]


def _groups(code: str) -> str:
    spans = "".join(f"<span>{escape(group)}</span>" for group in code.split("-"))
    return f'<div class="code groups" dir="ltr">{spans}</div>'


def _page(words: Words, title: str, body: str) -> str:
    direction = "rtl" if words.right_to_left else "ltr"
    button = escape(words("student-key-print"))
    return (
        f'<!doctype html><html lang="{escape(words.language)}" dir="{direction}"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="robots" content="noindex"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body>"
        f'<button id="print" class="screen" type="button">{button}</button>'
        f"<main>{body}</main><script>{_SCRIPT}</script></body></html>"
    )
