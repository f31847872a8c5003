"""Reading what a page's form sent: small, flat, and with the session's word in it."""

import hmac
from collections.abc import Mapping
from urllib.parse import parse_qsl

from litestar.exceptions import HTTPException

from portfolio_app.errors import BadInput
from portfolio_app.school.access_rules import AnyRequest, signed_in
from portfolio_app.school.incoming import in_good_time

FORM_BYTES_LIMIT = 200 * 1024
FORM_FIELDS_LIMIT = 400
FORM_TOKEN = "form_token"  # noqa: S105 - the field's name, not its value
_URLENCODED = "application/x-www-form-urlencoded"


async def read_form(request: AnyRequest) -> Mapping[str, str]:
    """Field name -> what was typed, line ends as "\\n". Raises for anything but a plain form."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != _URLENCODED:
        raise HTTPException(status_code=415, detail="Send this page's own form.")
    raw = bytearray()
    async for piece in in_good_time(request):
        raw += piece
        if len(raw) > FORM_BYTES_LIMIT:
            raise HTTPException(
                status_code=413, detail="The form holds too much; shorten the text."
            )
    try:
        pairs = parse_qsl(
            raw.decode("utf-8"), keep_blank_values=True, errors="strict",
            max_num_fields=FORM_FIELDS_LIMIT,
        )  # fmt: skip
    except ValueError:
        raise BadInput("The form could not be read; open the page again.") from None
    return {name: value.replace("\r\n", "\n").replace("\r", "\n") for name, value in pairs}


async def read_own_form(request: AnyRequest) -> Mapping[str, str]:
    """A signed-in teacher's form. Raises 403 when it is not from this session's pages."""
    form = await read_form(request)
    expected = signed_in(request).form_token
    if not hmac.compare_digest(form.get(FORM_TOKEN, "").encode(), expected.encode()):
        raise HTTPException(status_code=403)
    return form
