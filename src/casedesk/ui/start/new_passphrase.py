"""A new passphrase, typed twice and judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.services.vaults import NewPassphrase
from casedesk.ui.language import gettext as _
from casedesk.ui.start.passphrase_field import PassphraseField
from casedesk.ui.start.strength_meter import StrengthMeter
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casedesk.ui.jobs import BackgroundJobs


class NewPassphraseFields(QWidget):
    """Two lines, how strong the first is, and what its loss would mean."""

    def __init__(self, jobs: BackgroundJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField(_("New passphrase"), self)
        self.again = PassphraseField(_("The same once more"), self)
        self.meter = StrengthMeter(jobs, self)
        loss = plain_label(
            _(
                "Whoever loses the passphrase loses the vault: there is no second key "
                "and no back door, for nobody. Write it down and keep the sheet where "
                "you keep your papers, away from this computer."
            ),
            "small",
            self,
            wraps=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self.first, self.meter, self.again, loss):
            layout.addWidget(widget)
        self.setFocusProxy(self.first)
        self.first.edited.connect(self._on_edited)

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

    def _on_edited(self) -> None:
        self.meter.judge(self.first.passphrase())
