"""Counts of two vaults side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casedesk.domain.backup import Holdings


def comparison(
    now: Holdings, then: Holdings, headings: tuple[str, str], parent: QWidget
) -> QGridLayout:
    """Lay out the counts of both; where they differ, they stand out."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(4 * GRID)
    grid.setColumnStretch(0, 1)
    rows = [
        (_("Clients"), now.clients, then.clients),
        (_("Cases"), now.cases, then.cases),
        (_("Entries"), now.entries, then.entries),
        (_("Papers"), now.documents, then.documents),
        (_("Deeds in all"), now.newest_deed, then.newest_deed),
    ]
    for column, heading in enumerate(("", *headings)):
        grid.addWidget(plain_label(heading, "strong", parent), 0, column)
    for at, (name, present, restored) in enumerate(rows, start=1):
        grid.addWidget(plain_label(name, "", parent), at, 0)
        for column, count in ((1, present), (2, restored)):
            look = "" if present == restored else "warning"
            label = plain_label(str(count), look, parent)
            grid.addWidget(label, at, column, Qt.AlignmentFlag.AlignRight)
    return grid
