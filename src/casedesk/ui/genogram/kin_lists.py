"""The unions of somebody, and whose child they are: to change, add and remove."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.kinship import (
    Descent,
    DescentId,
    Union,
    UnionId,
    generations,
)
from casedesk.services.kin_words import name_of, pair_words
from casedesk.ui.genogram.relative_fields import descent_fields, union_fields
from casedesk.ui.language import gettext as _
from casedesk.ui.record_list import RecordList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.kinship import Relative, RelativeId
    from casedesk.services.kinship import ShownFamily
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.choice_box import ChoiceBox
    from casedesk.ui.widgets.record_form import RecordForm

    Items = Sequence[tuple[object, str]]


class KinLists(QWidget):
    """Joins people who are in the picture already."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._relative: Relative | None = None
        self._shown: ShownFamily | None = None
        session = desk.session
        self.unions = RecordList(
            session.unions,
            union_fields,
            self.title_of,
            add_text=_("Add a union with somebody in the picture"),
            empty_text="",
            desk=desk,
            parent=self,
        )
        self.descents = RecordList(
            session.descents,
            descent_fields,
            self._parents,
            add_text=_("Add parents who are in the picture"),
            empty_text="",
            desk=desk,
            parent=self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for each in (self.unions, self.descents):
            layout.addWidget(each)
            each.saved.connect(self.saved)
            each.removed.connect(self.saved)

    def show_relative(self, relative: Relative, shown: ShownFamily) -> None:
        """Show the unions and parents of somebody."""
        self._relative, self._shown = relative, shown
        family = shown.family
        people = [(each.id, name_of(each.id, shown, _)) for each in family.relatives]
        pairs = [(each.id, pair_words(each, shown, _)) for each in family.unions]
        own = [u for u in family.unions if relative.id in (u.first_id, u.second_id)]
        above = [d for d in family.descents if d.child_id == relative.id]
        taken = {relative.id, *(p for u in own for p in (u.first_id, u.second_id))}
        rows = generations(family)
        here = rows[relative.id]
        # Proposed is who stands in the same row, and whose children would.
        free = [each.id for each in family.relatives if each.id not in taken]
        free.sort(key=lambda each: abs(rows[each] - here))
        foreign = [u for u in family.unions if u not in own]
        foreign.sort(key=lambda u: abs(rows[u.first_id] + 1 - here))
        known = {each.union_id for each in above}
        open_to = [each.id for each in foreign if each.id not in known]
        self.unions.show_records(own, partial(self._union, free[0]) if free else None)
        self.descents.show_records(
            above, partial(self._descent, open_to[0]) if open_to else None
        )
        for union in own:
            form = self.unions.form(union.id)
            offer(form, "first_id", people)
            offer(form, "second_id", people)
        for descent in above:
            offer(self.descents.form(descent.id), "union_id", pairs)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.unions.flush()
        self.descents.flush()

    def title_of(self, union: Union) -> str:
        """Say with whom the union is."""
        if self._shown is None or self._relative is None:
            return ""
        is_first = union.first_id == self._relative.id
        partner = union.second_id if is_first else union.first_id
        return _("With {name}").format(name=name_of(partner, self._shown, _))

    def _parents(self, descent: Descent) -> str:
        unions = self._shown.family.unions if self._shown else ()
        found = [u for u in unions if u.id == descent.union_id]
        if not found or self._shown is None:
            return ""
        return _("Child of {parents}.").format(
            parents=pair_words(found[0], self._shown, _)
        )

    def _union(self, other: RelativeId) -> Union:
        relative = self._known()
        return Union(
            id=UnionId(self._desk.session.clock.new_id()),
            case_id=relative.case_id,
            first_id=relative.id,
            second_id=other,
        )

    def _descent(self, union_id: UnionId) -> Descent:
        relative = self._known()
        return Descent(
            id=DescentId(self._desk.session.clock.new_id()),
            case_id=relative.case_id,
            union_id=union_id,
            child_id=relative.id,
        )

    def _known(self) -> Relative:
        assert self._relative is not None  # noqa: S101 - only asked while it is shown
        return self._relative


def offer(form: RecordForm, field: str, items: Items) -> None:
    """Offer the people there are now; what is chosen stays so."""
    box = cast("ChoiceBox", form.editor(field))
    box.blockSignals(True)
    box.set_items(items)
    box.blockSignals(False)
