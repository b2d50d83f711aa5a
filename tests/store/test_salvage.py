"""All that can be read of a damaged vault is copied; what is missing is told."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from conftest import a_clock
from store.damage import PAGE, root_of, spoil, spoil_beside_structure, spoil_rows_of

from casedesk.domain.case import Area, Case, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.phase import Phase
from casedesk.domain.problems import VaultOpenToRead
from casedesk.domain.salvage import SalvageStopped, StructureLost
from casedesk.store import vault_file
from casedesk.store.salvage import Progress, salvage_into_file, salvage_into_memory

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.domain.salvage import Salvage
    from casedesk.security.keys import VaultKey
    from casedesk.store.database import Database

NOW = a_clock().now
TODAY = NOW().date()
ENTRIES = 150


def an_entry(number: int) -> Entry:
    text = f"Notiz {number}: Wolken und Kupfer"
    return Entry(
        id=EntryId(f"entry-{number}"),
        case_id=CaseId("case-anna"),
        phase=Phase.INTAKE,
        happened_on=TODAY,
        text=text,
    )


@pytest.fixture
def vault(path: Path, key: VaultKey) -> Path:
    """A closed vault with a client, a case, and many entries; all were changed once."""
    database = vault_file.create(path, key, NOW)
    anna = Client(id=ClientId("anna"), family_name="Brunner")
    case = Case(
        id=CaseId("case-anna"),
        client_id=anna.id,
        number="2026-1",
        area=Area.HEALTH_CARE,
        opened_on=TODAY,
    )
    with database.write("client.add", anna.id) as tables:
        tables.clients.add(anna)
        tables.cases.add(case)
    with database.write("client.change", anna.id) as tables:
        tables.clients.update(replace(anna, note="Tee mit Honig"))
    for number in range(ENTRIES):
        with database.write("entry.add", f"entry-{number}") as tables:
            tables.entries.add(an_entry(number))
    database.close()
    return path


def saved(vault: Path, key: VaultKey) -> tuple[Database, Salvage]:
    fresh = vault.with_name("fresh.casedesk")
    before = vault.read_bytes()
    report = salvage_into_file(vault, key, fresh, NOW)
    assert vault.read_bytes() == before, "the damaged file was changed"
    assert fresh.stat().st_mode & 0o077 == 0
    return vault_file.open_vault(fresh, key, NOW), report


def test_a_sound_vault_is_saved_whole(vault: Path, key: VaultKey) -> None:
    database, report = saved(vault, key)

    assert report.is_whole
    assert report.of("entry").saved == ENTRIES
    with database.read() as tables:
        assert tables.clients.get("anna").note == "Tee mit Honig"
        assert len(tables.history.of("anna", None)) == 2
        assert [hit.record_id for hit in tables.search.find("Brunner", 9)] == ["anna"]
        assert tables.deeds.last(1)[0].action == "vault.salvage"
    database.close()


def test_rows_around_a_damaged_page_are_saved_and_those_on_it_are_counted(
    vault: Path, key: VaultKey
) -> None:
    spoil_rows_of(vault, key, "entry")

    database, report = saved(vault, key)

    kind = report.of("entry")
    assert 0 < kind.lost < ENTRIES
    assert kind.is_lost_counted
    assert kind.saved + kind.lost == ENTRIES
    with database.read() as tables:
        entries = tables.entries.all()
        assert len(entries) == kind.saved
        assert all(each == an_entry(int(each.id.split("-")[1])) for each in entries)
    database.close()
    vault_file.check_whole(vault.with_name("fresh.casedesk"), key)


def test_a_record_that_cannot_be_read_is_saved_as_it_was_before(
    vault: Path, key: VaultKey
) -> None:
    spoil(vault, root_of(vault, key, "client"))

    database, report = saved(vault, key)

    assert report.of("client").earlier == 1
    assert report.of("client").lost == 0
    with database.read() as tables:
        anna = tables.clients.get("anna")
        assert (anna.family_name, anna.note) == ("Brunner", "")
    database.close()


def test_where_neither_the_rows_nor_their_numbers_can_be_read_the_search_for_them_ends(
    vault: Path, key: VaultKey
) -> None:
    spoil(vault, root_of(vault, key, "entry"))
    spoil(vault, root_of(vault, key, "sqlite_autoindex_entry_1"))

    database, report = saved(vault, key)

    kind = report.of("entry")
    assert (kind.saved, kind.lost) == (0, ENTRIES)  # the history knows how many
    assert not kind.is_lost_counted
    database.close()


def test_the_search_for_rows_without_ids_ends_too(vault: Path, key: VaultKey) -> None:
    spoil(vault, root_of(vault, key, "invoice_number"))
    spoil(vault, root_of(vault, key, "sqlite_autoindex_invoice_number_1"))

    database, report = saved(vault, key)

    assert report.of("invoice_number").saved == 0
    assert not report.of("invoice_number").is_lost_counted
    database.close()


def test_what_belongs_to_a_lost_record_keeps_a_blank_one(
    vault: Path, key: VaultKey
) -> None:
    spoil(vault, root_of(vault, key, "case_record"))

    database, report = saved(vault, key)

    assert report.of("case_record").lost == 1
    assert report.of("case_record").made_up == 1
    assert report.of("entry").saved == ENTRIES
    with database.read() as tables:
        case = tables.cases.get("case-anna")
        assert case.title == "?"
        assert tables.clients.get(case.client_id).family_name == "?"
        assert len(tables.entries.of(case_id="case-anna")) == ENTRIES
    database.close()


def test_a_damaged_trail_is_saved_and_says_itself_where_it_breaks(
    vault: Path, key: VaultKey
) -> None:
    spoil_rows_of(vault, key, "deed")

    database, report = saved(vault, key)

    assert 0 < report.of("deed").lost < ENTRIES
    with database.read() as tables:
        actions = [deed.action for deed in tables.deeds.all()]
    assert "vault.lost" in actions
    assert actions[-1] == "vault.salvage"
    database.close()


def test_what_lies_in_memory_can_be_read_but_never_changed(
    vault: Path, key: VaultKey
) -> None:
    spoil_rows_of(vault, key, "entry")
    names = {each.name for each in vault.parent.iterdir()}

    database, _report = salvage_into_memory(vault, key, NOW)

    with database.read() as tables:
        assert tables.clients.get("anna").family_name == "Brunner"
    with pytest.raises(VaultOpenToRead), database.write("client.remove"):
        pass
    with pytest.raises(VaultOpenToRead), database.note():
        pass
    with pytest.raises(VaultOpenToRead):
        vault_file.write_copy(database, vault.with_name("copy"), key)
    with pytest.raises(Exception, match="readonly"):
        database._connection.execute("DELETE FROM client")
    database.close()
    assert {each.name for each in vault.parent.iterdir()} <= names | {"copy"}


def test_without_its_structure_nothing_is_made(vault: Path, key: VaultKey) -> None:
    content = bytearray(vault.read_bytes())
    content[20 : PAGE * 2] = bytes(PAGE * 2 - 20)
    vault.write_bytes(content)

    with pytest.raises(StructureLost):
        salvage_into_file(vault, key, vault.with_name("fresh.casedesk"), NOW)

    assert [each.name for each in vault.parent.iterdir()] == [vault.name]


def test_saving_can_be_stopped_and_leaves_nothing(vault: Path, key: VaultKey) -> None:
    shares: list[float] = []
    progress = Progress(shares.append, lambda: len(shares) > 2)

    with pytest.raises(SalvageStopped):
        salvage_into_file(vault, key, vault.with_name("fresh.casedesk"), NOW, progress)

    assert shares == sorted(shares)
    assert [each.name for each in vault.parent.iterdir()] == [vault.name]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_pages_are_damaged_the_saved_vault_is_sound_and_nothing_is_invented(
    vault: Path, key: VaultKey, seed: int
) -> None:
    whole = vault.read_bytes()
    spoil_beside_structure(vault, key, Random(seed), pages=6)  # noqa: S311 - the same
    damaged = vault.read_bytes()
    assert sum(a != b for a, b in zip(whole, damaged, strict=True)) == 6

    database, report = saved(vault, key)

    assert report.of("entry").saved + report.of("entry").lost >= ENTRIES
    with database.read() as tables:
        for entry in tables.entries.all():
            number = int(entry.id.split("-")[1])
            assert entry.text in ("", an_entry(number).text)
    database.close()
    vault_file.check_whole(vault.with_name("fresh.casedesk"), key)
