"""What went wrong with tasks, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import task as t
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def task_problems() -> dict[type[Problem], str]:
    """Return the words for each problem."""
    return {
        t.DroppedWithoutReason: _("Say why the task is dropped."),
        t.DoneAndDropped: _("A task is either done or dropped, not both."),
        t.RemindedAfterDue: _(
            "The reminder has to lie before the day by which the task is to be done."
        ),
        t.RhythmWithoutDay: _(
            "Say first by which day the task is to be done; from there it comes again."
        ),
        t.RhythmWithoutCount: _(
            "Say how often the task comes again: at least every 1."
        ),
        t.TaskEnded: _("This task is over. Open it again first."),
    }
