"""The kinds of services that providers offer: which are offered, and own ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.provider import Service, ServiceKind, ServiceKindId
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

_KNOWN = frozenset(each.value for each in Service)


class ServicesCard(Card):
    """Hides known kinds that are never needed, and adds own ones."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Kinds of services"), parent)
        self._session = desk.session
        self.ticks: dict[Service, TickBox] = {}
        self.list = RecordList(
            desk.session.service_kinds,
            self._fields,
            lambda kind: kind.name or _("(no name yet)"),
            add_text=_("Add a kind of service"),
            empty_text="",
            desk=desk,
            note=self._remark,
            parent=self,
        )
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read again and show; a field in which the user types stays as it is."""
        kinds = self._session.service_kinds.all()
        hidden = {each.id for each in kinds if each.is_hidden}
        for service, tick in self.ticks.items():
            tick.set_value(service.value not in hidden)
        own = [each for each in kinds if each.id not in _KNOWN]
        self.list.show_records(own, self._new)

    def flush(self) -> None:
        """Store what is typed now."""
        self.list.flush()

    def _build(self) -> None:
        words = _(
            "Providers of the network are found by these. Untick what you never need."
        )
        self.add(plain_label(words, "muted", self, wraps=True))
        row = FlowLayout()
        for service in Service:
            tick = TickBox(wording.label(service), self)
            tick.edited.connect(partial(self._on_tick, service))
            self.ticks[service] = tick
            row.addWidget(tick)
        self.body.addLayout(row)
        self.add(self.list)

    def _fields(self) -> list[Field]:
        return [
            fields.line("name", _("Name"), wide=True),
            fields.tick("is_hidden", _("No longer offered")),
        ]

    def _remark(self, kind: ServiceKind) -> Remark:
        return (_("no longer offered"), Tone.NEUTRAL) if kind.is_hidden else NOTHING

    def _new(self) -> ServiceKind:
        kinds = self._session.service_kinds.all()
        return ServiceKind(
            id=ServiceKindId(self._session.clock.new_id()),
            position=1 + max((each.position for each in kinds), default=0),
        )

    def _on_tick(self, service: Service) -> None:
        kinds = self._session.service_kinds
        key = ServiceKindId(service.value)
        with problems_shown(self, wording.problem):
            if not self.ticks[service].value():
                kinds.add(ServiceKind(id=key, is_hidden=True))
            elif kinds.find(key) is not None:
                kinds.remove(key)
        self.refresh()
