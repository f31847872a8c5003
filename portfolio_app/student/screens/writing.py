"""Words being written: kept apart from what is saved until they are saved."""

from dataclasses import dataclass

import flet as ft


@ft.observable
@dataclass
class Writing:
    """One text. It follows what is saved until somebody writes; then it is theirs."""

    text: str = ""
    _saved: str | None = None

    def __post_init__(self) -> None:
        self._saved = self.text

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.text != self._saved

    def write(self, text: str) -> None:
        """The learner wrote."""
        self.text = text

    def saved(self, text: str) -> None:
        """`text` is kept now; words written since then still wait."""
        self._saved = text

    def follow(self, saved: str) -> None:
        """Take over what was saved elsewhere, unless something is being written here."""
        if self.text == self._saved and saved != self._saved:
            self._saved = saved
            self.text = saved
