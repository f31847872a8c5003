"""Taking what somebody left behind on a shared device: from anybody, because it proves itself.

Nothing is answered but that it was taken, or a sentence.
"""

from litestar import Response, post
from litestar.exceptions import HTTPException

from portfolio_app.errors import PortfolioError
from portfolio_app.school import left_behind
from portfolio_app.school.access_rules import ANYONE, AnyRequest, who
from portfolio_app.school.incoming import address_of, in_good_time
from portfolio_app.school.left_behind import LOOK_BYTES, MORE_THAN_A_FILE_BYTES, Spooled
from portfolio_app.school.media import TooLarge
from portfolio_app.school.turns import LEFT_PARTS
from portfolio_app.school.wiring import School, school_of

TYPE = "application/octet-stream"
GATHER_BYTES = 256 * 1024
HEARD_OUT_BYTES = 16 << 20
"""A sender is told no once it has finished speaking, up to so many bytes; then the line is cut."""


@post("/v1/bundles", opt=who(ANYONE), request_max_body_size=None, status_code=200)
async def take_left(request: AnyRequest) -> Response[dict[str, bool]]:
    """Take a part whole. 400, 404, 413, 429 or 507 with a sentence, and nothing else."""
    school = school_of(request)
    school.turns.count(LEFT_PARTS, address_of(request))
    announced_bytes = _announced(request, school)
    body = in_good_time(request)
    with Spooled(school.media.arriving_path(), announced_bytes) as spooled:
        try:
            gathered, is_known = bytearray(), False
            async for piece in body:
                gathered += piece
                while len(gathered) >= GATHER_BYTES:
                    full, gathered = bytes(gathered[:GATHER_BYTES]), gathered[GATHER_BYTES:]
                    await school.turns.file(lambda full=full: spooled.add(full))  # type: ignore[misc]
                    if not is_known and spooled.came_bytes >= LOOK_BYTES:
                        await school.turns.file(lambda: left_behind.look(school, spooled))
                        is_known = True
            rest = bytes(gathered)
            await school.turns.file(lambda: spooled.add(rest))
            await school.turns.push(lambda: left_behind.take(school, spooled))
        except PortfolioError:
            heard_bytes = 0
            async for piece in body:
                heard_bytes += len(piece)
                if heard_bytes > HEARD_OUT_BYTES:
                    break
            raise
    return Response({"taken": True})


def _announced(request: AnyRequest, school: School) -> int:
    if request.headers.get("content-type", "") != TYPE:
        raise HTTPException(status_code=415, detail=f"Send this as {TYPE}.")
    told = request.headers.get("content-length", "")
    if not told.isascii() or not told.isdecimal():
        raise HTTPException(status_code=411, detail="Say how long it is.")
    if int(told[:20]) > school.settings.file_bytes + MORE_THAN_A_FILE_BYTES:
        raise TooLarge("This is too large for this school.")
    return int(told[:20])


ROUTES = (take_left,)
