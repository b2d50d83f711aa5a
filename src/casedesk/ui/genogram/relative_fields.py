"""The fields of relatives, of their unions, and of how they get on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.kinship import Birth, BondKind, DescentKind, Sex, UnionKind
from casedesk.ui import fields
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

YEARS = range(1700, 2200)
_YEAR_LETTERS = 9


def relative_fields() -> list[Field]:
    """Return the fields of somebody in the family."""

    def label(name: str) -> str:
        return field_label("relative", name)

    return [
        fields.line("name", label("name"), wide=True),
        fields.pick("party_id", label("party_id"), []),
        fields.choice("sex", label("sex"), Sex),
        year("born_year", label("born_year")),
        year("died_year", label("died_year")),
        fields.tick("is_dead", label("is_dead")),
        fields.tick("in_household", label("in_household")),
        fields.choice("birth", label("birth"), Birth),
        fields.pick("twin_of_id", label("twin_of_id"), []),
        fields.text("note", label("note"), lines=1),
    ]


def union_fields() -> list[Field]:
    """Return the fields of two people together."""
    return [
        fields.choice("kind", field_label("union", "kind"), UnionKind),
        fields.needed_pick("first_id", field_label("union", "first_id"), []),
        fields.pick("second_id", field_label("union", "second_id"), []),
        year("from_year", field_label("union", "from_year")),
        year("until_year", field_label("union", "until_year")),
    ]


def descent_fields() -> list[Field]:
    """Return the fields of how somebody came to parents."""
    return [
        fields.choice("kind", field_label("descent", "kind"), DescentKind),
        fields.needed_pick("union_id", field_label("descent", "union_id"), []),
    ]


def bond_fields(relatives: Sequence[tuple[object, str]]) -> list[Field]:
    """Return the fields of how two people get on."""
    return [
        fields.choice("kind", field_label("bond", "kind"), BondKind),
        fields.needed_pick("first_id", field_label("bond", "first_id"), relatives),
        fields.needed_pick("second_id", field_label("bond", "second_id"), relatives),
        fields.line("note", field_label("bond", "note")),
    ]


def year(name: str, label: str) -> Field:
    """A year of four digits, or none."""
    line = ParsedLine(_year, str, _("A year of four digits, please, such as 1951."))
    line.set_letters(_YEAR_LETTERS)
    return Field(name, label, line)


def _year(typed: str) -> int:
    value = int(typed)
    if value not in YEARS:
        raise ValueError
    return value
