"""Who signs in at the school: passwords, sessions that can be ended, waiting after misses.

Unknown people get the same answer after the same work as known ones. Tokens are random and only
their hashes are kept; a session, a device and a link each have tokens of their own kind.
"""

import hashlib
import hmac
import threading
from collections.abc import Callable
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from portfolio_app.errors import BadInput, TooManyTries, WrongSecret
from portfolio_app.model.people import PersonId
from portfolio_app.school.database import access, ledger, people
from portfolio_app.school.database.access import Misses
from portfolio_app.school.database.engine import Database, Transaction
from portfolio_app.school.database.people import Person

PASSWORD_CHARACTERS_LEAST = 12
PASSWORD_CHARACTERS_LIMIT = 256
DIFFERENT_CHARACTERS_LEAST = 5
EMAIL_CHARACTERS_LIMIT = 254
TOKEN_CHARACTERS_LIMIT = 128
SESSION_LIFE_MS = 12 * 3600 * 1000
SESSION_IDLE_MS = 2 * 3600 * 1000
TOUCH_EVERY_MS = 60 * 1000
FREE_MISSES = 5
WAIT_FIRST_MS = 60 * 1000
WAIT_LONGEST_MS = 3600 * 1000
MISSES_FORGOTTEN_AFTER_MS = 24 * 3600 * 1000

_MEMORY_KIB = 19 * 1024
_PASSES = 2
_AT_ONCE = 2
_TOO_COMMON = (
    "password", "passwort", "letmein", "qwerty", "12345678", "iloveyou", "welcome", "teacher",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A teacher with an open session. `form_token` goes into every form of their pages."""

    person: Person
    form_token: str
    token_hash: str


class Passwords:
    """Argon2id (RFC 9106) with 19 MiB, two passes, one lane; two at a time, whatever comes in."""

    def __init__(self, *, memory_kib: int = _MEMORY_KIB, passes: int = _PASSES) -> None:
        self._hasher = PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=1)
        self._turn = threading.Semaphore(_AT_ONCE)
        self._nobody = ""

    def hash(self, password: str) -> str:
        """The hash to keep. Raises BadInput for a password that is too short or too common."""
        check_password(password)
        with self._turn:
            return self._hasher.hash(password)

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether the password is the kept one; takes as long where there is none."""
        with self._turn:
            # Made at the first question, whatever it is: most commands ask none.
            self._nobody = self._nobody or self._hasher.hash("nobody has this password")
            try:
                self._hasher.verify(kept or self._nobody, password[:PASSWORD_CHARACTERS_LIMIT])
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None


class Accounts:
    """Signing in and out."""

    def __init__(
        self,
        database: Database,
        passwords: Passwords,
        now_ms: Callable[[], int],
        new_token: Callable[[], str],
    ) -> None:
        self._database = database
        self._passwords = passwords
        self._now_ms = now_ms
        self._new_token = new_token

    def sign_in(self, email: str, password: str) -> str:
        """A new session's token. Raises WrongSecret, or TooManyTries with `wait_seconds`."""
        now_ms, address = self._now_ms(), clean_email(email)[:EMAIL_CHARACTERS_LIMIT]
        subject = f"teacher {address}"
        # Counted before the answer is known: guesses sent side by side get no free look.
        self._database.write(lambda transaction: count_miss(transaction, subject, now_ms))
        found = self._database.read(lambda transaction: people.password_of(transaction, address))
        if not self._passwords.fits(found[1] if found else None, password) or found is None:
            who = found[0] if found else "nobody"
            self._database.write(lambda t: ledger.note(t, who, "sign_in_missed", who, now_ms))
            raise WrongSecret("The e-mail address and the password do not fit together.")
        token = self._new_token()
        self._database.write(
            lambda transaction: _open_session(transaction, subject, found[0], token, now_ms)
        )
        return token

    def who(self, token: str, *, touches: bool = True) -> SignedIn | None:
        """Whose session this is; None when it is unknown, ended or over.

        `touches`: whether this counts as using it.
        """
        if not token or len(token) > TOKEN_CHARACTERS_LIMIT:
            return None
        hashed, now_ms = token_hash(token), self._now_ms()

        def look(transaction: Transaction) -> tuple[Person, int] | None:
            session = access.session(transaction, hashed)
            if session is None or now_ms - session.made_ms > SESSION_LIFE_MS:
                return None
            if now_ms - session.last_ms > SESSION_IDLE_MS:
                return None
            return people.find(transaction, session.person_id), session.last_ms

        found = self._database.read(look)
        if found is None:
            return None
        if touches and now_ms - found[1] > TOUCH_EVERY_MS:
            self._database.write(lambda t: access.touch_session(t, hashed, now_ms))
        return SignedIn(found[0], form_token(token), hashed)

    def sign_out(self, signed_in: SignedIn) -> None:
        """End this session."""
        now_ms = self._now_ms()

        def end(transaction: Transaction) -> None:
            access.end_session(transaction, signed_in.token_hash)
            who = signed_in.person.id
            ledger.note(transaction, who, "sign_out", who, now_ms)

        self._database.write(end)


def check_password(password: str) -> None:
    """Raise BadInput for a password that a guesser would find soon."""
    if not PASSWORD_CHARACTERS_LEAST <= len(password) <= PASSWORD_CHARACTERS_LIMIT:
        raise BadInput(
            f"A password needs {PASSWORD_CHARACTERS_LEAST} to {PASSWORD_CHARACTERS_LIMIT}"
            " characters; a few words in a row make a good one."
        )
    plain = password.casefold()
    is_common = plain.strip("0123456789!.- ") in _TOO_COMMON
    if len(set(plain)) < DIFFERENT_CHARACTERS_LEAST or is_common:
        raise BadInput("This password is among the first that others guess; choose another one.")


def clean_email(email: str) -> str:
    """An e-mail address as it is compared: without spaces around it, and case does not matter."""
    return email.strip().casefold()


def token_hash(token: str) -> str:
    """What is kept of a random token: SHA-256 in hex. It has too many bits to be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()


def form_token(token: str) -> str:
    """The word in a session's forms by which they prove to be ours."""
    return hmac.digest(token.encode(), b"portfolio form", "sha256").hex()


def count_miss(transaction: Transaction, subject: str, now_ms: int) -> None:
    """Count a try before it is known to be right. Raises TooManyTries while one must wait."""
    lookup = transaction.keyring.index("lockout", subject)
    before = access.misses(transaction, lookup)
    if before.last_ms + MISSES_FORGOTTEN_AFTER_MS < now_ms:
        before = Misses()
    if now_ms < before.until_ms:
        wait_seconds = (before.until_ms - now_ms + 999) // 1000
        raise TooManyTries(f"Too many tries. Wait {wait_seconds} seconds, then try again.",
                           wait_seconds)  # fmt: skip
    count = before.count + 1
    doublings = count - FREE_MISSES
    wait_ms = 0 if doublings < 0 else min(WAIT_FIRST_MS << min(doublings, 10), WAIT_LONGEST_MS)
    access.keep_misses(transaction, lookup, Misses(count, now_ms + wait_ms, now_ms))


def forget_misses(transaction: Transaction, subject: str) -> None:
    """The right secret came: start counting anew."""
    access.keep_misses(transaction, transaction.keyring.index("lockout", subject), Misses())


def _open_session(
    transaction: Transaction, subject: str, person_id: PersonId, token: str, now_ms: int
) -> None:
    forget_misses(transaction, subject)
    access.end_old_sessions(transaction, now_ms - SESSION_LIFE_MS)
    access.add_session(transaction, token_hash(token), person_id, now_ms)
    ledger.note(transaction, person_id, "sign_in", person_id, now_ms)
