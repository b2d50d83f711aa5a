"""Vaults are made, opened, and given a new passphrase."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, a_clock, a_practice

from casedesk.domain.problems import (
    PassphrasesDiffer,
    PassphraseTooWeak,
    VaultMissing,
    WrongPassphrase,
)
from casedesk.services import vaults
from casedesk.services.vaults import LIGHT, NewPassphrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey

OTHER = "sieben Birken schweigen lieber"


def typed(passphrase: str, again: str | None = None) -> NewPassphrase:
    return NewPassphrase(
        passphrase=passphrase, again=passphrase if again is None else again
    )


def opened(path: Path, passphrase: str) -> Session:
    key = vaults.derive_key(passphrase, vaults.read_header(path))
    return vaults.unlock(path, key, a_clock())


def other_key(header: bytes) -> VaultKey:
    return vaults.replacing_key(header, PASSPHRASE, typed(OTHER), a_clock(), LIGHT)


def names_beside(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


def test_a_vault_opens_again_with_its_passphrase(session: Session) -> None:
    session.lock()

    again = opened(session.path, PASSPHRASE)

    assert again.practice.get() == a_practice()
    again.lock()


def test_locking_leaves_the_vault_as_one_file(session: Session) -> None:
    session.practice.change(town="Thun")

    session.lock()
    session.lock()

    assert names_beside(session.path) == {session.path.name}


def test_the_header_of_an_open_vault_is_known_without_reading_its_file(
    session: Session,
) -> None:
    header = session.header()
    session.lock()

    assert header == vaults.read_header(session.path)


def test_a_changed_passphrase_opens_the_vault_and_the_old_one_does_not(
    session: Session,
) -> None:
    session.practice.change(town="Thun")
    ticks: list[None] = []

    after = vaults.change_passphrase(
        session, other_key(session.header()), lambda: ticks.append(None)
    )

    assert session.is_locked
    assert after.practice.get().town == "Thun"
    after.practice.change(town="Olten")
    after.lock()
    assert ticks
    assert names_beside(session.path) == {session.path.name}
    with pytest.raises(WrongPassphrase):
        opened(session.path, PASSPHRASE)
    again = opened(session.path, OTHER)
    assert again.practice.get().town == "Olten"
    again.lock()


def test_the_history_survives_a_change_of_passphrase(session: Session) -> None:
    session.practice.change(town="Thun")
    before = session.practice.records.changes("practice")

    after = vaults.change_passphrase(session, other_key(session.header()))

    assert after.practice.records.changes("practice") == before
    assert after.trail.last(1)[0].action == "vault.new_passphrase"
    assert after.trail.check().holds
    after.lock()


@pytest.mark.parametrize(
    ("present", "new", "problem"),
    [
        pytest.param(
            "falsch geraten, leider", typed(OTHER), WrongPassphrase, id="wrong"
        ),
        pytest.param(PASSPHRASE, typed(OTHER, "anders"), PassphrasesDiffer, id="twice"),
        pytest.param(PASSPHRASE, typed("Sommer2026!"), PassphraseTooWeak, id="weak"),
    ],
)
def test_no_new_key_is_made(
    session: Session, present: str, new: NewPassphrase, problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        vaults.replacing_key(session.header(), present, new, a_clock(), LIGHT)


def test_a_copy_that_cannot_be_written_leaves_the_vault_open_and_as_it_was(
    session: Session,
) -> None:
    key = other_key(session.header())
    moved = session.path.parent.rename(session.path.parent.with_name("moved"))

    with pytest.raises(VaultMissing):
        vaults.change_passphrase(session, key)

    assert not session.is_locked
    moved.rename(session.path.parent)
    session.lock()
    opened(session.path, PASSPHRASE).lock()


def test_what_an_interrupted_change_left_is_swept_away_at_the_next_opening(
    session: Session,
) -> None:
    session.lock()
    for ending in (".new", ".new-journal"):
        session.path.with_name(session.path.name + ending).write_bytes(b"half")

    opened(session.path, PASSPHRASE).lock()

    assert names_beside(session.path) == {session.path.name}


def _change_and_signal(path: Path, begun: Callable[[], None]) -> None:
    session = opened(path, PASSPHRASE)
    key = other_key(session.header())
    begun()
    vaults.change_passphrase(session, key).lock()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")
@pytest.mark.parametrize("after_ms", [0, 2, 5, 10, 20, 40])
def test_a_kill_while_changing_leaves_a_vault_that_opens(
    session: Session, after_ms: int
) -> None:
    session.lock()
    context = multiprocessing.get_context("fork")
    begun = context.Event()
    process = context.Process(target=_change_and_signal, args=(session.path, begun.set))

    process.start()
    assert begun.wait(10)
    time.sleep(after_ms / 1000)
    if process.pid is not None and process.is_alive():
        os.kill(process.pid, signal.SIGKILL)
    process.join()

    header = vaults.read_header(session.path)
    again = _opened_with_either(session.path, header)
    assert again.practice.get() == a_practice()
    again.lock()
    assert names_beside(session.path) == {session.path.name}


def _opened_with_either(path: Path, header: bytes) -> Session:
    try:
        key = vaults.derive_key(PASSPHRASE, header)
    except WrongPassphrase:
        key = vaults.derive_key(OTHER, header)
    return vaults.unlock(path, key, a_clock())
