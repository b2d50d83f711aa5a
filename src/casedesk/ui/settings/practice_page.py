"""The practice: what stands on papers, and which country's words they use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.practice import (
    THE_PRACTICE,
    AddressWindow,
    Country,
    Profession,
    Standard,
)
from casedesk.domain.stopwatch import ROUNDINGS
from casedesk.ui import fields, wording
from casedesk.ui.accounts.terms_form import TermsForm
from casedesk.ui.editing import deeds_on, values_of
from casedesk.ui.forms.forms_card import FormsCard
from casedesk.ui.language import NAMES
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.regions import region_field
from casedesk.ui.settings.care_allowance_card import CareAllowanceCard
from casedesk.ui.settings.categories_card import CategoriesCard
from casedesk.ui.settings.logo_picker import LogoPicker
from casedesk.ui.settings.services_card import ServicesCard
from casedesk.ui.text_blocks.blocks_card import BlocksCard
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import FieldGroup, RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.services.forms import FormLine
    from casedesk.ui.desk import Desk
    from casedesk.ui.forms.form_page import FormPage


class PracticePage(QWidget):
    """Edits the one practice of the vault, and its logo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._practice = desk.session.practice
        self.form = RecordForm(_groups(), self)
        self.logo = LogoPicker(self)
        self.forms = FormsCard(desk, self)
        self.terms = TermsForm(desk, parent=self)
        self.categories = CategoriesCard(desk, self)
        self.services = ServicesCard(desk, self)
        self.allowance = CareAllowanceCard(desk, self)
        self.blocks = BlocksCard(desk, self)
        self.form_page: FormPage | None = None
        self._build()
        self.form.bind(deeds_on(self._practice.records, THE_PRACTICE))
        self.refresh()

    def refresh(self) -> None:
        """Show the practice as it is stored; what is being typed stays."""
        drafts = self._practice.records.drafts(THE_PRACTICE)
        self.form.show_values(values_of(self._practice.get()), drafts)
        logo = self._practice.logo()
        if logo != self.logo.image():
            self.logo.set_image(logo)
        self.forms.refresh()
        self.terms.refresh()
        self.categories.refresh()
        self.services.refresh()
        self.allowance.refresh()
        self.blocks.refresh()
        self.allowance.setVisible(self._practice.get().country is Country.AT)
        if self.form_page is not None:
            self.form_page.refresh()

    def flush(self) -> None:
        """Store what is typed now."""
        self.form.flush()
        self.terms.flush()
        self.categories.flush()
        self.services.flush()
        self.allowance.flush()
        self.blocks.flush()
        if self.form_page is not None:
            self.form_page.flush()

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        page = ScrollPage(self)
        page.add(plain_label(_("Practice"), "heading", self))
        page.add(self.form)
        letterhead = Card(_("Logo"), self)
        letterhead.add(self.logo)
        page.add(letterhead)
        history = button(_("What was changed …"), "link", self)
        page.add(history)
        page.add(self.terms)
        page.add(self.blocks)
        page.add(self.categories)
        page.add(self.services)
        page.add(self.allowance)
        page.add(self.forms)
        self.forms.show_country(self._practice.get().country)
        self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        layout.addWidget(self._stack)
        self.logo.changed.connect(self._on_logo)
        self.forms.opened.connect(self._on_form)
        history.clicked.connect(self._on_history)

    def _on_logo(self) -> None:
        with problems_shown(self, wording.problem):
            self._practice.set_logo(self.logo.image())

    def _on_form(self, line: FormLine) -> None:
        from casedesk.ui.forms.form_page import FormPage

        with problems_shown(self, wording.problem):
            self.flush()
            self.form_page = FormPage(self._desk, line, self)
            self.form_page.left.connect(self._on_form_left)
            self._stack.addWidget(self.form_page)
            self._stack.setCurrentWidget(self.form_page)
            self.form_page.back.setFocus()

    def _on_form_left(self) -> None:
        former, self.form_page = self.form_page, None
        self._stack.setCurrentIndex(0)
        if former is not None:
            self._stack.removeWidget(former)
            former.deleteLater()
        self.refresh()
        self.forms.table.setFocus()

    def _on_history(self) -> None:
        self.flush()
        self._desk.show_changes(self._practice.records.noun, THE_PRACTICE)


def _groups() -> list[FieldGroup]:
    return [
        _who(),
        _letterhead(),
        _country_and_words(),
        _recorded_time(),
        _numbers(),
    ]


def _who() -> FieldGroup:
    return FieldGroup(
        _("Who you are"),
        [
            fields.line("name", _("Name of the practice")),
            fields.line("holder_name", _("Your name")),
            fields.line("qualification", _("Qualification")),
            fields.choice(
                "profession",
                _("Profession"),
                Profession,
                hint=_("It decides which secrecy law your forms name."),
            ),
        ],
    )


def _letterhead() -> FieldGroup:
    return FieldGroup(
        _("Letterhead"),
        [
            fields.line("street", _("Street and number"), wide=True),
            fields.line("postcode", _("Postcode")),
            fields.line("town", _("Town")),
            fields.line("phone", _("Phone")),
            fields.line("email", _("E-mail")),
            fields.line("website", _("Website")),
            fields.choice(
                "address_window",
                _("Window of the envelopes"),
                AddressWindow,
                may_be_empty=True,
                hint=_("Empty: as is usual in the country."),
            ),
        ],
    )


def _country_and_words() -> FieldGroup:
    return FieldGroup(
        _("Country and words"),
        [
            fields.choice("country", _("Country"), Country),
            Field(
                "language",
                _("Language of papers"),
                ChoiceBox(list(NAMES.items()), may_be_empty=False),
                _("The window's own language stands in the preferences."),
            ),
            fields.choice("standard", _("Names of the phases"), Standard),
            region_field(
                "region",
                _("Public holidays of"),
                unless=_("the whole country alone"),
                hint=_("They count when deadlines are worked out."),
            ),
        ],
    )


def _recorded_time() -> FieldGroup:
    return FieldGroup(
        _("Recorded time"),
        [
            fields.needed_pick(
                "rounding_minutes",
                _("The stopwatch rounds up to"),
                [(each, _("{minutes} min").format(minutes=each)) for each in ROUNDINGS],
            )
        ],
    )


def _numbers() -> FieldGroup:
    return FieldGroup(
        _("Numbers and supervision"),
        [
            fields.line("register_number", _("Register number")),
            fields.line("tax_number", _("Tax number")),
            fields.line("vat_number", _("VAT number")),
            fields.line(
                "supervisory_authority",
                _("Supervisory authority for data protection"),
                wide=True,
            ),
        ],
    )
