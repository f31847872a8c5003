"""Media between device and school: by hash, inside the scopes that a device may read."""

import re

from litestar import Response, post, put, route
from litestar.exceptions import NotFoundException, ServiceUnavailableException
from litestar.params import FromPath
from litestar.response import Stream

from portfolio_app.model.people import LearnerId, learner_scope
from portfolio_app.school import writing
from portfolio_app.school.access_rules import DEVICE, AnyRequest, device_request, who
from portfolio_app.school.database.blobs import Blob
from portfolio_app.school.front_door import FILE_POLICY
from portfolio_app.school.incoming import in_good_time
from portfolio_app.school.media import Arrival, TooLarge
from portfolio_app.school.outgoing import pieces, wanted_range
from portfolio_app.school.packs import PACK_BYTES_LIMIT, read_pack
from portfolio_app.school.wiring import School, school_of

GATHER_BYTES = 256 * 1024
SHA256_PATTERN = re.compile(r"[0-9a-f]{64}", re.ASCII)
_HAVE = {"have": True}


@put("/v1/media/self/{sha256:str}", opt=who(DEVICE), request_max_body_size=None, status_code=200)
async def put_own(request: AnyRequest, sha256: FromPath[str]) -> Response[dict[str, bool]]:
    """Take a file. 422 when its bytes have another hash, 413 too large, 507 no room."""
    school, scope = school_of(request), learner_scope(device_request(request).learner_id)
    _check_hash(sha256)
    announced = request.headers.get("content-length", "")
    if (
        announced.isascii()
        and announced.isdecimal()
        and int(announced) > school.settings.file_bytes
    ):
        raise TooLarge("The file is too large for this school.")
    if await school.turns.file(lambda: school.media.has(scope, sha256)):
        async for _ in in_good_time(request):
            pass  # the sender is told once it has finished speaking
        return Response(_HAVE)
    await _take(school, request, scope, sha256)
    return Response(_HAVE)


@post("/v1/media/self", opt=who(DEVICE), request_max_body_size=PACK_BYTES_LIMIT, status_code=200)
async def post_own(request: AnyRequest) -> Response[dict[str, list[str]]]:
    """Take several small files at once.

    400 when it is no pack, 413 too large, 503 too many at this moment, 507 no room.
    """
    school, scope = school_of(request), learner_scope(device_request(request).learner_id)
    with school.turns.pack() as has_place:
        if not has_place:
            raise ServiceUnavailableException
        pack = read_pack(b"".join([piece async for piece in in_good_time(request)]))
        damaged = await school.turns.file(
            lambda: school.media.take_pack(scope, pack, school.now_ms())
        )
    return Response({"have": sorted({*pack} - damaged), "damaged": sorted(damaged)})


@route("/v1/media/self/{sha256:str}", http_method=["GET", "HEAD"], opt=who(DEVICE))
async def get_own(request: AnyRequest, sha256: FromPath[str]) -> Response[bytes] | Stream:
    """A file of the device's own learner."""
    return await _send(request, learner_scope(device_request(request).learner_id), sha256)


@route("/v1/media/c/{class_id:str}/{sha256:str}", http_method=["GET", "HEAD"], opt=who(DEVICE))
async def get_class(
    request: AnyRequest, class_id: FromPath[str], sha256: FromPath[str]
) -> Response[bytes] | Stream:
    """A file that a class shares with its learners."""
    school, learner = school_of(request), device_request(request).learner_id
    scope = f"c/{class_id}"
    if not await school.turns.page(lambda: _may_read(school, learner, scope)):
        raise NotFoundException
    return await _send(request, scope, sha256)


async def _take(school: School, request: AnyRequest, scope: str, sha256: str) -> None:
    arrival: Arrival = await school.turns.file(
        lambda: school.media.receive(scope, sha256, school.now_ms())
    )
    with arrival:
        gathered = bytearray()
        async for piece in in_good_time(request):
            gathered += piece
            if len(gathered) >= GATHER_BYTES:
                full, gathered = bytes(gathered), bytearray()
                await school.turns.file(lambda full=full: arrival.take(full))  # type: ignore[misc]
        rest = bytes(gathered)

        def end() -> None:
            arrival.take(rest)
            arrival.finish()

        await school.turns.file(end)


async def _send(request: AnyRequest, scope: str, sha256: str) -> Response[bytes] | Stream:
    school = school_of(request)
    _check_hash(sha256)
    blob: Blob | None = await school.turns.file(lambda: school.media.find(scope, sha256))
    if blob is None:
        raise NotFoundException
    headers = {
        "Accept-Ranges": "bytes",
        "Content-Disposition": "attachment",
        "Content-Security-Policy": FILE_POLICY,
    }
    if request.method == "HEAD":
        headers["Content-Length"] = str(blob.size_bytes)
        return Response(b"", headers=headers, media_type="application/octet-stream")
    part = wanted_range(request.headers.get("range"), blob.size_bytes)
    start, stop = part or (0, blob.size_bytes)
    headers["Content-Length"] = str(stop - start)
    if part is not None:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{blob.size_bytes}"
    return Stream(
        pieces(school.media.open(blob, start, stop), school.turns),
        headers=headers,
        media_type="application/octet-stream",
        status_code=200 if part is None else 206,
    )


def _may_read(school: School, learner: LearnerId, scope: str) -> bool:
    return school.database.read(
        lambda transaction: (
            scope in {f"c/{one}" for one in writing.learner_actor(transaction, learner).classes}
        )
    )


def _check_hash(sha256: str) -> None:
    if SHA256_PATTERN.fullmatch(sha256) is None:
        raise NotFoundException


ROUTES = (put_own, post_own, get_own, get_class)
