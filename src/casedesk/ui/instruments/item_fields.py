"""The fields for the items of an instrument, by how they are answered."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from casedesk.domain.instrument import ItemKind
from casedesk.domain.scoring import YES
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.answer_chips import AnswerChips
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.parsed_line import ParsedLine
from casedesk.ui.widgets.rate_field import RateField
from casedesk.ui.widgets.record_form import FieldGroup
from casedesk.ui.widgets.scale_field import TOP, ScaleField
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.instrument import Instrument, Item
    from casedesk.ui.widgets.editor import Editor

LETTERS = 8


def item_groups(pack: Instrument, variant: str) -> list[FieldGroup]:
    """Return a group of fields for each section, in the order of the paper."""
    return [
        FieldGroup(section.heading, [_field(item) for item in section.items])
        for section in pack.sections_in(variant)
    ]


def shown_values(
    pack: Instrument, variant: str, answers: Mapping[str, str]
) -> dict[str, object]:
    """Return the answers as their fields show them."""
    return {
        item.id: _shown(item, answers.get(item.id, ""))
        for item in pack.items_in(variant)
    }


def answer_of(value: object) -> str:
    """Return what a field holds as an answer is kept."""
    if isinstance(value, bool):
        return YES if value else ""
    return "" if value is None else str(value)


def _field(item: Item) -> Field:
    label = f"{item.number}  {item.text}".strip()
    return Field(item.id, label, _editor(item), item.help, True)


def _editor(item: Item) -> Editor:
    if item.kind is ItemKind.CHOICE:
        # The digit on a chip is the key that chooses it, as it is ticked on paper.
        return AnswerChips(
            [(each.code, f"{each.code}  {each.text}") for each in item.choices]
        )
    if item.kind is ItemKind.RATE:
        spans = {"day": _("a day"), "week": _("a week"), "month": _("a month")}
        return RateField([(each, spans[each]) for each in item.per])
    if item.kind is ItemKind.FLAG:
        return TickBox(_("yes"))
    if (item.low, item.high) == (0, TOP):
        return ScaleField()
    line = ParsedLine(_number, str, _("Please type a number, such as 120."))
    line.set_letters(LETTERS)
    return line


def _number(text: str) -> str:
    """Return what was typed if it is a number; raises `ValueError` otherwise."""
    Fraction(text.replace(",", "."))
    return text


def _shown(item: Item, answer: str) -> object:
    if item.kind is ItemKind.FLAG:
        return answer == YES
    if not answer:
        return None
    is_scale = item.kind is ItemKind.NUMBER and (item.low, item.high) == (0, TOP)
    return int(answer) if is_scale else answer
