"""Time sheets in words: their columns, their sums, their place in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.time_sheet import TimeSheetState
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.avatar_list import AvatarItem
from casedesk.ui.widgets.labels import Tone
from casedesk.ui.widgets.record_table import Column
from casedesk.words import phrases

if TYPE_CHECKING:
    from casedesk.domain.practice import Practice
    from casedesk.domain.time_sheet import Sums, TimeSheet, TimeSheetLine


def line_columns(practice: Practice) -> tuple[Column[TimeSheetLine], ...]:
    """Describe the table of lines."""
    return (
        Column(_("Day"), lambda line: wording.day(line.happened_on)),
        Column(_("Counts as"), lambda line: category(line), stretch=2),
        Column(
            _("Neutral text"), lambda line: line.text or _("– no text –"), stretch=3
        ),
        Column(_("Min."), lambda line: str(line.minutes), align_right=True),
        Column(_("Besides"), lambda line: besides(line, practice), stretch=2),
        Column("", lambda line: "✓" if line.takes_over else _("left out")),
    )


def besides(line: TimeSheetLine, practice: Practice) -> str:
    """Say what was spent beside the work: the way, kilometres, money."""
    parts = []
    if line.travel_minutes:
        parts.append(_("{count} min on the way").format(count=line.travel_minutes))
    if line.kilometres:
        parts.append(_("{count} km").format(count=line.kilometres))
    if line.expense_cents:
        parts.append(phrases.amount(line.expense_cents, practice.country))
    return ", ".join(parts)


def category(line: TimeSheetLine) -> str:
    """Name the kind of work; what was not sorted is work."""
    if line.time_category is None:
        return _("Case work")
    return wording.label(line.time_category)


def sums_words(total: Sums, practice: Practice) -> str:
    """Say in one line what a sheet comes to."""
    hours, minutes = divmod(total.minutes, 60)
    parts = [_("{hours}:{minutes:02} h").format(hours=hours, minutes=minutes)]
    if total.kilometres:
        parts.append(_("{count} km").format(count=total.kilometres))
    if total.expense_cents:
        amount = phrases.amount(total.expense_cents, practice.country)
        parts.append(_("{amount} expenses").format(amount=amount))
    return _("In all: {sums}").format(sums=" · ".join(parts))


def sheet_item(sheet: TimeSheet, payer: str) -> AvatarItem:
    """Show a sheet in the list: its period, for whom, and where it stands."""
    period = _("{first} to {last}").format(
        first=wording.day(sheet.starts_on), last=wording.day(sheet.ends_on)
    )
    is_draft = sheet.state is TimeSheetState.DRAFT
    return AvatarItem(
        key=sheet.id,
        initials="h",
        title=" ".join(filter(None, (_("Time sheet"), sheet.number))),
        middle=period,
        subtitle=payer or _("the client pays"),
        badge=wording.label(sheet.state),
        badge_tone=Tone.ACCENT if is_draft else Tone.NEUTRAL,
        badge_words=wording.label(sheet.state),
    )
