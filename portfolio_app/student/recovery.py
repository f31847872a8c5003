"""The device's half of asking a school to let a learner in again who forgot everything.

The layouts are docs/formats/recovery.md. A locked vault has no session and does not tell its
school: the address comes from the class card or from what the device as a whole knows. The private
half of a question never leaves the device keeper and this memory. Screens do not enter here.
"""

from dataclasses import dataclass, field

from portfolio_app.errors import Refused
from portfolio_app.sealing.school_recovery import RecoveryQuestion
from portfolio_app.student.portfolio import World
from portfolio_app.student.vault.device_keeper import DeviceKeeper
from portfolio_app.student.vault.slots import SchoolAnswer
from portfolio_app.student.vault.vaults import Vaults

TIMEOUT_SECONDS = 15
ASK_AGAIN_SECONDS = 3


class AskRefused(Refused):
    """The school does not take the question; `reason` is "unknown_vault", "other_key", "over"."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class QuestionOver(Refused):
    """No answer will come; `state` is "refused", "replaced" or "over". Ask anew."""

    def __init__(self, message: str, state: str) -> None:
        super().__init__(message)
        self.state = state


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that waits. `address` is "" for one that was not sent but shown as text.

    `comparison` is twelve digits in four groups: the school types what this device shows.
    """

    question: RecoveryQuestion = field(repr=False)
    address: str
    comparison: str
    until_ms: int

    @property
    def vault_id(self) -> str:
        """Whose portfolio it is."""
        return self.question.request.vault_id

    def as_text(self) -> str:
        """The question for a QR code or a message, in capitals: about 280 characters."""
        raise NotImplementedError


class Asking:
    """Questions to schools, at most one for each vault. Every method blocks; none needs a secret.

    Use from one thread at a time. Raises what is said there, and StorageFull.
    """

    def __init__(
        self,
        vaults: Vaults,
        world: World,
        keeper: DeviceKeeper | None = None,
        *,
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        """`keeper` remembers questions over a restart; without it they live as long as this."""
        raise NotImplementedError

    def can_ask(self, vault_id: str) -> bool:
        """Whether a school holds a way into this vault."""
        raise NotImplementedError

    def known_schools(self) -> tuple[str, ...]:
        """Addresses of schools this device has spoken with, newest first; whose, it cannot say."""
        raise NotImplementedError

    def ask(self, vault_id: str, school: str) -> Pending:
        """Send a new question. `school`: the text of a class card's QR code, or an address.

        Raises NotFound (no school holds a way in), BadInput (no address), SchoolUnreachable,
        TooManyTries, AskRefused.
        """
        raise NotImplementedError

    def ask_by_text(self, vault_id: str) -> Pending:
        """Make a new question and send nothing; show `as_text()`. Raises NotFound."""
        raise NotImplementedError

    def pending(self, vault_id: str) -> Pending | None:
        """The question that waits for this vault, also from before the app was closed."""
        raise NotImplementedError

    def answer(self, pending: Pending) -> SchoolAnswer | None:
        """Look once whether the school has answered; None if not yet. Ask again after 3 s.

        The way it returns opens the vault (`Vaults.unlock`, `Vaults.change_secret`); then call
        `give_up`. Raises QuestionOver, SchoolUnreachable, WrongSecret (an answer that does not
        open).
        """
        raise NotImplementedError

    def answer_from_text(self, pending: Pending, text: str) -> SchoolAnswer:
        """Read an answer that came as text. Raises BadInput (mistyped, or for another question),
        WrongSecret (it does not open).
        """
        raise NotImplementedError

    def give_up(self, pending: Pending) -> None:
        """Forget the question: the vault was opened, or the learner remembered."""
        raise NotImplementedError
