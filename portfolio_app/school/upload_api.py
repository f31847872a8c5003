"""Large files from devices, in pieces: the routes of docs/formats/wire.md, "In pieces" (tus 1.0).

Nothing here decides whose file it is or whether it is whole; a request is read piece by piece, and
what was read when the line broke is kept.
"""

import base64
import binascii
import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from litestar import Response, delete, head, patch, post
from litestar.exceptions import HTTPException
from litestar.params import FromPath

from portfolio_app.errors import BadInput
from portfolio_app.model.people import learner_scope
from portfolio_app.school.access_rules import DEVICE, AnyRequest, device_request, who
from portfolio_app.school.arrivals import Arrival
from portfolio_app.school.database.uploads import Piece, Upload
from portfolio_app.school.incoming import in_good_time
from portfolio_app.school.media_api import SHA256_PATTERN
from portfolio_app.school.uploading import CHECKED_BYTES_LIMIT, PIECE_BYTES, OffsetConflict
from portfolio_app.school.wiring import School, school_of

TUS_VERSION = "1.0.0"
PIECE_TYPE = "application/offset+octet-stream"
NUMBER_DIGITS_LIMIT = 15
METADATA_CHARACTERS_LIMIT = 1_024
CHECKSUM_MISMATCH = 460
_PLACE = "/v1/uploads/self/{upload:str}"


@post("/v1/uploads/self", opt=who(DEVICE), status_code=201)
async def begin(request: AnyRequest) -> Response[Any]:
    """Begin an upload, or say how far it got. 413 too large, 507 no room, 429 too many open."""
    school, scope = _caller(request)
    size_bytes = _number(request, "upload-length")
    sha256 = _announced_hash(request.headers.get("upload-metadata", ""))
    if size_bytes == 0:
        raise BadInput("An empty file is not taken.")
    upload: Upload | None = await school.turns.file(
        lambda: school.uploads.begin(scope, sha256, size_bytes, school.now_ms())
    )
    if upload is not None and await school.arrivals.settle(upload.id):
        # More of it counts now, or all of it is here.
        upload = await school.turns.file(
            lambda: school.uploads.begin(scope, sha256, size_bytes, school.now_ms())
        )
    if upload is None:
        return Response({"have": True}, status_code=200, headers=_headers(None))
    place = {"Location": _PLACE.replace("{upload:str}", upload.id)}
    return Response(None, headers=_headers(upload) | place)


@head(_PLACE, opt=who(DEVICE))
async def how_far(request: AnyRequest, upload: FromPath[str]) -> Response[None]:
    """How far an upload got; 404 for one that is not under way, or somebody else's."""
    school, scope = _caller(request)
    found = await school.turns.file(lambda: school.uploads.find(scope, upload, school.now_ms()))
    if await school.arrivals.settle(found.id):
        found = await school.turns.file(lambda: school.uploads.find(scope, upload, school.now_ms()))
    length = {"Upload-Length": str(found.size_bytes)}
    return Response(None, headers=_headers(found) | length)


@patch(_PLACE, opt=who(DEVICE), request_max_body_size=None, status_code=204)
async def go_on(request: AnyRequest, upload: FromPath[str]) -> Response[None]:
    """Take bytes at the upload's offset; what came before the line broke is kept."""
    school, scope = _caller(request)
    found = await school.turns.file(lambda: school.uploads.find(scope, upload, school.now_ms()))
    if request.headers.get("content-type", "") != PIECE_TYPE:
        raise HTTPException(status_code=415, detail=f"Send this as {PIECE_TYPE}.")
    at_bytes = _number(request, "upload-offset")
    checksum = _checksum(request.headers.get("upload-checksum", ""))
    if at_bytes != found.offset_bytes:
        return _conflict(found.offset_bytes)
    try:
        if checksum is not None:
            found = await _take_checked(school, request, found, checksum)
        else:
            with school.arrivals.of(found.id) as arrival:
                found = await _take(school, request, found, arrival)
        if found.offset_bytes == found.size_bytes:
            whole = found
            await school.turns.file(lambda: school.uploads.finish(whole, school.now_ms()))
    except OffsetConflict as conflict:
        return _conflict(conflict.offset_bytes)
    return Response(None, headers=_headers(found))


@delete(_PLACE, opt=who(DEVICE), status_code=204)
async def give_up(request: AnyRequest, upload: FromPath[str]) -> Response[None]:
    """Delete what arrived of an upload."""
    school, scope = _caller(request)
    found = await school.turns.file(lambda: school.uploads.find(scope, upload, school.now_ms()))
    await school.turns.file(lambda: school.uploads.end(found))
    return Response(None, headers=_headers(None))


async def _take(school: School, request: AnyRequest, upload: Upload, arrival: Arrival) -> Upload:
    """Keep each MiB as it comes, and at the end of the request, however it ends, the rest."""
    gathered = bytearray()

    def keep(content: bytes, onto: Upload) -> Upload:
        piece = school.uploads.put(onto, onto.offset_bytes, content)
        return school.uploads.add(onto, (piece,), school.now_ms())

    try:
        async for part in in_good_time(request, arrival):
            gathered += part
            while len(gathered) >= PIECE_BYTES:
                full, gathered = bytes(gathered[:PIECE_BYTES]), gathered[PIECE_BYTES:]
                upload = await school.turns.file(lambda full=full, to=upload: keep(full, to))  # type: ignore[misc]
    except HTTPException:
        # The line broke, or stood still for too long.
        if gathered:
            await school.turns.file(lambda: keep(bytes(gathered), upload))
        raise
    if gathered:
        upload = await school.turns.file(lambda: keep(bytes(gathered), upload))
    return upload


async def _take_checked(
    school: School, request: AnyRequest, upload: Upload, checksum: bytes
) -> Upload:
    """Keep all of a request's bytes, or none: nothing counts before its checksum was right."""
    gathered = bytearray()
    async for part in in_good_time(request):
        gathered += part
        if len(gathered) > CHECKED_BYTES_LIMIT:
            raise HTTPException(status_code=413, detail="Too much to check at once.")
    if hashlib.sha256(gathered).digest() != checksum:
        raise HTTPException(status_code=CHECKSUM_MISMATCH, detail="The bytes were damaged.")

    def keep() -> Upload:
        pieces: tuple[Piece, ...] = ()
        for start in range(0, len(gathered), PIECE_BYTES):
            content = bytes(gathered[start : start + PIECE_BYTES])
            pieces += (school.uploads.put(upload, upload.offset_bytes + start, content),)
        return school.uploads.add(upload, pieces, school.now_ms())

    return await school.turns.file(keep)


def _caller(request: AnyRequest) -> tuple[School, str]:
    if request.headers.get("tus-resumable", TUS_VERSION) != TUS_VERSION:
        raise HTTPException(status_code=412, headers={"Tus-Version": TUS_VERSION})
    return school_of(request), learner_scope(device_request(request).learner_id)


def _headers(upload: Upload | None) -> dict[str, str]:
    found = {"Tus-Resumable": TUS_VERSION, "Cache-Control": "no-store"}
    if upload is not None:
        until = datetime.fromtimestamp(upload.until_ms / 1000, tz=UTC)
        found |= {
            "Upload-Offset": str(upload.offset_bytes),
            "Upload-Expires": format_datetime(until, usegmt=True),
        }
    return found


def _conflict(offset_bytes: int) -> Response[None]:
    headers = _headers(None) | {"Upload-Offset": str(offset_bytes)}
    return Response(None, status_code=409, headers=headers)


def _number(request: AnyRequest, name: str) -> int:
    text = request.headers.get(name, "")
    if not text.isascii() or not text.isdecimal() or len(text) > NUMBER_DIGITS_LIMIT:
        raise BadInput(f"The header {name} must be a whole number.")
    return int(text)


def _announced_hash(metadata: str) -> str:
    for pair in metadata[:METADATA_CHARACTERS_LIMIT].split(","):
        name, _, value = pair.strip().partition(" ")
        if name == "sha256":
            found = _plain(value).decode("latin-1")
            if SHA256_PATTERN.fullmatch(found):
                return found
    raise BadInput("Upload-Metadata must name the sha256 of the file: 64 hex digits in base64.")


def _checksum(header: str) -> bytes | None:
    if not header:
        return None
    name, _, value = header.partition(" ")
    found = _plain(value)
    if name != "sha256" or len(found) != hashlib.sha256().digest_size:
        raise BadInput("Upload-Checksum must be sha256 and 32 bytes in base64.")
    return found


def _plain(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return b""


ROUTES = (begin, how_far, go_on, give_up)
