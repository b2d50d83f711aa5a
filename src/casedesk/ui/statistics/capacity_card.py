"""The capacity calculator: how many cases fit into the working time."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from casedesk.domain.capacity import room_for
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import Deeds, RecordForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.capacity import Measured, Room
    from casedesk.ui.desk import Desk


class CapacityCard(Card):
    """What is typed is remembered in the vault; the answer follows at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Capacity calculator"), parent)
        self._desk = desk
        self._service = desk.session.statistics
        self._measured: Measured | None = None
        self._build()

    def refresh(self) -> None:
        """Read again what was said, what was measured, and how many cases are open."""
        self._measured = self._service.measured()
        values = asdict(self._service.capacity())
        self.form.show_values(values, self._service.drafts())
        self._show_measured(self._measured)
        self._show_room()

    def flush(self) -> None:
        """Store what is typed now."""
        self.form.flush()

    def _build(self) -> None:
        self.form = RecordForm(
            [
                fields.hours("weekly_minutes", _("Working hours in a week")),
                fields.whole_number("weeks", _("Working weeks in a year")),
                fields.whole_number(
                    "other_percent", _("Of these not for cases, in per cent")
                ),
                fields.hours("travel_minutes", _("Hours on the way in a week")),
                fields.hours("case_minutes", _("Hours for a case in a month")),
            ],
            self,
        )
        service = self._service
        self.form.bind(
            Deeds(
                save=self._save,
                keep_draft=service.keep_draft,
                drop_draft=service.drop_draft,
                words=wording.problem,
                may_change=not self._desk.session.is_read_only,
            )
        )
        self._known = plain_label("", "small", self, wraps=True)
        self.take_over = button("", "link", self)
        self.answer = plain_label("", "strong", self, wraps=True)
        self._details = plain_label("", "small", self, wraps=True)
        self.add(self.form)
        self.add(self._known)
        self.body.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.answer)
        self.add(self._details)
        self.take_over.clicked.connect(self._on_take_over)

    def _save(self, name: str, value: object, _sitting: str) -> None:
        self._service.say(name, value)
        self._show_room()

    def _show_measured(self, measured: Measured) -> None:
        minutes = measured.case_minutes
        self.take_over.setVisible(minutes is not None)
        if minutes is None:
            self._known.setText(
                _("Nothing was measured in the last twelve months that could be used.")
            )
            return
        self._known.setText(
            _(
                "Measured in the last twelve months, over {count} cases and without "
                "the way: {hours} for a case in a month."
            ).format(count=measured.cases, hours=wording.hours(minutes))
        )
        self.take_over.setText(_("Take over what was measured"))

    def _on_take_over(self) -> None:
        minutes = None if self._measured is None else self._measured.case_minutes
        if minutes is not None:
            with problems_shown(self, wording.problem):
                self.form.flush()
                self._service.say("case_minutes", minutes)
                self._service.drop_draft("case_minutes")
                self.refresh()

    def _show_room(self) -> None:
        is_open = self._desk.session.cases.count()
        room = room_for(self._service.capacity(), is_open)
        if room is None:
            self.answer.setText(_("Say the hours of a week and of a case."))
            self._details.setText("")
            return
        self.answer.setText(_answer(room, is_open))
        self._details.setText(_details(room))


def _answer(room: Room, is_open: int) -> str:
    fits = ngettext("{count} case fits.", "{count} cases fit.", room.fits)
    said = fits.format(count=room.fits)
    if room.free >= 0:
        free = _("{open} are open now: room for {count} more.")
        return f"{said} {free.format(open=is_open, count=room.free)}"
    over = _("{open} are open now: {count} too many.")
    return f"{said} {over.format(open=is_open, count=-room.free)}"


def _details(room: Room) -> str:
    parts = [
        _("{hours} for cases in a month, over the whole year.").format(
            hours=wording.hours(room.monthly_minutes)
        )
    ]
    if room.weekly_each is not None:
        parts.append(
            _("{count} minutes for each open case in a week.").format(
                count=room.weekly_each
            )
        )
    parts.append(
        _(
            "Working weeks × (hours of a week, less what is not for cases, less the "
            "way), divided by 12 and by the hours for a case."
        )
    )
    return " ".join(parts)
