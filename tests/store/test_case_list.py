"""The client list is read page by page."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Case, CaseId, Mandate, MandateId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.phase import Phase

if TYPE_CHECKING:
    from casedesk.services.session import Session
    from casedesk.store.tables import Tables

CASES, PAGE, ENTRIES = 100, 5, 6
DAY = date(2026, 2, 1)


@pytest.fixture
def many(session: Session) -> Session:
    with session._database.write("test.fill", "all") as tables:
        for number in range(CASES):
            _add_case(tables, f"{number:03}")
    return session


def _add_case(tables: Tables, key: str) -> None:
    client_id, case_id = ClientId(f"p{key}"), CaseId(f"c{key}")
    tables.clients.add(Client(id=client_id, family_name=f"Öztürk {key}"))
    tables.cases.add(Case(id=case_id, client_id=client_id, number=key, opened_on=DAY))
    tables.mandates.add(
        Mandate(id=MandateId(f"m{key}"), case_id=case_id, approved_minutes=600)
    )
    for entry in range(ENTRIES):
        tables.entries.add(
            Entry(
                id=EntryId(f"e{key}-{entry}"),
                case_id=case_id,
                phase=Phase.COORDINATION,
                happened_on=DAY,
                minutes=30,
            )
        )


def test_a_page_says_what_was_used_in_the_cases_on_it(many: Session) -> None:
    lines = many.cases.lines(limit=PAGE, offset=CASES - PAGE)

    assert [line.number for line in lines] == ["095", "096", "097", "098", "099"]
    uses = {(line.use.approved_minutes, line.use.used_minutes) for line in lines}
    assert uses == {(600, ENTRIES * 30)}


def test_what_stands_before_a_page_is_not_worked_out(many: Session) -> None:
    first, last = (_steps(many, offset) for offset in (0, CASES - PAGE))

    assert last < 3 * first


def _steps(session: Session, offset: int) -> int:
    """Return how many steps of the database a page takes, in tens."""
    steps = count()
    with session._database.read() as tables:
        tables._connection.set_progress_handler(lambda: next(steps) < 0, 10)
        tables.case_list.lines(closed=False, limit=PAGE, offset=offset)
        tables._connection.set_progress_handler(None, 10)
    return next(steps)
