"""Help on the screen that is shown, and the list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout

from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HelpDialog(QDialog):
    """Says what the page is for and which keys there are."""

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self.setWindowTitle(_("Help"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(plain_label(_("This screen"), "heading"))
        layout.addWidget(plain_label(help_on(page), wraps=True))
        layout.addSpacing(GRID)
        layout.addWidget(plain_label(_("Keys"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setColumnStretch(1, 1)
        for row, (key, what) in enumerate(_keys()):
            grid.addWidget(plain_label(key, "strong"), row, 0)
            grid.addWidget(plain_label(what, wraps=True), row, 1)
        layout.addLayout(grid)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def _keys() -> list[tuple[str, str]]:
    eight = f"{_named('Ctrl+1')} … {_named('Ctrl+8')}"
    return [
        (_named("Ctrl+K"), _("Search people, cases, notes and goals")),
        (_named("Ctrl+N"), _("New client")),
        (_named("Ctrl+Shift+N"), _("Record a contact")),
        (eight, _("Tabs of the case")),
        (_named("Ctrl+P"), _("Print what is shown")),
        (_named("Ctrl+S"), _("Store now (it is stored by itself, too)")),
        (_named("Ctrl+L"), _("Lock")),
        (_named("Ctrl+O"), _("Open another vault")),
        (_named("F9"), _("Hide everything at once, and show it again")),
        (_named("Ctrl+,"), _("Preferences")),
        (_named("Ctrl+Q"), _("Quit")),
    ]


def _named(keys: str) -> str:
    # In the words of the system's keyboard, such as "Strg" in German.
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def help_on(page: Page) -> str:
    """Say what a page is for."""
    return {
        Page.TODAY: _(
            "Everything that is missing or due within thirty days, over all cases. "
            "“Show” leads to the place where it is mended."
        ),
        Page.NETWORK: _(
            "Persons and organisations are entered once and used in many cases. A "
            "person can act for an organisation."
        ),
        Page.PRACTICE: _(
            "Your practice as it stands on every paper. Country and profession decide "
            "the wording of the forms."
        ),
        Page.OVERVIEW: _(
            "The case at a glance: what is due, how the phases stand, the mandate and "
            "everybody who has a part in the case."
        ),
        Page.INTAKE: _(
            "The first call in the words of those involved, whether case management is "
            "indicated, and the decision with its reason."
        ),
        Page.ASSESSMENT: _(
            "Sixteen domains of life, each seen from three sides. Domains to act on "
            "become needs that the plan has to answer."
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
            "A signature counts only after the explanation."
        ),
        Page.DOCUMENTS: _(
            "Every paper that was given out, frozen as it was, with number and version."
        ),
        Page.RECORD: _(
            "Everything noted in the case, newest first, with its full text."
        ),
    }[page]
