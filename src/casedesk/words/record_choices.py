"""The words of the choices that belong to the record of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.entry import EntryKind, Initiative, TimeCategory
from casedesk.domain.happening import Event, Topic

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


RECORD_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    EntryKind: {
        EntryKind.NOTE: _("Note"),
        EntryKind.VISIT: _("Home visit"),
        EntryKind.PHONE: _("Phone call"),
        EntryKind.VIDEO: _("Video call"),
        EntryKind.MAIL: _("E-mail"),
        EntryKind.LETTER: _("Letter"),
        EntryKind.MEETING: _("Meeting"),
        EntryKind.ATTEMPT: _("Failed attempt"),
    },
    Initiative: {
        Initiative.US: _("by us"),
        Initiative.CLIENT: _("by the client"),
        Initiative.OTHER: _("by somebody else"),
    },
    TimeCategory: {
        TimeCategory.CLIENT_CONTACT: _("Direct contact with the client"),
        TimeCategory.NETWORK_CONTACT: _("Contact with family and network"),
        TimeCategory.COORDINATION: _("Coordination with professionals"),
        TimeCategory.CONFERENCE: _("Case conference"),
        TimeCategory.ASSESSMENT: _("Assessment and instruments"),
        TimeCategory.REPORT: _("Writing plans and reports"),
        TimeCategory.APPLICATION: _("Applications and legal deadlines"),
        TimeCategory.DOCUMENTATION: _("Documentation"),
        TimeCategory.TRAVEL: _("Travel"),
        TimeCategory.NO_SHOW: _("Waiting and missed appointments"),
        TimeCategory.SUPERVISION: _("Supervision and peer consultation"),
        TimeCategory.ADMINISTRATION: _("Administration"),
        TimeCategory.ACQUISITION: _("Acquisition"),
        TimeCategory.TRAINING: _("Training"),
    },
    Event: {
        Event.ADDENDUM: _("Addendum"),
        Event.PHASE_BEGUN: _("Phase begun"),
        Event.PHASE_FINISHED: _("Phase finished"),
        Event.INTAKE_DECIDED: _("Decision on the intake"),
        Event.INFORMED: _("Information sheet received"),
        Event.CONSENT_EXPLAINED: _("Declaration explained"),
        Event.CONSENT_SIGNED: _("Declaration signed"),
        Event.CONSENT_WITHDRAWN: _("Declaration withdrawn"),
        Event.PAPER_ISSUED: _("Paper filed"),
        Event.PAPER_HANDED: _("Paper handed to the client"),
        Event.PAPER_RECEIVED: _("Paper received"),
        Event.DISCLOSED: _("Disclosure"),
        Event.ASSESSED: _("Assessment confirmed"),
        Event.REVIEWED: _("Review held"),
        Event.EVALUATED: _("Evaluation confirmed"),
        Event.RISK_NOTED: _("Risk or warning noted"),
        Event.RISK_ENDED: _("Risk or warning ended"),
        Event.PLAN_AGREED: _("Care plan agreed"),
        Event.GOAL_ACCEPTED: _("Goal accepted"),
        Event.GOAL_ENDED: _("Goal ended"),
        Event.GOAL_RATED: _("Goal rated"),
        Event.GOAL_REVIEWED: _("Goal rated in a review"),
        Event.GOAL_PROGRESS: _("Progress of a goal"),
        Event.MEASURE_CHANGED: _("State of a measure"),
        Event.APPROVAL_ASKED: _("Approval asked for"),
        Event.APPROVAL_GRANTED: _("Approval granted"),
        Event.APPROVAL_REFUSED: _("Approval refused"),
        Event.APPROVAL_APPEALED: _("Appeal filed"),
        Event.REFERRAL_SENT: _("Letter sent to a provider"),
        Event.REFERRAL_ACCEPTED: _("Accepted by the provider"),
        Event.REFERRAL_DECLINED: _("Declined by the provider"),
        Event.REFERRAL_STARTED: _("Service begun"),
        Event.REFERRAL_ANSWERED: _("Feedback of the provider"),
        Event.REFERRAL_ENDED: _("Service ended"),
        Event.CLAIM_SUBMITTED: _("Application submitted"),
        Event.CLAIM_DECIDED: _("Application decided"),
        Event.CLAIM_APPEALED: _("Appeal against a decision filed"),
        Event.TASK_DONE: _("Task done"),
        Event.CONFERENCE_HELD: _("Case conference held"),
        Event.CONFERENCE_CANCELLED: _("Case conference cancelled"),
    },
    Topic: {
        Topic.CONTACTS: _("Contacts"),
        Topic.NOTES: _("Notes"),
        Topic.PHASES: _("Phases"),
        Topic.CONSENTS: _("Declarations"),
        Topic.PAPERS: _("Papers"),
        Topic.DISCLOSURES: _("Disclosures"),
        Topic.PLAN: _("Goals and measures"),
        Topic.PROVISION: _("Services"),
        Topic.TASKS: _("Tasks"),
    },
}
