"""Benefits and services: who pays or provides what now, and what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.benefit import (
    Application,
    Benefit,
    BenefitId,
    weekly_help,
    weekly_help_by_domain,
)
from casedesk.ui import wording
from casedesk.ui.assessment import benefit_words
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.faces import MeasureFace
from casedesk.ui.problems import problems_shown
from casedesk.ui.tasks.make_task import let_become_task
from casedesk.ui.theme import GRID
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class BenefitsView(QWidget):
    """Shows the benefits of the case as they are now, whatever version is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._parties: Mapping[PartyId, str] = {}
        self.rows: dict[str, Unfolding] = {}
        self.faces: dict[str, MeasureFace] = {}
        self._states = [wording.label(state) for state in Application]
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the benefits of a case; the one that is looked for is opened."""
        if case_id != self._case_id:
            self.flush()
            self._drop(set())
            self.page.to_top()
        self._case_id = case_id
        self._show()
        if subject_id in self.rows:
            self.rows[subject_id].open()

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        if self._case_id is not None:
            self._show()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for row in self.rows.values():
            row.flush()

    def _build(self) -> None:
        self.totals = plain_label("", "strong", self, wraps=True)
        self.by_domain = plain_label("", "muted", self, wraps=True)
        self.empty = EmptyState(
            _(
                "Here stands who pays or provides what: money, services, aids, and the "
                "help of family and neighbours with its hours."
            ),
            _("Note the first benefit"),
            self,
        )
        self.card = Card(_("Benefits and services"), self)
        self.add = CaseAct(_("Add a benefit or service"), "", self)
        self.card.add_action(self.add)
        self.card.add(self.totals)
        self.card.add(self.by_domain)
        self._head = MeasureFace(self._states, self, is_head=True)
        self._head.show_cells(benefit_words.captions())
        heads = QHBoxLayout()
        heads.setContentsMargins(GRID // 2, 0, GRID // 2, 0)  # as in the rows
        heads.addWidget(self._head)
        self.card.body.addLayout(heads)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.card.body.addLayout(self._column)
        self.page = ScrollPage(self)
        self.page.add(self.empty)
        self.page.add(self.card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.add.clicked.connect(self._on_add)
        self.empty.acted.connect(self._on_add)

    def _show(self) -> None:
        session = self._desk.session
        benefits = session.benefits.of(case_id=self._known_case())
        self._parties = party_names(session, self._known_case())
        self._drop({benefit.id for benefit in benefits})
        for place, benefit in enumerate(benefits):
            row = self.rows.get(benefit.id) or self._made(benefit)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            self._show_row(benefit)
        self.empty.setVisible(not benefits)
        self.card.setVisible(bool(benefits))
        self._show_totals(benefits)

    def _show_row(self, benefit: Benefit) -> None:
        country = self._desk.session.practice.get().country
        cells = benefit_words.cells(benefit, self._parties, country)
        self.faces[benefit.id].show_cells(cells)
        row = self.rows[benefit.id]
        row.offer("party_id", list(self._parties.items()))
        row.show_record(benefit, ", ".join(cell for cell in cells if cell != "—"))

    def _show_totals(self, benefits: Sequence[Benefit]) -> None:
        today = self._desk.session.clock.today()
        given = weekly_help(benefits, today)
        self.totals.setText(
            _("Help in a week: {hours}").format(hours=benefit_words.help_words(given))
        )
        self.totals.setVisible(given.total > 0)
        names = DomainNames(self._desk.session)
        lines = [
            f"{_('no domain named') if key is None else names.name(key)}: "
            f"{benefit_words.help_words(each)}"
            for key, each in weekly_help_by_domain(benefits, today).items()
        ]
        self.by_domain.setText("\n".join(lines))
        self.by_domain.setVisible(bool(lines))

    def _made(self, benefit: Benefit) -> Unfolding:
        face = MeasureFace(self._states)
        row = Unfolding(
            self._desk.session.benefits, benefit, face, self._fields, self, focus="what"
        )
        row.saved.connect(self._on_saved)
        row.remove_wanted.connect(self._on_remove)
        row.changes_wanted.connect(self._desk.show_changes)
        let_become_task(row, self._desk, self._desk.session.benefits, benefit, "what")
        self.faces[benefit.id] = face
        self.rows[benefit.id] = row
        return row

    def _fields(self) -> list[Field]:
        session = self._desk.session
        domains = DomainNames(session).offered(self._known_case())
        today = session.clock.today
        return benefit_words.benefit_fields(today, self._parties, domains)

    def _drop(self, keep: set[str]) -> None:
        for benefit_id in [known for known in self.rows if known not in keep]:
            row = self.rows.pop(benefit_id)
            del self.faces[benefit_id]
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _known_case(self) -> CaseId:
        assert self._case_id is not None  # noqa: S101 - asked for only once it is shown
        return self._case_id

    def _on_add(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            new_id = BenefitId(self._desk.session.clock.new_id())
            benefit = Benefit(id=new_id, case_id=self._known_case())
            self._desk.session.benefits.add(benefit)
            self._show()
            self.rows[benefit.id].open()

    def _on_saved(self, _benefit_id: str) -> None:
        self._show()

    def _on_remove(self, benefit_id: str) -> None:
        with problems_shown(self, wording.problem):
            deed = self._desk.session.benefits.remove(benefit_id)
            self._show()
            self._desk.offer_undo(self._desk.session.benefits.noun, deed)
