"""Lets Python's collector of memory rest while very many objects are made. No work of its own."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """A moment without looking for rings of objects that nobody holds.

    The collector looks each time so many objects were made, now and then through all there are. A
    page of the school's answer makes tens of thousands, none of them in rings: what dies does so
    at once, without it. Whoever is first to turn it off turns it on again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
