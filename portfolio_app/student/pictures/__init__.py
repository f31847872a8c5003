"""Pictures made fit to show and fit to leave: upright, small, and without place or device.

Bytes in, bytes out: no file but our own fonts, no vault and no record may enter, and no other room
imports Pillow to read what a learner brings.
"""

from portfolio_app.student.pictures.codes import can_read_codes, codes_in
from portfolio_app.student.pictures.flatten import flatten
from portfolio_app.student.pictures.opening import is_picture
from portfolio_app.student.pictures.prepare import PreparedPicture, prepare, thumbnail
from portfolio_app.student.pictures.strip import strip
from portfolio_app.student.pictures.strip_film import strip_film

__all__ = [
    "PreparedPicture",
    "can_read_codes",
    "codes_in",
    "flatten",
    "is_picture",
    "prepare",
    "strip",
    "strip_film",
    "thumbnail",
]
