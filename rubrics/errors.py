"""What can go wrong with a rubric or framework, named by what the caller can do about it."""

from rubrics.refusals import REFUSALS, WHOLE, Fact, Place, in_english


class RubricsError(Exception):
    """Root of this package's errors; never raised itself."""


class UnreadableDocument(RubricsError):
    """A file that cannot be read as the standard it should follow; another file helps.

    `code` and `advice` name words (see `refusals`), `place` says where in the file, and `facts`
    are what stands in the words. They quote the file, never a person; as text it is English.
    """

    def __init__(self, code: str, place: Place = WHOLE, **facts: Fact) -> None:
        super().__init__(in_english(code, place, facts))
        self.code = code
        self.advice = REFUSALS[code][1]
        self.place = place
        self.facts = facts


class InvalidContent(RubricsError):
    """A framework or rubric made in code breaks a rule of its type; mending the maker helps."""
