"""The fonts that the school's pages bring along: the school's own files, for the letters they have,
and fetched only by a page that has such letters."""

import io
import re

import pytest
from PIL import ImageFont

from portfolio_app.school import design
from portfolio_app.school.design import Face
from portfolio_app.settings import asset
from tests.school.making import MadeSchool

SAMPLES = {
    "lexend-vietnamese": "ữạậ",
    "notosans-cyrillic": "ЇєґЖыў",
    "notosans-cyrillic-ext": "ӘңӨ",
    "notosans-greek": "Ωάξ",
    "notosans-greek-ext": "ᾳὥ",
    "notosansarabic": "ضپگ",
    "notosansbengali": "কৃষ",
    "notosansdevanagari": "मीर",
    "notosansethiopic": "ሰላም",
    "notosansgurmukhi": "ਪੰਜ",
    "notosanshebrew": "שלום",
    "notosanskhmer": "ខ្មែ",
    "notosanstamil": "தமிழ்",
    "notosansthai": "ไทย",
}
SHARED = "‌‍–’“…◌́ ́0aé"
"""Marks that many scripts use; at most one face may be fetched for each."""
FACES = design.faces()


def covered(face: Face) -> set[int]:
    found: set[int] = set()
    for part in face.covered.split(","):
        assert re.fullmatch(r"U\+[0-9A-F]{4,5}(-[0-9A-F]{4,5})?", part), part
        first, _, last = part.removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def test_every_face_is_named_once_in_the_style_sheet_and_served(made: MadeSchool) -> None:
    style = made.http.get("/static/site.css")
    named = re.findall(
        r'@font-face \{[^}]*url\("([^"]+)"\)[^}]*unicode-range: [^;]+; \}', style.text
    )
    assert named == [face.name for face in FACES]
    assert style.text.count("@font-face") == len(named)
    for face in FACES:
        answer = made.http.get(f"/static/{face.name}")
        assert answer.content == asset(face.path).read_bytes()
        assert answer.headers["content-type"] == "font/woff2"
        assert "immutable" in answer.headers["cache-control"]
    assert made.http.get("/static/notosanssc.0.woff2").status_code == 404


def test_pages_may_load_fonts_from_the_school_alone(made: MadeSchool) -> None:
    for path in ("/sign-in", "/s/nothing"):
        policy = made.http.get(path).headers["content-security-policy"]
        assert "font-src 'self'" in policy


def test_no_letter_makes_a_page_fetch_two_fonts() -> None:
    seen: dict[int, str] = {}
    for face in FACES:
        for letter in covered(face):
            # The typeface of the pages says two things of Vietnamese; the later one holds.
            if "lexend" not in face.name:
                assert letter not in seen, (hex(letter), face.name, seen.get(letter))
                seen[letter] = face.name
    for mark in SHARED:
        assert sum(ord(mark) in covered(face) for face in FACES) <= 1, hex(ord(mark))


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_face_has_the_letters_that_it_is_fetched_for(face: Face) -> None:
    sample = SAMPLES.get(
        face.name.removesuffix(".woff2"), "éA" if "-ext" not in face.name else "ěš"
    )
    font = ImageFont.truetype(io.BytesIO(asset(face.path).read_bytes()), 24)
    missing = bytes(font.getmask("\uffff"))
    for letter in sample:
        assert ord(letter) in covered(face), (face.name, letter)
        if letter.isalpha():
            assert bytes(font.getmask(letter)) != missing, (face.name, letter)
