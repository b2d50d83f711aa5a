"""Somebody of the genogram: the form, the unions, and who can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.kinship import DescentKind, UnionKind
from casedesk.services.kin_words import name_of, relations
from casedesk.ui import wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.genogram.kin_lists import KinLists, offer
from casedesk.ui.genogram.relative_fields import relative_fields
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.kinship import Relative, Union, UnionId
    from casedesk.services.kinship import ShownFamily
    from casedesk.ui.desk import Desk


class RelativeCard(Card):
    """Changes one relative, and adds others beside, above and beneath."""

    saved = Signal()
    added = Signal(str)  # the id of somebody new
    removed = Signal(str, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._desk = desk
        self._relative: Relative | None = None
        self._shown: ShownFamily | None = None
        self._offered: list[tuple[UnionId, str]] | None = None
        self._build()

    def show_relative(self, relative: Relative, shown: ShownFamily) -> None:
        """Show somebody; where the user types, the text stays."""
        self._relative, self._shown = relative, shown
        self.set_title(name_of(relative.id, shown, _))
        self._said.setText(" ".join(relations(relative, shown, _)))
        self._offer(relative, shown)
        show_in_form(self.form, self._desk.session.relatives, relative)
        own = [
            u for u in shown.family.unions if relative.id in (u.first_id, u.second_id)
        ]
        self.lists.show_relative(relative, shown)
        self._show_children(own)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()
        self.lists.flush()

    def _build(self) -> None:
        changes = button(_("Changes"), "link", self)
        remove = CaseAct(_("Remove from the genogram"), "link", self)
        self.add_action(changes)
        self.add_action(remove)
        self._said = plain_label("", "muted", self, wraps=True)
        self._adding = FlowLayout(gap=GRID)
        for words, slot in (
            (_("Add parents"), self._on_parents),
            (_("Add a brother or sister"), self._on_sibling),
            (_("Add a partner"), self._on_partner),
        ):
            act = CaseAct(words, "", self)
            act.clicked.connect(slot)
            self._adding.addWidget(act)
        self._children = QWidget(self)
        self._child_row = FlowLayout(self._children, gap=GRID)
        self.form = RecordForm(relative_fields(), self)
        self.lists = KinLists(self._desk, self)
        self.add(self._said)
        self.add(self.form)
        self.body.addLayout(self._adding)
        self.add(self._children)
        self.add(self.lists)
        self.form.saved.connect(self._on_saved)
        self.lists.saved.connect(self._on_saved)
        changes.clicked.connect(self._on_changes)
        remove.clicked.connect(self._on_remove)

    def _offer(self, relative: Relative, shown: ShownFamily) -> None:
        parties = party_names(self._desk.session, relative.case_id)
        others = [
            (each.id, name_of(each.id, shown, _))
            for each in shown.family.relatives
            if each.id != relative.id
        ]
        for field, offered in (
            ("party_id", [*parties.items()]),
            ("twin_of_id", others),
        ):
            offer(self.form, field, offered)

    def _show_children(self, unions: list[Union]) -> None:
        titles = [(union.id, self.lists.title_of(union)) for union in unions]
        if titles == self._offered:
            return  # a button may have the focus
        self._offered = titles
        while item := self._child_row.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for union in unions:
            title = self.lists.title_of(union)
            for words, kind in (
                (_("Add a child ({with_whom})"), DescentKind.BIRTH),
                (_("Add an adopted child ({with_whom})"), DescentKind.ADOPTED),
                (_("Add a foster child ({with_whom})"), DescentKind.FOSTER),
            ):
                self._add_act(
                    words.format(with_whom=title), self._child_of(union, kind)
                )
        if not unions:
            self._add_act(_("Add a child"), self._on_child_of_one)

    def _add_act(self, words: str, slot: Callable[[], None]) -> None:
        act = CaseAct(words.replace("&", "&&"), "", self._children)
        act.clicked.connect(slot)
        self._child_row.addWidget(act)

    def _child_of(self, union: Union, kind: DescentKind) -> Callable[[], None]:
        kinship = self._desk.session.kinship
        return lambda: self._do(lambda _who: kinship.add_child(union.id, kind))

    def _do(self, deed: Callable[[Relative], Relative]) -> None:
        if self._relative is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            self.added.emit(deed(self._relative).id)

    def _on_parents(self) -> None:
        self._do(lambda one: self._desk.session.kinship.add_parents(one.id))

    def _on_sibling(self) -> None:
        self._do(lambda one: self._desk.session.kinship.add_sibling(one.id))

    def _on_partner(self) -> None:
        kinship = self._desk.session.kinship
        self._do(lambda one: kinship.add_partner(one.id, UnionKind.MARRIED))

    def _on_child_of_one(self) -> None:
        self._do(lambda one: self._desk.session.kinship.add_child_of_one(one.id))

    def _on_saved(self) -> None:
        self.saved.emit()

    def _on_changes(self) -> None:
        self.flush()
        if self._relative is not None:
            self._desk.show_changes("relative", self._relative.id)

    def _on_remove(self) -> None:
        if self._relative is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            deed = self._desk.session.relatives.remove(self._relative.id)
            self.removed.emit("relative", deed)
