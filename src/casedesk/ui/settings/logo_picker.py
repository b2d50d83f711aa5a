"""The picture of the letterhead: shown, chosen, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from casedesk.ui.file_traces import no_traces
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label

MOST_BYTES = 2 * 1024 * 1024
MOST_DOTS = 50_000_000
SHOWN = QSize(200, 64)
_FORMATS = (b"png", b"jpeg")


class LogoPicker(QWidget):
    """Takes a PNG or JPEG of at most two megabytes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = b""
        self.picture = QLabel(self)
        self.choose = button(_("Choose a logo …"), "", self)
        self.remove = button(_("Remove the logo"), "link", self)
        self.trouble = plain_label("", "problem", self, wraps=True)
        self._build()
        self.set_image(b"")

    def image(self) -> bytes:
        """Return the picture, or no bytes."""
        return self._image

    def set_image(self, image: bytes) -> None:
        """Show a picture; no bytes show none."""
        self._image = image
        pixmap = QPixmap()
        if image:
            pixmap.loadFromData(QByteArray(image))
        if not pixmap.isNull():
            ratio = self.devicePixelRatio()
            pixmap = pixmap.scaled(
                SHOWN * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)
        self.picture.setVisible(bool(image))
        self.remove.setVisible(bool(image))

    def take(self, path: Path) -> None:
        """Use the picture in a file, or say why it cannot be used."""
        complaint, image = _read(path)
        self.trouble.setText(complaint)
        self.trouble.setVisible(bool(complaint))
        if image:
            self.set_image(image)
            self.changed.emit()

    def _build(self) -> None:
        self.picture.setAccessibleName(_("Logo"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.picture)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(row)
        note = _("PNG or JPEG, at most 2 MB; it stands on your papers.")
        layout.addWidget(plain_label(note, "small", self, wraps=True))
        layout.addWidget(self.trouble)
        self.trouble.hide()
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self._on_remove)

    def _on_choose(self) -> None:
        with no_traces():
            name, _kind = QFileDialog.getOpenFileName(
                self, _("Choose a logo"), "", _("Pictures (*.png *.jpg *.jpeg)")
            )
        if name:
            self.take(Path(name))

    def _on_remove(self) -> None:
        self.set_image(b"")
        self.changed.emit()


def _read(path: Path) -> tuple[str, bytes]:
    try:
        if path.stat().st_size > MOST_BYTES:
            return _("This picture is larger than 2 MB. Choose a smaller one."), b""
        image = path.read_bytes()
    except OSError:
        return _("This file cannot be read. Choose another one."), b""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    is_sound = bytes(reader.format().data()) in _FORMATS and (
        0 < size.width() * size.height() <= MOST_DOTS
    )
    if not is_sound or reader.read().isNull():
        return _("This is no PNG or JPEG picture. Choose another one."), b""
    return "", image
