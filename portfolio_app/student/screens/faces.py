"""What the youngest see beside words: a face for each level, and fewer things at once.

No face is sad: the first level is a beginning, not a failure.
"""

import flet as ft

from portfolio_app.model.people import BANDS
from portfolio_app.student.state import AppState
from portfolio_app.student.theme import Role

FACE_PX = 44
FACES = (
    ft.Icons.SENTIMENT_NEUTRAL_ROUNDED,
    ft.Icons.SENTIMENT_SATISFIED_ROUNDED,
    ft.Icons.SENTIMENT_VERY_SATISFIED_ROUNDED,
)


def is_for_youngest(app: AppState) -> bool:
    """Whether who looks on may not read much yet."""
    return app.open.learner.band == BANDS[0]


def level_face(place: int, of: int, color: ft.ColorValue = Role.PRIMARY) -> ft.Control:
    """The face of the level at a place, from 0 for the first, among so many."""
    last = len(FACES) - 1
    face = FACES[round(place * last / (of - 1))] if of > 1 else FACES[last]
    return ft.Icon(face, size=FACE_PX, color=color)
