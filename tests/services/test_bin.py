from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from conftest import START, a_clock, a_practice
from services.closed_case import GROUND, close
from store.plain_pages import plain_pages

from casedesk.domain.binned import CaseStillOpen, Erased, EraseGround, StillKept
from casedesk.domain.case import Area, Case, Party, PartyId, PartyRole
from casedesk.domain.client import Address, AddressId, Client, ClientId
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.network import Person, PersonId
from casedesk.domain.phase import Phase
from casedesk.domain.problems import NotFound
from casedesk.services import vaults

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session

# Letters that meet nowhere else, so that three of them are found in the search index.
MARK = "Qxjvkw"
KEPT = "Bleibtreu"


def a_client(session: Session, name: str) -> Case:
    """Store a client with a case, an entry, a goal that is due, and an address."""
    client_id = ClientId(f"client {name[0]}")
    client = Client(id=client_id, family_name=name)
    case = session.cases.open_for_new_client(client, Area.SOCIAL_WORK)
    session.addresses.add(
        Address(id=AddressId(f"address {name[0]}"), client_id=client_id, street=name)
    )
    session.entries.add(
        Entry(
            id=EntryId(f"entry {name[0]}"),
            case_id=case.id,
            phase=Phase.INTAKE,
            happened_on=session.clock.today(),
            text=f"Erst {name}",
        )
    )
    session.goals.add(
        Goal(
            id=GoalId(f"goal {name[0]}"),
            case_id=case.id,
            wording=name,
            target_on=session.clock.today(),
        )
    )
    return case


def work_on(session: Session, case: Case) -> bytes:
    """Change, remove, half type and issue; return the pages that were issued."""
    session.entries.change(EntryId("entry Q"), text=f"Dann anders {MARK}")
    session.entries.change(EntryId("entry Q"), text="Nun nichts mehr")
    session.goals.remove(GoalId("goal Q"))
    session.addresses.remove("address Q")
    session.clients.keep_draft(case.client_id, "born", f"nach {MARK}")
    person = session.persons.add(Person(id=PersonId("doctor"), family_name=KEPT))
    session.parties.add(
        Party(
            id=PartyId("party"),
            case_id=case.id,
            person_id=person.id,
            roles=(PartyRole.PHYSICIAN,),
            note=MARK,
        )
    )
    paper = session.papers.care_plan(case.id)
    pdf = paper.render()
    session.papers.issue(paper, pdf, TO_CLIENT)
    return pdf


def residue(path: Path, key: VaultKey, pdf: bytes) -> set[str]:
    """Look for the mark and for pieces of a paper in every page of a closed vault."""
    marks = [MARK, MARK.lower(), *trigrams(MARK.lower())]
    pages = list(plain_pages(path, key))
    found = {mark for mark in marks if any(mark.encode() in page for page in pages)}
    pieces = [pdf[n : n + 24] for n in range(0, len(pdf) - 24, 997)]
    if any(piece in page for piece in pieces for page in pages):
        found.add("paper")
    return found


def trigrams(word: str) -> list[str]:
    return [word[n : n + 3] for n in range(len(word) - 2)]


def later(session: Session, days: int) -> None:
    """Let days pass for the services of the bin."""
    session.bin._clock = replace(
        session.clock, now=lambda: START + timedelta(days=days)
    )


def test_what_lies_in_the_bin_is_nowhere_else(session: Session) -> None:
    case = a_client(session, MARK)
    close(session, case.id)
    case = session.cases.open_case(case.client_id, Area.SOCIAL_WORK)
    assert session.search.find(MARK)
    assert session.search.find(MARK[:2])
    assert session.cases.due()

    session.bin.put(case.client_id, GROUND)

    assert session.search.find(MARK) == session.search.find(MARK[:2]) == []
    assert session.cases.lines() == session.cases.lines(closed=True) == []
    assert session.cases.count() == session.cases.count(closed=True) == 0
    assert session.cases.due() == []
    assert session.people.similar_clients(MARK, "") == []
    assert session.cases.latest_of(case.client_id) is None


def test_what_is_taken_back_is_as_it_was(session: Session) -> None:
    case = a_client(session, MARK)
    before = session.cases.lines(), session.search.find(MARK), session.cases.due()
    session.bin.put(case.client_id)
    [binned] = session.bin.all()
    assert binned.client_name.startswith(MARK)
    assert binned.case_numbers == (case.number,)
    assert binned.erased_at - binned.binned_at == timedelta(days=30)

    session.bin.take_back(case.client_id)

    after = session.cases.lines(), session.search.find(MARK), session.cases.due()
    assert after == before
    assert session.bin.all() == []


def test_an_open_case_is_not_deleted_by_itself(session: Session) -> None:
    case = a_client(session, MARK)

    with pytest.raises(CaseStillOpen):
        session.bin.put(case.id)
    with pytest.raises(CaseStillOpen):
        session.bin.erase(case.id)

    assert session.bin.all() == []


def test_a_case_that_lay_in_the_bin_before_its_client_stays_there(
    session: Session,
) -> None:
    case = a_client(session, MARK)
    close(session, case.id)
    session.bin.put(case.id, GROUND)
    session.bin.put(case.client_id, GROUND)

    session.bin.take_back(case.client_id)

    [binned] = session.bin.all()
    assert binned.record_id == case.id
    assert not binned.is_client


def test_one_case_is_erased_and_its_client_stays(session: Session) -> None:
    case = a_client(session, MARK)
    close(session, case.id)
    other = session.cases.open_case(case.client_id, Area.SOCIAL_WORK)

    session.bin.erase(case.id, GROUND)

    assert session.entries.find("entry Q") is None
    [line] = session.cases.lines()
    assert line.case_id == other.id
    assert session.addresses.find("address Q") is not None


def test_after_thirty_days_it_is_erased_and_not_a_day_before(session: Session) -> None:
    case = a_client(session, MARK)
    close(session, case.id)
    session.bin.put(case.id, GROUND)
    session.bin.put(case.client_id, GROUND)

    later(session, 29)
    assert session.bin.erase_expired() == 0
    later(session, 31)

    assert session.bin.erase_expired() >= 1
    assert session.bin.all() == []
    with pytest.raises(NotFound):
        session.clients.get(case.client_id)


def test_nothing_is_left_in_any_page_of_the_file(tmp_path: Path, key: VaultKey) -> None:
    path = tmp_path / "v.casedesk"
    session = vaults.create(path, key, a_practice(), a_clock())
    a_client(session, KEPT)
    case = a_client(session, MARK)
    pdf = work_on(session, case)
    for number in range(80):  # the search index grows in several parts
        session.clients.change(f"client {KEPT[0]}", note=f"{number} Wolken" * number)
    session.lock()
    assert {MARK, MARK.lower(), "paper"} <= residue(path, key, pdf)
    session = vaults.unlock(path, key, a_clock())

    erased = session.bin.erase(case.client_id)

    assert path.with_name("v.casedesk-wal").stat().st_size == 0
    session.lock()
    assert residue(path, key, pdf) == set()
    assert erased.cases == erased.documents == 1
    assert erased.changes > erased.records > 20


def test_no_row_of_any_table_tells_of_what_was_erased(session: Session) -> None:
    a_client(session, KEPT)
    case = a_client(session, MARK)
    work_on(session, case)

    session.bin.erase(case.client_id)

    assert rows_with_the_mark(session) == []
    assert [each.family_name for each in session.clients.all()] == [KEPT]
    assert session.persons.get("doctor").family_name == KEPT
    assert session.search.find(KEPT)


def rows_with_the_mark(session: Session) -> list[str]:
    """Read every row of every table, the blocks of the search index included."""
    connection = session._database._connection
    connection.execute(
        "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search_text', 'row')"
    )
    terms = {term for (term, *_rest) in connection.execute("SELECT * FROM temp.words")}
    found = [term for term in trigrams(MARK.lower()) if term in terms]
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
    ).fetchall()
    for (table,) in tables:
        for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608
            values = [each for each in row if each is not None]
            text = " ".join(
                each.decode("utf-8", "replace")
                if isinstance(each, bytes)
                else str(each)
                for each in values
            )
            if MARK.lower() in text.lower():
                found.append(f"{table}: {text}")
    return found


def test_the_trail_holds_and_tells_how_much_was_erased(session: Session) -> None:
    case = a_client(session, "Meier")
    work_count = len(session.trail.last(1000))

    erased = session.bin.erase(case.client_id)

    assert session.trail.check().holds
    assert len(session.trail.last(1000)) == work_count + 1
    [deed] = session.trail.last(1)
    assert (deed.action, deed.subject_id) == ("client.erase", case.client_id)
    assert session.bin.protocol() == {deed.number: erased}
    assert isinstance(erased, Erased)


def test_history_and_papers_are_guarded_again_afterwards(session: Session) -> None:
    a_client(session, KEPT)
    case = a_client(session, MARK)

    session.bin.erase(case.client_id)

    connection = session._database._connection
    for statement in ("DELETE FROM history", "DELETE FROM erased"):
        with pytest.raises(sqlcipher3.IntegrityError):
            connection.execute(statement)
    names = {
        row["name"]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        )
    }
    assert {
        "history_is_never_removed",
        "document_is_never_removed",
        "document_content_is_never_removed",
    } <= names


def test_an_erased_number_is_not_given_again(session: Session) -> None:
    a_client(session, KEPT)
    case = a_client(session, MARK)
    session.bin.erase(case.client_id)

    next_case = a_client(session, "Neumann")

    assert case.number == "2026-0002"
    assert next_case.number == "2026-0003"


def test_a_file_that_is_to_be_kept_goes_only_on_a_ground_that_the_trail_keeps(
    session: Session,
) -> None:
    case = a_client(session, MARK)
    close(session, case.id)
    [closure] = session.closures.of(case_id=case.id)
    assert session.bin.doomed(case.client_id).kept_until == closure.keep_until
    for refused in (session.bin.put, session.bin.erase):
        with pytest.raises(StillKept):
            refused(case.id)

    session.bin.put(case.id, EraseGround.CLIENT_ASKED)
    session.bin.erase(case.id)  # what lies in the bin has got its ground

    actions = [each.action for each in session.trail.last(20)]
    assert "case.bin.client_asked" in actions
    assert session.cases.of_client(case.client_id) == []


def test_a_file_whose_time_is_over_goes_without_a_ground(session: Session) -> None:
    case = a_client(session, MARK)
    close(session, case.id)
    [closure] = session.closures.of(case_id=case.id)
    yesterday = session.clock.today() - timedelta(days=1)
    with session._database.write("demo.closings") as tables:
        tables.closures.update(replace(closure, keep_until=yesterday))

    session.bin.erase(case.id)

    assert session.cases.of_client(case.client_id) == []
