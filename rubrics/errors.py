"""What can go wrong with a rubric or framework, named by what the caller can do about it."""


class RubricsError(Exception):
    """Root of this package's errors; never raised itself."""


class UnreadableDocument(RubricsError):
    """A file that cannot be read as the standard it should follow; another file helps.

    `what` says what is wrong, `where` in which place of the file, `advice` what to do: whole
    phrases, shown together as two sentences. They quote the file, never a person.
    """

    def __init__(self, what: str, where: str, advice: str) -> None:
        super().__init__(f"{what} ({where}). {advice}")
        self.what = what
        self.where = where
        self.advice = advice


class InvalidContent(RubricsError):
    """A framework or rubric made in code breaks a rule of its type; mending the maker helps."""
