"""A choice of any number among several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.widgets.chip_field import ChipField

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget

SEPARATOR = "\n"


class ChoiceChips(ChipField):
    """Edits a tuple of values, in the order they are offered."""

    def __init__(
        self, items: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        """`items` are values, each with the word shown for it."""
        super().__init__(items, parent)
        self._row.pressed.connect(self._on_pressed)

    def value(self) -> tuple[object, ...]:
        """Return the ticked values."""
        return self._row.ticked()

    def set_value(self, value: object) -> None:
        """Tick exactly these values; None ticks nothing."""
        ticked: Collection[object] = (
            value if isinstance(value, (tuple, list, set, frozenset)) else ()
        )
        known = self._row.values()
        for unknown in [one for one in ticked if one not in known]:
            self._row.add(unknown, str(unknown))
        self._row.tick(ticked)

    def set_items(self, items: Sequence[tuple[object, str]]) -> None:
        """Offer values that are not offered yet; what is ticked stays."""
        known = self._row.values()
        for value, label in items:
            if value not in known:
                self._row.add(value, label)

    def raw(self) -> str:
        """Return the ticked values as text, one in a line."""
        return SEPARATOR.join(str(value) for value in self.value())

    def set_raw(self, text: str) -> None:
        """Tick the values that have these texts."""
        texts = text.split(SEPARATOR)
        self._row.tick([each for each in self._row.values() if str(each) in texts])

    def _on_pressed(self) -> None:
        self.edited.emit()
