"""English-like words, the same for the same number, for records of a real size."""

import random

WORDS = """
today I learned that the bridge held more weight when we used triangles and my partner drew the
plan while I measured straw tape paper because next time could better science art math story water
colour plant light shadow read write friend explain proud hard easy question answer try again
improve goal feedback teacher class group project picture video sound
"""


def sentence(number: int, words: int) -> str:
    """So many words."""
    chance, known = random.Random(number), WORDS.split()
    return " ".join(chance.choice(known) for _ in range(words))
