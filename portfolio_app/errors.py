"""Everything that can go wrong, named by what the caller can do about it.

Each message is a whole English sentence that says what happened, where, and what to do next.
No secret and no word that a child wrote may enter a message: messages reach logs and screens.
"""


class PortfolioError(Exception):
    """Root of the product's errors; never raised itself."""


class BadInput(PortfolioError):
    """What was given cannot be used as it is; giving something else helps."""


class UnsupportedPicture(BadInput):
    """A picture file that is broken, hostile, too large or of a kind that cannot be shown."""


class WrongSecret(PortfolioError):
    """The PIN, passphrase, password or code does not fit; trying another one may help."""


class TooManyTries(WrongSecret):
    """Too many wrong secrets in a row; waiting helps. `wait_seconds` says how long."""

    def __init__(self, message: str, wait_seconds: int = 0) -> None:
        super().__init__(message)
        self.wait_seconds = wait_seconds


class VaultInUse(PortfolioError):
    """Another program has this learner's vault open; closing it there helps."""


class StoreDamaged(PortfolioError):
    """Stored bytes are not what was written; a backup or the school's copy helps."""


class StoreAway(PortfolioError):
    """The database or the file store does not answer; trying again a little later helps."""


class StorageFull(PortfolioError):
    """There is no room left to save; making room helps, and nothing was half-written."""


class NotAllowed(PortfolioError):
    """This person may not do this; someone else may."""


class NotFound(PortfolioError):
    """Nothing of that name is here."""


class SchoolUnreachable(PortfolioError):
    """The school server does not answer; later helps, and the work stays safe on the device."""


class Refused(PortfolioError):
    """The school server answered and said no."""


class LearnerErased(Refused):
    """The school erased this learner for good; nothing of the portfolio is on this device."""
