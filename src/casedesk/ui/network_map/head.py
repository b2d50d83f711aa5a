"""The head of the network map: which map, compared with which, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.tie import NetworkMapId
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, named, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton, QWidget

    from casedesk.domain.tie import NetworkMap


class MapHead(Card):
    """Emits what is wanted; it changes nothing itself."""

    map_chosen = Signal()
    new_wanted = Signal()
    parties_wanted = Signal()
    anew_wanted = Signal()
    undo_wanted = Signal()
    print_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Network map"), parent)
        self._maps: list[NetworkMap] = []
        self._build()

    def show_maps(self, maps: Sequence[NetworkMap]) -> None:
        """Offer the maps, the newest first; without a choice the newest is shown."""
        if maps != self._maps:
            wanted = self.map_box.value() if self._maps else None
            is_newest = not self._maps or wanted == self._maps[-1].id
            self._maps = list(maps)
            days = [(each.id, wording.day(each.drawn_on)) for each in reversed(maps)]
            self.map_box.set_items(days)
            if is_newest or wanted not in {each.id for each in maps}:
                self.map_box.set_value(maps[-1].id if maps else None)
        self._offer_earlier()

    def choose(self, map_id: NetworkMapId) -> None:
        """Show this map with the next reading."""
        self.map_box.set_value(map_id)

    def forget(self) -> None:
        """Begin with another case."""
        self._maps = []
        self.map_box.set_items([])
        self.earlier_box.set_items([])

    def chosen(self) -> NetworkMapId | None:
        """Return the map that is to be shown."""
        return _id(self.map_box.value())

    def compared(self) -> NetworkMapId | None:
        """Return the map with which it is to be compared."""
        return _id(self.earlier_box.value())

    def show_state(self, *, is_newest: bool, missing: int) -> None:
        """Say what can be done with the map that is shown."""
        self._old.setVisible(not is_newest)
        for act in (self._anew, self._undo):
            act.setVisible(is_newest)
        self._parties.setVisible(is_newest and missing > 0)
        self._parties.setText(
            _("Put people of this case on the map ({count})").format(count=missing)
        )

    def set_undo(self, is_possible: bool) -> None:
        """Let the last step be undone, if there is one."""
        self._undo.setEnabled(is_possible)

    def _build(self) -> None:
        self.map_box = ChoiceBox([], self, may_be_empty=False)
        self.earlier_box = ChoiceBox([], self)
        self._old = plain_label(
            _("This is an earlier map. It stays as it was drawn."),
            "muted",
            self,
            wraps=True,
        )
        row = FlowLayout(gap=GRID)
        for label, box in (
            (_("Map of"), self.map_box),
            (_("Compare with the map of"), self.earlier_box),
        ):
            row.addWidget(named(label, box, self))
        acts = FlowLayout(gap=GRID)
        self._parties = self._act(acts, "", self.parties_wanted.emit)
        self._act(acts, _("New map of today"), self.new_wanted.emit)
        self._anew = self._act(acts, _("Arrange anew"), self.anew_wanted.emit)
        self._undo = self._act(acts, _("Undo"), self.undo_wanted.emit)
        self._act(acts, _("Print"), self.print_wanted.emit)
        self._act(acts, _("Remove this map"), self.remove_wanted.emit)
        self.body.addLayout(row)
        self.add(self._old)
        self.body.addLayout(acts)
        self.map_box.edited.connect(self.map_chosen.emit)
        self.earlier_box.edited.connect(self.map_chosen.emit)

    def _act(self, row: FlowLayout, text: str, slot: object) -> QPushButton:
        made = button(text, "", self)
        row.addWidget(made)
        made.clicked.connect(slot)
        return made

    def _offer_earlier(self) -> None:
        chosen = self.chosen()
        earlier: list[tuple[object, str]] = []
        for each in self._maps:
            if each.id == chosen:
                break
            earlier.insert(0, (each.id, wording.day(each.drawn_on)))
        compared = self.compared()
        self.earlier_box.set_items(earlier)
        self.earlier_box.setEnabled(bool(earlier))
        if compared not in {each for each, _day in earlier}:
            self.earlier_box.set_value(None)


def _id(value: object) -> NetworkMapId | None:
    return None if value is None else NetworkMapId(str(value))
