"""A case conference in words: its name, when it is, how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.conference import ConferenceState
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.conference import Conference
    from casedesk.domain.measure import MeasureId
    from casedesk.services.session import Session

TONES = {
    ConferenceState.PLANNED: Tone.NEUTRAL,
    ConferenceState.INVITED: Tone.ACCENT,
    ConferenceState.HELD: Tone.WARNING,
    ConferenceState.MINUTES_ISSUED: Tone.OK,
    ConferenceState.CANCELLED: Tone.NEUTRAL,
}


def title(conference: Conference) -> str:
    """Name it by its own title, or by what it is."""
    return conference.title.strip() or wording.label(conference.kind)


def when(conference: Conference) -> str:
    """Say on which day it is, and at what time."""
    day = conference.held_on or conference.takes_place_on
    if day is None:
        return _("no day yet")
    if not conference.begins_at:
        return wording.day(day)
    return _("{day}, {time}").format(day=wording.day(day), time=conference.begins_at)


def standing(conference: Conference, today: date) -> str:
    """Say how it stands, and what is to be said about it."""
    said = wording.label(conference.state)
    if conference.cancelled_on is not None:
        return f"{said}: {conference.cancel_reason}"
    if conference.waits_on(today):
        return _("{state}, its day is over: did it take place?").format(state=said)
    if conference.corrects_id is not None:
        version = _("version {version}").format(version=conference.version)
        return f"{said} · {version}"
    return said


def origin(session: Session, measure_id: MeasureId) -> str:
    """Say at which conference a measure was resolved, or nothing."""
    resolution = session.resolving.behind_measure(measure_id)
    if resolution is None:
        return ""
    conference = session.conferences.get(resolution.conference_id)
    return _("Resolved at: {meeting}, {day}").format(
        meeting=title(conference), day=when(conference)
    )
