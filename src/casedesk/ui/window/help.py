"""Help on the screen that is shown, and the list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


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
        (eight, _("Tabs of the case")),
        (wording.keys("Ctrl+M"), _("Who may know what, in this case")),
        (wording.keys("Ctrl+Shift+D"), _("Log of disclosures of this case")),
        (wording.keys("Ctrl+P"), _("Print what is shown")),
        (wording.keys("Ctrl+I"), _("Read in scans")),
        (wording.keys("Ctrl+S"), _("Store now (it is stored by itself, too)")),
        (wording.keys("Ctrl+L"), _("Lock")),
        (wording.keys("Ctrl+O"), _("Open another vault")),
        (wording.keys("F9"), _("Hide everything at once, and show it again")),
        (wording.keys("Ctrl+,"), _("Preferences")),
        (wording.keys("Ctrl+Q"), _("Quit")),
    ]


def help_on(page: Page) -> str:
    """Say what a page is for."""
    return {
        Page.TODAY: _(
            "Everything that is missing or due within thirty days, over all cases. "
            "“Show” leads to the place where it is mended. Scans of signed papers can "
            "be dropped anywhere on the window; what came back is named at the top."
        ),
        Page.NETWORK: _(
            "Persons and organisations are entered once and used in many cases. A "
            "person can act for an organisation."
        ),
        Page.PRACTICE: _(
            "Your practice as it stands on every paper. Country and profession decide "
            "the wording of the forms. Beneath, kinds of information and own texts of "
            "the forms."
        ),
        Page.OVERVIEW: _(
            "The case at a glance: what is due, whom to call, how goals and phases "
            "stand. Mandate and people are edited beneath."
        ),
        Page.INTAKE: _(
            "The first call in the words of those involved, whether case management is "
            "indicated, and the decision with its reason."
        ),
        Page.ASSESSMENT: _(
            "Sixteen domains of life, each seen from three sides. Domains to act on "
            "become needs that the plan has to answer. Confirmed with the client, an "
            "assessment stays as it is. A new one stands beside it: F8 takes a domain "
            "over as unchanged, Shift+F8 to change it. Alt+1 and so on choose the "
            "view. Profile, network map and genogram show the same as pictures: there "
            "Page up and down choose somebody, arrows move them, Enter opens the form, "
            "Ctrl+Z undoes."
        ),
        Page.PLANNING: _(
            "Goals in the client's words and the measures that serve them. Needs "
            "without a measure are named at the top."
        ),
        Page.IMPLEMENTATION: _("Notes on how the measures are set going."),
        Page.COORDINATION: _("Notes on how those involved work together."),
        Page.MONITORING: _("Notes on whether the plan holds and still fits."),
        Page.EVALUATION: _("Notes on what was reached, and on the end of the work."),
        Page.CLIENT: _(
            "What belongs to the person: names, addresses, numbers, representation. "
            "Nothing here is required; what is missing can follow later."
        ),
        Page.CONSENTS: _(
            "Each declaration goes its way: explain, print, sign, perhaps withdraw. "
            "A signature counts only after the explanation, and each row only when the "
            "client has said yes to it; F2 says yes to all in the dialog of the "
            "signature. Rows are withdrawn and renewed alone. Whoever had received "
            "something under what was withdrawn is listed, to be told."
        ),
        Page.MATRIX: _(
            "May I ask or tell somebody about something now? Each row is somebody of "
            "the case, each column a kind of information. Arrows go from cell to cell; "
            "beneath, the cell is answered in words. Where something is missing, the "
            "release can be prepared from there."
        ),
        Page.DISCLOSURES: _(
            "What was obtained and passed on, to whom and on what ground. The log "
            "writes itself; it can be added to, but never changed. The list for the "
            "client answers who got what."
        ),
        Page.DOCUMENTS: _(
            "Every paper that was given out, frozen as it was, with number and "
            "version, and what came back signed. Scans are filed by the square code "
            "on each page."
        ),
        Page.RECORD: _(
            "Everything noted in the case, newest first, with its full text."
        ),
    }[page]
