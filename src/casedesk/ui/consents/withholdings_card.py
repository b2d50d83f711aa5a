"""What the client wants nobody, or somebody in particular, to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.dates import Leaning
from casedesk.domain.withholding import Withholding, WithholdingId
from casedesk.ui import fields, wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.record_list import RecordList
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import Tone, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk
    from casedesk.ui.record_list import Remark


class WithholdingsCard(Card):
    """The wishes of the client that win over every consent, each in its row."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("What is not passed on"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._names: dict[str, str] = {}
        self._categories = Categories(desk.session)
        words = _(
            "What the client does not want others to learn. Such a wish needs no form "
            "and no signature, and it wins over every consent."
        )
        self.add(plain_label(words, "small", self, wraps=True))
        self.list = RecordList(
            desk.session.withholdings,
            self._fields,
            self._title,
            add_text=_("Note a wish"),
            empty_text=_("No wish of this kind is noted."),
            desk=desk,
            note=self._note,
            parent=self,
        )
        self.add(self.list)
        self.list.saved.connect(self._on_saved)
        self.list.removed.connect(self._on_saved)

    def show_case(self, case_id: CaseId) -> None:
        """Show the wishes in a case."""
        session = self._desk.session
        if case_id != self._case_id:
            self.flush()
            self.list.show_records([], None)  # the fields name the people of the case
        self._case_id = case_id
        named = party_names(session, case_id)
        self._names = {str(party_id): name for party_id, name in named.items()}
        self.list.show_records(session.withholdings.of(case_id=case_id), self._new)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.list.flush()

    def _fields(self) -> tuple[Field, ...]:
        today = self._desk.session.clock.today
        return (
            fields.pick(
                "party_id",
                _("From whom"),
                [*self._names.items()],
                hint=_("Empty means: from everybody."),
            ),
            fields.needed_day("said_on", _("Said on"), today),
            Field(
                "categories",
                _("Which information"),
                ChoiceChips([*self._categories.offered()]),
                _("If none is ticked: everything."),
                wide=True,
            ),
            fields.text("words", _("In the client's own words")),
            fields.day("lifted_on", _("Lifted on"), today, leaning=Leaning.PAST),
            fields.line("lifted_note", _("How it was lifted")),
        )

    # Any would do: a list takes records of every kind; here they are wishes.
    def _title(self, wish: Withholding) -> str:
        who = self._names.get(wish.party_id or "", "") or _("everybody")
        what = self._categories.listed(wish.categories) or _("everything")
        return _("{what}: not to {who}").format(what=what, who=who)

    def _note(self, wish: Withholding) -> Remark:
        if wish.holds_on(self._desk.session.clock.today()):
            return _("holds"), Tone.WARNING
        if wish.lifted_on is None:
            return "", Tone.NEUTRAL
        return _("lifted on {day}").format(day=wording.day(wish.lifted_on)), Tone.OK

    def _new(self) -> Withholding:
        if self._case_id is None:
            raise ValueError
        clock = self._desk.session.clock
        return Withholding(
            id=WithholdingId(clock.new_id()),
            case_id=self._case_id,
            said_on=clock.today(),
        )

    def _on_saved(self) -> None:
        self.changed.emit()
