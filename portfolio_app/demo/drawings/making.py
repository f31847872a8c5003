"""What the class built: bridge, robot, clay animal, boat, lantern, kite, bird feeder, castle."""

import math

from portfolio_app.demo.drawings import sheet as colours
from portfolio_app.demo.drawings.sheet import Colour, Sheet, box_points, round_points


def straw_bridge(sheet: Sheet, title: str) -> None:
    """A bridge of drinking straws between two piles of books, with a load on it."""
    for left in (40, 800):
        for layer, colour in enumerate((colours.BLUE, colours.RED, colours.GREEN, colours.YELLOW)):
            top = 700 - layer * 52
            sheet.shape(box_points(left + layer * 5, top, left + 200 - layer * 6, top + 48), colour)
    straws = (colours.RED, colours.TEAL, colours.ORANGE, colours.PINK, colours.LIME)
    for level in (540, 400):
        sheet.line([(150, level), (890, level)], colours.BLUE, 18, shake=1)
    for bay in range(8):
        x = 160 + bay * 91
        rising = bay % 2 == 0
        ends = [(x, 540 if rising else 400), (x + 88, 400 if rising else 540)]
        sheet.line(ends, straws[bay % len(straws)], 15, shake=1)
        for end in ends:
            sheet.fill(round_points(*end, 15), colours.WHITE, strength=1.0)
    sheet.shape(box_points(430, 300, 610, 396), colours.SAND)
    sheet.write(f"{sheet.dice.randint(4, 9)}00 G", 452, 326, 42)
    sheet.write(title, 60, 60, 56, colours.TEAL, 9)


def robot(sheet: Sheet, title: str) -> None:
    """A robot of boxes and bottle tops."""
    skin, other = sheet.dice.sample((colours.GREY, colours.SKY, colours.SAND, colours.LIME), 2)
    sheet.line([(520, 130), (520, 70)], width=9)
    sheet.shape(round_points(520, 62, 20), colours.RED)
    sheet.shape(box_points(400, 130, 640, 310), skin)
    for x in (460, 580):
        sheet.shape(round_points(x, 205, 32), colours.YELLOW)
        sheet.shape(round_points(x, 205, 12), colours.INK)
    sheet.line([(455, 272), (480, 284), (520, 272), (560, 284), (590, 272)], colours.RED, 8)
    sheet.shape(box_points(355, 330, 685, 590), other)
    for number in range(6):
        colour = (colours.RED, colours.GREEN, colours.BLUE)[number % 3]
        sheet.shape(round_points(430 + number % 3 * 90, 400 + number // 3 * 76, 26), colour)
    for side in (-1, 1):
        arm = [(520 + side * 165, 360), (520 + side * 260, 420), (520 + side * 270, 520)]
        sheet.line(arm, colours.GREY, 34)
        sheet.shape(round_points(520 + side * 270, 540, 34), colours.ORANGE)
        left = 520 + side * 90 - 46
        sheet.shape(box_points(left, 590, left + 92, 700), skin)
        sheet.shape(box_points(left - 14, 700, left + 106, 744), colours.BROWN)
    sheet.write(title, 50, 690, 46, colours.BLUE, 8)


def clay_animal(sheet: Sheet, title: str) -> None:
    """A hedgehog of clay on a painted base."""
    clay = sheet.dice.choice(((176, 112, 78), (150, 120, 96), (190, 140, 98)))
    sheet.fill(round_points(520, 650, 420, 90), colours.LIME)
    body = [
        (210, 600),
        (240, 470),
        (350, 350),
        (520, 310),
        (700, 370),
        (800, 500),
        (810, 620),
        (520, 660),
    ]
    sheet.fill(body, clay, strength=1.0)
    sheet.line([*body, body[0]], _darker(clay), 8)
    for row in range(4):
        for spine in range(9 - row):
            angle = math.pi * (0.12 + 0.76 * spine / (8 - row))
            far_x, far_y = 290 - row * 55, 290 - row * 58
            x, y = 560 + math.cos(angle) * far_x, 640 - math.sin(angle) * far_y
            tip = (x + math.cos(angle) * 46, y - math.sin(angle) * 46)
            sheet.line([(x, y), tip], _darker(clay), 13)
    face = [(300, 640), (250, 560), (150, 610), (130, 634), (190, 660)]
    sheet.fill(face, colours.SAND, strength=1.0)
    sheet.line([*face, face[0]], _darker(clay), 6)
    sheet.shape(round_points(136, 628, 17), colours.INK)
    sheet.shape(round_points(228, 598, 11), colours.INK)
    for x in (330, 450, 620, 730):
        sheet.shape(round_points(x, 664, 34, 20), colours.SAND)
    sheet.write(title, 60, 60, 54, colours.BROWN, 8)


def boat(sheet: Sheet, title: str) -> None:
    """A boat of bark with a paper sail, in a tub of water."""
    sheet.fill(box_points(0, 520, 1040, 780), colours.SKY)
    for row in range(4):
        wave = [(x, 560 + row * 56 + 12 * math.sin(x / 34 + row)) for x in range(20, 1021, 34)]
        sheet.line(wave, colours.BLUE, 6)
    sheet.shape([(240, 470), (800, 470), (700, 590), (340, 590)], colours.BROWN)
    sheet.line([(520, 470), (520, 110)], colours.BROWN, 16)
    sail, flag = sheet.dice.sample((colours.RED, colours.YELLOW, colours.TEAL, colours.PINK), 2)
    sheet.shape([(540, 140), (780, 430), (540, 430)], sail)
    sheet.shape([(500, 190), (330, 430), (500, 430)], colours.CREAM)
    sheet.shape([(520, 110), (600, 90), (520, 70)], flag)
    sheet.write(title, 60, 50, 52, colours.BLUE, 8)


def lantern(sheet: Sheet, title: str) -> None:
    """A lantern that glows."""
    sheet.fill(box_points(0, 0, 1040, 780), (58, 62, 104), strength=1.0)
    for size, colour in ((300, (88, 84, 110)), (240, (130, 112, 104))):
        sheet.fill(round_points(520, 420, size), colour, strength=0.8)
    sheet.line([(520, 70), (520, 220)], colours.BROWN, 10)
    sheet.shape(box_points(400, 215, 640, 250), colours.BROWN)
    sheet.shape(box_points(400, 250, 640, 610), colours.YELLOW)
    sheet.shape(box_points(400, 610, 640, 645), colours.BROWN)
    for number in range(9):
        colour = (colours.RED, colours.ORANGE, colours.TEAL, colours.PURPLE)[number % 4]
        x, y = 450 + number % 3 * 70, 310 + number // 3 * 110
        points = [
            (x + math.cos(i * math.pi / 5 - 1.57) * (30 if i % 2 == 0 else 13),
             y + math.sin(i * math.pi / 5 - 1.57) * (30 if i % 2 == 0 else 13))
            for i in range(10)
        ]  # fmt: skip
        sheet.shape(points, colour)
    sheet.write(title, 60, 690, 50, colours.YELLOW, 8)


def kite(sheet: Sheet, title: str) -> None:
    """A kite in the wind with a long tail."""
    sheet.fill(box_points(0, 0, 1040, 640), colours.SKY, strength=0.6)
    sheet.fill(box_points(0, 650, 1040, 780), colours.GREEN)
    four = sheet.dice.sample(
        (colours.RED, colours.YELLOW, colours.PURPLE, colours.TEAL, colours.ORANGE), 4
    )
    top, right, bottom, left, middle = (600, 90), (770, 260), (520, 500), (430, 210), (600, 250)
    for points, colour in zip(
        (
            (top, right, middle),
            (right, bottom, middle),
            (bottom, left, middle),
            (left, top, middle),
        ),
        four,
        strict=True,
    ):
        sheet.shape(points, colour)
    tail = [(520 - step * 34, 500 + 34 * math.sin(step * 0.9) + step * 14) for step in range(10)]
    sheet.line(tail, width=5)
    for place, (x, y) in enumerate(tail[1::2]):
        sheet.shape([(x - 24, y - 15), (x, y), (x - 24, y + 15)], four[place % 4])
        sheet.shape([(x + 24, y - 15), (x, y), (x + 24, y + 15)], four[place % 4])
    sheet.write(title, 60, 690, 50, colours.WHITE, 8)


def bird_feeder(sheet: Sheet, title: str) -> None:
    """A bird feeder from a bottle, with two visitors."""
    sheet.line([(60, 150), (420, 120), (960, 165)], colours.BROWN, 30)
    for x in (130, 300, 690, 900):
        sheet.shape(round_points(x, 200, 44, 24), colours.GREEN)
    sheet.line([(520, 140), (520, 260)], width=6)
    sheet.shape(
        [
            (470, 290),
            (500, 255),
            (540, 255),
            (570, 290),
            (590, 340),
            (590, 620),
            (450, 620),
            (450, 340),
        ],
        colours.SKY,
    )
    sheet.fill(box_points(456, 450, 584, 614), colours.SAND, strength=1.0)
    sheet.line([(330, 560), (710, 560)], colours.BROWN, 16)
    for x, face, colour in ((360, 1, colours.RED), (690, -1, colours.BLUE)):
        sheet.shape(round_points(x, 510, 56, 44), colour)
        sheet.shape(round_points(x + face * 40, 462, 32), colour)
        sheet.shape(
            [(x + face * 70, 456), (x + face * 98, 466), (x + face * 70, 474)], colours.YELLOW
        )
        sheet.line(round_points(x + face * 46, 456, 4), width=6)
        sheet.line([(x - face * 52, 500), (x - face * 104, 470)], colour, 18)
    sheet.write(title, 60, 680, 50, colours.GREEN, 8)


def castle(sheet: Sheet, title: str) -> None:
    """A castle of boxes with a drawbridge."""
    sheet.fill(box_points(0, 640, 1040, 780), colours.GREEN)
    wall = sheet.dice.choice((colours.GREY, colours.SAND))
    sheet.shape(box_points(240, 340, 800, 660), wall)
    for left in (170, 740):
        sheet.shape(box_points(left, 230, left + 130, 660), wall)
        sheet.shape([(left - 20, 230), (left + 65, 110), (left + 150, 230)], colours.RED)
        sheet.shape(box_points(left + 45, 310, left + 85, 380), colours.INK)
        sheet.line([(left + 65, 110), (left + 65, 60)], width=6)
        sheet.shape([(left + 65, 60), (left + 125, 78), (left + 65, 96)], colours.YELLOW)
    for tooth in range(5):
        sheet.shape(box_points(312 + tooth * 90, 296, 362 + tooth * 90, 342), wall)
    sheet.shape(
        [*round_points(520, 530, 76, 90, start=0.5, turn=0.5), (596, 660), (444, 660)],
        colours.BROWN,
    )
    sheet.shape([(444, 660), (596, 660), (650, 770), (390, 770)], colours.BROWN)
    sheet.write(title, 330, 60, 50, colours.PURPLE, 8)


def _darker(colour: Colour) -> Colour:
    red, green, blue = colour
    return red * 6 // 10, green * 6 // 10, blue * 6 // 10
