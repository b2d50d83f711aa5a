"""The network map: a picture to arrange, the same facts as a table, and the form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.document import DocumentKind
from casedesk.figures.network_map import moved_to, network_map
from casedesk.services.map_words import change_words, changes_of, map_words, summary
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.network_map.head import MapHead
from casedesk.ui.network_map.tie_card import NameAdder, TieCard
from casedesk.ui.network_map.tie_table import tie_columns
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.figure_frame import FigureFrame
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.undo_steps import UndoSteps

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.tie import NetworkMap, Tie
    from casedesk.figures.figure import Figure
    from casedesk.services.network_maps import ShownMap
    from casedesk.ui.desk import Desk


class NetworkMapView(QWidget):
    """Shows one map of a case; only the newest is drawn on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._maps: list[NetworkMap] = []
        self._shown: ShownMap | None = None
        self._earlier: ShownMap | None = None
        self._drawn_for = (0.0, 0.0)
        self._undo: UndoSteps[Tie] = UndoSteps()
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the newest map of a case, and the tie that is looked for."""
        self.flush()
        if case_id != self._case_id:
            self._case_id = case_id
            self._undo.forget()
            self.head.forget()
            self.frame.view.choose("")
        tie = self._desk.session.ties.find(subject_id)
        if tie is not None:
            self.head.choose(tie.map_id)
            self.frame.view.choose(tie.id)
        self.refresh()

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        if self._case_id is None:
            return
        session = self._desk.session
        self._maps = session.network_maps.of(case_id=self._case_id)
        self.head.show_maps(self._maps)
        chosen, compared = self.head.chosen(), self.head.compared()
        self._shown = session.mapping.shown(chosen) if chosen else None
        self._earlier = session.mapping.shown(compared) if compared else None
        self._empty.setVisible(self._shown is None)
        self._body.setVisible(self._shown is not None)
        if self._shown is not None:
            self._show(self._shown)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.card.form.flush()

    def _show(self, shown: ShownMap) -> None:
        is_newest = shown.map.id == self._maps[-1].id
        missing = self._desk.session.mapping.parties_missing(shown.map.id)
        self.head.show_state(is_newest=is_newest, missing=missing)
        self.frame.view.set_movable(is_newest)
        self.card.set_locked(not is_newest)
        self.adder.setVisible(is_newest)
        self.frame.show_figure(partial(self._drawn, shown))
        self._counted.setText("\n".join(summary(shown, _)))
        self._changed.setText(_changes_said(shown, self._earlier))
        self._changed.setVisible(self._earlier is not None)
        self.table.show_records(sorted(shown.ties, key=lambda t: shown.names[t.id]))
        self.head.set_undo(bool(self._undo))
        self._show_tie()

    def _drawn(self, shown: ShownMap, width: float, size: float) -> Figure:
        self._drawn_for = (width, size)
        ties, words = map_words(shown, _, self._earlier)
        return network_map(ties, words, width=width, size=size)

    def _show_tie(self) -> None:
        tie = self._tie()
        self.card.show_tie(tie, self._name(tie) if tie else "")

    def _tie(self) -> Tie | None:
        mark = self.frame.view.chosen_mark()
        ties = self._shown.ties if self._shown else ()
        return next((t for t in ties if mark and t.id == mark.id), None)

    def _build(self) -> None:
        self._page = ScrollPage(self)
        self._empty = EmptyState(
            _(
                "The network map shows who stands around the client: how close, how "
                "supporting or burdening, and who steps in. It begins with the people "
                "in this case."
            ),
            _("Draw the map"),
            self,
        )
        self._body = QWidget()
        self._page.add(self._empty)
        self._page.add(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self._build_body()
        self._empty.acted.connect(self._on_begin)

    def _build_body(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        self.head = MapHead(self)
        self.frame = FigureFrame(
            _(
                "Page up and down choose somebody, arrows move them (Shift: further), "
                "Enter opens the form, Ctrl+Z undoes. Ring and sector follow the place."
            ),
            self,
            may_move=True,
        )
        picture = Card(parent=self)
        picture.add(self.frame)
        self.adder = NameAdder(self)
        picture.add(self.adder)
        self.card = TieCard(self._desk, self)
        counted = Card(_("What the map shows"), self)
        self._counted = plain_label("", "", self, wraps=True)
        self._changed = plain_label("", "strong", self, wraps=True)
        counted.add(self._counted)
        counted.add(self._changed)
        table = Card(_("The same as a table"), self)
        self.table: RecordTable[Tie] = RecordTable(
            tie_columns(self._name), self, grows=True, sortable=True
        )
        self.table.setAccessibleName(_("Ties of the network map"))
        table.add(self.table)
        for part in (self.head, picture, self.card, counted, table):
            column.addWidget(part)
        self._connect()

    def _connect(self) -> None:
        view = self.frame.view
        view.chosen.connect(self._on_chosen)
        view.opened.connect(self._on_opened)
        view.moved.connect(self._on_moved)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_opened)
        self.adder.wanted.connect(self._on_add)
        self.card.saved.connect(self.refresh)
        self.card.remove_wanted.connect(self._remove)
        self.head.map_chosen.connect(self.refresh)
        self.head.new_wanted.connect(self._on_begin)
        self.head.parties_wanted.connect(self._on_parties)
        self.head.anew_wanted.connect(self._on_anew)
        self.head.undo_wanted.connect(self.undo)
        self.head.print_wanted.connect(self._on_print)
        self.head.remove_wanted.connect(self._on_remove_map)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.undo)

    def _name(self, tie: Tie) -> str:
        return self._shown.names.get(tie.id, tie.name) if self._shown else tie.name

    def undo(self) -> None:
        """Put back what was moved or arranged last."""
        before = self._undo.take()
        if before:
            with problems_shown(self, wording.problem):
                self._desk.session.mapping.put_back(before)
        self.refresh()

    def _on_begin(self) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            drawn = self._desk.session.mapping.begin(self._case_id)
            self._undo.forget()
            self.head.choose(drawn.id)
            self.refresh()
            self.frame.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_parties(self) -> None:
        if self._shown is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.mapping.take_in_parties(self._shown.map.id)
                self.refresh()

    def _on_add(self, name: str) -> None:
        if self._shown is None:
            return
        with problems_shown(self, wording.problem):
            tie = self._desk.session.mapping.add(self._shown.map.id, name)
            self.refresh()
            self.frame.view.choose(tie.id)
            self._show_tie()
            self.card.form.focus_field("sector")

    def _on_chosen(self, tie_id: str) -> None:
        ties = [tie for tie in self.table.records() if tie.id == tie_id]
        if ties and ties[0] != self.table.record():
            self.table.blockSignals(True)
            self.table.selectRow(self.table.records().index(ties[0]))
            self.table.blockSignals(False)
        self._show_tie()

    def _on_selected(self, tie: Tie | None) -> None:
        if tie is not None:
            self.frame.view.choose(tie.id)
            self._show_tie()

    def _on_opened(self) -> None:
        self._show_tie()
        self.card.open()

    def _on_moved(self, _tie_id: str, dx: float, dy: float) -> None:
        tie, shown = self._tie(), self._shown
        if tie is None or shown is None:
            return
        width, size = self._drawn_for
        with problems_shown(self, wording.problem):
            self.card.form.flush()
            place = moved_to(
                shown.ties, shown.names, tie.id, (dx, dy), width=width, size=size
            )
            self._desk.session.ties.change(tie.id, **place)
            self._undo.note([tie])
            self.refresh()

    def _on_anew(self) -> None:
        if self._shown is not None:
            with problems_shown(self, wording.problem):
                anew = self._desk.session.mapping.arrange_anew
                self._undo.note(anew(self._shown.map.id))
                self.refresh()

    def _on_remove_map(self) -> None:
        if self._shown is not None:
            self._remove("network_map", self._shown.map.id)

    def _remove(self, noun: str, record_id: str) -> None:
        with problems_shown(self, wording.problem):
            self.card.form.flush()
            deed = self._desk.session.records(noun).remove(record_id)
            self.refresh()
            self._desk.offer_undo(noun, deed)

    def _on_print(self) -> None:
        self.flush()
        if self._case_id is None or self._shown is None:
            return
        subjects = [self._shown.map.id]
        subjects += [self._earlier.map.id] if self._earlier else []
        with problems_shown(self, wording.problem):
            self._desk.preview(
                self._desk.session.figure_papers.prepare(
                    DocumentKind.NETWORK_MAP, self._case_id, tuple(subjects)
                )
            )


def _changes_said(shown: ShownMap, earlier: ShownMap | None) -> str:
    names = {**(earlier.names if earlier else {}), **shown.names}
    lines = [
        f"{names[c.tie.id]}: {change_words(c, _)}" for c in changes_of(shown, earlier)
    ]
    return "\n".join(lines) or _("Nothing has changed since that map.")
