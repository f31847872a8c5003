"""What the screens read: one observable for each run of the app, and the doors out of it.

A screen reads `AppState` and asks through `Doors`; it never holds a vault or a connection. An
observable belongs to one run only: shared between two, it would send one child's work to the other.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any

import flet as ft

from portfolio_app.errors import PortfolioError
from portfolio_app.locales import Words
from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.class_rules import ClassRules
from portfolio_app.model.gallery import FIRST_MONTH
from portfolio_app.model.goal import Goal
from portfolio_app.model.judging import Draft as BegunCheck
from portfolio_app.model.profile import Invitation, Profile
from portfolio_app.model.reflection import Reflection
from portfolio_app.model.sending import Sending
from portfolio_app.model.showcase import Link, Showcase
from portfolio_app.model.suggestions import Suggestion
from portfolio_app.student.attention import Attention
from portfolio_app.student.bundles import BundleRead
from portfolio_app.student.earlier import History
from portfolio_app.student.file_choices import WaitingFile
from portfolio_app.student.portfolio import LearnerCard, Outlook, SchoolOpening
from portfolio_app.student.portfolio_shapes import Leaving, OnTheWay
from portfolio_app.student.preferences import Preferences
from portfolio_app.student.recording import Begun, Place, Recorded
from portfolio_app.student.speaking import Speaking
from portfolio_app.student.theme import COMPACT_PX, MEDIUM_PX, TIGHT_PX, Manner
from portfolio_app.student.versions import Version
from rubrics.catalog import Catalog

Draft = dict[str, Any]
"""Unfinished words and choices, as JSON."""

DRAFTS_LIMIT = 50


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody to pick on the first screen."""

    id: str
    name: str
    picture: str
    band: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything of an open portfolio that screens show, as it was at one moment.

    `versions`: (record, field) -> who wrote what, of each text that was written apart.
    `thoughts` are about a goal, a competency or two works, and `spoken` is what was said in them;
    those on one work stand in the work.
    `begun` are checks that were put aside, `rules` what the learner's classes chose. `large_files`
    wait for school; `stopped` are those of them that somebody stopped for now. `suggesting` is
    "off", "ask" or "on"; `suggestions` are there when it is "on". `sketches` are drawings that were
    begun: `sketching.NEW`, or the id of the file they go on with. `broken_off` are the names of
    files that did not come in whole while nobody looked. `year_begins` is the month (1 to 12) in
    which the learner's school years begin.
    """

    vault_id: str
    learner: LearnerCard
    works: tuple[Work, ...]
    binned: tuple[Work, ...]
    sending: Mapping[str, Sending]
    showcases: tuple[Showcase, ...]
    links: Mapping[str, tuple[Link, ...]]
    outlook: Outlook
    catalog: Catalog
    attention: Attention
    versions: Mapping[tuple[str, str], tuple[Version, ...]]
    goals: tuple[Goal, ...]
    binned_goals: tuple[Goal, ...]
    profile: Profile
    invitations: tuple[Invitation, ...]
    thoughts: tuple[Reflection, ...]
    binned_thoughts: tuple[Reflection, ...]
    spoken: Mapping[str, tuple[WorkFile, ...]]
    begun: tuple[BegunCheck, ...]
    rules: ClassRules
    large_files: tuple[WaitingFile, ...]
    stopped: frozenset[str]
    suggesting: str
    suggestions: tuple[Suggestion, ...]
    sketches: tuple[str, ...] = ()
    recordings: tuple[Begun, ...] = ()
    broken_off: tuple[str, ...] = ()
    year_begins: int = FIRST_MONTH

    def work(self, work_id: str) -> Work | None:
        """A work that is not in the bin, by its id."""
        return next((work for work in self.works if work.id == work_id), None)

    def showcase(self, showcase_id: str) -> Showcase | None:
        """A showcase by its id."""
        return next((one for one in self.showcases if one.id == showcase_id), None)

    def goal(self, goal_id: str) -> Goal | None:
        """A goal that is not in the bin, by its id."""
        return next((one for one in self.goals if one.id == goal_id), None)


@dataclass(frozen=True, slots=True)
class Going:
    """A large file on its way to school: how much of it is there."""

    sha256: str
    sent_bytes: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class WayDoors:
    """The doors to what is on its way to school, and to what was there before.

    `earlier(record, field, ask_school)` reads the versions of a text. `stop(sha256)` lets a large
    file wait until `go_on(sha256)`, "Try now", or the app is opened again. `lend_bundle(made,
    failed)` gives an address where the browser fetches a file for school, or None where `save`
    puts one where the learner says; both tell how many changes and files are in it. `unlend` ends
    the address. `read` takes a school's answer from the picked file.
    """

    earlier: Callable[[str, str, bool], Awaitable[History]]
    stop: Callable[[str], None]
    go_on: Callable[[str], None]
    lend_bundle: Callable[
        [Callable[[int, int], None], Callable[[PortfolioError], None]], Awaitable[str | None]
    ]
    unlend: Callable[[str], None]
    save: Callable[[ft.FilePicker], Awaitable[tuple[int, int] | None]]
    read: Callable[
        [ft.FilePicker, Sequence[ft.FilePickerFile], Callable[[str, float], None]],
        Awaitable[BundleRead],
    ]


@dataclass(frozen=True, slots=True)
class KeyLook:
    """What opens a portfolio, for its learner to see.

    `kinds` are "secret" or "device" (a secret that works on this device only), "badge", "recovery"
    and "school"; `school` is the name of the school that can open it, if it can; `openings` are
    the times it did, newest first.
    """

    kinds: tuple[str, ...]
    is_hidden: bool = False
    school: str | None = None
    openings: tuple[SchoolOpening, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What this device asks a school. `comparison` is what both sides see, `text` the whole for a
    QR code; nothing in it is secret. `is_sent` is False for one that is only shown.
    """

    comparison: str
    text: str
    is_sent: bool


@dataclass(frozen=True, slots=True)
class AskDoors:
    """The doors to a school that lets in again who forgot; all by the vault's id.

    `known_schools` are addresses this device has spoken with; `ask(vault_id, address)` sends a
    question, `ask_by_text` makes one to be shown; `question` is the one that waits. `look` says
    "waiting", "answered", "refused", "replaced" or "over"; `take(vault_id, text)` reads an answer.
    After "answered" or `take`, a new secret can be set. `give_up` forgets the question.
    """

    known_schools: Callable[[], Awaitable[tuple[str, ...]]]
    ask: Callable[[str, str], Awaitable[Question]]
    ask_by_text: Callable[[str], Awaitable[Question]]
    question: Callable[[str], Awaitable[Question | None]]
    look: Callable[[str], Awaitable[str]]
    take: Callable[[str, str], Awaitable[None]]
    give_up: Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class SeenCodes:
    """What stands in one look of the camera: `ours` has the form of our codes, `is_other` says that
    there was a square code of another kind.
    """

    ours: tuple[str, ...] = ()
    is_other: bool = False


@dataclass(frozen=True, slots=True)
class KeyDoors:
    """The doors to what opens a portfolio. Secrets come in as typed and are kept nowhere.

    Behind the lock: `look`, `check` (is this the secret?), `change_secret(old, new)`,
    `new_code(kind, secret)` for a badge or a recovery sheet, `bind(secret)`, `hide(secret, …)`.
    Before it: `kinds_of(vault_id)`; `open_by_badge(code)`; `bring(vault_id, kind, code)` keeps a
    right code in mind for a few minutes, until `begin_again(secret)` sets a new secret and opens,
    or `forget` is called. `print_page` gives an address where the page can be printed, or None
    where nothing prints; `unprint` ends it. `can_see` says whether codes can be read from pictures
    here, `see(picture)` reads one and keeps nothing of it.
    """

    look: Callable[[], Awaitable[KeyLook]]
    check: Callable[[str], Awaitable[None]]
    change_secret: Callable[[str, str], Awaitable[None]]
    new_code: Callable[[str, str], Awaitable[str]]
    bind: Callable[[str], Awaitable[None]]
    hide: Callable[..., Awaitable[None]]
    kinds_of: Callable[[str], Awaitable[tuple[str, ...]]]
    open_by_badge: Callable[[str], Awaitable[None]]
    bring: Callable[[str, str, str], Awaitable[None]]
    begin_again: Callable[[str], Awaitable[None]]
    can_see: Callable[[], bool]
    see: Callable[[bytes], Awaitable[SeenCodes]]
    school: AskDoors
    forget: Callable[[], None]
    print_page: Callable[[str], str | None]
    unprint: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class LeavingDoors:
    """The doors off this device. `look` says what is not at school; `leave` takes the portfolio
    away and locks, or raises with a sentence and nothing is removed.
    """

    look: Callable[[], Awaitable[Leaving]]
    leave: Callable[[], Awaitable[Leaving]]


@dataclass(frozen=True, slots=True)
class Doors:
    """What the wiring lends to the screens. Every one may raise a PortfolioError.

    `act(deed, …)` does one of the actions with the open portfolio and returns its result. `jot`
    does one that no other screen need hear of. `speak(speaking, place)` keeps what a `Speaking`
    hears, until it ends. `take_in` gives the picked files to a deed such as `actions.add_work` and
    returns what that returns; its third argument hears a file's name and how much of it has come,
    from 0 to 1. `picture` gives an address, or bytes where there is no server. `keep_draft(name,
    None)` forgets a draft. `send_now` says whether the school answered. `choose_language` is for
    this device; a learner's own goes before.
    """

    now_ms: Callable[[], int]
    zone: tzinfo
    open: Callable[[str, str], Awaitable[None]]
    create: Callable[[str, str, str, str], Awaitable[None]]
    lock: Callable[[], Awaitable[None]]
    act: Callable[..., Awaitable[Any]]
    jot: Callable[..., Awaitable[Any]]
    speak: Callable[[Speaking, Place], Awaitable[Recorded | None]]
    join: Callable[[str, str], Awaitable[None]]
    send_now: Callable[[], Awaitable[bool]]
    take_in: Callable[
        [
            ft.FilePicker,
            Sequence[ft.FilePickerFile],
            Callable[[str, float], None],
            Callable[..., Any],
        ],
        Awaitable[str],
    ]
    picture: Callable[[str], str | bytes]
    asset: Callable[[str], str]
    link_address: Callable[[str], str | None]
    set_about: Callable[..., Awaitable[None]]
    keys: KeyDoors
    way: WayDoors
    leaving: LeavingDoors
    keep_preferences: Callable[[Preferences], Awaitable[None]]
    draft: Callable[[str], Draft]
    keep_draft: Callable[[str, Draft | None], None]
    stir: Callable[[], None]
    choose_language: Callable[[str], Awaitable[None]]


@ft.observable
@dataclass
class AppState:
    """One run of the app. `snapshot` is None while locked, `faces` until read; `going` is the
    large file that is on its way right now. `on_the_way` is what people who left this device left
    for school.
    """

    _doors: Doors | None = None
    words: Words = field(default_factory=lambda: Words("en"))
    faces: tuple[Face, ...] | None = None
    on_the_way: OnTheWay = field(default_factory=OnTheWay)
    snapshot: Snapshot | None = None
    going: Going | None = None
    preferences: Preferences = field(default_factory=Preferences)
    width_px: int = 0
    height_px: int = 0
    is_dark_outside: bool = False
    is_strong_outside: bool = False
    is_still_outside: bool = False
    _ending: Callable[[], Awaitable[None]] | None = None

    def before_leaving(self, ending: Callable[[], Awaitable[None]] | None) -> None:
        """Say what has to come to an end before this screen is left, such as a film; None again
        when there is nothing.
        """
        self._ending = ending

    async def end_here(self) -> None:
        """Bring to its end what only this screen holds. Raises what keeping it raises."""
        if self._ending is not None:
            await self._ending()

    @property
    def doors(self) -> Doors:
        """The doors out; there once the app is wired."""
        if self._doors is None:
            raise RuntimeError("The app state was read before it was wired.")
        return self._doors

    @property
    def open(self) -> Snapshot:
        """The open portfolio; screens behind the lock are only drawn when there is one."""
        if self.snapshot is None:
            raise RuntimeError("A screen behind the lock was drawn while the app is locked.")
        return self.snapshot

    @property
    def is_compact(self) -> bool:
        """Phone-sized: one column, navigation at the bottom."""
        return self.width_px < COMPACT_PX

    @property
    def is_tight(self) -> bool:
        """So few words fit on a line that what stands side by side elsewhere stands below."""
        return self.width_px / self.preferences.text_scale < TIGHT_PX

    @property
    def is_wide(self) -> bool:
        """Room for two panes."""
        return self.width_px >= MEDIUM_PX

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are on."""
        if self.preferences.appearance == "auto":
            return self.is_dark_outside
        return self.preferences.appearance == "dark"

    @property
    def is_still(self) -> bool:
        """Whether nothing moves that need not: by choice here, or by the device's own setting."""
        return self.preferences.motion == "still" or self.is_still_outside

    @property
    def manner(self) -> Manner:
        """How whoever is here reads best."""
        chosen = self.preferences
        is_strong = self.is_strong_outside if chosen.contrast == "auto" else None
        return Manner(
            chosen.text_scale,
            chosen.typeface,
            chosen.spacing == "wide",
            chosen.contrast == "strong" if is_strong is None else is_strong,
            self.is_still,
            self.is_tight,
        )


AppContext = ft.create_context(AppState())


def use_app() -> AppState:
    """The state of this run, from inside a component, which is drawn again when it changes."""
    return ft.use_context(AppContext)
