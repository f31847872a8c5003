"""One unlocked portfolio: the vault, its records, its clock and its library, behind one lock.

Actions write through `write`; screens read works and showcases; the connection drains the outbox.
No Flet and no HTTP may enter here. Every method may be called from any thread.
"""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from portfolio_app.errors import BadInput, NotFound, PortfolioError
from portfolio_app.model.artifact import Work
from portfolio_app.model.people import DEFAULT_BAND, OWN_SCOPE
from portfolio_app.model.sending import Sending, sending_of
from portfolio_app.model.showcase import Link, Showcase, item_keys
from portfolio_app.student import clocks
from portfolio_app.student.class_library import Spoken, with_class_files
from portfolio_app.student.file_room import FileRoom, Freed
from portfolio_app.student.known_works import KnownWorks, sending_of_work
from portfolio_app.student.portfolio_shapes import (
    LearnerCard,
    Outlook,
    School,
    SchoolOpening,
    World,
    Write,
)
from portfolio_app.student.vault.media import TABLE as MEDIA
from portfolio_app.student.vault.media_queue import MediaQueue
from portfolio_app.student.vault.records import RecordStore
from portfolio_app.student.vault.shown import GalleryRow
from portfolio_app.student.vault.vaults import Vault
from portfolio_app.student.written_changes import changes_of
from rubrics.catalog import Catalog
from sync import merge
from sync.change import JSON
from sync.clock import HybridClock

SCHOOL = "school"
LINK_TOKENS = "link_tokens"
ORIGINALS = "originals"
LAST_EXCHANGE = "last_exchange_ms"
SCHOOL_KEYS = "school_keys"
SCHOOL_OPENINGS = "school_openings"
ME = "me"
LARGE_FILES = "large_files"
ANY_NETWORK = "any"
NOT_METERED = "not_metered"
DELETING = "deleting"

__all__ = ["LearnerCard", "Outlook", "Portfolio", "School", "SchoolOpening", "World", "Write"]


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
        self.room = FileRoom(vault, self.store, self.media_queue, self.now_ms)
        self.known = KnownWorks(self.store)
        self._originals: dict[str, str] = {}
        self._original_hashes: set[str] = set()
        self._read_originals()
        self.problem: str | None = None
        self._bundled = catalog
        self._catalog = catalog
        self._spoken = Spoken()
        # A storage that cannot be written now must not keep the learner out.
        with suppress(PortfolioError):
            self.finish_deleting()
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
        """Frameworks and rubrics, bundled and of the classes, in the learner's language."""
        return self._spoken.of(self._catalog, self.learner.language)

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
            found = [one.work for one in self.known.now().values()]
        chosen = [work for work in found if work.is_binned == binned]
        return tuple(sorted(chosen, key=lambda work: (work.made_ms, work.id), reverse=True))

    def work(self, work_id: str) -> Work | None:
        """One work, in the bin or not."""
        with self.lock:
            known = self.known.now().get(work_id)
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
            found = [
                Showcase.read(record, self._placements(record["id"]))
                for record in self.store.of_kind("showcase")
                if merge.ERASED_FIELD not in record
            ]
        return tuple(sorted((s for s in found if not s.is_binned), key=lambda s: (s.title, s.id)))

    def showcase_keys(self, showcase_id: str) -> tuple[Mapping[str, str], frozenset[str]]:
        """Where each item of a showcase stands (see `model.order`), and which were placed."""
        with self.lock:
            record = self.store.view(OWN_SCOPE, showcase_id) or {}
            placed = self._placements(showcase_id)
        keys = item_keys({**record, "id": showcase_id}, placed)
        return keys, frozenset(found["item"] for found in placed if found.get("item") in keys)

    def _placements(self, showcase_id: str) -> list[Mapping[str, Any]]:
        parts = self.store.parts_of(showcase_id)
        return [view for kind, view in parts if kind == "placement"]

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
        return self.sendings([work_id])[work_id]

    def sendings(self, works: Iterable[str]) -> Mapping[str, Sending]:
        """Where each of several works is."""
        with self.lock:
            known, waiting, is_joined = self.known.now(), self.media_queue, bool(self.school)
            return {one: sending_of_work(known.get(one), waiting, is_joined) for one in works}

    def sending_overall(self) -> Outlook:
        """What of everything has not reached the school."""
        with self.lock:
            pending, refused = self.store.waiting(), self.store.refused()
            media = len(self.media_queue)
            school = self.school
            works = [one for one in self.known.now().values() if one.waiting]
            last_ms = self.vault.get_setting(LAST_EXCHANGE)
        counts = {"waiting_changes": len(pending), "waiting_media": media, "refused": len(refused)}
        state = sending_of(has_school=school is not None, **counts)
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
        """Plain bytes of a stored file, unsealed piece by piece; it counts as looked at."""
        self.room.note_used(sha256_hex)
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

    @property
    def large_files(self) -> str:
        """Whether files above 10 MB go over any network, or over one that costs nothing."""
        return self.vault.get_setting(LARGE_FILES) or NOT_METERED

    def set_large_files(self, choice: str) -> None:
        """Decide it: "any" or "not_metered"."""
        if choice not in (ANY_NETWORK, NOT_METERED):
            raise BadInput("Large files go over 'any' network, or over one that is 'not_metered'.")
        self.vault.put_setting(LARGE_FILES, choice)

    def is_at_school_only(self, sha256_hex: str) -> bool:
        """Whether a file went from here to make room; `Connection.fetch` brings it back."""
        with self.lock:
            return self.room.is_at_school_only(sha256_hex)

    def pin(self, work_id: str, *, is_pinned: bool = True) -> None:
        """Keep a work's files on this device whenever room is made."""
        with self.durable():
            self.room.pin(work_id, is_pinned)

    def free_space(self, wanted_bytes: int) -> Freed:
        """Let files go that are surely at school, those looked at longest ago first.

        Never what is pinned, waits, or was not confirmed twice; thumbnails and previews stay.
        """
        with self.durable():
            freed = self.room.take_leave(wanted_bytes)
        self.vault.media.clear_leftovers()
        return freed

    def note_delivered(self, hashes: Sequence[str]) -> None:
        """The school has these: they wait no longer, and it has said so once."""
        with self.durable():
            self.media_queue.let_go(hashes)
            for sha256_hex in hashes:
                self.room.note_confirmed(sha256_hex)

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
            changes, clock = changes_of(
                writes, self.store, self.clock(), self.now_ms(), self.world.new_id
            )
            with self.durable():
                self.keep_clock(clock)
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
        """This device's clock as kept; a new node when there is none yet."""
        return clocks.kept(self.vault, self.world.new_id)

    def keep_clock(self, clock: HybridClock) -> None:
        """Keep the clock; belongs inside `durable`, with what it stamped."""
        clocks.keep(self.vault, clock)

    def now_ms(self) -> int:
        """This device's time, corrected by what the school's clock said last."""
        return self.world.now_ms() + clocks.fix_ms(self.vault)

    def refresh_catalog(self) -> None:
        """Read the frameworks and rubrics of the class libraries that have arrived."""
        with self.lock:
            named = [record.get("media") for record in self.store.of_kind("library")]
            hashes = [media for media in named if isinstance(media, str)]
            self._catalog = with_class_files(self._bundled, self.vault.media, hashes)

    def keep_originals(self, originals: Mapping[str, str]) -> None:
        """Remember file id -> SHA-256 of what came in; belongs inside `durable` or `also`."""
        table = self.vault.db.table(ORIGINALS)
        table.insert_multiple({"file": file, "sha256": media} for file, media in originals.items())
        self._originals.update(originals)
        self._original_hashes.update(originals.values())

    def original_hashes(self) -> frozenset[str]:
        """All files as they came in on this device."""
        return frozenset(self._original_hashes)

    def let_originals_go(self, files: Sequence[str]) -> None:
        """Know nothing more of how these files came in; belongs inside `durable`."""
        table = self.vault.db.table(ORIGINALS)
        numbers = [number for number, file, _ in table.rows() if file in files]
        if numbers:
            table.remove(doc_ids=numbers)
            self._read_originals()

    def let_files_go(self, hashes: Collection[str]) -> None:
        """Forget the keys of files that nothing names any more; belongs inside `durable`."""
        self.media_queue.let_go(hashes)
        self.room.forget(hashes)
        self.vault.media.drop(hashes)

    def note_deleting(self) -> None:
        """Deleted content is still in sealed files and in the log; belongs inside `durable`."""
        self.vault.put_setting(DELETING, True)

    def finish_deleting(self) -> None:
        """Remove what is left of deleted content from the storage, if there is anything."""
        if self.vault.get_setting(DELETING):
            self.vault.media.clear_leftovers()
            self.vault.compact()
            self.vault.put_setting(DELETING, False)

    def forget_everything(self, settings: Mapping[str, Any]) -> None:
        """Delete all that this vault holds but `settings`, in one durable step."""
        with self.durable():
            media = [row[1] for row in self.vault.db.table(MEDIA).rows()]
            self.vault.media.drop(media)
            for table in self.vault.db.tables():
                self.vault.db.drop_table(table)
            for name, value in {**settings, DELETING: True}.items():
                self.vault.put_setting(name, value)
        self._reload()
        self.refresh_catalog()

    def close(self) -> None:
        """Lock: the vault is sealed and its key forgotten, and files that belong to nothing go."""
        with self.lock:
            if not self.vault.closed:
                # Making room is no reason to stay open: the next time does as well.
                with suppress(PortfolioError):
                    with self.durable():
                        self.room.keep_uses()
                    self.vault.media.clear_leftovers()
            self.vault.close()

    def _reload(self) -> None:
        """After a failed write: memory says again what the vault says."""
        self.store.reload()
        self.media_queue.reload()
        self.room.reload()
        self._read_originals()

    def _read_originals(self) -> None:
        table = self.vault.db.table(ORIGINALS)
        self._originals = {file: sha256 for _, file, sha256 in table.rows()}
        self._original_hashes = set(self._originals.values())
