"""The fields of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.entry import EntryKind, Initiative, TimeCategory
from casedesk.domain.phase import Phase
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedesk.domain.case import PartyId
    from casedesk.domain.practice import Standard
    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.record_form import RecordForm

OF_CONTACTS = ("was_reached", "initiative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What can be chosen in the fields of an entry of a case."""

    names: Mapping[PartyId, str]
    domains: Sequence[tuple[object, str]]
    standard: Standard
    today: Today


def entry_fields(offered: Offered) -> list[Field]:
    """Return new fields for one entry."""
    return [
        *_told(),
        *_when(offered),
        *_who(offered),
        *_spent(),
        *_of_what(offered),
    ]


def fit_to_kind(form: RecordForm, kind: object) -> None:
    """Show only what an entry of a kind can have."""
    for name in OF_CONTACTS:
        form.set_field_visible(name, kind is not EntryKind.NOTE)
    form.set_field_visible("was_reached", kind not in (EntryKind.NOTE, "attempt"))


def _told() -> list[Field]:
    return [
        fields.text(
            "text", _("What happened, what was said, what comes next"), lines=4
        ),
        fields.text("quote", _("In the client's own words"), lines=1),
        fields.choice("kind", _("Kind"), EntryKind),
    ]


def _when(offered: Offered) -> list[Field]:
    return [
        fields.needed_day("happened_on", _("Day"), offered.today),
        fields.clock_time("from_time", _("From"), hint=_("such as 14:30")),
        fields.clock_time("until_time", _("Until")),
        fields.day(
            "until_on", _("Until the day"), offered.today, hint=_("if it was another")
        ),
    ]


def _who(offered: Offered) -> list[Field]:
    names = list(offered.names.items())
    return [
        fields.pick("party_id", _("With whom"), names),
        Field("others", _("Who else was there"), ChoiceChips(names), wide=True),
        fields.tick("with_client", _("The client was there")),
        fields.tick("was_reached", _("Somebody was reached")),
        fields.choice("initiative", _("Initiated"), Initiative, may_be_empty=True),
    ]


def _spent() -> list[Field]:
    return [
        fields.duration(
            "minutes", _("Time spent"), hint=_("such as 45, 1:30 or 1.5 h")
        ),
        fields.duration("travel_minutes", _("Travel time")),
        fields.whole_number("kilometres", _("Kilometres")),
        fields.amount("expense_cents", _("Expenses")),
        fields.line(
            "expense_note",
            _("Spent on"),
            hint=_("This stands on the time sheet, such as: train ticket"),
        ),
        fields.tick("has_receipt", _("There is a receipt")),
        fields.choice("time_category", _("Counts as"), TimeCategory, may_be_empty=True),
        fields.tick("is_billable", _("To be billed")),
    ]


def _of_what(offered: Offered) -> list[Field]:
    phases: list[tuple[object, str]] = [
        (phase, wording.phase(phase, offered.standard)) for phase in Phase
    ]
    return [
        Field(
            "life_domains",
            _("Domains of life"),
            ChoiceChips(offered.domains),
            wide=True,
        ),
        fields.text(
            "neutral_text",
            _("Neutral text for the payer"),
            lines=1,
            hint=_("It is printed for those who must not read the text above."),
        ),
        fields.needed_pick("phase", _("Phase"), phases),
    ]
