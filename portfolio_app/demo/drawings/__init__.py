"""The pictures of the made-up class, drawn by us stroke by stroke, the same at every run.

No real child's work, no font and no picture of anybody else may enter here; no file is read.
"""

import random
from collections.abc import Callable, Mapping
from types import MappingProxyType

from portfolio_app.demo.drawings import making, nature, pages
from portfolio_app.demo.drawings.photograph import photograph
from portfolio_app.demo.drawings.sheet import Sheet

SUBJECTS: Mapping[str, Callable[[Sheet, str], None]] = MappingProxyType(
    {
        "autumn tree": nature.autumn_tree,
        "bar chart": pages.bar_chart,
        "bird feeder": making.bird_feeder,
        "boat": making.boat,
        "book review": pages.book_review,
        "butterfly": nature.butterfly,
        "castle": making.castle,
        "clay animal": making.clay_animal,
        "comic": pages.comic,
        "fractions": pages.fractions,
        "kite": making.kite,
        "lantern": making.lantern,
        "leaves": nature.leaves,
        "map": pages.village_map,
        "pattern": pages.pattern,
        "planets": nature.planets,
        "plant diary": nature.plant_diary,
        "poem": pages.poem,
        "pond": nature.pond,
        "portrait": pages.portrait,
        "robot": making.robot,
        "straw bridge": making.straw_bridge,
        "volcano": nature.volcano,
        "water cycle": nature.water_cycle,
        "weather": nature.weather,
    }
)
"""What can be drawn: name -> a function that draws it on a sheet under a title in capitals."""

_ORIENTATIONS = (1, 1, 1, 6, 1, 3, 1, 8)


def draw_photo(subject: str, title: str, *, seed: str, made_at: str) -> bytes:
    """JPEG bytes of a photo of `subject`; equal for equal arguments. `made_at` as in EXIF."""
    dice = random.Random(seed)
    sheet = Sheet(dice)
    SUBJECTS[subject](sheet, title)
    orientation = dice.choice(_ORIENTATIONS)
    return photograph(sheet.image, dice, orientation=orientation, made_at=made_at)
