"""A new passphrase, typed twice and judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.services import vaults
from casedesk.services.vaults import NewPassphrase
from casedesk.ui.language import gettext as _
from casedesk.ui.start.passphrase_field import PassphraseField
from casedesk.ui.start.strength_meter import StrengthMeter
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.ui.jobs import BackgroundJobs


class NewPassphraseFields(QWidget):
    """Two lines, how strong the first is, and what its loss would mean."""

    agreed = Signal()  # both lines are the same

    def __init__(self, jobs: BackgroundJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField(_("New passphrase"), self)
        self.again = PassphraseField(_("The same once more"), self)
        self.meter = StrengthMeter(jobs, self)
        self.offer = button(_("Suggest one"), "link", self)
        self.offer.setToolTip(
            _("Six words drawn by chance. They are shown: nobody should look on.")
        )
        loss = plain_label(
            _(
                "Whoever loses the passphrase and has no recovery sheet loses the "
                "vault: there is no back door, for nobody. Write it down and keep it "
                "where you keep your papers, away from this computer."
            ),
            "small",
            self,
            wraps=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.first)
        layout.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.meter, self.again, loss):
            layout.addWidget(widget)
        self.setFocusProxy(self.first)
        self.first.edited.connect(self._on_edited)
        self.again.edited.connect(self._on_again_edited)
        self.offer.clicked.connect(self._on_offer)

    def typed(self) -> NewPassphrase:
        """Return what is typed in both lines."""
        return NewPassphrase(
            passphrase=self.first.passphrase(), again=self.again.passphrase()
        )

    def clear(self) -> None:
        """Forget what is typed."""
        self.first.clear()
        self.again.clear()
        self.meter.judge("")

    def _on_offer(self) -> None:
        passphrase = vaults.offered()
        for field in (self.first, self.again):
            field.show_offered(passphrase)
        self.meter.judge(passphrase)
        self.agreed.emit()

    def _on_edited(self) -> None:
        self.meter.judge(self.first.passphrase())
        self._on_again_edited()

    def _on_again_edited(self) -> None:
        if self.first.passphrase() == self.again.passphrase():
            self.agreed.emit()
