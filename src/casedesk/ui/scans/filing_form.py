"""Where a waiting page is filed by hand: case, document and page, or a title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.case import CaseId
from casedesk.domain.document import Document
from casedesk.domain.received import ReceivedDocument
from casedesk.ui.language import gettext as _
from casedesk.ui.scans import words
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import Field, FieldCell
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.received import ReceivedPage, ReceivedPageId
    from casedesk.services.session import Session

MOST_CASES = 2000


@dataclass(frozen=True, slots=True)
class _Another:
    """Stands for a paper that is none of ours and gets a title."""


class FilingForm(QWidget):
    """Asks for the case, for the document, and for what belongs to it."""

    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.case = ChoiceBox([*self._cases()], self)
        self.document = ChoiceBox([], self)
        self.number = ChoiceBox([], self)
        self.title = TextLine(self)
        self._build()
        self._offer_documents()

    def show_page(self, page: ReceivedPage) -> None:
        """Offer what the code of the page says, or the paper of the page before."""
        named = self._session.scans.named(page)
        if named is not None:
            self.case.set_value(named.case_id)
            self._offer_documents()
            self.document.set_value(named)
        self._on_document()
        if named is not None:
            self.number.set_value(page.named_page)
            self.edited.emit()

    def is_complete(self) -> bool:
        """Whether the page can be filed."""
        chosen = self.document.value()
        if isinstance(chosen, Document):
            return self.number.value() is not None
        if isinstance(chosen, ReceivedDocument):
            return True
        return chosen is not None and bool(self.title.value().strip())

    def file(self, page_id: ReceivedPageId) -> None:
        """File a page where the form says."""
        scans, chosen = self._session.scans, self.document.value()
        if isinstance(chosen, Document):
            scans.file(page_id, chosen.id, int(str(self.number.value())))
        elif isinstance(chosen, ReceivedDocument):
            scans.append(page_id, chosen.id)
        else:
            case_id = CaseId(str(self.case.value()))
            received = scans.keep([page_id], case_id, self.title.value())
            self._offer_documents()
            self.document.set_value(received)  # the next page belongs there as a rule
            self._on_document()

    def _cases(self) -> Iterator[tuple[object, str]]:
        for closed in (False, True):
            lines = self._session.cases.lines(closed=closed, limit=MOST_CASES)
            for line in lines:
                name = line.name or _("(no name yet)")
                yield line.case_id, f"{name} · {line.number}"

    def _offer_documents(self) -> None:
        self.document.set_value(None)
        case_id = self.case.value()
        if case_id is None:
            self.document.set_items([])
        else:
            issued = self._session.documents.of_case(CaseId(str(case_id)))
            came = self._session.scans.of_case(CaseId(str(case_id)))
            self.document.set_items(
                [
                    *((each, words.title_of_document(each)) for each in issued),
                    *((each, each.title) for each in came if each.title),
                    (_Another(), _("Another paper, under a title")),
                ]
            )
        self._on_document()

    def _offer_pages(self) -> None:
        self.number.set_value(None)
        document = self.document.value()
        parts = (
            self._session.documents.parts(document.id)
            if isinstance(document, Document)
            else []
        )
        last = max((part.last_page for part in parts), default=0) or 99
        self.number.set_items(
            [(n, _("Page {page}").format(page=n)) for n in range(1, last + 1)]
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._cells = {
            field.name: FieldCell(field, self)
            for field in (
                Field("case", _("Case"), self.case),
                Field("document", _("Document"), self.document),
                Field("number", _("Page of the document"), self.number),
                Field("title", _("Title"), self.title),
            )
        }
        for cell in self._cells.values():
            layout.addWidget(cell)
        self.case.edited.connect(self._on_case)
        self.document.edited.connect(self._on_document)
        for editor in (self.number, self.title):
            editor.edited.connect(self.edited)

    def _on_case(self) -> None:
        self._offer_documents()

    def _on_document(self) -> None:
        chosen = self.document.value()
        self._cells["number"].setVisible(isinstance(chosen, Document))
        self._cells["title"].setVisible(isinstance(chosen, _Another))
        self._offer_pages()
        self.edited.emit()
