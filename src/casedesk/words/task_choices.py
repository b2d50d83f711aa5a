"""The words for the choices of tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.task import Rhythm, TaskOwner, TaskPriority, TaskState

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


TASK_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Rhythm: {
        Rhythm.DAYS: _("days"),
        Rhythm.WEEKS: _("weeks"),
        Rhythm.MONTHS: _("months"),
    },
    TaskOwner: {
        TaskOwner.USER: _("myself"),
        TaskOwner.CLIENT: _("the client"),
        TaskOwner.PARTY: _("somebody of the case"),
        TaskOwner.OTHER: _("somebody else"),
    },
    TaskPriority: {
        TaskPriority.HIGH: _("pressing"),
        TaskPriority.NORMAL: _("normal"),
        TaskPriority.LOW: _("can wait"),
    },
    TaskState: {
        TaskState.OVERDUE: _("overdue"),
        TaskState.TODAY: _("today"),
        TaskState.OPEN: _("open"),
        TaskState.DONE: _("done"),
        TaskState.DROPPED: _("dropped"),
    },
}
