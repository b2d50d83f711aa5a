from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Case, CaseId, Party, PartyId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import Document, DocumentId, DocumentKind
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.domain.practice import PaperLanguage

if TYPE_CHECKING:
    from casedesk.store.database import Database


@pytest.mark.parametrize(
    ("table", "record_id", "held"),
    [
        pytest.param("person", "lea", True, id="has a part in a case"),
        pytest.param("person", "max", False, id="has none"),
        pytest.param("organisation", "spitex", True, id="somebody works there"),
        pytest.param("client", "anna", False, id="all that belongs to it goes along"),
        pytest.param("person", "nobody", False, id="is not there"),
    ],
)
def test_what_others_need_is_known_before_it_is_removed(
    database: Database, table: str, record_id: str, held: bool
) -> None:
    spitex = OrganisationId("spitex")
    with database.write("test.add") as tables:
        tables.organisations.add(Organisation(id=spitex, name="Spitex"))
        tables.persons.add(Person(id=PersonId("lea"), family_name="Lea"))
        tables.persons.add(Person(id=PersonId("max"), organisation_id=spitex))
        tables.clients.add(Client(id=ClientId("anna")))
        tables.cases.add(
            Case(
                id=CaseId("case"),
                client_id=ClientId("anna"),
                number="1",
                opened_on=date(2026, 1, 1),
            )
        )
        tables.parties.add(
            Party(id=PartyId("p"), case_id=CaseId("case"), person_id=PersonId("lea"))
        )

    with database.read() as tables:
        assert tables.references.hold(table, record_id) is held


def test_a_case_with_an_issued_paper_holds_its_client(database: Database) -> None:
    with database.write("test.add") as tables:
        tables.clients.add(Client(id=ClientId("anna")))
        tables.cases.add(
            Case(
                id=CaseId("case"),
                client_id=ClientId("anna"),
                number="1",
                opened_on=date(2026, 1, 1),
            )
        )
        tables.documents.add(
            Document(
                id=DocumentId("paper"),
                case_id=CaseId("case"),
                kind=DocumentKind.CARE_PLAN,
                number="1",
                version=1,
                language=PaperLanguage.DE_CH,
                template_version="1",
                issued_at=datetime(2026, 1, 2, tzinfo=UTC),
                sha256="",
                size_bytes=5,
            ),
            b"paper",
        )

    with database.read() as tables:
        assert tables.references.hold("client", "anna")
