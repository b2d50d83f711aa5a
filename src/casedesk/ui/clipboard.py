"""What is copied out of CaseDesk: kept out of histories, and soon taken back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CLEARED_AFTER_MS = 60_000
# Managers of the clipboard that know it neither keep nor show what bears it.
SECRET = "x-kde-passwordManagerHint"  # noqa: S105 - the name of a format
_NO = bytes(4)  # a number of 32 bits, as Windows wants it
_WINDOWS = {
    "ExcludeClipboardContentFromMonitorProcessing": _NO,
    "CanIncludeInClipboardHistory": _NO,
    "CanUploadToCloudClipboard": _NO,
}


def hints(platform: str = sys.platform) -> Mapping[str, bytes]:
    """Return the formats that ask a system to keep nothing of what is copied."""
    asked = {SECRET: b"secret"}
    if platform == "win32":
        for name, value in _WINDOWS.items():
            asked[f'application/x-qt-windows-mime;value="{name}"'] = value
    return asked


class PrivateClipboard(QObject):
    """Marks all that is copied here as secret, and clears it after a minute."""

    def __init__(
        self,
        clipboard: QClipboard,
        parent: QObject,
        *,
        owns: Callable[[QClipboard], bool] = QClipboard.ownsClipboard,
        platform: str = sys.platform,
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._owns = owns
        self._platform = platform
        self.clearing = QTimer(self, singleShot=True, interval=CLEARED_AFTER_MS)
        self.clearing.timeout.connect(self._on_time)
        clipboard.dataChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        if not self._owns(self._clipboard):
            self.clearing.stop()  # another program has copied something since
            return
        # There is none once it was cleared, whatever the stubs say.
        copied: QMimeData | None = self._clipboard.mimeData()
        if copied is None or copied.hasFormat(SECRET) or not copied.hasText():
            return
        marked = QMimeData()
        marked.setText(copied.text())  # and none of its look
        for name, value in hints(self._platform).items():
            marked.setData(name, value)
        self._clipboard.setMimeData(marked)
        self.clearing.start()
        if self._platform == "darwin":
            _conceal()

    def _on_time(self) -> None:
        clear_own(self._clipboard, owns=self._owns)


def clear_own(
    clipboard: QClipboard,
    *,
    owns: Callable[[QClipboard], bool] = QClipboard.ownsClipboard,
) -> None:
    """Empty the clipboard if its content comes from CaseDesk; others' stays."""
    if owns(clipboard):
        clipboard.clear()
    if clipboard.ownsSelection():  # what was marked with the mouse, on Linux
        clipboard.clear(QClipboard.Mode.Selection)


def _conceal() -> None:
    from casedesk.ui.objective_c import conceal_clipboard

    conceal_clipboard()
