"""Languages to choose from: each by its own name, so that whoever speaks it finds it."""

from collections.abc import Iterable

from babel import Locale, UnknownLocaleError

from portfolio_app.locales import languages, wider_and_wider


def choices_of_language() -> tuple[tuple[str, str], ...]:
    """Tag and own name of every language there are words in, in the order of the names.

    The order is the same in every language: who looks for theirs cannot read the one on screen.
    """
    found = [(tag, own_name(tag)) for tag in languages()]
    return tuple(sorted(found, key=lambda one: one[1].casefold()))


def own_name(tag: str) -> str:
    """What a language with words calls itself, such as `Français`, written as in a list."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name() or tag
    except (UnknownLocaleError, ValueError):  # the language that nobody speaks, or a new one
        return tag
    return f"{name[0].upper()}{name[1:]}"


def nearest_language(wanted: Iterable[str]) -> str | None:
    """The first of these tags that there are words in, or in a wider one; None for none."""
    known = {tag.casefold(): tag for tag in languages()}
    tags = (known.get(one.casefold()) for tag in wanted for one in wider_and_wider(tag))
    return next((tag for tag in tags if tag is not None), None)
