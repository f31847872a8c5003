"""Why a file could not be read, as sentences: the refusals of `rubrics`, in the words of here.

Every code that `rubrics` uses has words in the locale files; a test holds the two together.
"""

from portfolio_app.locales import Words
from rubrics.errors import UnreadableDocument


def refusal_words(words: Words, refusal: UnreadableDocument) -> str:
    """What is wrong, where in the file, and what to do about it."""
    facts = refusal.facts
    return words(
        "school-refusal",
        what=words(f"school-refusal-{refusal.code}", **facts),
        where=words(f"school-refusal-place-{refusal.place.code}", **refusal.place.facts),
        advice=words(f"school-refusal-advice-{refusal.advice}", **facts),
    )
