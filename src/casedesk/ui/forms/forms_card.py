"""The card that lists the texts of all forms of a country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.practice import Country
from casedesk.ui import wording
from casedesk.ui.forms import form_words
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable

if TYPE_CHECKING:
    from casedesk.services.forms import FormLine
    from casedesk.ui.desk import Desk


class FormsCard(Card):
    """Every form in every language, with the version that papers take now."""

    opened = Signal(object)  # the line of the form

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Texts of the forms"), parent)
        self._desk = desk
        self.country = ChoiceBox(wording.choices(Country), self, may_be_empty=False)
        self.table: RecordTable[FormLine] = RecordTable(_columns(), self, grows=True)
        self._open = button(_("Show and change …"), "", self)
        self._build()

    def refresh(self) -> None:
        """Read again and show."""
        country = Country(str(self.country.value()))
        self.table.show_records(self._desk.session.forms.lines(country))
        self._show_whether_chosen()

    def show_country(self, country: Country) -> None:
        """Show the forms of a country, such as that of the practice."""
        self.country.set_value(country)
        self.refresh()

    def _build(self) -> None:
        self.country.setAccessibleName(_("Country of the forms"))
        self.table.setAccessibleName(_("Texts of the forms"))
        self.add(
            plain_label(
                _(
                    "Each form has a text that comes with CaseDesk, checked against "
                    "what a consent has to contain. You can write an own text for any "
                    "of them; the shipped one is never lost."
                ),
                "muted",
                self,
                wraps=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.country)
        row.addStretch(1)
        row.addWidget(self._open)
        self.body.addLayout(row)
        self.add(self.table)
        self.country.edited.connect(self.refresh)
        self.table.opened.connect(self.opened)
        self.table.selected.connect(self._show_whether_chosen)
        self._open.clicked.connect(self._on_open)

    def _show_whether_chosen(self) -> None:
        self._open.setEnabled(self.table.record() is not None)

    def _on_open(self) -> None:
        line = self.table.record()
        if line is not None:
            self.opened.emit(line)


def _columns() -> tuple[Column[FormLine], ...]:
    return (
        Column(_("Form"), lambda line: wording.label(line.shipped.kind), stretch=2),
        Column(_("Language"), lambda line: wording.label(line.shipped.language)),
        Column(_("Version"), lambda line: line.version),
        Column(
            _("As of"),
            lambda line: wording.day(
                line.in_use.as_of if line.in_use else line.shipped.as_of
            ),
        ),
        Column(_("Text"), form_words.state, stretch=2),
    )
