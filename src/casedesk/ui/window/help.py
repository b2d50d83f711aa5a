"""Help on the screen that is shown, and the list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.window.help_texts import help_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.ui.places import Page


class HelpDialog(QDialog):
    """Says what the page is for and which keys there are."""

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self.setWindowTitle(_("Help"))
        sheet = ScrollPage(self, margin=3 * GRID)
        sheet.add(plain_label(_("This screen"), "heading"))
        sheet.add(plain_label(help_on(page), wraps=True))
        sheet.add(plain_label(_("Keys"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setColumnStretch(1, 1)
        for row, (key, what) in enumerate(_keys()):
            grid.addWidget(plain_label(key, "strong"), row, 0)
            grid.addWidget(plain_label(what, wraps=True), row, 1)
        sheet.add(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(3 * GRID, 0, 3 * GRID, 2 * GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sheet, 1)
        layout.addWidget(buttons)
        make_room(self, letters=72, lines=36)


def _keys() -> list[tuple[str, str]]:
    eight = f"{wording.keys('Ctrl+1')} … {wording.keys('Ctrl+8')}"
    return [
        (wording.keys("Ctrl+K"), _("Search people, cases, notes and goals")),
        (wording.keys("Ctrl+N"), _("New client")),
        (wording.keys("Ctrl+Shift+N"), _("Record a contact")),
        (wording.keys("Ctrl+T"), _("New task")),
        (wording.keys("Ctrl+Shift+T"), _("Make a task of what is open")),
        (wording.keys("Ctrl+Space"), _("Text blocks, in a long text")),
        (eight, _("Tabs of the case")),
        (wording.keys("Ctrl+M"), _("Who may know what, in this case")),
        (wording.keys("Ctrl+G"), _("Coverage of the needs, in this case")),
        (wording.keys("Ctrl+R"), _("Reports of this case")),
        (wording.keys("Ctrl+Shift+D"), _("Log of disclosures of this case")),
        (wording.keys("Ctrl+P"), _("Print what is shown")),
        (wording.keys("Ctrl+I"), _("Read in scans")),
        (wording.keys("Ctrl+S"), _("Store now (it is stored by itself, too)")),
        (wording.keys("Ctrl+Z"), _("Take back what was removed last")),
        (wording.keys("Ctrl+L"), _("Lock")),
        (wording.keys("Ctrl+O"), _("Open another vault")),
        (wording.keys("F9"), _("Hide everything at once, and show it again")),
        (wording.keys("Ctrl+,"), _("Preferences")),
        (wording.keys("Ctrl+Q"), _("Quit")),
    ]
