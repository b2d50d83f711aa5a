from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, Case
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.phase import Phase

if TYPE_CHECKING:
    from casedesk.services.session import Session


@pytest.fixture
def case(session: Session) -> Case:
    anna = Client(id=ClientId("anna"), family_name="Brunner", given_name="Anna")
    return session.cases.open_for_new_client(anna, Area.HEALTH_CARE)


def test_a_note_is_found_with_whose_it_is_and_the_words_around(
    session: Session, case: Case
) -> None:
    session.entries.add(
        Entry(
            id=EntryId("e"),
            case_id=case.id,
            phase=Phase.MONITORING,
            happened_on=session.clock.today(),
            text="Lorem ipsum " * 20 + "Krankenversicherung bezahlt " + "dolor " * 30,
        )
    )

    [found] = session.search.find("versicherung")

    assert (found.noun, found.case_id, found.client_name) == (
        "entry",
        case.id,
        "Brunner, Anna",
    )
    assert found.phase is Phase.MONITORING
    assert "Krankenversicherung" in found.excerpt
    assert found.excerpt.startswith("…")
    assert found.excerpt.endswith("…")


def test_people_come_before_texts(session: Session, case: Case) -> None:
    session.goals.add(
        Goal(id=GoalId("g"), case_id=case.id, wording="Besucht Frau Brunner")
    )

    nouns = [found.noun for found in session.search.find("brunner")]

    assert nouns == ["client", "goal"]


def test_nothing_is_found_for_nothing(session: Session, case: Case) -> None:
    assert session.search.find("  ") == []
    assert session.search.find("gibtesnicht") == []
