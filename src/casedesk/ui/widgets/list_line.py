"""One line that holds several texts, separated by commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ListLine(ParsedLine):
    """Edits a tuple of texts; none of them is an empty tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_parts, _joined, "", parent)

    def value(self) -> object:
        """Return the texts in the order in which they stand."""
        return super().value() or ()


def _parts(typed: str) -> tuple[str, ...]:
    parts = (part.strip() for part in typed.replace(";", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _joined(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else ""
