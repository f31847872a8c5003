"""What an import says about a file, as sentences: the remarks of `rubrics`, in the words of here.

Every code that `rubrics` uses has words in the locale files; a test holds the two together.
"""

from collections.abc import Iterable

from portfolio_app.locales import Words
from rubrics.report import Remark

_WHOLE = "whole-changed"


def remark_words(words: Words, remark: Remark) -> str:
    """One remark as a sentence, with its count and a few examples where it has some."""
    what = words(f"school-remark-{remark.code}", **remark.facts)
    comma = words("all-list-comma")
    if remark.code == _WHOLE:
        names = comma.join(words(f"school-remark-field-{one}") for one in remark.examples)
        return words("school-remark-names", what=what, names=names)
    if not remark.examples:
        return words("school-remark-counted", what=what, count=remark.count)
    shown = [words("school-remark-example", example=one) for one in remark.examples]
    more = ["…"] if remark.count > len(shown) else []
    examples = comma.join([*shown, *more])
    return words("school-remark-shown", what=what, count=remark.count, examples=examples)


def remarks_words(words: Words, remarks: Iterable[Remark]) -> list[str]:
    """Remarks as sentences, in their order."""
    return [remark_words(words, one) for one in remarks]
