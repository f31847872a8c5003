"""Where a work is on its way: the four things a child is told, and nothing technical."""

from enum import Enum


class Sending(Enum):
    """The state of sending, as shown on each work and in one place."""

    SAVED_HERE = "saved_here"  # kept on this device, which belongs to no school
    WAITING = "waiting"  # will go to school by itself
    SAFE = "safe"  # the school has all of it
    ASK = "ask"  # the school did not take something: a teacher can help


def sending_of(
    *, has_school: bool, waiting_changes: int, waiting_media: int, refused: int
) -> Sending:
    """The state of one work, from what of it has not reached the school."""
    if refused:
        return Sending.ASK
    if not has_school:
        return Sending.SAVED_HERE
    if waiting_changes or waiting_media:
        return Sending.WAITING
    return Sending.SAFE
