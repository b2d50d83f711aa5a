from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.client import Client, ClientId
from casedesk.domain.network import Organisation, OrganisationId

if TYPE_CHECKING:
    from casedesk.store.database import Database

CLIENTS = (
    Client(id=ClientId("mueller"), family_name="Müller", given_name="Zoë"),
    Client(id=ClientId("strauss"), family_name="Strauß", given_name="Jürg"),
    Client(id=ClientId("lukasz"), family_name="Wiśniewski", given_name="Łukasz"),
    Client(
        id=ClientId("noted"),
        family_name="Keller",
        note="Krankenversicherung Bergsicht, sagt „100 %“ und O'Neill",
    ),
)


@pytest.fixture(autouse=True)
def _people(database: Database) -> None:
    with database.write("people.add") as tables:
        for client in CLIENTS:
            tables.clients.add(client)
        tables.organisations.add(
            Organisation(
                id=OrganisationId("spitex"), name="Spitex Muri", note="Müllabfuhr"
            )
        )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("versicherung", ["noted"], id="inside a compound"),
        pytest.param("MÜLLER", ["mueller"], id="capitals"),
        pytest.param("mueller", ["mueller"], id="umlaut spelled out"),
        pytest.param("muller", ["mueller"], id="umlaut without dots"),
        pytest.param("strauss", ["strauss"], id="sharp s"),
        pytest.param("juerg strauß", ["strauss"], id="two words"),
        pytest.param("wisniewski", ["lukasz"], id="accents"),
        pytest.param("lukasz", ["lukasz"], id="crossed l"),
        pytest.param("ke", ["noted"], id="two letters: beginning of a name"),
        pytest.param("zoe keller", [], id="words of different people"),
        pytest.param('"', [], id="a quotation mark"),
        pytest.param("o'nei", ["noted"], id="an apostrophe"),
        pytest.param("NEAR(a b) OR *", [], id="words of the query language"),
        pytest.param("   ", [], id="nothing"),
    ],
)
def test_people_are_found_however_they_are_spelled(
    database: Database, typed: str, found: list[str]
) -> None:
    with database.read() as tables:
        hits = tables.search.find(typed, limit=9)

    assert [hit.record_id for hit in hits] == found


def test_a_changed_record_is_found_by_its_new_words_only(database: Database) -> None:
    from dataclasses import replace

    with database.write("client.change", "mueller") as tables:
        tables.clients.update(replace(CLIENTS[0], family_name="Meier"))

    with database.read() as tables:
        assert tables.search.find("müller", 9) == []
        assert [hit.record_id for hit in tables.search.find("meier", 9)] == ["mueller"]


def test_the_words_of_a_removed_record_leave_no_trace(database: Database) -> None:
    with database.write("client.remove", "noted") as tables:
        tables.clients.remove("noted")

    blocks = database._connection.execute("SELECT block FROM search_text_data")
    assert not any(b"bergsicht" in block["block"].lower() for block in blocks)


def test_no_more_is_found_than_was_asked_for(database: Database) -> None:
    with database.read() as tables:
        assert len(tables.search.find("er", 1)) <= 1
        assert len(tables.search.find("ler", 1)) == 1


def test_an_index_that_overwrote_removed_words_only_marks_them_from_now_on(
    database: Database,
) -> None:
    setting = "SELECT v FROM search_text_config WHERE k = 'secure-delete'"
    connection = database._connection
    connection.execute(
        "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)"
    )

    with database.read() as tables:
        tables.search.keep_removed_words()

    assert connection.execute(setting).fetchone()[0] == 0
    before = connection.total_changes
    with database.read() as tables:
        tables.search.keep_removed_words()
    assert connection.total_changes == before
