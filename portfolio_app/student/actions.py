"""One function for each thing a learner can do; each is one durable step or nothing at all.

Screens, the command line and the demo all act through these. No Flet, no HTTP, no clock of its own.
Every function may raise BadInput (a value does not fit), NotFound, or StorageFull.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portfolio_app.errors import BadInput, NotAllowed, NotFound
from portfolio_app.model import order
from portfolio_app.model.assessment import Ratings
from portfolio_app.model.deletion import ASKS_FIRST
from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.model.pins import Pins
from portfolio_app.model.profile import for_families
from portfolio_app.model.prompts import ABOUT, WORK, find_prompt
from portfolio_app.model.records import ABOUT_LIMIT, ITEMS_LIMIT
from portfolio_app.model.showcase import LINK_LIFE_MS, Link
from portfolio_app.student import capturing, judging
from portfolio_app.student.about_me import profile
from portfolio_app.student.intake import TakenFile, take_file
from portfolio_app.student.portfolio import LINK_TOKENS, ME, Portfolio, Write, fields_of
from portfolio_app.student.thinking import said

FILES_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Source:
    """A file on its way in: its name and its bytes, piece by piece."""

    name: str
    chunks: Iterable[bytes]


def add_work(
    portfolio: Portfolio, sources: Sequence[Source], title: str = "", made_ms: int | None = None
) -> str:
    """Add a work of one or more files and return its id. `made_ms` when it was made, if not now.

    Each file is sealed while it is read. Pictures are shown upright and without their place; the
    original stays as it came. Raises UnsupportedPicture for a picture that cannot be shown, with
    nothing added.
    """
    work_id = portfolio.world.new_id()
    taken = _taken(portfolio, sources)
    files = [
        (portfolio.world.new_id(), file, {"artifact": work_id, "position": position})
        for position, file in enumerate(taken)
    ]
    capturing.put_files(portfolio, capturing.new_work(portfolio, work_id, title, made_ms), files)
    return work_id


def add_files(portfolio: Portfolio, sources: Sequence[Source], *, work_id: str) -> str:
    """Add more files to a work, after those it has; returns its id. Raises as `add_work` does."""
    portfolio.existing_work(work_id)
    capturing.put_more_files(portfolio, work_id, _taken(portfolio, sources))
    return work_id


def replace_file(
    portfolio: Portfolio, sources: Sequence[Source], *, work_id: str, file_id: str
) -> str:
    """Put another file in the place of one, which stays as an earlier version; returns the work's
    id. More than one file: the others stand after it.
    """
    capturing.existing_file(portfolio, work_id, file_id)
    first, *others = _taken(portfolio, sources)
    capturing.put_newer(portfolio, work_id, file_id, first)
    if others:
        capturing.put_more_files(portfolio, work_id, others)
    return work_id


def set_title(portfolio: Portfolio, work_id: str, title: str) -> None:
    """Name a work."""
    portfolio.existing_work(work_id)
    portfolio.write([Write("artifact", work_id, "title", title.strip())])


def set_caption(portfolio: Portfolio, work_id: str, words: str) -> None:
    """Say something about a work; replaces every version that this device shows."""
    portfolio.existing_work(work_id)
    portfolio.write([Write("artifact", work_id, "caption", words)])


def arrange_files(portfolio: Portfolio, work_id: str, files: Sequence[str]) -> None:
    """Put the files of a work into this order; the first picture stands for the work."""
    keys = {file.id: file.place for file in portfolio.existing_work(work_id).files}
    if sorted(files) != sorted(keys):
        raise BadInput("The files of this work have changed. Look at it again, then move them.")
    moved = order.moved(keys, files)
    if moved:
        portfolio.write([Write("file", file, "place", key) for file, key in moved.items()])


def tag(portfolio: Portfolio, work_id: str, competency: str) -> None:
    """Say that a work shows a competency, as "<framework id>/<item id>". A repeat changes
    nothing.
    """
    work = portfolio.existing_work(work_id)
    if portfolio.catalog.competency(competency) is None:
        raise NotFound(
            f"No framework here has '{competency[:80]}'. Choose one of those that are listed."
        )
    if competency not in work.competencies:
        portfolio.write([Write("artifact", work_id, "competencies", competency)])


def untag(portfolio: Portfolio, work_id: str, competency: str) -> None:
    """Take a competency off a work."""
    portfolio.existing_work(work_id)
    portfolio.write([Write("artifact", work_id, "competencies", None, removes=competency)])


def assess(
    portfolio: Portfolio, work_id: str, rubric_id: str, ratings: Ratings, pins: Pins | None = None
) -> str:
    """Judge a work against the newest version of a rubric; see `judging.assess`."""
    return judging.assess(portfolio, work_id, rubric_id, ratings, pins)


def reflect(
    portfolio: Portfolio, work_id: str, prompt: str, words: str, reflection_id: str | None = None
) -> str:
    """Answer a prompt about a work; with `reflection_id` the answer gets a new version. Returns
    the id.
    """
    work = portfolio.existing_work(work_id)
    said(words)
    if reflection_id is not None:
        if all(reflection.id != reflection_id for reflection in work.reflections):
            raise NotFound("That thought is not part of this work.")
        portfolio.write([Write("reflection", reflection_id, "words", words)])
        return reflection_id
    known = find_prompt(prompt)
    if known is None or WORK not in ABOUT[known.kind]:
        raise NotFound("There is no such question to answer. Choose one of those that are listed.")
    fresh_id = portfolio.world.new_id()
    portfolio.write(
        fields_of(
            "reflection",
            fresh_id,
            {
                "artifact": work.id,
                "prompt": prompt,
                "words": words,
                "at_ms": portfolio.now_ms(),
            },
        )
    )
    return fresh_id


def set_circumstances(
    portfolio: Portfolio, work_id: str, *, setting: str | None = None, helped: str | None = None
) -> None:
    """Say where a work was made and with whose help; "" takes it back, None stays."""
    portfolio.existing_work(work_id)
    given = {"setting": setting, "help": helped}
    values = {name: value or None for name, value in given.items() if value is not None}
    if values:
        portfolio.write(fields_of("artifact", work_id, values))


def put_in_bin(portfolio: Portfolio, work_id: str) -> None:
    """Put a work in the bin, by hand; nothing is deleted."""
    portfolio.existing_work(work_id)
    gone = Write("artifact", work_id, "binned_ms", portfolio.now_ms(), is_asked=True)
    portfolio.write([gone])


def take_from_bin(portfolio: Portfolio, work_id: str) -> None:
    """Take a work out of the bin; the school need not ask any more whether it was meant to go."""
    portfolio.existing_work(work_id)
    asked = [
        change.id
        for change, reason in portfolio.store.refused()
        if change.record == work_id and reason == ASKS_FIRST
    ]

    def settle() -> None:
        portfolio.store.let_go(asked)

    portfolio.write([Write("artifact", work_id, "binned_ms", None)], also=settle)


def make_showcase(
    portfolio: Portfolio, title: str, story: str, items: Sequence[str], about: Sequence[str] = ()
) -> str:
    """Choose works to show, in order, and entries of the profile to tell; returns its id."""
    showcase_id = portfolio.world.new_id()
    chosen = _chosen(portfolio, items)
    writes = fields_of(
        "showcase", showcase_id, {"title": _named(title), "story": story, "layout": "grid"}
    )
    writes += [Write("showcase", showcase_id, "items", item) for item in chosen]
    writes.append(Write("showcase", showcase_id, "arrangement", list(chosen)))
    writes += _about_writes(portfolio, showcase_id, (), about)
    portfolio.write(writes)
    return showcase_id


def change_showcase(
    portfolio: Portfolio,
    showcase_id: str,
    title: str,
    story: str,
    items: Sequence[str],
    about: Sequence[str] | None = None,
) -> None:
    """Change what a showcase is called, tells and shows; open links show the change. What it
    tells `about` the learner stays if that is None.
    """
    showcase = next((s for s in portfolio.showcases() if s.id == showcase_id), None)
    if showcase is None:
        raise NotFound("That showcase is not here.")
    chosen = _chosen(portfolio, items)
    writes = []
    if title.strip() != showcase.title:
        writes.append(Write("showcase", showcase_id, "title", _named(title)))
    if (story,) != showcase.stories:
        writes.append(Write("showcase", showcase_id, "story", story))
    writes += [
        Write("showcase", showcase_id, "items", item)
        for item in chosen
        if item not in showcase.items
    ]
    writes += [
        Write("showcase", showcase_id, "items", None, removes=item)
        for item in showcase.items
        if item not in chosen
    ]
    if tuple(chosen) != showcase.items:
        writes += _placing(portfolio, showcase_id, chosen)
    if about is not None:
        writes += _about_writes(portfolio, showcase_id, showcase.about, about)
    if writes:
        portfolio.write(writes)


def _placing(portfolio: Portfolio, showcase_id: str, chosen: Sequence[str]) -> list[Write]:
    """The whole list, for programs that know no keys; and a key for each work that moved.

    The first time each work gets one, or the next list would move those that have none.
    """
    writes = [Write("showcase", showcase_id, "arrangement", list(chosen))]
    keys, placed = portfolio.showcase_keys(showcase_id)
    moved = order.moved(keys, chosen)
    for item in chosen:
        if item in moved or item not in placed:
            values = {"place": moved.get(item) or keys[item]}
            if item not in placed:
                values |= {"showcase": showcase_id, "item": item}
            writes += fields_of("placement", order.placement_id(showcase_id, item), values)
    return writes


def _about_writes(
    portfolio: Portfolio, showcase_id: str, before: Sequence[str], about: Sequence[str]
) -> list[Write]:
    chosen = tuple(dict.fromkeys(about))
    if len(chosen) > ABOUT_LIMIT:
        raise BadInput(f"A showcase tells at most {ABOUT_LIMIT} things about you.")
    fresh = [entry for entry in chosen if entry not in before]
    known = {entry.id for entry in for_families(profile(portfolio))} if fresh else set()
    if not known.issuperset(fresh):
        raise NotFound("That is not for your family any more. Look at what you chose again.")
    writes = [Write("showcase", showcase_id, "about", entry) for entry in fresh]
    gone = [entry for entry in before if entry not in chosen]
    return writes + [Write("showcase", showcase_id, "about", None, removes=one) for one in gone]


def bin_showcase(portfolio: Portfolio, showcase_id: str) -> None:
    """Put a showcase in the bin; its links lead nowhere from then on."""
    if all(showcase.id != showcase_id for showcase in portfolio.showcases()):
        raise NotFound("That showcase is not here.")
    portfolio.write([Write("showcase", showcase_id, "binned_ms", portfolio.now_ms())])


def take_showcase_from_bin(portfolio: Portfolio, showcase_id: str) -> None:
    """Take a showcase out of the bin; its links that were not taken back lead to it again."""
    record = portfolio.store.view(OWN_SCOPE, showcase_id)
    if record is None or record.get("binned_ms") is None:
        raise NotFound("That showcase is not in the bin.")
    portfolio.write([Write("showcase", showcase_id, "binned_ms", None)])


def share(portfolio: Portfolio, showcase_id: str) -> Link:
    """Make a link to a showcase. The school keeps only the hash of its token; the address stays
    here.
    """
    if portfolio.school is None:
        raise NotAllowed("A link needs your school. Join your school first, then share.")
    if all(showcase.id != showcase_id for showcase in portfolio.showcases()):
        raise NotFound("That showcase is not here.")
    link_id, token = portfolio.world.new_id(), portfolio.world.new_token()
    link = Link(
        link_id,
        showcase_id,
        hashlib.sha256(token.encode()).hexdigest(),
        portfolio.now_ms() + LINK_LIFE_MS,
    )

    def keep() -> None:
        tokens = dict(portfolio.vault.get_setting(LINK_TOKENS) or {})
        portfolio.vault.put_setting(LINK_TOKENS, {**tokens, link_id: token})

    portfolio.write(
        fields_of(
            "link", link_id, {"showcase": showcase_id, "hash": link.hash, "until_ms": link.until_ms}
        ),
        also=keep,
    )
    return link


def take_back(portfolio: Portfolio, link_id: str) -> None:
    """End a link: whoever holds it sees nothing more."""
    portfolio.write([Write("link", link_id, "taken_back_ms", portfolio.now_ms())])


def set_about(
    portfolio: Portfolio,
    name: str | None = None,
    picture: str | None = None,
    band: str | None = None,
    language: str | None = None,
) -> None:
    """Change how the learner is called and shown; what is None stays."""
    given = {"name": name and name.strip(), "picture": picture, "band": band, "language": language}
    writes = fields_of(
        "learner", ME, {field: value for field, value in given.items() if value is not None}
    )
    if writes:
        portfolio.write(writes)


def _taken(portfolio: Portfolio, sources: Sequence[Source]) -> list[TakenFile]:
    if not 1 <= len(sources) <= FILES_LIMIT:
        raise BadInput(
            f"A work has 1 to {FILES_LIMIT} files; {len(sources)} were given. Add the "
            "others to another work."
        )
    return [take_file(portfolio, source.name, source.chunks) for source in sources]


def _named(title: str) -> str:
    if not title.strip():
        raise BadInput("A showcase needs a name. Give it one.")
    return title.strip()


def _chosen(portfolio: Portfolio, items: Sequence[str]) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(items))
    if not 1 <= len(chosen) <= ITEMS_LIMIT:
        raise BadInput(f"A showcase shows 1 to {ITEMS_LIMIT} works; {len(chosen)} are chosen.")
    for item in chosen:
        portfolio.existing_work(item)
    return chosen
