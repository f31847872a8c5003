"""Room on this device: which files are surely at school, which may go from here, which came back.

A file may go only when somebody asked for room, when the school said at two different times that it
has it, when it waits for nothing, and when no work that it belongs to is pinned. What is shown
first, thumbnails and previews, never goes. No network may enter here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from portfolio_app.student.vault.media_queue import MediaQueue, turn_of
from portfolio_app.student.vault.records import RecordStore
from portfolio_app.student.vault.vaults import Vault

TABLE = "file_places"
PINNED = "pinned_works"
CONFIRM_AGAIN_MS = 3_600_000
"""How far apart two confirmations lie at least, so that they are not one moment's luck."""


@dataclass(frozen=True, slots=True)
class Freed:
    """What went from this device; all of it is at school."""

    size_bytes: int
    files: int


@dataclass(frozen=True, slots=True)
class _Place:
    """When the school first and again said that it has a file; since when it is there alone."""

    number: int
    first_ms: int
    second_ms: int = 0
    gone_ms: int = 0
    used_ms: int = 0


class FileRoom:
    """The files of one open vault that the school has. Writes belong inside a durable step."""

    def __init__(
        self, vault: Vault, store: RecordStore, queue: MediaQueue, now_ms: Callable[[], int]
    ) -> None:
        self._vault = vault
        self._store = store
        self._queue = queue
        self._now_ms = now_ms
        self._places: dict[str, _Place] | None = None
        self._used: dict[str, int] = {}
        self.may_lack_shown = True
        """Whether something that the gallery shows first may be only at school."""

    def reload(self) -> None:
        """Read everything from the vault again when it is next asked for."""
        self._places = None

    def note_confirmed(self, sha256_hex: str) -> None:
        """The school said just now that it has this file: it counts once in an hour."""
        now_ms, known = self._now_ms(), self._all().get(sha256_hex)
        if known is None or known.first_ms > now_ms:
            # A first time that lies ahead was told by a clock that was wrong.
            self._put(sha256_hex, replace(known or _Place(0, 0), first_ms=now_ms))
        elif not known.second_ms and now_ms - known.first_ms >= CONFIRM_AGAIN_MS:
            self._put(sha256_hex, replace(known, second_ms=now_ms))

    def to_confirm(self) -> tuple[str, ...]:
        """Files that the school should be asked about now, those that wait longest first."""
        now_ms = self._now_ms()
        asked = (
            (place.first_ms, sha256_hex)
            for sha256_hex, place in self._all().items()
            if not place.second_ms
            and (now_ms - place.first_ms >= CONFIRM_AGAIN_MS or place.first_ms > now_ms)
        )
        return tuple(sha256_hex for _, sha256_hex in sorted(asked))

    def unsure(self) -> tuple[str, ...]:
        """Own files that are here and wait for nothing, but were not confirmed twice."""
        named = {
            view[name]
            for view in self._files()
            for name in ("thumbnail", "preview", "media")
            if isinstance(view.get(name), str)
        }
        return tuple(
            one
            for one in sorted(named)
            if not self.is_confirmed(one)
            and not self._is_waiting(one)
            and self._vault.media.has(one)
        )

    def note_lost(self, sha256_hex: str) -> None:
        """The school has it no longer: what it said is void, and what is here goes up again."""
        self.forget([sha256_hex])
        if self._vault.media.has(sha256_hex):
            types = {view.get("media"): view.get("media_type") for view in self._files()}
            self._queue.put([(sha256_hex, turn_of(str(types.get(sha256_hex) or "")))])

    def note_here(self, sha256_hex: str) -> None:
        """A file came from the school; having it proves that the school does too."""
        self.note_confirmed(sha256_hex)
        self._put(sha256_hex, replace(self._all()[sha256_hex], gone_ms=0))
        self.note_used(sha256_hex)

    def note_used(self, sha256_hex: str) -> None:
        """Somebody looks at it; kept in memory until room is asked for or the vault is closed."""
        self._used[sha256_hex] = self._now_ms()

    def keep_uses(self) -> None:
        """Write down what was looked at."""
        used, self._used = self._used, {}
        for sha256_hex, used_ms in used.items():
            known = self._all().get(sha256_hex)
            if known is not None:
                self._put(sha256_hex, replace(known, used_ms=used_ms))

    def is_confirmed(self, sha256_hex: str) -> bool:
        """Whether the school said at two different times that it has this file."""
        known = self._all().get(sha256_hex)
        return known is not None and known.second_ms > 0

    def is_at_school_only(self, sha256_hex: str) -> bool:
        """Whether the file went from here to make room."""
        known = self._all().get(sha256_hex)
        return known is not None and known.gone_ms > 0

    @property
    def pinned(self) -> frozenset[str]:
        """Works whose files stay here whatever happens."""
        return frozenset(self._vault.get_setting(PINNED) or ())

    def pin(self, work_id: str, is_pinned: bool) -> None:
        """Keep a work's files here, or let them go when room is asked for."""
        works = self.pinned | {work_id} if is_pinned else self.pinned - {work_id}
        self._vault.put_setting(PINNED, sorted(works))

    def take_leave(self, wanted_bytes: int) -> Freed:
        """Let go of what was looked at longest ago, until `wanted_bytes` are free or nothing may
        go any more. The sealed files themselves go after the durable step, by `clear_leftovers`.
        """
        self.keep_uses()
        leaving: list[str] = []
        freed_bytes = 0
        for sha256_hex in sorted(self._may_go(), key=self._used_ms):
            if freed_bytes >= wanted_bytes:
                break
            freed_bytes += self._vault.media.size_bytes(sha256_hex)
            leaving.append(sha256_hex)
        now_ms = self._now_ms()
        for sha256_hex in leaving:
            self._put(sha256_hex, replace(self._all()[sha256_hex], gone_ms=now_ms))
        self._vault.media.drop(leaving)
        return Freed(freed_bytes, len(leaving))

    def forget(self, hashes: Iterable[str]) -> None:
        """Know nothing of these any more."""
        places = self._all()
        gone = [places.pop(sha256_hex) for sha256_hex in hashes if sha256_hex in places]
        if gone:
            self._vault.db.table(TABLE).remove(doc_ids=[place.number for place in gone])

    def _may_go(self) -> list[str]:
        """Hashes of files that the school surely has, that wait for nothing and are not pinned."""
        pinned, files = self.pinned, self._files()
        stays = {view.get(name) for view in files for name in ("preview", "thumbnail")}
        stays |= {view.get("media") for view in files if view.get("artifact") in pinned}
        stays |= {view.get("media") for _, view in self._store.library()}
        named = {view["media"] for view in files if isinstance(view.get("media"), str)}
        return [
            one
            for one in named - stays
            if self.is_confirmed(one) and not self._is_waiting(one) and self._vault.media.has(one)
        ]

    def _is_waiting(self, sha256_hex: str) -> bool:
        return sha256_hex in self._queue

    def _used_ms(self, sha256_hex: str) -> tuple[int, str]:
        place = self._all()[sha256_hex]
        return place.used_ms or place.first_ms, sha256_hex

    def _files(self) -> list[Mapping[str, Any]]:
        return self._store.of_kind("file")

    def _all(self) -> dict[str, _Place]:
        if self._places is None:
            self._places = {
                document["sha256"]: _Place(
                    document.doc_id,
                    document["first_ms"],
                    document["second_ms"],
                    document["gone_ms"],
                    document["used_ms"],
                )
                for document in self._vault.db.table(TABLE)
            }
        return self._places

    def _put(self, sha256_hex: str, place: _Place) -> None:
        table = self._vault.db.table(TABLE)
        document = {
            "sha256": sha256_hex,
            "first_ms": place.first_ms,
            "second_ms": place.second_ms,
            "gone_ms": place.gone_ms,
            "used_ms": place.used_ms,
        }
        if place.number:
            table.update(document, doc_ids=[place.number])
        else:
            place = replace(place, number=table.insert(document))
        self._all()[sha256_hex] = place
