"""“Is this my document?”: a file compared with everything the vault has issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.page_code import PageCode, codes_among
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.scans import words
from casedesk.ui.scans.reading import Reading
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.domain.document import Document
    from casedesk.domain.scan_file import ScanFault
    from casedesk.services.scans import ScannedPage
    from casedesk.ui.desk import Desk
    from casedesk.ui.scans.scan_files import ScanFile


class CheckDialog(QDialog):
    """Byte for byte, or by the codes on its pages; nothing of the file is kept."""

    def __init__(self, path: Path, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._codes: dict[PageCode, None] = {}
        self._document: Document | None = None
        self._is_exact = False
        self.verdict = plain_label("", "strong", self, wraps=True)
        self.detail = plain_label("", "", self, wraps=True)
        self.show_issued = button(_("Show what was issued"), "primary", self)
        self._build(path)
        self.reading = Reading(desk.jobs, self)
        self.reading.file_begun.connect(self._on_file)
        self.reading.page_read.connect(self._on_page)
        self.reading.file_done.connect(self._on_done)
        self.reading.start([path])

    def document(self) -> Document | None:
        """Return the issued document that was found."""
        return self._document

    def _build(self, path: Path) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Is this my document?"))
        make_room(self, letters=84, lines=14)
        close = button(_("Close"), "", self)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.show_issued)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(plain_label(path.name, "small", self, wraps=True))
        layout.addWidget(self.verdict)
        layout.addWidget(self.detail)
        layout.addStretch(1)
        layout.addLayout(foot)
        self.show_issued.hide()
        self.verdict.setText(_("The file is being compared …"))
        close.clicked.connect(self.close)
        self.show_issued.clicked.connect(self._on_show)

    def _on_file(self, file: ScanFile) -> None:
        exact = self._desk.session.documents.issued_with_hash(file.sha256)
        if exact is not None:
            self._is_exact, self._document = True, exact

    def _on_page(self, page: ScannedPage) -> None:
        self._codes |= dict.fromkeys(codes_among(page.codes))

    def _on_done(self, _file: ScanFile, fault: ScanFault | None) -> None:
        if self._is_exact:
            self._tell_exact()
        elif fault is not None and not self._codes:
            self._tell(wording.label(fault), "", "warning")
        else:
            self._tell_codes()
        self.show_issued.setVisible(self._document is not None)

    def _tell_exact(self) -> None:
        document = self._document
        assert document is not None  # noqa: S101 - found by its content
        self._tell(
            _("Yes. This is, byte for byte, a document of this vault."),
            _("{title}, issued on {when}.").format(
                title=words.title_of_document(document),
                when=wording.moment(document.issued_at),
            ),
            "ok",
        )

    def _tell_codes(self) -> None:
        papers = self._desk.session.documents
        named = {code.document_id for code in self._codes}
        found = [
            document
            for document in (papers.find(each) for each in named)
            if document is not None
        ]
        if not found:
            self._tell(
                _("No. This vault has not issued this file."),
                _("Its pages bear codes of another vault.")
                if named
                else _(
                    "It is not one of the issued files, and no page bears a readable "
                    "code."
                ),
                "warning",
            )
            return
        self._document = found[0]
        numbers = sorted(
            code.page for code in self._codes if code.document_id == found[0].id
        )
        self._tell(
            _("Perhaps. It bears the code of a document of this vault."),
            _(
                "{title}, issued on {when}; pages {numbers}. It is not the issued file "
                "itself: a scan, a copy, or a file that was changed. A code says which "
                "document a page claims to be, not that its words are the same. "
                "Compare it with what was issued."
            ).format(
                title=words.title_of_document(found[0]),
                when=wording.moment(found[0].issued_at),
                numbers=", ".join(map(str, numbers)),
            ),
            "",
        )

    def _tell(self, verdict: str, detail: str, look: str) -> None:
        self.verdict.setText(verdict)
        set_look(self.verdict, look or "strong")
        self.detail.setText(detail)
        announce(self.verdict, verdict)

    def _on_show(self) -> None:
        from casedesk.ui.preview.dialog import PreviewDialog

        if self._document is not None:
            PreviewDialog(self._document, self._desk, self).open()

    # --- QDialog

    def reject(self) -> None:  # noqa: D102
        self.reading.cancel()
        super().reject()
