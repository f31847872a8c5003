"""A field that never takes back letters which somebody has typed in the meantime.

What is typed goes to the program letter by letter, and the program draws the screen with what it
has heard. Who types faster than that would find a drawing with an older word put over theirs.
Nothing here knows what is written.
"""

from typing import Any

import flet as ft


@ft.control("TextField")  # type: ignore[arg-type]
class WrittenField(ft.TextField):
    """Flet's field; `hear` is told each text that the program has taken in."""

    def hear(self, text: str) -> None:
        """The program knows this text now, and will draw it again."""
        object.__setattr__(self, "_heard", text)

    def _migrate_state(self, other: Any) -> None:
        """Called when this field is drawn in the place of an older one, with what stands in it."""
        super()._migrate_state(other)
        object.__setattr__(self, "_heard", getattr(other, "_heard", None))
        object.__setattr__(self, "_stood", getattr(other, "value", None))

    def before_update(self) -> None:
        """Drawn with the text heard last, while more was typed: what was typed stays."""
        super().before_update()  # type: ignore[no-untyped-call]
        heard, stood = getattr(self, "_heard", None), getattr(self, "_stood", None)
        object.__setattr__(self, "_stood", None)
        if self.value != heard:
            object.__setattr__(self, "_heard", None)  # another text was put here: nobody typed it
        elif stood is not None:
            self.value = stood
