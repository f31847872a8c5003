"""The pages behind a link: what was shared, as long as it is; else one and the same kind no."""

from dataclasses import dataclass
from typing import Any

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Stream

from portfolio_app.model.artifact import Work, WorkFile
from portfolio_app.model.gallery import kind_of
from portfolio_app.model.people import LearnerId
from portfolio_app.model.profile import told_in
from portfolio_app.model.showcase import Link, Showcase, unshown_files, visible_works
from portfolio_app.model.voice import voices_of
from portfolio_app.school.access_rules import ANYONE, GUEST, AnyRequest, who
from portfolio_app.school.accounts import TOKEN_CHARACTERS_LIMIT, token_hash
from portfolio_app.school.database import blobs, ledger, people, works
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.database.ledger import Disclosure
from portfolio_app.school.front_door import FILE_POLICY
from portfolio_app.school.incoming import address_of
from portfolio_app.school.pictures import PICTURE_BYTES_LIMIT, tells_no_place
from portfolio_app.school.sounds import voice
from portfolio_app.school.tag_words import Tag, tags
from portfolio_app.school.turns import GUESTS
from portfolio_app.school.wiring import School, school_of


@dataclass(frozen=True, slots=True)
class Told:
    """What the learner says of themself on one topic."""

    topic: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """What an open link shows: `first_name` and no more of the name, `told` and no more of what
    the learner said of themself.
    """

    scope: str
    link: Link
    showcase: Showcase
    works: tuple[Work, ...]
    told: tuple[Told, ...]
    first_name: str
    band: str
    classes: tuple[Any, ...]

    @property
    def pictures(self) -> tuple[WorkFile, ...]:
        """The files with a picture to show, in the order of the page; the n-th has address n."""
        return tuple(file for work in self.works for file in work.files if file.preview)

    @property
    def voices(self) -> tuple[WorkFile, ...]:
        """The recordings to listen to, in the order of the page; the n-th has address n."""
        return tuple(file for work in self.works for _, file in voices_of(work))


@dataclass(frozen=True, slots=True)
class Shown:
    """One work on the page: its pictures with the number in their address, its texts and links, its
    voices with number and the id of what they are about.
    """

    work: Work
    tags: tuple[Tag, ...]
    pictures: tuple[tuple[int, WorkFile], ...]
    voices: tuple[tuple[int, str, WorkFile], ...] = ()

    @property
    def thoughts(self) -> frozenset[str]:
        """The ids of what the learner thinks of it."""
        return frozenset(one.id for one in self.work.reflections)

    @property
    def spoken(self) -> frozenset[str]:
        """The ids of what something was said about."""
        return frozenset(owner for _, owner, _ in self.voices)

    @property
    def texts(self) -> tuple[str, ...]:
        """What was written here, each version that stands."""
        return tuple(words for file in self.work.files for words in file.words if words.strip())

    @property
    def links(self) -> tuple[WorkFile, ...]:
        """Addresses of pages elsewhere."""
        return tuple(file for file in self.work.files if file.is_link)

    @property
    def not_here(self) -> tuple[str, ...]:
        """The kinds of its files that this page cannot show, each once: "film", "document"."""
        kinds = map(kind_of, unshown_files(self.work))
        return tuple(dict.fromkeys("film" if kind == "film" else "document" for kind in kinds))


@get("/s/{token:str}", opt=who(GUEST))
async def showcase_page(request: AnyRequest, token: FromPath[str]) -> Response[str]:
    """A showcase, for whoever holds the link. Being opened is written down for the learner."""
    school = school_of(request)
    school.turns.count(GUESTS, address_of(request))
    opened = await school.turns.page(lambda: _open(school, token))
    if opened is None:
        return school.pages.guest("link_over.html", {}, 404)
    disclosure = Disclosure(
        school.new_id(), opened.scope, opened.link.id, school.now_ms(), len(opened.works)
    )
    await school.turns.page(lambda: school.database.write(lambda t: ledger.disclose(t, disclosure)))
    language = school.words.language
    catalog = await school.turns.page(lambda: school.library.spoken(opened.classes, language))
    number, spoken, shown = 0, 0, []
    for work in opened.works:
        files = [file for file in work.files if file.preview]
        pictures = tuple(enumerate(files, start=number))
        number += len(files)
        voices = tuple(
            (at, owner, file) for at, (owner, file) in enumerate(voices_of(work), start=spoken)
        )
        spoken += len(voices)
        mine = tags(work.competencies, catalog, opened.band)
        shown.append(Shown(work, mine, pictures, voices))
    facts = {
        "token": token,
        "showcase": opened.showcase,
        "first_name": opened.first_name,
        "shown": shown,
        "told": opened.told,
        "until_ms": opened.link.until_ms,
    }
    return school.pages.guest("showcase.html", facts)


@get("/s/{token:str}/p/{number:int}", opt=who(GUEST))
async def showcase_picture(
    request: AnyRequest, token: FromPath[str], number: FromPath[int]
) -> Response[bytes]:
    """The n-th picture of a showcase: the small one without a place, never the original."""
    school = school_of(request)
    school.turns.count(GUESTS, address_of(request))
    opened = await school.turns.page(lambda: _open(school, token))
    if opened is None or not 0 <= number < len(opened.pictures):
        raise NotFoundException
    wanted, scope = opened.pictures[number].preview, opened.scope
    blob = await school.turns.file(
        lambda: school.database.read(lambda t: blobs.find(t, scope, wanted))
    )
    if blob is None or blob.size_bytes > PICTURE_BYTES_LIMIT:
        raise NotFoundException
    raw = await school.turns.file(lambda: b"".join(school.media.open(blob)))
    if not tells_no_place(raw):
        raise NotFoundException
    return Response(raw, media_type="image/jpeg", headers={"Content-Security-Policy": FILE_POLICY})


@get("/s/{token:str}/v/{number:int}", opt=who(GUEST))
async def showcase_voice(
    request: AnyRequest, token: FromPath[str], number: FromPath[int]
) -> Stream:
    """The n-th recording of a showcase."""
    school = school_of(request)
    school.turns.count(GUESTS, address_of(request))
    opened = await school.turns.page(lambda: _open(school, token))
    if opened is None or not 0 <= number < len(opened.voices):
        raise NotFoundException
    wanted, scope = opened.voices[number].media, opened.scope
    blob = await school.turns.file(
        lambda: school.database.read(lambda t: blobs.find(t, scope, wanted))
    )
    return await voice(school, request, blob)


@get("/join", opt=who(ANYONE))
async def how_to_join(request: AnyRequest) -> Response[str]:
    """What a card's QR picture leads to in a browser: how to join with the app."""
    school = school_of(request)
    return school.pages.guest("join.html", {"address": school.settings.address})


def _open(school: School, token: str) -> Opened | None:
    """What a token opens now; None for wrong, over, taken back and unknown alike."""
    if len(token) > TOKEN_CHARACTERS_LIMIT:
        return None
    now_ms, hashed = school.now_ms(), token_hash(token)

    def look(transaction: Transaction) -> Opened | None:
        for scope, link in works.links_by_hash(transaction, hashed):
            found = _look(school, transaction, scope, link, now_ms)
            if found is not None:
                return found
        return None

    return school.database.read(look)


def _look(
    school: School, transaction: Transaction, scope: str, link: Link, now_ms: int
) -> Opened | None:
    showcase = works.showcase(transaction, scope, link.showcase)
    if showcase is None or showcase.is_binned or not link.is_open(now_ms):
        return None
    chosen = works.open_works(transaction, [(scope, item) for item in showcase.items])
    visible = visible_works(
        showcase, link, chosen.values(), now_ms, needs_approval=school.settings.needs_approval
    )
    # As with the story: before a work may be seen there is nothing to see.
    told = _told(transaction, scope, showcase) if visible else ()
    learner = LearnerId(scope[2:])
    person = people.find(transaction, learner)
    card = works.learner_card(transaction, scope)
    name = " ".join(str(card.get("name") or person.given).split())
    return Opened(
        scope, link, showcase, visible, told, name.partition(" ")[0],
        str(card.get("band") or person.band),
        tuple(people.class_ids_of(transaction, learner, people.LEARNER)),
    )  # fmt: skip


def _told(transaction: Transaction, scope: str, showcase: Showcase) -> tuple[Told, ...]:
    if not showcase.about:
        return ()
    found: dict[str, list[str]] = {}
    for entry in told_in(works.told_profile(transaction, scope), showcase.about):
        found.setdefault(entry.topic, []).append(entry.words)
    return tuple(Told(topic, tuple(words)) for topic, words in found.items())


ROUTES = (showcase_page, showcase_picture, showcase_voice, how_to_join)
