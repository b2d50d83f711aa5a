"""Tasks and case conferences of the demo, whose people are invented."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from casedesk.domain.conference import Attendance, ConferenceKind, ResolutionKind
from casedesk.domain.data_category import DataCategory
from casedesk.domain.task import Rhythm, TaskOwner, TaskPriority

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.conference import Conference
    from casedesk.services.session import Session

BUSY_CASE = "Brunner"
QUIET_CASE = "Meier"


def add_coordination(session: Session) -> None:
    """Add tasks of every kind, a conference that was held and one to come."""
    cases = {line.family_name: line.case_id for line in session.cases.lines()}
    _add_tasks(session, cases[BUSY_CASE])
    _add_others(session, cases[QUIET_CASE])
    _add_held(session, cases[BUSY_CASE])
    _add_planned(session, cases[BUSY_CASE])


def _add_tasks(session: Session, case_id: CaseId) -> None:
    today, tasking = session.clock.today(), session.tasking
    late = tasking.add(
        "Verfügung der Ausgleichskasse nachfragen",
        case_id=case_id,
        due_on=today - timedelta(days=9),
        priority=TaskPriority.HIGH,
    )
    tasking.move(late.id, today - timedelta(days=2))
    weekly = tasking.add("Tochter anrufen: Wie geht es?", case_id=case_id, due_on=today)
    session.tasks.change(weekly.id, rhythm=Rhythm.WEEKS)
    tasking.add(
        "Rezept für den Rollator besorgen",
        case_id=case_id,
        due_on=today + timedelta(days=2),
    )
    done = tasking.add("Spitex anfragen", case_id=case_id, due_on=today)
    tasking.finish(done.id, "Zusage ab nächster Woche")
    dropped = tasking.add("Tagesheim besichtigen", case_id=case_id)
    tasking.drop(dropped.id, "Frau Brunner möchte zurzeit nicht")


def _add_others(session: Session, case_id: CaseId) -> None:
    today, tasking = session.clock.today(), session.tasking
    waits = tasking.add(
        "Betreibungsregisterauszug abholen",
        case_id=case_id,
        due_on=today + timedelta(days=20),
    )
    session.tasks.change(waits.id, responsible=TaskOwner.CLIENT)
    tasking.add("Supervision buchen", due_on=today + timedelta(days=5))
    tasking.add("Vorlage für den Quartalsbericht überarbeiten")


def _add_held(session: Session, case_id: CaseId) -> None:
    """Add a conference whose minutes are still to be sent out."""
    today = session.clock.today()
    conference = _planned(session, case_id, "Rückkehr nach Hause")
    session.conferences.change(
        conference.id,
        takes_place_on=today - timedelta(days=6),
        starts_at="14:00",
        minutes=75,
        place="Spital, Sitzungszimmer 3. Stock",
        aims="Klären, was es für die Rückkehr nach Hause braucht.",
        wishes="Ich will in meine Wohnung zurück, nicht ins Heim.",
        brings="meine Tochter",
        prepared_on=today - timedelta(days=8),
    )
    session.inviting.note_invited(conference.id)
    session.conferencing.begin(conference.id, today - timedelta(days=6))
    *_others, last = session.participants.of(conference_id=conference.id)
    session.participants.change(last.id, attendance=Attendance.EXCUSED)
    items = session.agenda_items.of(conference_id=conference.id)
    session.agenda_items.change(
        items[1].id,
        discussion="Frau Brunner will nach Hause. Die Treppe macht ihr Sorge.",
    )
    for kind, words, days in (
        (ResolutionKind.DECISION, "Zweimal wöchentlich Hilfe beim Duschen", 14),
        (ResolutionKind.TASK, "Treppenlift abklären", 21),
        (ResolutionKind.INFORMATION, "Die Physiotherapie endet Ende Monat", None),
    ):
        made = session.conferencing.add_resolution(items[5].id, kind)
        due_on = None if days is None else today + timedelta(days=days)
        session.resolutions.change(made.id, words=words, due_on=due_on)
        if kind is ResolutionKind.TASK:
            session.resolving.make_task(made.id)


def _add_planned(session: Session, case_id: CaseId) -> None:
    """Add a conference to come, and something that must not be discussed there."""
    conference = _planned(session, case_id, "")
    session.conferences.change(
        conference.id,
        takes_place_on=session.clock.today() + timedelta(days=12),
        starts_at="10:30",
        minutes=60,
        place="Praxis, Uferweg 3",
        aims="Schauen, was sich seit der Rückkehr bewährt.",
        taboo="Der Streit mit dem Bruder um das Elternhaus",
    )
    session.conferencing.add_trusted(conference.id, "Nachbarin Frau Käser")


def _planned(session: Session, case_id: CaseId, title: str) -> Conference:
    conference = session.conferencing.plan(case_id, ConferenceKind.ROUND_TABLE)
    session.conferences.change(
        conference.id,
        title=title,
        categories=(DataCategory.IDENTITY, DataCategory.CARE_NEEDS),
    )
    for party in session.parties.of(case_id=case_id):
        session.conferencing.add_party(conference.id, party.id)
    stopped = [e for e in session.inviting.invitees(conference.id) if not e.may_come]
    for each in stopped[1:]:  # one is left, to show what is missing
        session.participants.remove(each.participant.id)
    return conference
