"""Capitals as a child draws them, stroke by stroke: an alphabet of our own, so no font is needed.

Each glyph is strokes of points on a grid 4 wide and 6 high, written as pairs of digits; `/` parts
the strokes. Points are x from the left, y from the top.
"""

Stroke = list[tuple[float, float]]

_GRID_HEIGHT = 6.0
_GAP = 1.5
_GLYPHS = {
    "A": "06 20 46/14 34", "B": "00 06/00 20 31 32 23 03/23 34 35 26 06",
    "C": "41 30 10 01 05 16 36 45", "D": "00 06/00 20 42 44 26 06", "E": "40 00 06 46/03 33",
    "F": "40 00 06/03 33", "G": "41 30 10 01 05 16 36 45 43 23", "H": "00 06/40 46/03 43",
    "I": "20 26", "J": "30 35 26 16 05", "K": "00 06/40 03 46", "L": "00 06 46",
    "M": "06 00 23 40 46", "N": "06 00 46 40", "O": "10 01 05 16 36 45 41 30 10",
    "P": "06 00 30 41 42 33 03", "Q": "10 01 05 16 36 45 41 30 10/24 46",
    "R": "06 00 30 41 42 33 03/23 46", "S": "41 30 10 01 02 13 33 44 45 36 16 05",
    "T": "00 40/20 26", "U": "00 05 16 36 45 40", "V": "00 26 40", "W": "00 16 23 36 40",
    "X": "00 46/40 06", "Y": "00 23 40/23 26", "Z": "00 40 06 46",
    "0": "10 01 05 16 36 45 41 30 10", "1": "11 20 26", "2": "01 10 30 41 42 06 46",
    "3": "01 10 30 41 42 33 13/33 44 45 36 16 05", "4": "36 30 04 44",
    "5": "40 00 02 32 43 45 36 06", "6": "31 10 01 05 16 36 45 43 34 04", "7": "00 40 16",
    "8": "13 01 10 30 41 33 13 04 05 16 36 45 44 33", "9": "42 12 01 10 30 41 45 36 16",
    "!": "20 24/26 26", "?": "01 10 30 41 32 24/26 26", ".": "26 26", ",": "25 17", "-": "13 33",
    "+": "13 33/22 24", "=": "12 32/14 34", ":": "22 22/25 25", "'": "20 21",
    "&": "46 11 20 31 04 05 16 45",
}  # fmt: skip
_NARROW = {"I": 0.8, ".": 0.8, ",": 0.8, "!": 0.8, ":": 0.8, "'": 0.6, "1": 2.2}


def strokes_of(letter: str) -> tuple[list[Stroke], float]:
    """The strokes of a letter of height 1, and how far to move on; others are spaces."""
    glyph = _GLYPHS.get(letter.upper(), "")
    left = 2.0 if letter in _NARROW and letter != "1" else 0.0
    strokes = [
        [
            ((int(pair[0]) - left) / _GRID_HEIGHT, int(pair[1]) / _GRID_HEIGHT)
            for pair in stroke.split()
        ]
        for stroke in glyph.split("/")
        if stroke
    ]
    width = _NARROW.get(letter.upper(), 4.0) if glyph else 2.0
    return strokes, (width + _GAP) / _GRID_HEIGHT
