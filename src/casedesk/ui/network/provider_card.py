"""What somebody of the network offers, and the practice's own experience with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.domain.provider import Accessibility
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.network.service_names import ServiceNames
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.list_line import ListLine
from casedesk.ui.widgets.parsed_line import ParsedLine
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.network import Organisation, Person
    from casedesk.domain.provider import Provider
    from casedesk.ui.desk import Desk

MOST_WEEKS = 520


class ProviderCard(Card):
    """A form that is begun when somebody turns out to offer something."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("What they offer"), parent)
        self._desk = desk
        self._somebody: Person | Organisation | None = None
        self._provider: Provider | None = None
        self._kinds: list[tuple[object, str]] = []
        self.form: RecordForm | None = None
        self._build()

    def show_somebody(self, somebody: Person | Organisation) -> None:
        """Show what is noted about what somebody offers."""
        self._somebody = somebody
        self._provider = self._desk.session.providing.of(somebody)
        has_any = self._provider is not None
        for widget in (self._begin, self._empty):
            widget.setVisible(not has_any)
        for widget in (self._changes, self._remove):
            widget.setVisible(has_any)
        if self._provider is not None:
            form = self._ready_form()
            show_in_form(form, self._desk.session.providers, self._provider)
        if self.form is not None:
            self.form.setVisible(has_any)

    def flush(self) -> None:
        """Store what is typed now."""
        if self.form is not None:
            self.form.flush()

    def begin(self) -> None:
        """Begin to note what somebody offers."""
        if self._somebody is None:
            return
        with problems_shown(self, wording.problem):
            self._desk.session.providing.describe(self._somebody)
            self.show_somebody(self._somebody)
            self._ready_form().focus_field("services")

    def _build(self) -> None:
        self._empty = plain_label(
            _(
                "Note services, region and waiting time here, and this entry can be "
                "found when somebody is needed for a measure."
            ),
            "muted",
            self,
            wraps=True,
        )
        self._begin = button(_("Note what they offer"), "", self)
        self._changes = button(_("Changes"), "link", self)
        self._changes.setAccessibleName(_("Changes: what they offer"))
        self._remove = button(_("Remove"), "link", self)
        self._remove.setAccessibleName(_("Remove: what they offer"))
        for act in (self._begin, self._changes, self._remove):
            self.add_action(act)
        self.add(self._empty)
        self._begin.clicked.connect(self.begin)
        self._changes.clicked.connect(self._on_changes)
        self._remove.clicked.connect(self._on_remove)

    def _ready_form(self) -> RecordForm:
        """Return the form; it is made anew where the kinds of services changed."""
        kinds = ServiceNames(self._desk.session).offered()
        if self.form is None or kinds != self._kinds:
            if self.form is not None:
                self.form.flush()
                self.form.hide()
                self.form.deleteLater()
            self._kinds = kinds
            today = self._desk.session.clock.today
            self.form = RecordForm(provider_fields(today, kinds), self)
            self.add(self.form)
        return self.form

    def _on_changes(self) -> None:
        if self._provider is not None:
            self.flush()
            self._desk.show_changes("provider", self._provider.id)

    def _on_remove(self) -> None:
        if self._provider is None or self._somebody is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            deed = self._desk.session.providers.remove(self._provider.id)
            self.show_somebody(self._somebody)
            self._desk.offer_undo("provider", deed)


def provider_fields(
    today: fields.Today, kinds: list[tuple[object, str]]
) -> list[Field]:
    """Return new fields for what somebody offers."""

    def named(name: str) -> str:
        return field_label("provider", name)

    def listed(name: str, hint: str) -> Field:
        return Field(name, named(name), ListLine(), hint, wide=True)

    return [
        Field("services", named("services"), ChoiceChips(kinds), wide=True),
        listed(
            "regions",
            _("Places, cantons, postcodes or first digits: Bern, ZH, 84, 8000-8499"),
        ),
        listed("languages", _("Separated by commas")),
        fields.chips("accessibility", named("accessibility"), Accessibility),
        fields.text("conditions", named("conditions"), lines=1),
        Field(
            "waiting_weeks",
            named("waiting_weeks"),
            ParsedLine(_weeks, str, _("Please type a whole number of weeks.")),
        ),
        fields.day(
            "waiting_told_on", named("waiting_told_on"), today, leaning=Leaning.PAST
        ),
        fields.line("waiting_note", named("waiting_note"), wide=True),
        fields.day("verified_on", named("verified_on"), today, leaning=Leaning.PAST),
        fields.text(
            "experience",
            named("experience"),
            hint=_("For yourself alone: it stands on no paper."),
        ),
    ]


def _weeks(typed: str) -> int:
    weeks = int(typed)
    if not 0 <= weeks <= MOST_WEEKS:
        raise ValueError
    return weeks
