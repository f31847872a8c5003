"""JSON as it travels and as it is fingerprinted, by encoders that are made once.

`json` makes one anew for each value, which for a small one is most of the work. The bytes are the
same: UTF-8 text without spaces, and no NaN.
"""

import json
from collections.abc import Callable, Iterable

from sync.change import JSON

Written = Callable[[JSON], str]


def _encoding(*, sort_keys: bool) -> Written:
    plain = json.JSONEncoder(
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=sort_keys,
        allow_nan=False,
        check_circular=False,
    )
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:  # an interpreter without the part in C
        return plain.encode
    text = json.encoder.encode_basestring
    pieces: Callable[[JSON, int], Iterable[str]] = make(
        None, plain.default, text, None, ":", ",", sort_keys, False, False
    )
    return lambda value: "".join(pieces(value, 0))


compact = _encoding(sort_keys=False)
"""A value as it travels. Raises ValueError or TypeError for what is not JSON."""

canonical = _encoding(sort_keys=True)
"""The same bytes for the same value, whatever the order of keys."""
