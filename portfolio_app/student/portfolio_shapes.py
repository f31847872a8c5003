"""What an open portfolio takes and tells: small frozen shapes, no behaviour. No vault may enter."""

from collections.abc import Callable
from dataclasses import dataclass

from portfolio_app.model.sending import Sending
from sync.change import JSON


@dataclass(frozen=True, slots=True)
class World:
    """What the outside gives: wall time in ms since 1970, fresh 32-hex ids, fresh secret tokens."""

    now_ms: Callable[[], int]
    new_id: Callable[[], str]
    new_token: Callable[[], str]


@dataclass(frozen=True, slots=True)
class LearnerCard:
    """Who the portfolio belongs to, as they call themselves."""

    name: str
    picture: str
    band: str
    language: str


@dataclass(frozen=True, slots=True)
class School:
    """The school that this portfolio goes to. `token` is a secret of this device."""

    address: str
    name: str
    learner_id: str
    token: str
    public_address: str
    lan_address: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where to find it, in the order to try: as it was joined, on its own network, outside.

        An outside address without TLS is left out: it would be this machine's own.
        """
        outside = self.public_address if self.public_address.startswith("https://") else ""
        found = (self.address, self.lan_address, outside)
        return tuple(dict.fromkeys(one for one in found if one))


@dataclass(frozen=True, slots=True)
class SchoolOpening:
    """That the school let this learner in again. `by` is a name, or "" for the school's office."""

    at_ms: int
    by: str
    device: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is still on its way, for the one place that shows it. `problem` is a sentence or
    None.
    """

    state: Sending
    waiting_works: int
    waiting_media: int
    refused: int
    school: str | None
    last_ms: int | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Write:
    """One field to write. `value` None with `removes` takes members out of a set; `is_asked`: a
    person decided just this.
    """

    kind: str
    record: str
    field: str
    value: JSON
    removes: JSON = None
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Leaving:
    """What of a portfolio is not surely at school, for whoever wants to take it off this device.

    `changes` and `files` count what waits in all, `works` the works that some of it belongs to.
    `has_keys`: the school said how to seal what is left behind to it.
    """

    works: int
    changes: int
    files: int
    refused: int
    school: str | None
    has_keys: bool

    @property
    def holds_work(self) -> bool:
        """Whether anything is not surely at school."""
        return bool(self.changes or self.files)

    @property
    def way(self) -> str:
        """How it would go: "at_once", "sealed", or not: "decide", "no_school", "no_keys"."""
        if self.school is None:
            return "no_school"
        if self.refused:
            return "decide"
        if not self.holds_work:
            return "at_once"
        return "sealed" if self.has_keys else "no_keys"


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """What people who left this device left for school: whether work lies here, and what the school
    said last. `refused`: it did not take something, and an adult should look.
    """

    holds_work: bool = False
    refused: bool = False
