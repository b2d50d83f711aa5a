"""A line of the record that came by itself; pressing it leads to the thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.pressable import Pressable
from casedesk.words.happenings import said_of

if TYPE_CHECKING:
    from casedesk.domain.happening import Happening
    from casedesk.domain.practice import Standard


class EventRow(Pressable):
    """Says when and what in one line, and what the user wrote about it beneath."""

    def __init__(
        self, happening: Happening, standard: Standard, parent: QWidget | None = None
    ) -> None:
        face = QWidget()
        said = said_of(happening, standard, _)
        head = f"{wording.day(happening.day)} · {said.title}"
        column = QVBoxLayout(face)
        column.setContentsMargins(GRID, 2, GRID, 2)
        column.setSpacing(0)
        column.addWidget(plain_label(head, "muted", face, wraps=True))
        if said.detail:
            column.addWidget(plain_label(said.detail, "small", face, wraps=True))
        super().__init__(face, parent)
        self.setAccessibleName(". ".join(filter(None, (head, said.detail))))
