"""The words for the fields of tasks."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _task() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "title": _("What is to be done"),
        "note": _("Note"),
        "priority": _("Priority"),
        "due_on": _("To be done by"),
        "remind_on": _("Remind on"),
        "rhythm": _("Comes again in"),
        "every": _("Comes again every"),
        "responsible": _("Responsible"),
        "party_id": _("Who of the case"),
        "responsible_words": _("Who else"),
        "source_noun": _("Came from"),
        "source_id": _("Came from"),
        "follows_id": _("Repeats"),
        "earlier_dues": _("Was to be done by"),
        "created_on": _("Added on"),
        "done_on": _("Done on"),
        "outcome": _("Outcome"),
        "dropped_on": _("Dropped on"),
        "drop_reason": _("Reason for dropping"),
    }


TASK_WORDS = {"task": _task}
