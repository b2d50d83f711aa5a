"""The fields of a task. Its day is moved from its row, so that the old one is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.dates import Leaning
from casedesk.domain.task import Rhythm, TaskOwner, TaskPriority
from casedesk.ui import fields
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.ui.widgets.field_cell import Field

MOST_OFTEN = 24


def task_fields(
    today: Callable[[], date], parties: Mapping[PartyId, str]
) -> list[Field]:
    """Return the fields of a task."""
    counts: list[tuple[object, str]] = [(n, str(n)) for n in range(1, MOST_OFTEN + 1)]
    found = [
        fields.line("title", _("What is to be done"), wide=True),
        fields.text("note", _("Note")),
        fields.day(
            "remind_on",
            _("Remind on"),
            today,
            leaning=Leaning.FUTURE,
            hint=_("From that day on it stands under “Today”."),
        ),
        fields.choice("priority", _("Priority"), TaskPriority),
        fields.needed_pick("every", _("Comes again every"), counts),
        fields.choice("rhythm", _("Comes again in"), Rhythm, may_be_empty=True),
        fields.choice("responsible", _("Responsible"), TaskOwner),
    ]
    if parties:
        found.append(
            fields.pick("party_id", _("Who of the case"), list(parties.items()))
        )
    return [*found, fields.line("responsible_words", _("Who else"))]
