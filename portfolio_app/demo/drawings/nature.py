"""What the class drew of nature: volcano, plants, leaves, pond, weather, planets, trees."""

import math

from portfolio_app.demo.drawings import sheet as colours
from portfolio_app.demo.drawings.sheet import Colour, Point, Sheet, box_points, round_points

_SATURN = 5
_LARGE_LEAF_PX = 60


def volcano(sheet: Sheet, title: str) -> None:
    """A poster of a volcano cut open, with labels."""
    sheet.fill(box_points(0, 0, 1040, 560), colours.SKY, strength=0.6)
    sheet.fill(box_points(0, 600, 1040, 780), colours.LIME)
    sheet.shape([(170, 640), (430, 270), (610, 270), (880, 640)], colours.BROWN)
    sheet.shape([(490, 640), (500, 290), (545, 290), (560, 640)], colours.RED)
    sheet.shape(round_points(525, 650, 150, 60), colours.ORANGE)
    for side in (-1, 1):
        flow = [
            (525 + side * 20, 275),
            (525 + side * 75, 270),
            (525 + side * 150, 420),
            (525 + side * 115, 430),
        ]
        sheet.shape(flow, colours.ORANGE)
    for number in range(7):
        angle = math.pi * (0.2 + number * 0.1)
        far = sheet.dice.uniform(90, 150)
        tip = (525 + math.cos(angle) * far, 265 - math.sin(angle) * far)
        sheet.line([(525, 262), tip], (colours.RED, colours.YELLOW)[number % 2], 11)
    for x, y, size in ((480, 175, 52), (560, 150, 66), (650, 180, 54)):
        sheet.shape(round_points(x, y, size, size * 0.62), colours.GREY)
    sheet.write(title, 60, 40, 58, colours.RED, 9)
    for label, x, y, to_x, to_y in (
        ("CRATER", 770, 200, 590, 272),
        ("MAGMA", 745, 700, 640, 665),
        ("LAVA", 150, 400, 390, 400),
    ):
        sheet.write(label, x, y, 34)
        sheet.line([(x - 10 if to_x < x else x + 115, y + 18), (to_x, to_y)], width=4)


def plant_diary(sheet: Sheet, title: str) -> None:
    """Four boxes of a bean that grows week by week."""
    sheet.write(title, 60, 36, 54, colours.GREEN, 8)
    for week in range(4):
        left = 60 + week * 238
        sheet.line([*box_points(left, 140, left + 214, 520), (left, 140)])
        sheet.write(f"WEEK {week + 1}", left + 24, 158, 28)
        sheet.shape(
            [(left + 60, 420), (left + 154, 420), (left + 140, 500), (left + 74, 500)],
            colours.ORANGE,
        )
        _bean(sheet, left + 107, 420, 30 + week * 50, week + 1)
        sheet.write(f"{(0, 3, 9, 17)[week]} CM", left + 54, 545, 34, colours.BLUE)
    sheet.scribble_text(70, 635, 880, 3)


def leaves(sheet: Sheet, title: str) -> None:
    """Leaves that were collected, each another colour."""
    sheet.write(title, 60, 40, 52, colours.BROWN, 8)
    shades = (
        colours.RED,
        colours.ORANGE,
        colours.YELLOW,
        colours.LIME,
        colours.BROWN,
        colours.GREEN,
    )
    for number, colour in enumerate(shades):
        x, y = 190 + number % 3 * 320, 270 + number // 3 * 290
        _leaf(sheet, x, y, 120 + sheet.dice.uniform(-14, 14), sheet.dice.uniform(-0.5, 0.5), colour)
        sheet.write(("OAK", "BEECH", "BIRCH", "LIME", "ASH", "IVY")[number], x - 60, y + 132, 28)


def butterfly(sheet: Sheet, title: str) -> None:
    """A butterfly whose wings are the same on both sides."""
    spots = [
        (sheet.dice.uniform(80, 250), sheet.dice.uniform(-130, 110), sheet.dice.uniform(16, 34))
        for _ in range(5)
    ]
    pair = sheet.dice.sample(
        (colours.BLUE, colours.PURPLE, colours.ORANGE, colours.PINK, colours.TEAL), 3
    )
    for side in (-1, 1):
        for x, y, wide, high, colour in (
            (190, 330, 170, 130, pair[0]),
            (150, 540, 125, 105, pair[1]),
        ):
            sheet.shape(round_points(520 + side * x, y, wide, high), colour)
        for far, low, size in spots:
            sheet.shape(round_points(520 + side * far * 1.05, 400 + low, size), pair[2])
        sheet.line([(520, 240), (520 + side * 60, 170), (520 + side * 110, 150)], width=6)
    sheet.shape(round_points(520, 440, 34, 205), colours.BROWN)
    sheet.line([(520, 120), (520, 760)], colours.GREY, 2)
    sheet.write(title, 60, 40, 50, colours.PURPLE, 8)


def pond(sheet: Sheet, title: str) -> None:
    """What lives in the pond."""
    sheet.fill(box_points(0, 210, 1040, 780), colours.SKY)
    sheet.fill(box_points(0, 660, 1040, 780), colours.SAND)
    sheet.line([(x, 210 + 12 * math.sin(x / 40)) for x in range(0, 1041, 40)], colours.BLUE, 8)
    kinds = (colours.ORANGE, colours.RED, colours.YELLOW, colours.PURPLE, colours.TEAL)
    for number, colour in enumerate(kinds):
        x, y = 150 + number * 190, 340 + (number * 137) % 250
        _fish(sheet, x, y, sheet.dice.uniform(52, 80), colour)
    for x in (90, 480, 930):
        for shift in (-26, 0, 26):
            blades = [(x + shift, 700), (x + shift * 1.4, 560), (x + shift * 2.2, 440)]
            sheet.line(blades, colours.GREEN, 12)
    for number in range(9):
        bubble = round_points(
            sheet.dice.uniform(60, 980), 260 + number * 40, sheet.dice.uniform(8, 16)
        )
        sheet.line(bubble, colours.WHITE, 4)
    sheet.write(title, 60, 60, 58, colours.BLUE, 9)


def weather(sheet: Sheet, title: str) -> None:
    """A week of weather: a picture and a temperature for each day."""
    sheet.write(title, 60, 40, 54, colours.BLUE, 8)
    for place, day in enumerate(("MON", "TUE", "WED", "THU", "FRI")):
        left = 56 + place * 188
        sheet.line([*box_points(left, 160, left + 172, 520), (left, 160)])
        sheet.write(day, left + 30, 180, 36)
        kind = sheet.dice.choice("SCR")
        if kind == "S":
            _sun(sheet, left + 86, 330, 44)
        else:
            _cloud(sheet, left + 86, 310, colours.GREY if kind == "R" else colours.SKY)
        if kind == "R":
            for drop in range(4):
                sheet.line(
                    [(left + 46 + drop * 28, 365), (left + 38 + drop * 28, 405)], colours.BLUE, 6
                )
        sheet.write(str(sheet.dice.randint(8, 17)), left + 56, 442, 46, colours.RED)
    sheet.scribble_text(70, 590, 880, 4)


def planets(sheet: Sheet, title: str) -> None:
    """The sun and its planets on dark paper."""
    sheet.fill(box_points(0, 0, 1040, 780), (36, 44, 84), strength=1.0)
    for _ in range(60):
        x, y = sheet.dice.uniform(10, 1030), sheet.dice.uniform(10, 770)
        sheet.line([(x, y), (x + 3, y + 2)], colours.YELLOW, 4)
    sheet.shape(round_points(20, 420, 150, 190), colours.YELLOW, edge=colours.ORANGE)
    row = (
        (230, 17, colours.GREY), (305, 27, colours.SAND), (392, 30, colours.BLUE),
        (478, 22, colours.RED), (600, 74, colours.ORANGE), (755, 58, colours.SAND),
        (878, 40, colours.SKY), (975, 38, colours.BLUE),
    )  # fmt: skip
    for number, (x, size, colour) in enumerate(row):
        y = 430 + 60 * math.sin(number * 1.3)
        sheet.shape(round_points(x, y, size), colour, edge=colours.WHITE)
        if number == _SATURN:
            sheet.line(round_points(x, y, 96, 20), colours.YELLOW, 6)
    sheet.write(title, 190, 60, 58, colours.YELLOW, 9)


def autumn_tree(sheet: Sheet, title: str) -> None:
    """A tree made of many dabs of paint."""
    sheet.fill(box_points(0, 640, 1040, 780), colours.LIME)
    trunk: list[Point] = [
        (470, 680),
        (495, 420),
        (430, 300),
        (520, 380),
        (600, 270),
        (560, 430),
        (585, 680),
    ]
    sheet.shape(trunk, colours.BROWN)
    palette = (colours.RED, colours.ORANGE, colours.YELLOW, colours.LIME)
    for _ in range(105):
        angle, far = sheet.dice.uniform(0, 2 * math.pi), sheet.dice.uniform(0, 1) ** 0.6
        x, y = 525 + math.cos(angle) * 300 * far, 300 + math.sin(angle) * 190 * far
        sheet.fill(round_points(x, y, 24, 19), sheet.dice.choice(palette), strength=1.0)
    for _ in range(16):
        x, y = sheet.dice.uniform(160, 900), sheet.dice.uniform(650, 740)
        sheet.fill(round_points(x, y, 20, 13), sheet.dice.choice(palette), strength=1.0)
    sheet.write(title, 60, 40, 50, colours.BROWN, 7)


def water_cycle(sheet: Sheet, title: str) -> None:
    """Sea, cloud, rain and river with arrows between them."""
    sheet.fill([(0, 600), (520, 620), (470, 780), (0, 780)], colours.BLUE)
    sheet.shape([(480, 640), (760, 300), (1040, 620), (1040, 780), (450, 780)], colours.LIME)
    sheet.shape([(700, 372), (760, 300), (822, 372), (760, 352)], colours.WHITE)
    sheet.line([(790, 400), (740, 500), (690, 560), (590, 640), (480, 680)], colours.BLUE, 16)
    _sun(sheet, 130, 240, 56)
    _cloud(sheet, 430, 210, colours.SKY)
    _cloud(sheet, 790, 180, colours.GREY)
    for drop in range(6):
        sheet.line([(720 + drop * 26, 240), (712 + drop * 26, 285)], colours.BLUE, 6)
    for x in (200, 270, 340):
        path = [(x, 590), (x + 16, 500), (x - 8, 420), (x + 10, 340)]
        sheet.line(path, colours.RED, 7)
        sheet.line([(x - 12, 368), (x + 10, 338), (x + 30, 366)], colours.RED, 7)
    sheet.line([(510, 190), (660, 176)], colours.RED, 7)
    sheet.line([(634, 158), (662, 176), (636, 198)], colours.RED, 7)
    sheet.write("RAIN", 880, 250, 32)
    sheet.write("RIVER", 770, 590, 32)
    sheet.write("SEA", 120, 690, 40, colours.WHITE)
    sheet.write(title, 60, 40, 54, colours.TEAL, 8)


def _bean(sheet: Sheet, x: float, y: float, height: float, pairs: int) -> None:
    sheet.line([(x, y), (x + 5, y - height / 2), (x - 2, y - height)], colours.GREEN, 8)
    for pair in range(pairs):
        level = y - height + pair * height / (pairs + 0.4)
        for side in (-1, 1):
            _leaf(sheet, x + side * 25, level, 22, side * 1.2, colours.GREEN)


def _leaf(sheet: Sheet, x: float, y: float, size: float, tilt: float, colour: Colour) -> None:
    def turned(along: float, across: float) -> Point:
        return (
            x + size * (across * math.cos(tilt) + along * math.sin(tilt)),
            y + size * (across * math.sin(tilt) - along * math.cos(tilt)),
        )

    right = [
        turned(-0.9 + 1.8 * step / 8, 0.55 * math.sin(math.pi * step / 8)) for step in range(9)
    ]
    left = [turned(0.9 - 1.8 * step / 8, -0.55 * math.sin(math.pi * step / 8)) for step in range(9)]
    sheet.shape(right + left, colour)
    if size > _LARGE_LEAF_PX:
        sheet.line([turned(-1.2, 0), turned(0.85, 0)], width=4)
        for along in (-0.4, 0.0, 0.4):
            sheet.line(
                [turned(along - 0.2, -0.3), turned(along - 0.3, 0), turned(along - 0.2, 0.3)],
                width=3,
            )


def _fish(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    sheet.shape(
        [(x + size * 0.8, y), (x + size * 1.5, y - size * 0.5), (x + size * 1.5, y + size * 0.5)],
        colour,
    )
    sheet.shape(round_points(x, y, size, size * 0.6), colour)
    sheet.fill(
        round_points(x - size * 0.5, y - size * 0.12, size * 0.15), colours.WHITE, strength=1.0
    )
    sheet.line(round_points(x - size * 0.5, y - size * 0.12, size * 0.06), width=5)
    sheet.line(
        [(x + size * 0.1, y - size * 0.4), (x + size * 0.3, y), (x + size * 0.1, y + size * 0.4)],
        width=4,
    )


def _sun(sheet: Sheet, x: float, y: float, size: float) -> None:
    for ray in range(10):
        angle = ray * math.pi / 5
        inner, outer = size * 1.2, size * 1.65
        start = (x + math.cos(angle) * inner, y + math.sin(angle) * inner)
        sheet.line(
            [start, (x + math.cos(angle) * outer, y + math.sin(angle) * outer)], colours.ORANGE, 8
        )
    sheet.shape(round_points(x, y, size), colours.YELLOW, edge=colours.ORANGE)


def _cloud(sheet: Sheet, x: float, y: float, colour: Colour) -> None:
    for shift, lift, size in ((-46, 8, 34), (44, 10, 34), (0, -10, 48)):
        sheet.shape(round_points(x + shift, y + lift, size, size * 0.8), colour, edge=colour)
