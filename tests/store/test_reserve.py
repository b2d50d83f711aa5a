"""Room is held for the last deeds before a full disk, and given back in time."""

from __future__ import annotations

import resource
import sys
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.client import Client, ClientId
from casedesk.domain.problems import DiskFull
from casedesk.store.reserve import RESERVE_BYTES, Reserve, reserve_beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedesk.store.database import Database

LARGE = "x" * 100_000
NOWHERE_IS_SO_MUCH = 1 << 60


class FullUntilGivenUp(Reserve):
    """A disk that is full, and has room when the reserve is given up."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        _, self.most = resource.getrlimit(resource.RLIMIT_FSIZE)

    def give_up(self) -> bool:
        has_room = super().give_up()
        if has_room:
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.most, self.most))
        return has_room


@pytest.fixture
def full(database: Database, path: Path) -> Iterator[Database]:
    if sys.platform == "win32":
        pytest.skip("no limit on file sizes there")
    database.reserve = reserve = FullUntilGivenUp(path)
    assert reserve.make(0)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, reserve.most))
    yield database
    resource.setrlimit(resource.RLIMIT_FSIZE, (reserve.most, reserve.most))


def add(database: Database, name: str) -> None:
    client = Client(id=ClientId(name), family_name=name, note=LARGE)
    with database.write("client.add", client.id) as tables:
        tables.clients.add(client)


def names(database: Database) -> list[str]:
    with database.read() as tables:
        return [client.family_name for client in tables.clients.all()]


def test_the_reserve_takes_room_that_nobody_else_can_read(path: Path) -> None:
    reserve = Reserve(path)

    assert reserve.make(0)

    about = reserve_beside(path).stat()
    assert about.st_size == RESERVE_BYTES
    assert about.st_blocks * 512 >= RESERVE_BYTES
    assert about.st_mode & 0o077 == 0


def test_the_reserve_is_made_only_where_there_is_room_for_more(path: Path) -> None:
    reserve = Reserve(path)
    reserve.give_up()

    assert not reserve.make(NOWHERE_IS_SO_MUCH)

    assert reserve.is_short
    assert not list(path.parent.iterdir())


def test_a_reserve_that_was_given_up_is_made_again(path: Path) -> None:
    reserve = Reserve(path)
    reserve.make(0)

    assert reserve.give_up()
    assert not reserve_beside(path).exists()
    assert reserve.is_short
    assert reserve.make(0)
    assert not reserve.is_short


def test_a_deed_that_finds_the_disk_full_is_stored_from_the_reserve(
    full: Database,
) -> None:
    add(full, "anna")

    assert names(full) == ["anna"]
    assert full.reserve is not None
    assert full.reserve.is_short
    with full.read() as tables:
        [deed] = tables.deeds.all()
        assert [change.kind for change in tables.history.of("anna", None)] == ["added"]
        assert [hit.record_id for hit in tables.search.find("anna", 9)] == ["anna"]
    assert deed.action == "client.add"


def test_without_a_reserve_the_problem_says_how_much_is_needed(full: Database) -> None:
    assert full.reserve is not None
    full.reserve._path.unlink()

    with pytest.raises(DiskFull) as told:
        add(full, "anna")

    assert told.value.needed_bytes > RESERVE_BYTES + full.size()
    assert names(full) == []


def test_a_deed_that_was_refused_by_a_rule_is_not_done_from_the_reserve(
    full: Database,
) -> None:
    def fail_halfway() -> None:
        with full.note() as tables:
            tables.settings.put("page", "network")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()

    with full.read() as tables:
        assert tables.settings.get("page") == ""
