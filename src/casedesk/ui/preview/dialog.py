"""The preview through which every paper goes before it is given out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.document import Document, DocumentKind
from casedesk.domain.practice import PaperLanguage, client_languages
from casedesk.domain.report import DOCUMENT_KINDS
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.preview import printing, saving
from casedesk.ui.preview.pages_view import PagesView
from casedesk.ui.preview.whom_panel import WhomPanel
from casedesk.ui.problems import problems_shown, tell
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from casedesk.domain.handing import Handing
    from casedesk.services.disclosures import Clearance
    from casedesk.services.paper import Paper
    from casedesk.ui.desk import Desk

    AskPrinter = Callable[[QWidget, str, int], QPrinter | None]
    AskFile = Callable[[QWidget, str, str], Path | None]

FOLDER = "paper_folder"
WIDTH, HEIGHT = 900, 700
MOST_OF_SCREEN = 0.92  # the frame needs some
LANGUAGE_LETTERS = 18


class PreviewDialog(QDialog):
    """Shows a paper; printing or saving it files it in the case, once.

    A document that is filed already is shown the same way, and not filed again.
    """

    filed = Signal(object)  # the document

    def __init__(
        self,
        shown: Paper | Document,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        ask_printer: AskPrinter = printing.ask_printer,
        ask_file: AskFile = saving.ask_file,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._papers = desk.session.papers
        self._practice = desk.session.practice
        self._jobs = desk.jobs
        self._ask_printer = ask_printer
        self._ask_file = ask_file
        self._paper: Paper | None = None
        self._document: Document | None = None
        self._cleared: tuple[Handing, Clearance] | None = None
        self._is_set = False
        self._pdf = b""
        self._is_printing = False
        self._build()
        self.whom.offer(shown)
        if isinstance(shown, Document):
            self._show_document(shown)
        else:
            self._show_paper(shown)

    def pages(self) -> PagesView:
        """Return the view of the pages."""
        return self._pages

    def notice(self) -> str:
        """Return what is said about filing."""
        return self._notice.text()

    def is_shown(self) -> bool:
        """Whether the pages are there to be looked at."""
        return self._is_set

    def is_ready(self) -> bool:
        """Whether the paper is shown and may go to whom it is for."""
        return self._print.isEnabled()

    def print_out(self) -> None:
        """Print on the printer the user chooses, and file the paper."""
        if not self.is_ready():
            return
        count = self._pages.document.pageCount()
        with problems_shown(self, wording.problem):
            printer = self._ask_printer(self, self._file_name(), count)
            if printer is None:
                return
            clearance = self._clear()
            self._set_ready(is_ready=False)
            self._is_printing = True
            job = printing.PrintJob(self._pages, printer, clearance, self)
            job.progressed.connect(self._on_progress)
            job.finished.connect(self._on_printed)
            job.finished.connect(job.deleteLater)
            job.start()

    def save(self) -> None:
        """Save as a file where the user wants it, and file the paper."""
        if not self.is_ready():
            return
        with problems_shown(self, wording.problem):
            folder = self._practice.remembered(FOLDER)
            path = self._ask_file(self, folder, self._file_name())
            if path is None:
                return
            # First, because nothing may leave the case without a trace.
            saving.write(path, self._pdf, self._clear())
            self._practice.remember(FOLDER, str(path.parent))
            self._show_filed(_("Saved as {name}.").format(name=path.name))

    def _show_paper(self, paper: Paper) -> None:
        self._paper, self._document, self._pdf = paper, None, b""
        self._cleared = None
        offered = (*self._offered(paper.kind), paper.language)
        self._language.set_items(
            [(language, wording.label(language)) for language in dict.fromkeys(offered)]
        )
        self._language.set_value(paper.language)
        self._language.setVisible(True)
        self._information.set_value(paper.with_information)
        self._information.setVisible(
            paper.kind is DocumentKind.CONSENT_SET and bool(paper.consent_ids)
        )
        self._show_title(paper.kind, paper.number, paper.version)
        self.whom.show_paper(paper)
        self._notice.setText(_("The paper is being set …"))
        self._set_ready(is_ready=False)
        self._jobs.run(
            paper.render,
            partial(self._on_rendered, paper),
            owner=self,
            otherwise=partial(self._on_not_rendered, paper),
        )

    def _offered(self, kind: DocumentKind) -> tuple[PaperLanguage, ...]:
        practice = self._practice.get()
        if kind is DocumentKind.CONSENT_SET:
            return client_languages(practice)
        if kind in DOCUMENT_KINDS.values():
            return ()  # a report stays in the language in which it is written
        return (PaperLanguage(practice.language), PaperLanguage.EN)

    def _show_document(self, document: Document) -> None:
        self._paper, self._document = None, document
        self._language.hide()
        self._information.hide()
        self._show_title(document.kind, document.number, document.version)
        self._show_filed()
        self._show_pages(self._desk.session.documents.pdf(document.id))

    def _clear(self) -> Clearance:
        """File the paper, note to whom it goes, and return that it may go there."""
        handing = self.whom.handing()
        assert handing is not None  # noqa: S101 - it is not ready without
        if self._cleared is not None and self._cleared[0] == handing:
            return self._cleared[1]
        if self._document is None:
            assert self._paper is not None  # noqa: S101 - one of both is shown
            issued = self._papers.issue(self._paper, self._pdf, handing)
            self._document, clearance = issued.document, issued.clearance
            self.filed.emit(self._document)
        else:
            disclosures = self._desk.session.disclosures
            clearance = disclosures.hand_out_again(self._document, handing)
        self._cleared = handing, clearance
        self._show_filed()
        return clearance

    def _file_name(self) -> str:
        shown = self._document or self._paper
        return shown.file_name if shown is not None else ""

    def _show_pages(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._pages.show_pdf(pdf)
        self._set_ready(is_ready=True)

    def _show_title(self, kind: DocumentKind, number: str, version: int) -> None:
        title = _("{paper} · {number} · version {version}").format(
            paper=wording.label(kind), number=number, version=version
        )
        self._title.setText(title)
        self.setWindowTitle(title)

    def _show_filed(self, before: str = "") -> None:
        if self._document is None:
            return
        filed = _("Filed in the case on {when}. It does not change any more.").format(
            when=wording.moment(self._document.issued_at)
        )
        is_logged = self._cleared is not None and self._cleared[1].disclosure_id
        logged = _("Written into the log of disclosures.") if is_logged else ""
        said = " ".join(part for part in (before, logged, filed) if part)
        self._say(said, "ok")

    def _say(self, words: str, look: str = "muted") -> None:
        self._notice.setText(words)
        set_look(self._notice, look)
        announce(self._notice, words)

    def _set_ready(self, *, is_ready: bool) -> None:
        self._is_set = is_ready
        for widget in (self._language, self._information, self.whom):
            widget.setEnabled(is_ready)
        self._show_whether_it_may_go()

    def _show_whether_it_may_go(self) -> None:
        may_go = self._is_set and self.whom.may_go()
        for widget in (self._print, self._save):
            widget.setEnabled(may_go)
        if self._is_set and self.whom.handing() is None:
            self._say(_("Choose for whom this is; then it can be given out."))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        most = self.screen().availableSize() * MOST_OF_SCREEN
        self.resize(QSize(WIDTH, HEIGHT).boundedTo(most))
        self._title = plain_label("", "heading", self, wraps=True)
        self._information = TickBox(_("With the information sheet"), self)
        self._language = ChoiceBox((), self, may_be_empty=False)
        self._language.setMinimumContentsLength(LANGUAGE_LETTERS)
        self._language.setAccessibleName(_("Language of the paper"))
        self.whom = WhomPanel(self._desk, self)
        self._pages = PagesView(self)
        self._notice = plain_label("", "muted", self, wraps=True)
        close = button(_("Close"), "", self)
        self._save = button(_("Save as PDF …"), "", self)
        self._save.setToolTip(wording.keys("Ctrl+S"))
        self._print = button(_("Print …"), "primary", self)
        self._print.setToolTip(
            _("Ctrl+P. The system may keep a print job on its disk for some time.")
        )

        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._title, 1)
        head.addWidget(self._information)
        head.addWidget(self._language)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._notice, 1)
        for widget in (close, self._save, self._print):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addLayout(head)
        layout.addWidget(self.whom)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)

        close.clicked.connect(self.close)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print_out)
        self._language.edited.connect(self._on_wish)
        self._information.edited.connect(self._on_wish)
        self.whom.reader_changed.connect(self._on_reader)
        self.whom.edited.connect(self._show_whether_it_may_go)
        self.whom.prepared.connect(self.close)
        for key, deed in (("Ctrl+P", self.print_out), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    def _on_rendered(self, paper: Paper, pdf: bytes) -> None:
        if paper is not self._paper:
            return
        self._show_pages(pdf)
        if self.whom.handing() is not None:
            self._say(
                _(
                    "Printing or saving files this paper in the case. Closing the "
                    "preview files nothing."
                )
            )

    def _on_not_rendered(self, paper: Paper) -> None:
        if paper is self._paper:
            self._say(_("The paper could not be set; nothing was filed."), "problem")

    def _on_wish(self) -> None:
        language = self._language.value()
        if self._paper is None or not isinstance(language, PaperLanguage):
            return
        with problems_shown(self, wording.problem):
            paper = self._papers.again(
                self._paper,
                language=language,
                with_information=self._information.value(),
                reader=self.whom.reader(),
            )
            self._show_paper(paper)

    def _on_reader(self) -> None:
        is_cut_anew = (
            self._paper is not None
            and _is_cut_for_readers(self._paper)
            and self._paper.reader != self.whom.reader()
        )
        if is_cut_anew:
            self._on_wish()
        else:
            self._show_whether_it_may_go()

    def _on_progress(self, page: int, pages: int) -> None:
        self._say(_("Page {page} of {pages} …").format(page=page, pages=pages))

    def _on_printed(self, is_done: bool) -> None:
        self._is_printing = False
        self._set_ready(is_ready=True)
        if self._document is not None:
            self._show_filed(_("Sent to the printer.") if is_done else "")
        if not is_done:
            tell(
                self,
                _(
                    "The printer did not take the paper. It is filed in the case: "
                    "print it again from there, or from here."
                ),
            )

    # --- QDialog

    def reject(self) -> None:  # noqa: D102
        if not self._is_printing:  # the printer would be left with half a paper
            super().reject()


def _is_cut_for_readers(paper: Paper) -> bool:
    kinds = (DocumentKind.CARE_PLAN, DocumentKind.ASSESSMENT)
    return paper.kind in kinds or paper.cut_anew is not None
