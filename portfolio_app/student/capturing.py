"""What a learner makes here: texts, links, more files for a work, newer versions of a file.

Nothing is ever written over: a newer file says which one it replaces, and that one stays. Files are
taken in by `intake`; what is drawn comes from `sketching`. No Flet may enter.
"""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model import order, values
from portfolio_app.model.artifact import LINK_TYPE, WRITING_TYPE, Work, WorkFile
from portfolio_app.model.records import FILE_NAME_LIMIT, ITEMS_LIMIT
from portfolio_app.student.intake import TakenFile
from portfolio_app.student.portfolio import Portfolio, Write, fields_of


def add_text(portfolio: Portfolio, words: str, title: str = "") -> tuple[str, str]:
    """Begin a text as a work of its own; returns the ids of the work and of the text."""
    work_id, file_id = portfolio.world.new_id(), portfolio.world.new_id()
    text = {"artifact": work_id, "media_type": WRITING_TYPE, "words": words, "position": 0}
    portfolio.write(new_work(portfolio, work_id, title) + fields_of("file", file_id, text))
    return work_id, file_id


def write_text(portfolio: Portfolio, work_id: str, file_id: str, words: str) -> None:
    """Go on with a text; what it said before can be read again."""
    text = existing_file(portfolio, work_id, file_id)
    if not text.is_writing:
        raise BadInput("That is not a text that was written here, so it cannot be changed here.")
    if text.words != (words,):
        portfolio.write([Write("file", file_id, "words", words)])


def add_link(portfolio: Portfolio, address: str, title: str = "") -> str:
    """Keep the address of a page as a work of its own; it is never asked for anything.

    Returns the id of the work. Raises BadInput for what is no address of a page.
    """
    whole = full_address(address)
    problem = values.web_address(whole)
    if problem:
        raise BadInput("That is not the address of a page. It looks like https://example.org")
    host = urlsplit(whole).hostname or ""
    link = {"media_type": LINK_TYPE, "address": whole, "name": host[:FILE_NAME_LIMIT]}
    work_id, file_id = portfolio.world.new_id(), portfolio.world.new_id()
    writes = new_work(portfolio, work_id, title)
    portfolio.write(
        writes + fields_of("file", file_id, {"artifact": work_id, "position": 0, **link})
    )
    return work_id


def full_address(typed: str) -> str:
    """An address as it was typed or said, with what people leave out."""
    address = typed.strip()
    host, dot, _ = address.partition("/")[0].partition(".")
    return f"https://{address}" if dot and ":" not in host else address


def new_work(
    portfolio: Portfolio, work_id: str, title: str = "", made_ms: int | None = None
) -> list[Write]:
    """What begins a work."""
    return [
        Write("artifact", work_id, "made_ms", portfolio.now_ms() if made_ms is None else made_ms),
        Write("artifact", work_id, "title", title.strip()),
    ]


def put_files(
    portfolio: Portfolio,
    writes: Iterable[Write],
    files: Sequence[tuple[str, TakenFile, Mapping[str, object]]],
) -> None:
    """Keep files that were taken in, each with its id and fields of its own, and `writes`, in one
    durable step.
    """
    together = list(writes)
    originals: dict[str, str] = {}
    for file_id, file, more in files:
        together += fields_of("file", file_id, {**_fields(file), **more})
        originals[file_id] = file.original.sha256_hex

    def keep() -> None:
        for _, file, _ in files:
            for received in file.received:
                portfolio.vault.media.keep(received)
            portfolio.media_queue.put(file.queue)
        portfolio.keep_originals(originals)

    portfolio.write(together, also=keep)


def put_more_files(portfolio: Portfolio, work_id: str, taken: Sequence[TakenFile]) -> None:
    """Put files after those that a work has."""
    work = portfolio.existing_work(work_id)
    if len(work.files) + len(taken) > ITEMS_LIMIT:
        raise BadInput(f"A work has at most {ITEMS_LIMIT} files. Begin another work for the rest.")
    keys = {file.id: file.place for file in work.files}
    wanted = [*keys, *map(str, range(len(taken)))]
    places = order.moved(keys, wanted)
    moves = [Write("file", file, "place", key) for file, key in places.items() if file in keys]
    files = [
        (
            portfolio.world.new_id(),
            file,
            {"artifact": work_id, "position": at, "place": places[str(number)]},
        )
        for number, (file, at) in enumerate(
            zip(taken, range(len(work.files), ITEMS_LIMIT), strict=False)
        )
    ]
    put_files(portfolio, moves, files)


def say_seen(portfolio: Portfolio, work_id: str, file_id: str, words: str) -> None:
    """Say what can be seen in a picture, for people who cannot see it."""
    before = existing_file(portfolio, work_id, file_id)
    said = " ".join(words.split())
    if said != before.seen:
        portfolio.write([Write("file", file_id, "seen", said)])


def put_newer(portfolio: Portfolio, work_id: str, file_id: str, taken: TakenFile) -> str:
    """Put a newer version in the place of a file, which stays; returns the id of the newer one."""
    newer_id = portfolio.world.new_id()
    place = newer(existing_file(portfolio, work_id, file_id), work_id)
    put_files(portfolio, [], [(newer_id, taken, place)])
    return newer_id


def use_again(portfolio: Portfolio, work_id: str, file_id: str) -> str:
    """Let a file be shown again that a newer one replaced; that one becomes the earlier. Returns
    the id of the work.
    """
    work = portfolio.existing_work(work_id)
    before, shown = existing_file(portfolio, work_id, file_id), work.shown_for(file_id)
    if shown is None or shown.id == file_id:
        return work_id
    told: dict[str, object] = {
        "media": before.media, "media_type": before.media_type, "size_bytes": before.size_bytes,
        "name": before.name, "preview": before.preview, "thumbnail": before.thumbnail,
        "width": before.width, "height": before.height, "seen": before.seen,
    }  # fmt: skip
    fields = {name: value for name, value in told.items() if value}
    newer_id = portfolio.world.new_id()
    parts = [
        {"artifact": work_id, "part_of": newer_id, "media": one.media, "name": one.name,
         "media_type": one.media_type, "size_bytes": one.size_bytes, "position": one.position}
        for one in work.parts
        if one.part_of == file_id
    ]  # fmt: skip
    writes = fields_of("file", newer_id, {**fields, **newer(shown, work_id)})
    for part in parts:
        writes += fields_of("file", portfolio.world.new_id(), part)
    portfolio.write(writes)
    return work_id


def newer(before: WorkFile, work_id: str) -> dict[str, object]:
    """The fields that make a file the newer version of another one."""
    return {
        "artifact": work_id,
        "position": before.position,
        "place": before.place,
        "replaces": before.id,
    }


def existing_file(portfolio: Portfolio, work_id: str, file_id: str) -> WorkFile:
    """A file of a work; raises NotFound."""
    work: Work = portfolio.existing_work(work_id)
    found = work.file(file_id)
    if found is None:
        raise NotFound("That file is not part of this work.")
    return found


def _fields(file: TakenFile) -> dict[str, object]:
    fields: dict[str, object] = {
        "media": file.media.sha256_hex,
        "media_type": file.media_type,
        "size_bytes": file.media.size_bytes,
        "name": file.name,
    }
    if file.preview and file.thumbnail:
        fields |= {
            "preview": file.preview.sha256_hex,
            "thumbnail": file.thumbnail.sha256_hex,
            "width": file.width,
            "height": file.height,
        }
    return fields
