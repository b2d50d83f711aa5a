"""Fixtures shared by all tests. The vault is real: encrypted, migrated, on disk."""

from __future__ import annotations

import gc
import os
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from casedesk.domain.practice import Country, Language, Practice, Profession
from casedesk.security.keys import LIGHT, VaultKey, new_key
from casedesk.services import vaults
from casedesk.services.clock import Clock
from casedesk.store import vault_file
from casedesk.ui.waste import collect_due

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from casedesk.services.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first window
gc.disable()  # as the program does, see `casedesk.ui.waste`
# To lock every piece of memory makes a new vault eight times as slow. Programs that
# tests start lock it; so does `tests/store/test_locked_memory.py`.
vault_file.LOCKED_MEMORY = "PRAGMA cipher_memory_security = OFF"

PASSPHRASE = "vier Wolken tragen Kupfer heim"  # noqa: S105 - opens test data only
START = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None]:
    """Let windows end that a test has closed, and collect what it has left.

    They would wait for the next event loop, and pile up to thousands of widgets that
    each change of the style goes through. Collected is on this thread: on another one,
    widgets would end that are painted here.
    """
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_due()


def a_clock() -> Clock:
    """Stand on 14 March 2026; each question costs a millisecond, chance is counted."""
    ticks, chances = count(), count(1)
    return Clock(
        now=lambda: START + timedelta(milliseconds=next(ticks)),
        random=lambda size: next(chances).to_bytes(size, "big"),
    )


def a_practice() -> Practice:
    return Practice(
        name="Case Management Aarelauf",
        holder_name="Regula Ammann",
        qualification="dipl. Pflegefachfrau HF, MAS Case Management",
        profession=Profession.NURSE,
        country=Country.CH,
        language=Language.DE_CH,
        street="Uferweg 3",
        postcode="3013",
        town="Bern",
        phone="031 000 00 00",
        email="regula.ammann@example.org",
    )


@pytest.fixture(scope="session")
def key() -> VaultKey:
    return new_key(PASSPHRASE, bytes(range(11)), LIGHT)


@pytest.fixture
def session(tmp_path: Path, key: VaultKey) -> Iterator[Session]:
    session = vaults.create(
        tmp_path / "test.casedesk", key, a_practice(), clock=a_clock()
    )
    yield session
    session.lock()


@pytest.fixture(autouse=True)
def own_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Keep what the program stores for its user away from the user of the tests."""
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder / "CaseDesk"
