"""A task in words: by when, how often it was moved, who sees to it, what it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.task import Rhythm, TaskOwner, TaskPriority, TaskState
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.window.list_items import noun

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.task import Task


def day_words(task: Task, today: date) -> str:
    """Say by when it is to be done, or when it ended."""
    if task.ended_on is not None:
        return wording.day(task.ended_on)
    if task.due_on is None:
        return _("no day")
    if task.due_on == today:
        return _("today")
    return wording.day(task.due_on)


def day_look(task: Task, today: date) -> str:
    """Return how the day looks as a button: what is overdue warns."""
    return "banner" if task.state_on(today) is TaskState.OVERDUE else "link"


def details(
    task: Task, today: date, names: Mapping[PartyId, str], client_name: str = ""
) -> str:
    """Say everything else about it that is not plain, in one line."""
    parts = [client_name, _responsible(task, names), _pressing(task), _rhythm(task)]
    if task.source_noun:
        parts.append(_("from: {what}").format(what=noun(task.source_noun)))
    return " · ".join(part for part in (*parts, *_history(task, today)) if part)


def _history(task: Task, today: date) -> list[str]:
    said = []
    if task.earlier_dues:
        said.append(moved_words(task))
    if task.is_open and task.remind_on is not None and task.remind_on > today:
        said.append(_("reminder {day}").format(day=wording.day(task.remind_on)))
    if task.done_on is not None:
        outcome = task.outcome.strip()
        said.append(_("done: {outcome}").format(outcome=outcome) if outcome else "")
    if task.dropped_on is not None:
        said.append(_("dropped: {reason}").format(reason=task.drop_reason))
    return said


def moved_words(task: Task) -> str:
    """Say how often it was moved, and from which day at first."""
    count = len(task.earlier_dues)
    words = ngettext(
        "moved once, was due on {day}", "moved {count} times, first due on {day}", count
    )
    return words.format(count=count, day=wording.day(task.earlier_dues[0]))


def _responsible(task: Task, names: Mapping[PartyId, str]) -> str:
    if task.responsible is TaskOwner.USER:
        return ""
    if task.responsible is TaskOwner.PARTY and task.party_id is not None:
        return names.get(task.party_id, "")
    if task.responsible is TaskOwner.OTHER and task.responsible_words.strip():
        return task.responsible_words
    return wording.label(task.responsible)


def _pressing(task: Task) -> str:
    if task.priority is TaskPriority.NORMAL:
        return ""
    return wording.label(task.priority)


def _rhythm(task: Task) -> str:
    count = task.every
    if task.rhythm is Rhythm.DAYS:
        return ngettext("every day", "every {count} days", count).format(count=count)
    if task.rhythm is Rhythm.WEEKS:
        return ngettext("every week", "every {count} weeks", count).format(count=count)
    if task.rhythm is Rhythm.MONTHS:
        words = ngettext("every month", "every {count} months", count)
        return words.format(count=count)
    return ""
