"""The stream of a case: everything that happened, from any place on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from services.paper_case import PaperCase, a_paper_case

from casedesk.domain.consent import Direction
from casedesk.domain.disclosure import Disclosure, DisclosureId
from casedesk.domain.entry import Entry, EntryId, EntryKind
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.happening import Event, Happening, Narrowing
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Measure, MeasureId, MeasureState
from casedesk.domain.phase import Phase
from casedesk.domain.practice import PaperLanguage, Standard
from casedesk.store.happening_parts import EVENTS
from casedesk.words.catalog import Words
from casedesk.words.happenings import said_of

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case(session: Session) -> PaperCase:
    return a_paper_case(session)


def an_entry(
    session: Session, case: PaperCase, number: int, day: date = TODAY, **values: Any
) -> Entry:
    entry = Entry(
        id=EntryId(f"entry-{number:05}"),
        case_id=case.case.id,
        phase=values.pop("phase", Phase.INTAKE),
        happened_on=day,
        entered_at=datetime(2026, 1, 1, tzinfo=UTC),
        **values,
    )
    return session.entries.add(entry)


def planned(session: Session, case: PaperCase) -> tuple[Goal, Measure]:
    """Add a goal with a measure."""
    goal = Goal(id=GoalId("goal"), case_id=case.case.id, wording="Allein zum Laden")
    measure = Measure(id=MeasureId("way"), case_id=case.case.id, goal_id=goal.id)
    return session.goals.add(goal), session.measures.add(measure)


def stream(session: Session, case: PaperCase, **narrowing: Any) -> list[Happening]:
    return session.journal.stream(case.case.id, Narrowing(**narrowing), limit=10_000)


def kinds(found: list[Happening]) -> set[str]:
    return {str(each.kind) for each in found}


def test_every_kind_of_event_has_its_part_and_its_words() -> None:
    words = Words(PaperLanguage.DE_CH)

    assert set(EVENTS) == set(Event)
    for event in Event:
        assert words.label(event)


def test_what_happens_in_a_case_comes_into_its_record_by_itself(
    session: Session, case: PaperCase
) -> None:
    goal, measure = planned(session, case)
    session.goals.change(goal.id, level=1)
    session.measures.change(measure.id, state=MeasureState.DONE)
    task = session.tasking.add("Anrufen", case_id=case.case.id)
    session.tasks.change(task.id, done_on=TODAY, outcome="erreicht")
    paper = session.papers.care_plan_client(case.case.id)
    session.papers.issue(paper, b"pages", TO_CLIENT)
    entry = an_entry(session, case, 1)
    session.journal.begin_addendum(entry.id)

    found = stream(session, case)

    assert kinds(found) >= {
        Event.PHASE_BEGUN,
        Event.GOAL_RATED,
        Event.MEASURE_CHANGED,
        Event.TASK_DONE,
        Event.PAPER_ISSUED,
        Event.PAPER_HANDED,
        Event.ADDENDUM,
        EntryKind.NOTE,
    }
    words = Words(PaperLanguage.DE_CH)
    for each in found:
        assert said_of(each, Standard.SIX_STEPS, words).title


def test_each_change_of_a_state_says_what_it_was_and_what_it_became(
    session: Session, case: PaperCase
) -> None:
    _goal, measure = planned(session, case)
    for state in (MeasureState.REQUESTED, MeasureState.DONE):
        session.measures.change(measure.id, state=state)
        session.measures.change(measure.id, result=f"jetzt {state}")

    found = stream(session, case, kinds=frozenset({Event.MEASURE_CHANGED}))

    states = [(each.code, each.became) for each in found]
    assert states == [
        (MeasureState.REQUESTED, MeasureState.DONE),
        (measure.state, MeasureState.REQUESTED),
    ]


def test_pages_follow_each_other_without_a_gap_or_a_repeat(
    session: Session, case: PaperCase
) -> None:
    for number in range(60):
        an_entry(session, case, number, TODAY - timedelta(days=number % 7))
    whole = stream(session, case)

    pieces: list[Happening] = []
    while True:
        after = pieces[-1].mark if pieces else None
        page = session.journal.stream(case.case.id, after=after, limit=7)
        pieces += page
        if len(page) < 7:
            break

    assert pieces == whole
    assert len({each.key for each in whole}) == len(whole)
    assert whole == sorted(whole, key=lambda each: each.mark, reverse=True)


def test_all_back_to_a_day_is_read_at_once(session: Session, case: PaperCase) -> None:
    for number in range(40):
        an_entry(session, case, number, TODAY - timedelta(days=number))

    found = session.journal.stream(
        case.case.id, down_to=TODAY - timedelta(days=30), limit=5
    )

    days = {each.day for each in found if each.is_entry}
    assert days == {TODAY - timedelta(days=number) for number in range(31)}


@pytest.mark.parametrize(
    ("narrowing", "numbers"),
    [
        pytest.param({"kinds": frozenset({EntryKind.VISIT})}, {2}, id="kind"),
        pytest.param({"life_domain": LifeDomain.WORK}, {1}, id="domain"),
        pytest.param({"phase": Phase.MONITORING}, {3}, id="phase"),
        pytest.param({"since": TODAY}, {2, 3}, id="since"),
        pytest.param({"until": TODAY - timedelta(days=1)}, {1}, id="until"),
        pytest.param({"words": "Rollator"}, {1, 3}, id="words, one in an addendum"),
        pytest.param({"words": "rollatoren xyz"}, set(), id="words that are nowhere"),
    ],
)
def test_the_stream_is_narrowed(
    session: Session, case: PaperCase, narrowing: dict[str, Any], numbers: set[int]
) -> None:
    an_entry(
        session,
        case,
        1,
        TODAY - timedelta(days=3),
        life_domains=(LifeDomain.WORK,),
        text="Der Rollator ist da.",
    )
    an_entry(session, case, 2, kind=EntryKind.VISIT)
    third = an_entry(session, case, 3, phase=Phase.MONITORING)
    addendum = session.journal.begin_addendum(third.id)
    session.addenda.change(addendum.id, text="Rollator vergessen")

    found = {each.subject_id for each in stream(session, case, **narrowing)}

    known = {f"entry-{number:05}" for number in (1, 2, 3)}
    assert found & known == {f"entry-{number:05}" for number in numbers}


def test_whoever_was_there_is_found(session: Session, case: PaperCase) -> None:
    first = an_entry(session, case, 1, party_id=case.doctor.id)
    second = an_entry(session, case, 2, others=(case.doctor.id,))
    an_entry(session, case, 3, party_id=case.nurse.id)

    found = stream(session, case, party_id=case.doctor.id)

    ids = {each.subject_id for each in found if each.is_entry}
    assert ids == {first.id, second.id}


def test_what_was_told_in_a_contact_stands_beneath_it_and_not_twice(
    session: Session, case: PaperCase
) -> None:
    entry = an_entry(session, case, 1, kind=EntryKind.PHONE)
    lines = [
        Disclosure(
            id=DisclosureId(name),
            case_id=case.case.id,
            happened_at=session.clock.now(),
            direction=Direction.PASS_ON,
            recipient="Spitex",
            entry_id=entry_id,
        )
        for name, entry_id in (("told", entry.id), ("by hand", None))
    ]
    with session._database.write("test", entry.id) as tables:
        for line in lines:
            tables.disclosures.add(line)

    found = stream(session, case, kinds=frozenset({Event.DISCLOSED}))

    assert [each.subject_id for each in found] == ["by hand"]
    told = session.journal.told(entry.id)
    assert told is not None
    assert [line.id for line in told.exchanges] == ["told"]


def test_an_entry_of_the_evening_before_the_day_of_greenwich_keeps_its_day(
    session: Session, case: PaperCase
) -> None:
    entry = an_entry(session, case, 1, date(2025, 12, 31))

    [found] = stream(session, case, until=date(2025, 12, 31))

    assert (found.subject_id, found.day) == (entry.id, date(2025, 12, 31))
