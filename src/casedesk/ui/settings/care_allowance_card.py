"""The card of the Austrian care allowance: what each stage pays, from which day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.care_allowance import (
    SHIPPED,
    STAGES,
    CareAllowance,
    CareAllowanceId,
)
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.record_list import RecordList
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.ui.desk import Desk

CENTS = 100


class CareAllowanceCard(Card):
    """Shows the amounts that are shipped and lets newer ones be added."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Care allowance in Austria"), parent)
        self._session = desk.session
        self.add(
            plain_label(
                _(
                    "The amounts change every year. Shipped are those from {day} on: "
                    "{amounts}. Add the newer ones with the day from which they apply."
                ).format(
                    day=wording.day(SHIPPED.valid_from),
                    amounts=_written(SHIPPED.stage_amounts),
                ),
                "muted",
                self,
                wraps=True,
            )
        )
        self.list = RecordList(
            desk.session.care_allowances,
            self._fields,
            lambda each: _("from {day} on").format(day=wording.day(each.valid_from)),
            add_text=_("Add newer amounts"),
            empty_text="",
            desk=desk,
            parent=self,
        )
        self.add(self.list)
        self.refresh()

    def refresh(self) -> None:
        """Read again and show; a field in which the user types stays as it is."""
        self.list.show_records(self._session.care_allowances.all(), self._new)

    def flush(self) -> None:
        """Store what is typed now."""
        self.list.flush()

    def _fields(self) -> list[Field]:
        amounts = ParsedLine(
            _read,
            lambda value: _written(value),  # type: ignore[arg-type]  # the field holds amounts
            _("Seven amounts, please, separated by semicolons: 200.80; 370.30; …"),
        )
        return [
            fields.needed_day("valid_from", _("Valid from"), self._session.clock.today),
            Field(
                "stage_amounts",
                _("Euros a month for the stages 1 to 7"),
                amounts,
                wide=True,
            ),
            fields.line("source", _("Where you read it")),
        ]

    def _new(self) -> CareAllowance:
        return CareAllowance(
            id=CareAllowanceId(self._session.clock.new_id()),
            valid_from=self._session.clock.today(),
            stage_amounts=SHIPPED.stage_amounts,
        )


def _read(typed: str) -> tuple[int, ...]:
    """Return seven amounts in cents; raises `ValueError` if it is not that."""
    parts = [part.strip().replace(",", ".") for part in typed.split(";")]
    amounts = tuple(round(float(part) * CENTS) for part in parts if part)
    if len(amounts) != len(STAGES) or min(amounts) < 0:
        raise ValueError(typed)
    return amounts


def _written(amounts: tuple[int, ...]) -> str:
    return "; ".join(f"{each // CENTS}.{each % CENTS:02}" for each in amounts)
