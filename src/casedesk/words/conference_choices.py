"""The words for the choices of case conferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.conference import (
    Attendance,
    ConferenceKind,
    ConferenceMode,
    ConferenceState,
    ParticipantRole,
    ResolutionKind,
)

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


CONFERENCE_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    ConferenceKind: {
        ConferenceKind.HELPERS: _("Helpers' conference"),
        ConferenceKind.CASE: _("Case conference"),
        ConferenceKind.ROUND_TABLE: _("Round table"),
        ConferenceKind.STANDING: _("Review meeting"),
        ConferenceKind.IIZ: _("Interinstitutional meeting (IIZ)"),
        ConferenceKind.SUPPORT_PLAN: _("Support plan meeting"),
        ConferenceKind.PARTICIPATION_PLAN: _("Participation plan conference"),
        ConferenceKind.OVERALL_PLAN: _("Overall plan conference"),
        ConferenceKind.REINTEGRATION: _("Reintegration meeting (BEM)"),
        ConferenceKind.OTHER: _("Meeting"),
    },
    ConferenceMode: {
        ConferenceMode.IN_PERSON: _("on site"),
        ConferenceMode.VIDEO: _("by video"),
        ConferenceMode.PHONE: _("by telephone"),
        ConferenceMode.MIXED: _("on site and by video"),
    },
    ConferenceState: {
        ConferenceState.PLANNED: _("planned"),
        ConferenceState.INVITED: _("invited"),
        ConferenceState.HELD: _("held"),
        ConferenceState.MINUTES_ISSUED: _("minutes issued"),
        ConferenceState.CANCELLED: _("cancelled"),
    },
    ParticipantRole: {
        ParticipantRole.CLIENT: _("Client"),
        ParticipantRole.REPRESENTATIVE: _("Legal representative"),
        ParticipantRole.TRUSTED: _("Trusted person of the client"),
        ParticipantRole.PARTY: _("Part in the case"),
        ParticipantRole.CASE_MANAGER: _("Case manager"),
    },
    Attendance: {
        Attendance.PRESENT: _("present"),
        Attendance.EXCUSED: _("excused"),
        Attendance.ABSENT: _("not there"),
    },
    ResolutionKind: {
        ResolutionKind.DECISION: _("Resolution"),
        ResolutionKind.TASK: _("Assignment"),
        ResolutionKind.INFORMATION: _("For information"),
    },
}
