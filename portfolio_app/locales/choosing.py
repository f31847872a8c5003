"""Languages to choose from: each by its own name, so that whoever speaks it finds it."""

from babel import Locale

from portfolio_app.locales import languages


def choices_of_language() -> tuple[tuple[str, str], ...]:
    """Tag and own name of every language there are words in, in the order of the names.

    The order is the same in every language: who looks for theirs cannot read the one on screen.
    """
    found = [(tag, own_name(tag)) for tag in languages()]
    return tuple(sorted(found, key=lambda one: one[1].casefold()))


def own_name(tag: str) -> str:
    """What a language with words calls itself, such as `Français`, written as in a list."""
    name = Locale.parse(tag, sep="-").get_display_name() or tag
    return f"{name[0].upper()}{name[1:]}"
