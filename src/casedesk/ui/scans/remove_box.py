"""Asks before scan files are removed from the disk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext


def wants_removal(count: int, parent: QWidget) -> bool:
    """Ask whether the files may go; to keep them is the safe button."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("CaseDesk"))
    box.setText(
        ngettext(
            "Remove {n} scan file? Every page of it is kept in the vault.",
            "Remove {n} scan files? Every page of them is kept in the vault.",
            count,
        ).format(n=count)
    )
    box.setInformativeText(
        _(
            "The files are overwritten and then removed. On flash disks, in folders "
            "that are synchronised and in backups of this computer copies can remain; "
            "only the encryption of the whole disk helps there."
        )
    )
    keep = box.addButton(_("Keep"), QMessageBox.ButtonRole.RejectRole)
    remove = box.addButton(_("Remove"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is remove
