"""Several small files in one request, read as `docs/formats/wire.md` ("Several at once") says."""

from collections.abc import Mapping

from portfolio_app.errors import BadInput

PACK_BYTES_LIMIT = 2 << 20
PACK_FILES_LIMIT = 64
_HASH_BYTES = 32
_SIZE_BYTES = 4
_HEAD_BYTES = _HASH_BYTES + _SIZE_BYTES


def read_pack(raw: bytes) -> Mapping[str, bytes]:
    """Each announced hash (64 hex digits) and what stands behind it.

    Raises BadInput for anything that is no whole pack; no hash is computed here.
    """
    if len(raw) > PACK_BYTES_LIMIT:
        raise BadInput(f"A pack has more than {PACK_BYTES_LIMIT} bytes; send fewer files at once.")
    found: dict[str, bytes] = {}
    place = 0
    while place < len(raw):
        begins = place + _HEAD_BYTES
        sha256 = raw[place : place + _HASH_BYTES].hex()
        size_bytes = int.from_bytes(raw[place + _HASH_BYTES : begins])
        place = begins + size_bytes
        if size_bytes == 0 or place > len(raw):
            raise BadInput(f"File {len(found) + 1} of a pack is not whole; send it again.")
        if sha256 in found:
            raise BadInput(f"File {len(found) + 1} of a pack is there twice; send it once.")
        found[sha256] = raw[begins:place]
        if len(found) > PACK_FILES_LIMIT:
            raise BadInput(f"A pack has more than {PACK_FILES_LIMIT} files; send fewer at once.")
    if not found:
        raise BadInput("A pack has no file; send at least one.")
    return found
