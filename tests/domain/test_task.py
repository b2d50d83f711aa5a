"""Rules of tasks: their state, days that move, and those that come again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casedesk.domain.quick_task import read_line
from casedesk.domain.task import (
    DoneAndDropped,
    DroppedWithoutReason,
    RemindedAfterDue,
    Rhythm,
    RhythmWithoutCount,
    RhythmWithoutDay,
    Task,
    TaskId,
    TaskPriority,
    TaskState,
    check_task,
    end_of_week,
    in_order,
)

TODAY = date(2026, 3, 14)  # a Saturday


# Any: each value has the type of its field.
def a_task(**fields: Any) -> Task:
    task = Task(id=TaskId("t1"), title="Antrag nachfragen", created_on=TODAY)
    return replace(task, **fields)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        pytest.param({}, TaskState.OPEN, id="no day"),
        pytest.param({"due_on": date(2026, 3, 15)}, TaskState.OPEN, id="tomorrow"),
        pytest.param({"due_on": TODAY}, TaskState.TODAY, id="today"),
        pytest.param({"due_on": date(2026, 3, 13)}, TaskState.OVERDUE, id="yesterday"),
        pytest.param(
            {"due_on": date(2026, 3, 1), "done_on": TODAY}, TaskState.DONE, id="done"
        ),
        pytest.param(
            {"due_on": date(2026, 3, 1), "dropped_on": TODAY, "drop_reason": "x"},
            TaskState.DROPPED,
            id="dropped",
        ),
    ],
)
def test_the_state_follows_from_the_days(
    fields: dict[str, Any], state: TaskState
) -> None:
    assert a_task(**fields).state_on(TODAY) is state


def test_a_moved_task_keeps_the_days_it_had_and_the_distance_of_its_reminder() -> None:
    task = a_task(due_on=date(2026, 3, 20), remind_on=date(2026, 3, 18))

    twice = task.moved_to(date(2026, 3, 27)).moved_to(date(2026, 4, 3))

    assert twice.earlier_dues == (date(2026, 3, 20), date(2026, 3, 27))
    assert twice.remind_on == date(2026, 4, 1)
    assert twice.moved_back().moved_back() == task
    assert task.moved_back() == task
    assert task.moved_to(date(2026, 3, 20)) == task


def test_a_first_day_is_no_move() -> None:
    assert a_task().moved_to(TODAY).earlier_dues == ()


@pytest.mark.parametrize(
    ("due_on", "rhythm", "every", "next_due"),
    [
        pytest.param(TODAY, Rhythm.DAYS, 3, date(2026, 3, 17), id="days"),
        pytest.param(TODAY, Rhythm.WEEKS, 2, date(2026, 3, 28), id="weeks"),
        pytest.param(
            date(2026, 1, 31), Rhythm.MONTHS, 1, date(2026, 3, 31), id="missed rounds"
        ),
        pytest.param(
            date(2026, 3, 20), Rhythm.WEEKS, 1, date(2026, 3, 27), id="done early"
        ),
        pytest.param(None, Rhythm.WEEKS, 1, None, id="no day"),
        pytest.param(TODAY, None, 1, None, id="no rhythm"),
        pytest.param(date(1990, 1, 1), Rhythm.DAYS, 1, None, id="too long ago"),
    ],
)
def test_what_comes_again_is_due_next_after_today(
    due_on: date | None, rhythm: Rhythm | None, every: int, next_due: date | None
) -> None:
    task = a_task(due_on=due_on, rhythm=rhythm, every=every)

    assert task.next_due(TODAY) == next_due


def test_a_moved_task_moves_no_later_one() -> None:
    monday, next_monday = date(2026, 3, 16), date(2026, 3, 23)
    task = a_task(due_on=monday, rhythm=Rhythm.WEEKS)

    assert task.moved_to(date(2026, 3, 18)).next_due(TODAY) == next_monday
    assert task.moved_to(TODAY).next_due(TODAY) == next_monday


def test_the_rhythm_counts_from_its_first_day() -> None:
    task = a_task(due_on=date(2026, 4, 30), rhythm=Rhythm.MONTHS)

    assert task.next_due(TODAY, date(2026, 1, 31)) == date(2026, 5, 31)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"dropped_on": TODAY, "drop_reason": " "}, DroppedWithoutReason),
        ({"dropped_on": TODAY, "drop_reason": "x", "done_on": TODAY}, DoneAndDropped),
        ({"due_on": TODAY, "remind_on": date(2026, 3, 15)}, RemindedAfterDue),
        ({"rhythm": Rhythm.DAYS}, RhythmWithoutDay),
        ({"rhythm": Rhythm.DAYS, "due_on": TODAY, "every": 0}, RhythmWithoutCount),
    ],
)
def test_contradictions_are_refused(
    fields: dict[str, Any], problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        check_task(a_task(**fields))


def test_the_order_is_by_day_then_weight_and_without_a_day_last() -> None:
    tasks = [
        a_task(id="undated"),
        a_task(id="later", due_on=date(2026, 3, 20)),
        a_task(id="calm", due_on=TODAY, priority=TaskPriority.LOW),
        a_task(id="pressing", due_on=TODAY, priority=TaskPriority.HIGH),
    ]

    assert [task.id for task in in_order(tasks)] == [
        "pressing",
        "calm",
        "later",
        "undated",
    ]


def test_a_week_ends_on_sunday() -> None:
    assert end_of_week(TODAY) == date(2026, 3, 15)
    assert end_of_week(date(2026, 3, 15)) == date(2026, 3, 15)
    assert end_of_week(date(2026, 3, 16)) == date(2026, 3, 22)


@pytest.mark.parametrize(
    ("line", "title", "due_on"),
    [
        ("Antrag nachfragen +14", "Antrag nachfragen", date(2026, 3, 28)),
        ("Antrag nachfragen bis 3.7.", "Antrag nachfragen", date(2026, 7, 3)),
        ("morgen Frau Öz anrufen", "Frau Öz anrufen", date(2026, 3, 15)),
        ("Bericht 2026-04-01", "Bericht", date(2026, 4, 1)),
        ("Bericht bis am 1.4.26", "Bericht bis", date(2026, 4, 1)),
        ("Bericht heute", "Bericht", TODAY),
        ("morgen", "morgen", None),
        ("bis morgen", "bis", date(2026, 3, 15)),
        ("24/7 Betreuung klären", "24/7 Betreuung klären", None),
        ("Kapitel 3.4 lesen 5", "Kapitel 3.4 lesen 5", None),
        ("Brief vom 3.7.2025", "Brief vom 3.7.2025", None),
        ("Gruppe am 31.2.", "Gruppe am 31.2.", None),
        ("", "", None),
    ],
)
def test_a_line_is_taken_apart_and_no_word_is_lost(
    line: str, title: str, due_on: date | None
) -> None:
    typed = read_line(line, today=TODAY)

    assert (typed.title, typed.due_on) == (title, due_on)


def test_an_exclamation_mark_presses() -> None:
    typed = read_line("! Räumung abwenden +2", today=TODAY)

    assert typed.title == "Räumung abwenden"
    assert typed.priority is TaskPriority.HIGH
    assert read_line("!", today=TODAY).priority is TaskPriority.NORMAL
