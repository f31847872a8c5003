"""What the class wrote and counted: charts, maps, reviews, comics, poems, patterns, portraits."""

import math

from portfolio_app.demo.drawings import sheet as colours
from portfolio_app.demo.drawings.sheet import Sheet, box_points, round_points

_BARS = (colours.RED, colours.YELLOW, colours.GREEN, colours.PURPLE, colours.ORANGE, colours.BLUE)


def bar_chart(sheet: Sheet, title: str) -> None:
    """A bar chart of what the class likes best."""
    sheet.write(title, 60, 40, 48, colours.INK, 7)
    for row in range(6):
        y = 640 - row * 84
        sheet.line([(150, y), (980, y)], colours.SKY, 2, shake=0.5)
        sheet.write(str(row * 2), 84, y - 16, 30)
    sheet.line([(150, 170), (150, 640), (990, 640)], width=8)
    names = sheet.dice.sample(("APPLE", "PEAR", "PLUM", "GRAPE", "KIWI", "FIG", "LIME", "DATE"), 5)
    for place, name in enumerate(names):
        left, count = 190 + place * 158, sheet.dice.randint(2, 10)
        sheet.shape(box_points(left, 640 - count * 42, left + 104, 640), _BARS[place])
        sheet.write(name, left - 4, 668, 28, width=4)


def village_map(sheet: Sheet, title: str) -> None:
    """A map with river, roads, houses and a compass."""
    sheet.fill(box_points(20, 120, 1020, 760), colours.LIME, strength=0.5)
    river = [(20, 620), (220, 560), (420, 600), (620, 500), (820, 540), (1020, 430)]
    sheet.line(river, colours.BLUE, 44)
    sheet.line([(120, 130), (240, 340), (420, 420), (430, 750)], colours.SAND, 26)
    sheet.line([(420, 420), (720, 300), (1010, 260)], colours.SAND, 26)
    for x, y in (
        (150, 420),
        (330, 250),
        (560, 230),
        (640, 400),
        (860, 180),
        (560, 660),
        (800, 660),
    ):
        colour = sheet.dice.choice((colours.RED, colours.ORANGE, colours.PURPLE))
        sheet.shape(box_points(x, y, x + 66, y + 48), colours.WHITE)
        sheet.shape([(x - 10, y), (x + 33, y - 40), (x + 76, y)], colour)
    for _ in range(14):
        bush = round_points(sheet.dice.uniform(50, 970), sheet.dice.uniform(640, 720), 18)
        sheet.shape(bush, colours.GREEN)
    sheet.line([(950, 700), (950, 590)], colours.RED, 8)
    sheet.line([(930, 620), (950, 586), (970, 620)], colours.RED, 8)
    sheet.write("N", 938, 540, 36, colours.RED)
    sheet.write(title, 60, 36, 54, colours.BROWN, 8)


def book_review(sheet: Sheet, title: str) -> None:
    """A page about a book: its cover, words, and stars."""
    sheet.write(title, 60, 40, 48, colours.PURPLE, 8)
    cover = sheet.dice.choice((colours.TEAL, colours.RED, colours.BLUE, colours.ORANGE))
    sheet.shape(box_points(70, 150, 360, 560), cover)
    sheet.shape(round_points(215, 330, 92), colours.YELLOW)
    sheet.line([(150, 350), (190, 300), (240, 360), (290, 310)], colours.INK, 9)
    sheet.fill(box_points(110, 470, 320, 510), colours.CREAM, strength=1.0)
    sheet.scribble_text(410, 180, 560, 11)
    full = sheet.dice.randint(3, 5)
    for star in range(5):
        x, y = 130 + star * 96, 670
        points = [
            (x + math.cos(i * math.pi / 5 - 1.57) * (42 if i % 2 == 0 else 18),
             y + math.sin(i * math.pi / 5 - 1.57) * (42 if i % 2 == 0 else 18))
            for i in range(10)
        ]  # fmt: skip
        if star < full:
            sheet.shape(points, colours.YELLOW)
        else:
            sheet.line([*points, points[0]])


def comic(sheet: Sheet, title: str) -> None:
    """A comic of four pictures with two friends."""
    sheet.write(title, 60, 30, 44, colours.RED, 7)
    for panel in range(4):
        left, top = 50 + panel % 2 * 480, 110 + panel // 2 * 330
        sheet.fill(box_points(left, top + 210, left + 456, top + 310), colours.LIME, strength=0.7)
        sheet.line([*box_points(left, top, left + 456, top + 310), (left, top)], width=7)
        for who, colour in ((120, colours.BLUE), (330, colours.ORANGE)):
            x, y = left + who + sheet.dice.uniform(-24, 24), top + 140
            sheet.shape(round_points(x, y, 34), colours.SAND)
            for eye in (-12, 12):
                sheet.line([(x + eye, y - 6), (x + eye, y - 2)], width=6)
            sheet.line(round_points(x, y + 4, 16, 14, turn=0.5), width=4)
            sheet.line([(x, y + 36), (x, y + 96), (x - 24, y + 150)], colour, 12)
            sheet.line([(x, y + 96), (x + 24, y + 150)], colour, 12)
            raised = sheet.dice.choice((-40, 34))
            sheet.line(
                [(x - 44, y + 60 + raised), (x, y + 56), (x + 44, y + 60 - raised)], colour, 10
            )
        word = sheet.dice.choice(("HI!", "WOW!", "OH NO!", "LOOK!", "HELP!", "YES!"))
        sheet.line(round_points(left + 225, top + 56, 100, 40), width=5)
        sheet.write(word, left + 164, top + 38, 34)


def poem(sheet: Sheet, title: str) -> None:
    """A poem with a border of small pictures."""
    for place in range(11):
        colour = _BARS[place % len(_BARS)]
        for y in (60, 720):
            x = 70 + place * 90
            for petal in range(5):
                angle = petal * math.pi * 0.4
                sheet.fill(
                    round_points(x + 20 * math.cos(angle), y + 20 * math.sin(angle), 13),
                    colour,
                    strength=1.0,
                )
            sheet.fill(round_points(x, y, 10), colours.YELLOW, strength=1.0)
    sheet.write(title, 150, 140, 50, colours.TEAL, 8)
    for verse in range(2):
        sheet.scribble_text(200, 270 + verse * 200, 600, 4, 44)


def pattern(sheet: Sheet, title: str) -> None:
    """A pattern of tiles that repeats and turns."""
    sheet.write(title, 60, 30, 44, colours.BLUE, 7)
    one, two, three = sheet.dice.sample(_BARS, 3)
    for row in range(4):
        for column in range(6):
            left, top, size = 70 + column * 150, 110 + row * 160, 144
            sheet.fill(
                box_points(left, top, left + size, top + size), one if (row + column) % 2 else two
            )
            middle = (left + size / 2, top + size / 2)
            corner = (left, top) if (row + column) % 2 else (left + size, top + size)
            sheet.shape([middle, (corner[0], middle[1]), corner, (middle[0], corner[1])], three)
            sheet.line([*box_points(left, top, left + size, top + size), (left, top)], width=4)


def portrait(sheet: Sheet, title: str) -> None:
    """A face looked at closely in a mirror."""
    skin = sheet.dice.choice(((236, 196, 160), (196, 144, 104), (140, 96, 68), (222, 176, 134)))
    hair = sheet.dice.choice(((48, 38, 36), (98, 62, 40), (176, 116, 60)))
    sheet.fill(
        box_points(0, 0, 1040, 780),
        sheet.dice.choice((colours.SKY, colours.PINK, colours.LIME)),
        strength=0.45,
    )
    sheet.shape(round_points(520, 320, 250, 250), hair)
    sheet.shape([(330, 780), (390, 660), (650, 660), (710, 780)], sheet.dice.choice(_BARS))
    sheet.shape(box_points(466, 600, 574, 690), skin)
    sheet.shape(round_points(520, 400, 200, 238), skin)
    sheet.fill(round_points(520, 230, 205, 90, start=0.5, turn=0.5), hair, strength=1.0)
    for x in (442, 598):
        sheet.shape(round_points(x, 385, 42, 26), colours.WHITE)
        sheet.shape(round_points(x, 385, 18), colours.BROWN)
        sheet.line([(x - 48, 336), (x, 322), (x + 48, 338)], hair, 10)
    sheet.line([(520, 400), (500, 466), (532, 470)], width=5)
    sheet.line(round_points(520, 505, 80, 54, turn=0.5), colours.RED, 10)
    sheet.write(title, 40, 700, 44, colours.INK, 7)


def fractions(sheet: Sheet, title: str) -> None:
    """Three pizzas cut in parts."""
    sheet.write(title, 60, 40, 50, colours.RED, 8)
    for place, parts in enumerate((2, 4, 8)):
        x, y, size = 200 + place * 320, 360, 140
        sheet.shape(round_points(x, y, size), colours.SAND)
        eaten = sheet.dice.randint(1, parts - 1)
        for part in range(parts):
            wedge = [(x, y), *round_points(x, y, size - 14, start=part / parts, turn=1 / parts)]
            if part >= eaten:
                sheet.shape(wedge, colours.YELLOW)
                angle = 2 * math.pi * (part + 0.5) / parts
                sheet.fill(
                    round_points(x + math.cos(angle) * 84, y + math.sin(angle) * 84, 15),
                    colours.RED,
                    strength=1.0,
                )
            else:
                sheet.line([*wedge, wedge[0]])
        sheet.write(str(parts - eaten), x - 22, 530, 50, colours.BLUE)
        sheet.line([(x - 50, 600), (x + 50, 600)], width=7)
        sheet.write(str(parts), x - 22, 620, 50, colours.BLUE)
    sheet.scribble_text(80, 725, 860, 1)
