"""The words for the fields of case conferences."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _conference() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "kind": _("Kind of meeting"),
        "title": _("Title"),
        "takes_place_on": _("Takes place on"),
        "starts_at": _("Begins at"),
        "minutes": _("Duration"),
        "mode": _("How you meet"),
        "place": _("Place or link"),
        "chair": _("In the chair"),
        "minute_taker": _("Takes the minutes"),
        "aims": _("Aims of the meeting"),
        "categories": _("What will be talked about"),
        "client_agreed_on": _("Client agreed on"),
        "client_informed_on": _("Client informed on"),
        "invited_on": _("Invited on"),
        "prepared_on": _("Prepared with the client on"),
        "wishes": _("What the client wants"),
        "taboo": _("What must not be discussed"),
        "brings": _("Whom the client brings"),
        "held_on": _("Held on"),
        "dissent": _("Where views differ"),
        "client_feedback": _("What the client says about the meeting"),
        "next_on": _("Next meeting on"),
        "minutes_issued_on": _("Minutes issued on"),
        "approved_by": _("Approved by"),
        "approved_on": _("Approved on"),
        "cancelled_on": _("Cancelled on"),
        "cancel_reason": _("Reason for cancelling"),
        "version": _("Version of the minutes"),
        "corrects_id": _("Corrects"),
    }


def _participant() -> dict[str, str]:
    return {
        "conference_id": _("Case conference"),
        "case_id": _("Case"),
        "position": _("Place in the list"),
        "role": _("Why at the table"),
        "party_id": _("Who of the case"),
        "name": _("Name"),
        "invited_on": _("Invited on"),
        "attendance": _("Attendance"),
        "gets_minutes": _("Gets the minutes"),
    }


def _agenda_item() -> dict[str, str]:
    return {
        "conference_id": _("Case conference"),
        "case_id": _("Case"),
        "position": _("Place in the list"),
        "title": _("Item"),
        "minutes": _("Minutes for it"),
        "discussion": _("What was said, in short"),
    }


def _resolution() -> dict[str, str]:
    return {
        "item_id": _("Item"),
        "conference_id": _("Case conference"),
        "case_id": _("Case"),
        "position": _("Place in the list"),
        "kind": _("Kind"),
        "words": _("What was resolved"),
        "responsible": _("Responsible"),
        "party_id": _("Who of the case"),
        "responsible_words": _("Who else"),
        "due_on": _("To be done by"),
        "goal_id": _("Goal"),
        "measure_id": _("Measure made of it"),
        "task_id": _("Task made of it"),
    }


CONFERENCE_WORDS = {
    "conference": _conference,
    "participant": _participant,
    "agenda_item": _agenda_item,
    "resolution": _resolution,
}
