"""Not a byte of what is entered can be read in any file."""

from __future__ import annotations

import tempfile
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from conftest import a_clock, a_practice

from casedesk.domain.case import Area, Case
from casedesk.domain.client import (
    Address,
    AddressId,
    Client,
    ClientId,
    ContactPoint,
    ContactPointId,
    InsuranceNumber,
    InsuranceNumberId,
)
from casedesk.domain.consent import Consent, ConsentId, ConsentKind
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.measure import Measure, MeasureId
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.domain.phase import Phase
from casedesk.domain.representation import Representation, RepresentationId
from casedesk.services import vaults

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from casedesk.security.keys import VaultKey
    from casedesk.services.records import Records
    from casedesk.services.session import Session

MARK = "Zwetschgenmus7193"
BY_DEED = ("oral_reason", "agreement_note")  # noted when a plan is agreed


def mark_all_texts(records: Records[Any], record_id: str) -> None:
    """Write the marked word into every text of a record that can be typed."""
    record = records.get(record_id)
    texts = [
        field.name
        for field in fields(record)
        if field.type == "str" and field.name not in ("id", *BY_DEED)
    ]
    records.change(record_id, **dict.fromkeys(texts, f"{MARK} {record_id}"))


def add_people(session: Session) -> Case:
    client_id = ClientId("client")
    case = session.cases.open_for_new_client(Client(id=client_id), Area.SOCIAL_WORK)
    session.addresses.add(Address(id=AddressId("address"), client_id=client_id))
    session.contact_points.add(
        ContactPoint(id=ContactPointId("point"), client_id=client_id)
    )
    session.insurance_numbers.add(
        InsuranceNumber(id=InsuranceNumberId("number"), client_id=client_id)
    )
    session.representations.add(
        Representation(id=RepresentationId("representation"), client_id=client_id)
    )
    session.persons.add(Person(id=PersonId("person")))
    session.organisations.add(Organisation(id=OrganisationId("organisation")))
    return case


def add_work(session: Session, case: Case) -> None:
    session.entries.add(
        Entry(
            id=EntryId("entry"),
            case_id=case.id,
            phase=Phase.INTAKE,
            happened_on=session.clock.today(),
        )
    )
    goal = session.goals.add(Goal(id=GoalId("goal"), case_id=case.id))
    session.measures.add(
        Measure(id=MeasureId("measure"), case_id=case.id, goal_id=goal.id)
    )
    session.consents.add(
        Consent(id=ConsentId("consent"), case_id=case.id, kind=ConsentKind.RELEASE)
    )


def all_records(session: Session, case: Case) -> list[tuple[Records[Any], str]]:
    single: list[tuple[Records[Any], str]] = [
        (session.clients, "client"),
        (session.addresses, "address"),
        (session.contact_points, "point"),
        (session.insurance_numbers, "number"),
        (session.representations, "representation"),
        (session.persons, "person"),
        (session.organisations, "organisation"),
        (session.case_records, case.id),
        (session.entries, "entry"),
        (session.goals, "goal"),
        (session.measures, "measure"),
        (session.consents, "consent"),
        (session.practice.records, "practice"),
    ]
    parts: tuple[Records[Any], ...] = (
        session.mandates,
        session.intakes,
        session.assessments,
        session.domain_entries,
        session.plans,
    )
    of_case: list[tuple[Records[Any], str]] = [
        (records, record.id)
        for records in parts
        for record in records.of(case_id=case.id)
    ]
    return [*single, *of_case]


def test_nothing_entered_can_be_read_in_any_file(
    tmp_path: Path, key: VaultKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.chdir(tmp_path)
    session = vaults.create(tmp_path / "v.casedesk", key, a_practice(), a_clock())
    case = add_people(session)
    add_work(session, case)

    for records, record_id in all_records(session, case):
        mark_all_texts(records, record_id)
        records.keep_draft(record_id, "draft", f"half of {MARK}")
    paper = session.papers.care_plan(case.id)
    session.papers.issue(paper, paper.render(), TO_CLIENT)
    assert session.search.find(MARK)

    assert files_with_the_mark(tmp_path) == []
    session.lock()
    assert files_with_the_mark(tmp_path) == []
    assert list(temporary.iterdir()) == []


def files_with_the_mark(folder: Path) -> list[str]:
    spellings = [MARK.encode(), MARK.encode("utf-16-le"), MARK.lower().encode()]
    written = [each for each in folder.rglob("*") if each.is_file()]
    assert written
    return [
        each.name
        for each in written
        if any(spelling in each.read_bytes() for spelling in spellings)
    ]
