"""What is done with tasks, in a real vault."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from services.closed_case import GROUND, close

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.domain.task import (
    DroppedWithoutReason,
    Rhythm,
    TaskEnded,
    TaskPriority,
)
from casedesk.services.tasking import Source

if TYPE_CHECKING:
    from casedesk.domain.case import Case
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


def a_case(session: Session) -> Case:
    client = Client(
        id=ClientId("k1"), family_name="Çelik-Brönnimann", given_name="Ayşe"
    )
    return session.cases.open_for_new_client(client, Area.SOCIAL_WORK)


def test_a_typed_line_becomes_a_task_of_the_case(session: Session) -> None:
    case = a_case(session)

    task = session.tasking.add_typed("Antrag nachfragen +14 !", case.id)

    assert session.tasking.open_of(case.id) == [task]
    assert task.title == "Antrag nachfragen"
    assert task.due_on == date(2026, 3, 28)
    assert task.priority is TaskPriority.HIGH
    assert task.created_on == TODAY


def test_the_agenda_goes_over_all_cases_and_beside_them(session: Session) -> None:
    case = a_case(session)
    session.tasking.add("Supervision buchen")
    session.tasking.add("Bericht", case_id=case.id, due_on=date(2026, 3, 20))
    session.tasking.add("Steuer", due_on=date(2026, 3, 19))

    lines = session.tasking.agenda()

    assert [(line.task.title, line.client_name) for line in lines] == [
        ("Steuer", ""),
        ("Bericht", "Çelik-Brönnimann, Ayşe"),
        ("Supervision buchen", ""),
    ]


def test_tasks_of_a_case_in_the_bin_are_not_on_the_agenda(session: Session) -> None:
    case = a_case(session)
    session.tasking.add("Bericht", case_id=case.id, due_on=TODAY)
    close(session, case.id)

    session.bin.put(case.id, GROUND)

    assert session.tasking.agenda() == []


def test_what_is_done_leaves_the_agenda_and_keeps_its_outcome(
    session: Session,
) -> None:
    case = a_case(session)
    task = session.tasking.add("Bericht", case_id=case.id, due_on=TODAY)

    follower = session.tasking.finish(task.id, "abgeschickt")

    [ended] = session.tasking.ended_of(case.id)
    assert follower is None
    assert (ended.done_on, ended.outcome) == (TODAY, "abgeschickt")
    assert session.tasking.agenda() == []


def test_done_makes_the_next_of_a_rhythm_and_reopening_takes_it_away(
    session: Session,
) -> None:
    case = a_case(session)
    task = session.tasking.add("Anrufen", case_id=case.id, due_on=date(2026, 3, 9))
    session.tasks.change(task.id, rhythm=Rhythm.WEEKS, remind_on=date(2026, 3, 8))

    follower = session.tasking.finish(task.id)

    assert follower is not None
    assert follower.due_on == date(2026, 3, 16)
    assert follower.remind_on == date(2026, 3, 15)
    assert follower.earlier_dues == ()
    assert session.tasking.open_of(case.id) == [follower]

    opened = session.tasking.reopen(task.id)

    assert session.tasking.open_of(case.id) == [opened]


def test_a_next_one_that_is_done_already_stays_when_the_first_is_reopened(
    session: Session,
) -> None:
    case = a_case(session)
    task = session.tasking.add("Anrufen", case_id=case.id, due_on=TODAY)
    session.tasks.change(task.id, rhythm=Rhythm.DAYS)
    follower = session.tasking.finish(task.id)
    assert follower is not None
    session.tasking.finish(follower.id)

    session.tasking.reopen(task.id)

    assert follower.id in {each.id for each in session.tasking.ended_of(case.id)}


def test_the_last_day_of_each_month_stays_the_last_one(session: Session) -> None:
    task = session.tasking.add("Rapport", due_on=date(2026, 1, 31))
    session.tasks.change(task.id, rhythm=Rhythm.MONTHS)
    days = []
    for _round in range(3):
        follower = session.tasking.finish(task.id)
        assert follower is not None
        task = follower
        days.append(follower.due_on)

    assert days == [date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def test_another_rhythm_counts_from_the_task_that_has_it(session: Session) -> None:
    task = session.tasking.add("Rapport", due_on=date(2026, 3, 9))
    session.tasks.change(task.id, rhythm=Rhythm.WEEKS)
    follower = session.tasking.finish(task.id)
    assert follower is not None
    session.tasks.change(follower.id, rhythm=Rhythm.MONTHS)

    monthly = session.tasking.finish(follower.id)

    assert monthly is not None
    assert monthly.due_on == date(2026, 4, 16)


def test_reopening_keeps_what_was_written_before_it_was_done(
    session: Session,
) -> None:
    task = session.tasking.add("Anrufen", due_on=TODAY)
    session.tasks.change(task.id, outcome="Nur das Band", rhythm=Rhythm.WEEKS)
    follower = session.tasking.finish(task.id, "Erreicht")
    assert follower is not None
    follower = session.tasks.change(follower.id, note="Nach Ostern anrufen")

    opened = session.tasking.reopen(task.id)

    assert (opened.done_on, opened.outcome) == (None, "Nur das Band")
    assert session.tasks.find(follower.id) == follower


def test_reopening_keeps_an_outcome_that_doing_did_not_change(
    session: Session,
) -> None:
    task = session.tasking.add("Anrufen", due_on=TODAY)
    session.tasks.change(task.id, outcome="Nur das Band")
    session.tasking.finish(task.id)

    assert session.tasking.reopen(task.id).outcome == "Nur das Band"


def test_moving_keeps_the_old_day_and_can_be_taken_back(session: Session) -> None:
    task = session.tasking.add("Bericht", due_on=date(2026, 3, 20))

    moved = session.tasking.move(task.id, date(2026, 3, 27))

    assert moved.earlier_dues == (date(2026, 3, 20),)
    assert session.tasking.move_back(task.id) == task


def test_dropping_needs_a_reason_and_ends_the_task(session: Session) -> None:
    task = session.tasking.add("Bericht")

    with pytest.raises(DroppedWithoutReason):
        session.tasking.drop(task.id, "")
    dropped = session.tasking.drop(task.id, "Auftrag zurückgezogen")

    assert dropped.dropped_on == TODAY
    with pytest.raises(TaskEnded):
        session.tasking.finish(task.id)
    assert session.tasking.reopen(task.id) == task


def test_a_record_knows_the_tasks_that_came_from_it(session: Session) -> None:
    case = a_case(session)
    source = Source(noun="goal", record_id="g1")
    task = session.tasking.add("Nachfragen", case_id=case.id, source=source)
    session.tasking.add("Anderes", case_id=case.id)

    assert session.tasking.made_from(source) == [task]
    assert session.tasking.made_from(Source(noun="measure", record_id="g1")) == []
