"""Reading what a page's form sent: small, flat, and with the session's word in it."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import parse_qsl

from litestar.exceptions import HTTPException
from multipart import MultipartError, MultipartParser, parse_options_header

from portfolio_app.errors import BadInput
from portfolio_app.school.access_rules import AnyRequest, signed_in
from portfolio_app.school.incoming import in_good_time

FORM_BYTES_LIMIT = 200 * 1024
FORM_FIELDS_LIMIT = 400
LARGEST_FORM_BYTES = 2 << 20  # the grid of a rubric
LARGEST_FORM_FIELDS = 6_000
FORM_TOKEN = "form_token"  # noqa: S105 - the field's name, not its value
_URLENCODED = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Upload:
    """A form with one file: its plain fields, what the file is called, and its bytes."""

    fields: Mapping[str, str]
    name: str
    content: bytes


async def read_form(
    request: AnyRequest,
    *,
    bytes_limit: int = FORM_BYTES_LIMIT,
    fields_limit: int = FORM_FIELDS_LIMIT,
) -> Mapping[str, str]:
    """Field name -> what was typed, line ends as "\\n". Raises for anything but a plain form."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != _URLENCODED:
        raise HTTPException(status_code=415, detail="Send this page's own form.")
    raw = await _whole(request, bytes_limit)
    try:
        pairs = parse_qsl(
            raw.decode("utf-8"), keep_blank_values=True, errors="strict",
            max_num_fields=fields_limit,
        )  # fmt: skip
    except ValueError:
        raise BadInput("The form could not be read; open the page again.") from None
    return {name: value.replace("\r\n", "\n").replace("\r", "\n") for name, value in pairs}


async def read_own_form(
    request: AnyRequest,
    *,
    bytes_limit: int = FORM_BYTES_LIMIT,
    fields_limit: int = FORM_FIELDS_LIMIT,
) -> Mapping[str, str]:
    """A signed-in teacher's form. Raises 403 when it is not from this session's pages."""
    form = await read_form(request, bytes_limit=bytes_limit, fields_limit=fields_limit)
    check_own(request, form)
    return form


async def read_own_upload(request: AnyRequest, *, bytes_limit: int) -> Upload:
    """A signed-in teacher's form with a file of at most `bytes_limit` bytes.

    Raises 403 when it is not from this session's pages, 413 when it is too large.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get("boundary", "")
    if kind.lower() != _MULTIPART or not boundary:
        raise HTTPException(status_code=415, detail="Send this page's own form.")
    raw = await _whole(request, bytes_limit + FORM_BYTES_LIMIT)
    fields: dict[str, str] = {}
    name, content = "", b""
    try:
        parser = MultipartParser(
            BytesIO(raw), boundary, part_limit=FORM_FIELDS_LIMIT, spool_limit=len(raw) + 1,
            memory_limit=len(raw) + 1, disk_limit=0,
        )  # fmt: skip
        for part in parser:
            if part.filename is not None:
                name, content = part.filename, part.raw
            else:
                fields[part.name] = part.value
    except (MultipartError, UnicodeDecodeError):
        raise BadInput("The form could not be read; open the page again.") from None
    check_own(request, fields)
    return Upload(fields, name, content)


async def _whole(request: AnyRequest, bytes_limit: int) -> bytes:
    raw = bytearray()
    async for piece in in_good_time(request):
        raw += piece
        if len(raw) > bytes_limit:
            raise HTTPException(
                status_code=413, detail="The form holds too much; shorten the text."
            )
    return bytes(raw)


def check_own(request: AnyRequest, form: Mapping[str, str]) -> None:
    """Raise 403 unless a form carries the word of this session's pages."""
    expected = signed_in(request).form_token
    if not hmac.compare_digest(form.get(FORM_TOKEN, "").encode(), expected.encode()):
        raise HTTPException(status_code=403)
