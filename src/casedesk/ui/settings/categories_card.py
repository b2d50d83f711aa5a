"""The card of the kinds of information: which are offered, and the practice's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.data_category import (
    SPECIAL_CATEGORIES,
    DataCategory,
    HiddenCategory,
    OwnCategory,
)
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.record_list import NOTHING, RecordList
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import Tone, plain_label
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.ui.desk import Desk
    from casedesk.ui.record_list import Remark
    from casedesk.ui.widgets.field_cell import Field


class CategoriesCard(Card):
    """Hides known kinds that are never used, adds own ones and retires them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Kinds of information"), parent)
        self._session = desk.session
        self.ticks: dict[DataCategory, TickBox] = {}
        self.list = RecordList(
            desk.session.own_categories,
            self._fields,
            lambda own: own.name or _("(no name yet)"),
            add_text=_("Add a kind of information"),
            empty_text="",
            desk=desk,
            note=self._remark,
            parent=self,
        )
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read again and show; a field in which the user types stays as it is."""
        hidden = {each.id for each in self._session.hidden_categories.all()}
        for category, tick in self.ticks.items():
            tick.set_value(category.value not in hidden)
        self.list.show_records(self._session.own_categories.all(), self._new)

    def flush(self) -> None:
        """Store what is typed now."""
        self.list.flush()

    def _build(self) -> None:
        self.add(
            plain_label(
                _(
                    "Consents, releases and the disclosure log name these kinds. "
                    "Untick what you never need; what is used already stays. "
                    "* specially protected by law"
                ),
                "muted",
                self,
                wraps=True,
            )
        )
        row = FlowLayout()
        for category in DataCategory:
            mark = " *" if category in SPECIAL_CATEGORIES else ""
            tick = TickBox(wording.label(category) + mark, self)
            tick.edited.connect(partial(self._on_tick, category))
            self.ticks[category] = tick
            row.addWidget(tick)
        self.body.addLayout(row)
        self.add(self.list)

    def _fields(self) -> list[Field]:
        return [
            fields.line("name", _("Name"), wide=True),
            fields.tick("is_special", _("Specially protected")),
            fields.day(
                "retired_on",
                _("No longer offered from"),
                self._session.clock.today,
                hint=_("What was agreed with it stays valid and readable."),
            ),
        ]

    def _remark(self, own: OwnCategory) -> Remark:
        today = self._session.clock.today()
        if own.retired_on is not None and own.retired_on <= today:
            return _("no longer offered"), Tone.NEUTRAL
        return NOTHING

    def _new(self) -> OwnCategory:
        own = self._session.own_categories.all()
        return OwnCategory(
            id=self._session.clock.new_id(),
            position=1 + max((each.position for each in own), default=0),
        )

    def _on_tick(self, category: DataCategory) -> None:
        hidden = self._session.hidden_categories
        with problems_shown(self, wording.problem):
            if self.ticks[category].value():
                if hidden.find(category.value) is not None:
                    hidden.remove(category.value)
            else:
                hidden.add(HiddenCategory(id=category.value))
        self.refresh()
