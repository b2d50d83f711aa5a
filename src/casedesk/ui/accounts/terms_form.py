"""The terms of billing, of the practice or of one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.amount import parse_rate
from casedesk.domain.billing_terms import CURRENCIES, MOST_RATE, VatRule
from casedesk.domain.practice import Country
from casedesk.domain.tariff import BillingUnit, FlatPer
from casedesk.domain.working_time import STEPS, RoundingMode
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.parsed_line import ParsedLine
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk

HUNDRED = 100
# What German law calls the exemption (reference 2.7); which one holds, the user knows.
GERMAN_NOTES = (
    "Kein Ausweis von Umsatzsteuer, da Kleinunternehmer gemäß § 19 UStG.",
    "Umsatzsteuerfrei nach § 4 Nr. 14 UStG.",
    "Umsatzsteuerfrei nach § 4 Nr. 16 UStG.",
    "Umsatzsteuerfrei nach § 4 Nr. 18 UStG.",
    "Umsatzsteuerfrei nach § 4 Nr. 25 UStG.",
)


class TermsForm(QWidget):
    """Shows the terms; for a case, "as in the practice" is what is left empty."""

    def __init__(
        self, desk: Desk, case_id: CaseId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read again; where the user types, the text stays."""
        terms = self._desk.session.time_keeping.own_terms(self._case_id)
        self._card.setVisible(terms is not None)
        self.none.setVisible(terms is None)
        if terms is None:
            return
        show_in_form(self.form, self._desk.session.billing_terms, terms)
        self.form.set_field_visible("vat_rate", terms.vat_rule is VatRule.RATE)
        self.form.set_field_visible("vat_note", terms.vat_rule is VatRule.EXEMPT)
        country = self._desk.session.practice.get().country
        for name in ("rounds_total", "currency"):
            self.form.set_field_visible(name, country is Country.CH)
        is_flat = terms.unit is BillingUnit.FLAT
        for name in ("flat_cents", "flat_per"):
            self.form.set_field_visible(name, is_flat)
        for name in ("hourly_cents", "travel_cents"):
            self.form.set_field_visible(name, not is_flat)
        is_german = country is Country.DE and terms.vat_rule is VatRule.EXEMPT
        self._notes.setVisible(is_german)

    def flush(self) -> None:
        """Store what is typed now."""
        self.form.flush()

    def _build(self) -> None:
        title = _("Billing")
        if self._case_id is not None:
            title = _("Terms of this case, where they differ from the practice")
        self._card = card = Card(title, self)
        self.none = EmptyState(
            _("In this case the terms of the practice hold.")
            if self._case_id
            else _("What an hour costs and how time is rounded is not entered yet."),
            _("Terms of its own") if self._case_id else _("Enter the terms"),
            self,
        )
        self.form = RecordForm(terms_fields(of_case=self._case_id is not None), self)
        card.add(self.form)
        self._notes = button(_("Choose a wording …"), "link", self)
        card.add(self._notes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addWidget(self.none)
        self.none.acted.connect(self._on_own)
        self.form.saved.connect(self.refresh)
        self._notes.clicked.connect(self._on_notes)

    def _on_own(self) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.time_keeping.begin_terms(self._case_id)
            self.refresh()
            self.form.focus_field("hourly_cents")

    def _on_notes(self) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        for note in GERMAN_NOTES:
            menu.addAction(note).triggered.connect(
                lambda _checked=False, note=note: self._take(note)
            )
        menu.popup(self._notes.mapToGlobal(self._notes.rect().bottomLeft()))

    def _take(self, note: str) -> None:
        terms = self.form.property("record_id")
        self._desk.session.billing_terms.change(str(terms), vat_note=note)
        self.refresh()


def terms_fields(*, of_case: bool) -> list[Field]:
    """Return the fields of the terms; account and bank are those of the practice."""

    def label(name: str) -> str:
        return field_label("billing_terms", name)

    steps: list[tuple[object, str]] = [
        (step, _("{minutes} min").format(minutes=step)) for step in STEPS
    ]
    found = [
        fields.choice("unit", label("unit"), BillingUnit, may_be_empty=True),
        fields.amount("hourly_cents", label("hourly_cents")),
        fields.amount(
            "travel_cents",
            label("travel_cents"),
            hint=_("Left empty, as much as work."),
        ),
        fields.amount("kilometre_cents", label("kilometre_cents")),
        fields.amount("flat_cents", label("flat_cents")),
        fields.choice("flat_per", label("flat_per"), FlatPer, may_be_empty=True),
        fields.whole_number("payment_days", label("payment_days")),
        fields.pick("rounding_minutes", label("rounding_minutes"), steps),
        fields.choice(
            "rounding_mode", label("rounding_mode"), RoundingMode, may_be_empty=True
        ),
        *_swiss_fields(),
        *vat_fields(),
    ]
    if of_case:
        return found
    return [
        *found,
        fields.line("iban", label("iban")),
        fields.line("bank", label("bank")),
    ]


def _swiss_fields() -> list[Field]:
    """Return what a Swiss practice alone can choose."""
    roundings: list[tuple[object, str]] = [
        (True, _("rounded to 5 Rappen")),
        (False, _("to the Rappen")),
    ]
    currencies: list[tuple[object, str]] = [(each, each) for each in CURRENCIES]
    return [
        fields.pick(
            "rounds_total", field_label("billing_terms", "rounds_total"), roundings
        ),
        fields.pick("currency", field_label("billing_terms", "currency"), currencies),
    ]


def vat_fields() -> list[Field]:
    """Return what is said about the tax; nothing is chosen beforehand."""

    def label(name: str) -> str:
        return field_label("billing_terms", name)

    rate = ParsedLine(
        _read_rate, shown_rate, _("Please type a rate such as 19 or 8.1.")
    )
    return [
        fields.choice(
            "vat_rule",
            label("vat_rule"),
            VatRule,
            may_be_empty=True,
            hint=_(
                "Whether your work is exempt depends on you and your payer. Ask your "
                "tax adviser; CaseDesk does not decide it."
            ),
        ),
        Field("vat_rate", label("vat_rate"), rate),
        fields.text(
            "vat_note",
            label("vat_note"),
            lines=1,
            hint=_("These words stand on the invoice."),
        ),
    ]


def _read_rate(typed: str) -> int:
    """Read per cent as hundredths of one; raises `ValueError` if it is none."""
    rate = parse_rate(typed)
    if rate > MOST_RATE:
        raise ValueError
    return rate


def shown_rate(value: object) -> str:
    """Write a rate with as many decimals as it needs."""
    return f"{int(str(value)) / HUNDRED:.2f}".rstrip("0").rstrip(".")
