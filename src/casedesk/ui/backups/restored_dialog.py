"""Shows a restored vault beside the present one, before anything is switched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from casedesk.ui.backups.comparison import comparison
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.backup import Holdings
    from casedesk.services.backups import Restored


class RestoredDialog(QDialog):
    """Compares both by their counts. Staying with the present vault is the default."""

    switch_wanted = Signal(object)  # the path of the restored vault

    def __init__(self, restored: Restored, now: Holdings, parent: QWidget) -> None:
        super().__init__(parent)
        self._restored = restored
        self.stay = button(_("Stay with the present vault"), "primary", self)
        self.switch = button(_("Open the restored vault"), "", self)
        self.intro = plain_label(self._said(), "", self, wraps=True)
        self._build(now)

    def _said(self) -> str:
        if self._restored.holdings is None:
            return _(
                "The backup now lies beside the vault as {name}. It opens with the "
                "passphrase you had then, so it could not be compared. The present "
                "vault is unchanged."
            ).format(name=self._restored.path.name)
        return _(
            "The backup now lies beside the vault as {name}, checked and with the same "
            "passphrase. The present vault is unchanged. Compare both:"
        ).format(name=self._restored.path.name)

    def _build(self, now: Holdings) -> None:
        set_look(self, "card")
        self.setWindowTitle(_("Restored"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.intro)
        if self._restored.holdings is not None:
            headings = (_("Present vault"), _("Restored"))
            layout.addLayout(comparison(now, self._restored.holdings, headings, self))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.switch)
        row.addWidget(self.stay)
        layout.addLayout(row)
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.reject)
        self.switch.clicked.connect(self._on_switch)

    def _on_switch(self) -> None:
        self.accept()
        self.switch_wanted.emit(self._restored.path)
