"""Notes that a version was agreed: on which paper or in which words, when, by whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout

from casedesk.domain.dates import Leaning
from casedesk.domain.plan import Agreement
from casedesk.domain.plan_version import Agreed, check_agreement
from casedesk.domain.signing import SignerRole
from casedesk.ui import fields, wording
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.dialog_drafts import BegunBefore, DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.plan_words import heading
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field, FieldCell
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.plan import Plan
    from casedesk.services.paper import Paper
    from casedesk.services.plan_agreements import PrintedPlan
    from casedesk.ui.desk import Desk

_AS_NOW = "as_now"
_HOW = (Agreement.SIGNATURE, Agreement.ORAL)


class AgreeDialog(QDialog):
    """Asks how a version was agreed; then its pages are set and both are frozen."""

    agreed = Signal()

    def __init__(self, desk: Desk, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plan = plan
        self._printed = desk.session.plan_agreements.printed(plan.id)
        self._cells = {field.name: FieldCell(field, self) for field in self._fields()}
        self._foot = DialogFoot(_("Note agreement"), self)
        drafts = DialogDrafts(desk.session.plans, plan.id, "agree", self)
        self._drafts = drafts
        self._cells["on"].editor.set_value(desk.session.clock.today())
        drafts.watch({name: cell.editor for name, cell in self._cells.items()})
        self._build(BegunBefore(drafts, self))
        self._show_what_is_asked()

    def cell(self, name: str) -> FieldCell:
        """Return a field by its name."""
        return self._cells[name]

    def notice(self) -> str:
        """Return what is said about the paper that is frozen."""
        return self._foot.notice.text()

    def accept(self) -> None:
        """Freeze the version as it was agreed, or say what is missing."""
        on = self._day()
        if on is None:
            return
        agreed = Agreed(
            on=on,
            how=self._how(),
            by=self._signers(),
            reason=str(self._cells["reason"].editor.value()) if self._is_oral() else "",
            note=str(self._cells["note"].editor.value()),
        )
        session = self._desk.session
        with problems_shown(self, wording.problem):
            check_agreement(self._plan, agreed, session.clock.today())
            chosen = self._chosen_paper()
            if chosen is not None:
                session.plan_agreements.agree_printed(
                    self._plan.id, chosen.part.id, agreed
                )
                self._finish()
                return
            paper = session.papers.care_plan(self._plan.case_id, agreed=agreed)
            self._foot.deed.setEnabled(False)
            self._foot.notice.setText(_("The paper is being set …"))
            self._desk.jobs.run(
                paper.render,
                partial(self._on_rendered, paper, agreed),
                owner=self,
                otherwise=self._on_failed,
            )

    def _fields(self) -> list[Field]:
        today = self._desk.session.clock.today
        how = [(each, wording.label(each)) for each in _HOW]
        signers = ChoiceChips(wording.choices(SignerRole))
        return [
            fields.needed_pick("how", _("How was it agreed?"), how),
            fields.day("on", _("On which day"), today, leaning=Leaning.PAST),
            Field("by", _("Who agreed?"), signers, wide=True),
            fields.needed_pick("paper", _("What was signed"), self._papers()),
            fields.text("reason", _("Why orally and not signed"), lines=2),
            fields.text("note", _("Remarks on the agreement"), lines=1),
        ]

    def _papers(self) -> list[tuple[object, str]]:
        offered: list[tuple[object, str]] = [
            (each.part.id, _paper_words(each)) for each in self._printed
        ]
        return [*offered, (_AS_NOW, _("The plan as it stands here now"))]

    def _build(self, begun: BegunBefore) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Note agreement"))
        page = ScrollPage(self)
        page.add(begun)
        page.add(plain_label(heading(self._plan), "heading", self, wraps=True))
        words = _(
            "What was agreed is kept as it is, with its pages. Goals and measures go "
            "on living; what changes goes into the next version."
        )
        page.add(plain_label(words, "small", self, wraps=True))
        for cell in self._cells.values():
            page.add(cell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(page, 1)
        layout.addLayout(self._foot)
        make_room(self, letters=92, lines=34)
        for name in ("how", "paper"):
            self._cells[name].editor.edited.connect(self._show_what_is_asked)
        self._cells["on"].edited.connect(self._on_day_edited)
        self._foot.deed.clicked.connect(self.accept)
        self._foot.cancel.clicked.connect(self._drafts.forget)
        self._cells["on"].widget.setFocus()

    def _how(self) -> Agreement:
        return Agreement(str(self._cells["how"].editor.value()))

    def _is_oral(self) -> bool:
        return self._how() is Agreement.ORAL

    def _signers(self) -> tuple[SignerRole, ...]:
        said = self._cells["by"].editor.value()
        assert isinstance(said, tuple)  # noqa: S101 - chips hold tuples
        return tuple(SignerRole(str(each)) for each in said)

    def _chosen_paper(self) -> PrintedPlan | None:
        if self._is_oral():
            return None
        chosen = self._cells["paper"].editor.value()
        return next((each for each in self._printed if each.part.id == chosen), None)

    def _day(self) -> date | None:
        cell = self._cells["on"]
        trouble = cell.editor.problem()
        value = None if trouble else cell.editor.value()
        if value is None:
            trouble = trouble or _("On which day was it agreed?")
        cell.show_trouble(trouble or "")
        return value  # type: ignore[return-value]  # the field holds days

    def _show_what_is_asked(self) -> None:
        is_oral = self._is_oral()
        self._cells["reason"].setVisible(is_oral)
        self._cells["paper"].setVisible(not is_oral and bool(self._printed))
        chosen = self._chosen_paper()
        if chosen is not None and not chosen.is_as_now:
            words = _(
                "The plan was changed since this paper was printed. What stands on the "
                "paper is kept as agreed; changed texts become the next version."
            )
        else:
            words = ""
        self._foot.notice.setText(words)

    def _on_day_edited(self) -> None:
        """Take back what was wrong with the day, until it is asked for again."""
        self._cells["on"].show_trouble("")

    def _on_rendered(self, paper: Paper, agreed: Agreed, pdf: bytes) -> None:
        with problems_shown(self, wording.problem):
            session = self._desk.session
            session.plan_agreements.agree(self._plan.id, agreed, paper, pdf)
            self._finish()
        if self.isVisible():  # it was refused, perhaps because its number was taken
            self._foot.deed.setEnabled(True)
            self._show_what_is_asked()

    def _on_failed(self) -> None:
        self._foot.deed.setEnabled(True)
        self._foot.notice.setText(
            _("The paper could not be set; nothing was agreed and nothing was filed.")
        )

    def _finish(self) -> None:
        self._drafts.forget()
        super().accept()
        self.agreed.emit()


def _paper_words(printed: PrintedPlan) -> str:
    words = _("{paper} {number} of {when}").format(
        paper=wording.label(printed.document.kind),
        number=printed.document.number,
        when=wording.moment(printed.document.issued_at),
    )
    if printed.is_as_now:
        return words
    return _("{paper} (changed since)").format(paper=words)
