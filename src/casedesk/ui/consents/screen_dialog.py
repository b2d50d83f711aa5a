"""Signing on the screen: the paper at the left, what is said and drawn at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.domain.consent import Decision
from casedesk.ui import fields, wording
from casedesk.ui.consents import signing_words
from casedesk.ui.consents.decisions import Decisions
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.consents.drawing_part import DrawingPart
from casedesk.ui.consents.paper_beside import PaperBeside
from casedesk.ui.dialog_drafts import DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.preview.pages_view import PagesView
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.consent import Consent, ConsentItem, ConsentItemId
    from casedesk.domain.signing import SignerRole
    from casedesk.services.paper import Paper
    from casedesk.services.screen_signing import Prepared
    from casedesk.ui.consents.categories import Categories
    from casedesk.ui.desk import Desk

PAUSE_MS = 250


class ScreenDialog(QDialog):
    """Shows the paper with what was said to its rows; then everybody who has to signs.

    Nothing can be drawn before every row is said and its paper is shown.
    """

    signed = Signal()

    def __init__(
        self,
        desk: Desk,
        consent: Consent,
        signers: dict[SignerRole, str],
        items: Sequence[ConsentItem],
        title: Callable[[ConsentItem], str],
        categories: Categories,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._consent = consent
        self._signers = signers
        self._paper: Paper | None = None
        self._is_shown = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.decisions = Decisions(items, title, categories, self)
        self.drawing = DrawingPart(signers, self)
        self.pages = PagesView(self)
        consents = desk.session.consents
        self._drafts = DialogDrafts(consents, consent.id, "signing", self)
        self._build()
        self._set_paper()

    def is_ready(self) -> bool:
        """Whether everything is said and drawn, and the paper shows it."""
        return self._foot.deed.isEnabled()

    def notice(self) -> str:
        """Return what is still missing."""
        return self._foot.notice.text()

    def place(self) -> FieldCell:
        """Return the field for the place."""
        return self._place

    def accept(self) -> None:
        """Set the paper with the signatures, then store both."""
        if not self.is_ready() or self._paper is None:
            return
        with problems_shown(self, wording.problem):
            prepared = self._desk.session.screen_signing.prepare(
                self._consent.id,
                self._paper,
                said=self._said(),
                signatures=self.drawing.signatures(),
                place=str(self._place.editor.value()).strip(),
            )
            self._foot.deed.setEnabled(False)
            self._desk.jobs.run(
                prepared.paper.render,
                partial(self._on_drawn, prepared),
                owner=self,
                otherwise=self._on_failed,
            )

    def _said(self) -> dict[ConsentItemId, Decision]:
        return {
            item_id: decision
            for decision in (Decision.GRANTED, Decision.STRUCK)
            for item_id in self.decisions.said(decision)
        }

    def _set_paper(self) -> None:
        """Set the paper anew, with what was said so far."""
        self._is_shown = False
        if self._desk.session.is_locked:  # while the pause was running
            return
        with problems_shown(self, wording.problem):
            paper = self._desk.session.screen_signing.paper(
                self._consent.id, self._said(), self._paper
            )
            self._paper = paper
            self._desk.jobs.run(
                paper.render,
                partial(self._on_rendered, paper),
                owner=self,
                otherwise=self._on_failed,
            )
        self._show_what_is_missing()

    def _show_what_is_missing(self) -> None:
        is_said = not self.decisions.open_count()
        self.drawing.set_open(is_open=is_said and self._is_shown)
        missing = self.drawing.missing()
        if not is_said:
            words = _("First say yes or struck to every row.")
        elif not self._is_shown:
            words = _("The paper is being set …")
        elif missing:
            names = ", ".join(wording.label(role) for role in missing)
            words = _("Still to sign: {names}.").format(names=names)
        else:
            words = ""
        self._foot.notice.setText(words)
        self._foot.deed.setEnabled(not words)

    def _build(self) -> None:
        self.setWindowTitle(_("Sign on the screen"))
        self._place = FieldCell(fields.line("signed_at", _("At which place")), self)
        self._drafts.watch({"signed_at": self._place.editor})
        self._foot = DialogFoot(_("Sign"), self)
        self._foot.cancel.clicked.connect(self._drafts.forget)
        self._foot.deed.setDefault(False)  # Enter alone signs nothing
        country = self._desk.session.practice.get().country
        side = ScrollPage(self)
        side.add(plain_label(wording.label(self._consent.kind), "heading", self))
        limit = signing_words.legal_limit(country)
        side.add(plain_label(limit, "warning-small", self, wraps=True))
        side.add(self.decisions)
        side.add(self._place)
        side.add(self.drawing)
        self._halves = PaperBeside(self.pages, side, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addLayout(self._halves, 1)
        layout.addLayout(self._foot)
        make_room(self, letters=170, lines=46)
        self._foot.deed.clicked.connect(self.accept)
        self.decisions.changed.connect(self._on_said)
        self.drawing.changed.connect(self._show_what_is_missing)
        self._pause.timeout.connect(self._set_paper)
        self.decisions.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_said(self) -> None:
        self._is_shown = False
        self.drawing.clear()  # a signature counts for what was shown with it
        self._pause.start()
        self._show_what_is_missing()

    def _on_rendered(self, paper: Paper, pdf: bytes) -> None:
        if paper is self._paper and not self._pause.isActive():
            self.pages.show_pdf(pdf)
            self._is_shown = True
            self._show_what_is_missing()

    def _on_drawn(self, prepared: Prepared, pdf: bytes) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.screen_signing.sign(
                self._consent.id, prepared, pdf, self._signers
            )
            self._drafts.forget()
            super().accept()
            self.signed.emit()
        if self.isVisible():  # it was refused, perhaps because its number was taken
            self._paper = None
            self._set_paper()

    def _on_failed(self) -> None:
        self._foot.notice.setText(
            _("The paper could not be set; nothing was signed and nothing was filed.")
        )

    # --- QDialog

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._halves.fit(self)
