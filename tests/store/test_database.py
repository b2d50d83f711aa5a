from __future__ import annotations

import resource
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import sqlcipher3

from casedesk.domain.change import ChangeKind
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentId
from casedesk.domain.problems import DiskFull, NotFound

if TYPE_CHECKING:
    from casedesk.store.database import Database

ANNA = Client(id=ClientId("anna"), family_name="Brunner", note="first")


def add_anna(database: Database) -> None:
    with database.write("client.add", ANNA.id) as tables:
        tables.clients.add(ANNA)


def note(database: Database, text: str, *, sitting: str | None = None) -> None:
    with database.write("client.change", ANNA.id, sitting=sitting) as tables:
        tables.clients.update(replace(tables.clients.get(ANNA.id), note=text))


def test_a_failed_deed_leaves_no_trace(database: Database) -> None:
    def fail_halfway() -> None:
        with database.write("client.add", ANNA.id) as tables:
            tables.clients.add(ANNA)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()

    with database.read() as tables:
        assert tables.clients.all() == []
        assert tables.deeds.on(ANNA.id) == []


def test_every_deed_leaves_one_line_that_never_changes(database: Database) -> None:
    add_anna(database)

    with database.read() as tables:
        [deed] = tables.deeds.on(ANNA.id)
    assert deed.action == "client.add"
    with pytest.raises(sqlcipher3.IntegrityError), database.note() as tables:
        tables.deeds._connection.execute("DELETE FROM deed")
    with pytest.raises(sqlcipher3.IntegrityError), database.note() as tables:
        tables.deeds._connection.execute("UPDATE deed SET action = ''")


def test_history_keeps_what_was_there_before(database: Database) -> None:
    add_anna(database)
    note(database, "second")
    note(database, "third")

    with database.read() as tables:
        now = tables.clients.stored(tables.clients.get(ANNA.id))
        changes = tables.history.of(ANNA.id, now)

    assert [change.kind for change in changes] == [
        ChangeKind.CHANGED,
        ChangeKind.CHANGED,
        ChangeKind.ADDED,
    ]
    assert [(f.name, f.before, f.after) for c in changes for f in c.fields] == [
        ("note", "second", "third"),
        ("note", "first", "second"),
    ]


def test_one_visit_to_a_field_is_one_change(database: Database) -> None:
    add_anna(database)
    note(database, "s", sitting="one")
    note(database, "se", sitting="one")
    note(database, "sec", sitting="two")

    with database.read() as tables:
        now = tables.clients.stored(tables.clients.get(ANNA.id))
        texts = [f.before for c in tables.history.of(ANNA.id, now) for f in c.fields]

    assert texts == ["se", "first"]


def test_a_removed_record_and_its_dependants_come_back(database: Database) -> None:
    from casedesk.domain.client import Address, AddressId

    home = Address(id=AddressId("home"), client_id=ANNA.id, street="Uferweg 1")
    add_anna(database)
    with database.write("address.add", home.id) as tables:
        tables.addresses.add(home)
    with database.write("client.remove", ANNA.id) as tables:
        tables.clients.remove(ANNA.id)
        deed = tables.deeds.latest()
    with database.read() as tables:
        assert tables.addresses.all() == []
        assert tables.search.find("Uferweg", 9) == []

    database.take_back("client.take_back", ANNA.id, deed)

    with database.read() as tables:
        assert tables.clients.all() == [ANNA]
        assert tables.addresses.all() == [home]
        assert len(tables.search.find("Uferweg", 9)) == 1


def test_a_record_that_is_gone_is_not_found(database: Database) -> None:
    with database.read() as tables, pytest.raises(NotFound):
        tables.clients.get("nobody")
    with database.read() as tables, pytest.raises(NotFound):
        tables.history.before(1, "nobody")
    with database.read() as tables, pytest.raises(NotFound):
        tables.documents.pdf(DocumentId("nothing"))


def test_every_table_is_watched_or_known_not_to_be(database: Database) -> None:
    from casedesk.store.history import UNWATCHED, watched_tables

    connection = database._connection
    watched = watched_tables(connection)
    triggers = {
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        )
    }

    assert not set(watched) & set(UNWATCHED)
    assert {"client", "consent", "entry", "goal", "practice"} <= set(watched)
    for table in watched:
        assert {f"{table}_added", f"{table}_changed", f"{table}_removed"} <= triggers


def test_triggers_are_made_anew_only_where_they_are_not_as_they_should_be(
    database: Database,
) -> None:
    from casedesk.store.history import watch

    def schema() -> tuple[int, int]:
        (version,) = connection.execute("PRAGMA schema_version").fetchone()
        (triggers,) = connection.execute(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchone()
        return version, triggers

    connection = database._connection
    before = schema()

    watch(connection)

    assert schema() == before
    connection.execute("DROP TRIGGER client_added")
    connection.execute("DROP TRIGGER goal_added")
    connection.execute(
        "CREATE TRIGGER goal_added AFTER INSERT ON goal BEGIN SELECT 1; END"
    )
    watch(connection)
    add_anna(database)
    with database.read() as tables:
        [change] = tables.history.of(ANNA.id, None)
    assert change.kind is ChangeKind.ADDED
    assert schema()[1] == before[1]


def test_typed_text_that_makes_no_value_is_kept_as_a_draft(database: Database) -> None:
    with database.note() as tables:
        tables.drafts.keep(ANNA.id, "born", "im Frühl")
        tables.drafts.keep(ANNA.id, "born", "im Frühling")
    with database.read() as tables:
        assert tables.drafts.of(ANNA.id) == {"born": "im Frühling"}

    with database.note() as tables:
        tables.drafts.drop(ANNA.id, "born")

    with database.read() as tables:
        assert tables.drafts.of(ANNA.id) == {}


def test_settings_are_kept_and_overwritten(database: Database) -> None:
    with database.note() as tables:
        tables.settings.put("page", "today")
        tables.settings.put("page", "network")

    with database.read() as tables:
        assert tables.settings.get("page") == "network"
        assert tables.settings.get("other") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_a_full_disk_is_told_and_nothing_stored_is_lost(database: Database) -> None:
    add_anna(database)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, hard))
    try:
        with pytest.raises(DiskFull):
            note(database, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    with database.read() as tables:
        assert tables.clients.get(ANNA.id).note == "first"
    note(database, "there is room again")
    with database.read() as tables:
        assert tables.clients.get(ANNA.id).note == "there is room again"
