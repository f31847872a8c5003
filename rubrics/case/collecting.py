"""Reading without the collector of memory, which would look for garbage where none can be.

What is read makes no circles: counting references frees it all. The collector would look through
hundreds of thousands of fresh objects again and again while they are made.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection meanwhile; other threads' circles wait until the end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
