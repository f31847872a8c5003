"""One unlocked portfolio: the vault, its records, its clock and its library, behind one lock.

Actions write through `write`; screens read works and showcases; the connection drains the outbox.
No Flet and no HTTP may enter here. Every method may be called from any thread.
"""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from portfolio_app.errors import BadInput, NotFound, PortfolioError
from portfolio_app.model import records
from portfolio_app.model.artifact import Work
from portfolio_app.model.people import DEFAULT_BAND, OWN_SCOPE
from portfolio_app.model.sending import Sending, sending_of
from portfolio_app.model.showcase import Link, Showcase
from portfolio_app.student.known_works import KnownWorks
from portfolio_app.student.vault.media_queue import MediaQueue
from portfolio_app.student.vault.records import RecordStore
from portfolio_app.student.vault.shown import GalleryRow
from portfolio_app.student.vault.vaults import Vault
from rubrics.catalog import Catalog
from sync import merge
from sync.change import JSON, Change, Rule
from sync.clock import HybridClock

CLOCK = "clock"
SCHOOL = "school"
LINK_TOKENS = "link_tokens"
ORIGINALS = "originals"
LAST_EXCHANGE = "last_exchange_ms"
CLOCK_FIX = "clock_fix_ms"
SCHOOL_KEYS = "school_keys"
SCHOOL_OPENINGS = "school_openings"
ME = "me"
_NODE_DIGITS = 16


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
    """One field to write. `value` None with `removes` takes members out of a set."""

    kind: str
    record: str
    field: str
    value: JSON
    removes: JSON = None


def fields_of(kind: str, record: str, values: Mapping[str, object]) -> list[Write]:
    """Several fields of one record."""
    return [Write(kind, record, field, value) for field, value in values.items()]


class Portfolio:
    """An open vault as a portfolio."""

    def __init__(self, vault: Vault, catalog: Catalog, world: World) -> None:
        self.vault = vault
        self.world = world
        self.lock = threading.RLock()
        self.store = RecordStore(vault)
        self.media_queue = MediaQueue(vault)
        self._works = KnownWorks(self.store)
        self._originals: dict[str, str] = {}
        self._original_hashes: set[str] = set()
        self._read_originals()
        self.problem: str | None = None
        self._bundled = catalog
        self._catalog = catalog
        self.refresh_catalog()

    @property
    def learner(self) -> LearnerCard:
        """The learner's name, picture, age band and language."""
        with self.lock:
            record = self.store.view(OWN_SCOPE, ME) or {}
        return LearnerCard(
            record.get("name") or "",
            record.get("picture") or "fox",
            record.get("band") or DEFAULT_BAND,
            record.get("language") or "en",
        )

    @property
    def catalog(self) -> Catalog:
        """The bundled frameworks and rubrics and those of the learner's classes."""
        return self._catalog

    @property
    def school(self) -> School | None:
        """The school this portfolio joined, if any."""
        stored = self.vault.get_setting(SCHOOL)
        return School(**stored) if stored else None

    @property
    def school_openings(self) -> tuple[SchoolOpening, ...]:
        """When somebody at the school opened this portfolio, newest first, as the school told."""
        return tuple(SchoolOpening(**one) for one in self.vault.get_setting(SCHOOL_OPENINGS) or ())

    def works(self, *, binned: bool = False) -> tuple[Work, ...]:
        """All works, newest first; those in the bin instead when `binned`."""
        with self.lock:
            found = [one.work for one in self._works.now().values()]
        chosen = [work for work in found if work.is_binned == binned]
        return tuple(sorted(chosen, key=lambda work: (work.made_ms, work.id), reverse=True))

    def work(self, work_id: str) -> Work | None:
        """One work, in the bin or not."""
        with self.lock:
            known = self._works.now().get(work_id)
        return None if known is None or not known.work.made_ms else known.work

    def existing_work(self, work_id: str) -> Work:
        """One work, in the bin or not; raises NotFound."""
        work = self.work(work_id)
        if work is None:
            raise NotFound("That work is not here.")
        return work

    def records(self, *kinds: str) -> tuple[tuple[str, Mapping[str, JSON]], ...]:
        """(kind, record) of all of these kinds."""
        with self.lock:
            return tuple((kind, view) for kind in kinds for view in self.store.of_kind(kind))

    def find_works(self, words: str) -> tuple[str, ...]:
        """Ids of works that say these words in title, caption, tags or a reflection, newest first.

        Any script; case and accents do not matter; the beginning of a word is enough.
        """
        with self.lock:
            return tuple(self.store.search(words))

    def gallery(self, first: int = 0, count: int | None = None) -> list[GalleryRow]:
        """Works as a list shows them, newest first, from the `first` on; quick for thousands."""
        with self.lock:
            return self.store.gallery(first, count)

    def showcases(self) -> tuple[Showcase, ...]:
        """All showcases that are not in the bin, by title."""
        with self.lock:
            found = map(Showcase.read, self.store.of_kind("showcase"))
            return tuple(
                sorted((s for s in found if not s.is_binned), key=lambda s: (s.title, s.id))
            )

    def links(self, showcase_id: str) -> tuple[Link, ...]:
        """Every link ever made to a showcase, newest last."""
        with self.lock:
            found = [
                Link.read(view) for kind, view in self.store.parts_of(showcase_id) if kind == "link"
            ]
        return tuple(sorted(found, key=lambda link: (link.until_ms, link.id)))

    def link_address(self, link_id: str) -> str | None:
        """The whole address of a link made on this device; other devices do not know its token."""
        with self.lock:
            token = (self.vault.get_setting(LINK_TOKENS) or {}).get(link_id)
            school = self.school
        return f"{school.public_address}/s/{token}" if token and school else None

    def sending(self, work_id: str) -> Sending:
        """Where a work is on its way to school."""
        with self.lock:
            known = self._works.now().get(work_id)
            if known is None:
                return sending_of(waiting_changes=0, waiting_media=0, refused=0)
            waiting_media = sum(media in self.media_queue for media in known.media)
        return sending_of(
            waiting_changes=known.waiting, waiting_media=waiting_media, refused=known.refused
        )

    def sending_overall(self) -> Outlook:
        """What of everything has not reached the school."""
        with self.lock:
            pending, refused = self.store.waiting(), self.store.refused()
            media = len(self.media_queue)
            school = self.school
            works = [one for one in self._works.now().values() if one.waiting]
            last_ms = self.vault.get_setting(LAST_EXCHANGE)
        state = sending_of(waiting_changes=len(pending), waiting_media=media, refused=len(refused))
        if school is None and not works and not media:
            state = Sending.SAVED_HERE
        return Outlook(
            state,
            len(works),
            media,
            len(refused),
            school.name if school else None,
            last_ms,
            self.problem,
        )

    def read_media(
        self, sha256_hex: str, start: int = 0, stop: int | None = None
    ) -> Iterator[bytes]:
        """Plain bytes of a stored file, unsealed piece by piece."""
        return self.vault.media.open(sha256_hex, start, stop)

    def media_size_bytes(self, sha256_hex: str) -> int:
        """The plain size of a stored file."""
        return self.vault.media.size_bytes(sha256_hex)

    def has_media(self, sha256_hex: str) -> bool:
        """Whether this device holds the file."""
        return self.vault.media.has(sha256_hex)

    def original_of(self, file_id: str) -> str | None:
        """The SHA-256 of a file as it came in on this device; None where it came in elsewhere."""
        with self.lock:
            return self._originals.get(file_id)

    def has_original(self, sha256_hex: str) -> bool:
        """Whether a file of exactly this content was already added here."""
        with self.lock:
            return sha256_hex in self._original_hashes

    def write(
        self, writes: Sequence[Write], *, also: Callable[[], None] | None = None
    ) -> tuple[str, ...]:
        """Make changes of `writes`, in one durable step together with what `also` stores.

        Returns the ids of the changes. Raises BadInput for a value that the record table refuses,
        StorageFull with nothing written.
        """
        with self.lock:
            changes, clock = self._changes(writes)
            with self.durable():
                self.vault.put_setting(CLOCK, {"node": clock.node, "last": clock.last})
                if also is not None:
                    also()
                self.store.put_local(changes)
        return tuple(change.id for change in changes)

    @contextmanager
    def durable(self) -> Iterator[None]:
        """One durable step: all that is written inside stands, or none of it."""
        with self.lock:
            try:
                with self.vault.batch():
                    yield
            except BaseException:
                self._reload()
                raise

    def clock(self) -> HybridClock:
        """This device's clock as stored; a new node when there is none yet."""
        stored = self.vault.get_setting(CLOCK)
        if stored:
            return HybridClock(stored["node"], stored["last"])
        return HybridClock(self.world.new_id()[:_NODE_DIGITS])

    def now_ms(self) -> int:
        """This device's time, corrected by what the school's clock said last."""
        return self.world.now_ms() + int(self.vault.get_setting(CLOCK_FIX) or 0)

    def refresh_catalog(self) -> None:
        """Read the frameworks and rubrics of the class libraries that have arrived."""
        catalog = self._bundled
        with self.lock:
            for record in self.store.of_kind("library"):
                media = record.get("media")
                if media and self.has_media(media):
                    catalog = catalog.with_document(b"".join(self.read_media(media)))
            self._catalog = catalog

    def keep_originals(self, originals: Mapping[str, str]) -> None:
        """Remember file id -> SHA-256 of what came in; belongs inside `durable` or `also`."""
        table = self.vault.db.table(ORIGINALS)
        table.insert_multiple({"file": file, "sha256": media} for file, media in originals.items())
        self._originals.update(originals)
        self._original_hashes.update(originals.values())

    def close(self) -> None:
        """Lock: the vault is sealed and its key forgotten, and files that belong to nothing go."""
        with self.lock:
            if not self.vault.closed:
                # Making room is no reason to stay open: the next time does as well.
                with suppress(PortfolioError):
                    self.vault.media.clear_leftovers()
            self.vault.close()

    def _changes(self, writes: Sequence[Write]) -> tuple[list[Change], HybridClock]:
        clock, now_ms, group = self.clock(), self.now_ms(), self.world.new_id()
        changes: list[Change] = []
        states: dict[str, merge.RecordState] = {}
        for write in writes:
            row = records.KINDS.get(write.kind)
            if row is None or write.field not in row.fields:
                raise NotFound(
                    f"There is no field '{write.field}' of a {write.kind}; check the spelling."
                )
            rule = row.fields[write.field].rule
            is_removal = write.removes is not None
            problem = records.problem_with(
                write.kind, write.field, rule, write.value, is_removal=is_removal
            )
            if problem:
                raise BadInput(problem)
            if write.record not in states:
                states[write.record] = self.store.state(OWN_SCOPE, write.record)
            state = states[write.record]
            seen = self._seen(state, write, rule)
            if is_removal and not seen:
                continue
            clock = clock.tick(now_ms)
            changes.append(
                Change(
                    self.world.new_id(),
                    OWN_SCOPE,
                    write.record,
                    write.kind,
                    write.field,
                    Rule(rule),
                    write.value,
                    clock.last,
                    seen,
                    group,
                    schema=records.SCHEMA,
                )
            )
        return changes, clock

    @staticmethod
    def _seen(state: merge.RecordState, write: Write, rule: str) -> tuple[str, ...]:
        if rule == Rule.TEXT.value:
            return merge.live_ids(state, write.field)
        return (
            merge.live_ids(state, write.field, write.removes) if write.removes is not None else ()
        )

    def _reload(self) -> None:
        """After a failed write: memory says again what the vault says."""
        self.store.reload()
        self.media_queue.reload()
        self._read_originals()

    def _read_originals(self) -> None:
        table = self.vault.db.table(ORIGINALS)
        self._originals = {file: sha256 for _, file, sha256 in table.rows()}
        self._original_hashes = set(self._originals.values())
