"""A voice that was recorded in the app, to be listened to inside a page.

Nothing else is played: only a file with nothing but sound in it, looked at here again, because a
page trusts nothing that was sent.
"""

from litestar.exceptions import NotFoundException
from litestar.response import Stream

from portfolio_app.model.voice import HEADER_BYTES, VOICE_TYPE, is_plain_voice
from portfolio_app.school.access_rules import AnyRequest
from portfolio_app.school.database.blobs import Blob
from portfolio_app.school.front_door import FILE_POLICY
from portfolio_app.school.outgoing import pieces, wanted_range
from portfolio_app.school.wiring import School


async def voice(school: School, request: AnyRequest, blob: Blob | None) -> Stream:
    """The recording, or the part of it that a player asks for; anything else is not there."""
    if blob is None:
        raise NotFoundException
    first = await school.turns.file(lambda: b"".join(school.media.open(blob, 0, HEADER_BYTES)))
    if not is_plain_voice(first, blob.size_bytes):
        raise NotFoundException
    part = wanted_range(request.headers.get("range"), blob.size_bytes)
    start, stop = part or (0, blob.size_bytes)
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "no-store",
        "Content-Length": str(stop - start),
        "Content-Security-Policy": FILE_POLICY,
    }
    if part is not None:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{blob.size_bytes}"
    return Stream(
        pieces(school.media.open(blob, start, stop), school.turns),
        headers=headers,
        media_type=VOICE_TYPE,
        status_code=200 if part is None else 206,
    )
