"""What is typed is not lost, however the program ends."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, a_practice
from PySide6.QtCore import Qt
from story import first_case as step
from story import typing_driver

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.services import vaults

if TYPE_CHECKING:
    from pathlib import Path

    from story.desk_worker import Worker

    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session

LOST_AT_MOST_SECONDS = 2.0
TYPED = "Sie sagt: „Ich möchte heim.“"


@pytest.fixture
def vault(tmp_path: Path, key: VaultKey) -> Path:
    """A vault with one case, closed."""
    path = tmp_path / "Praxis.casedesk"
    session = vaults.create(path, key, a_practice())
    client = Client(id=ClientId(session.clock.new_id()), family_name="Özdemir")
    session.cases.open_for_new_client(client, Area.SOCIAL_WORK)
    session.lock()
    return path


@pytest.fixture
def in_the_intake(worker: Worker, tmp_path: Path) -> Worker:
    """The concern is typed, and the cursor is still in it."""
    step.sets_up_a_practice(worker, tmp_path)
    step.takes_in(worker, "Özdemir", "Ayşe", "1951")
    worker.opens_tab("Intake")
    worker.begins_to_type("concern", TYPED)
    assert stored_concern(session_of(worker)) == ""
    return worker


def session_of(worker: Worker) -> Session:
    session = worker.application.session()
    assert session is not None
    return session


def stored_concern(session: Session) -> str:
    [line] = session.cases.lines()
    [intake] = session.intakes.of(case_id=line.case_id)
    return intake.concern


def killed_while_typing(vault: Path, after_seconds: float) -> list[tuple[int, float]]:
    """Type in a program of its own and kill it; return what it typed when."""
    command = [sys.executable, typing_driver.__file__, str(vault), PASSPHRASE]
    environment = {
        **os.environ,
        "HOME": str(vault.parent),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "QT_QPA_PLATFORM": "offscreen",
    }
    typed: list[tuple[int, float]] = []
    with subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        for line in program.stdout:
            length, moment = line.split()
            typed.append((int(length), float(moment)))
            if typed[-1][1] - typed[0][1] >= after_seconds:
                program.kill()
                break
        assert "Error" not in program.stderr.read()
    return typed


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed like that there")
@pytest.mark.parametrize("after_seconds", [0.5, 2.4, 3.5])
def test_a_killed_program_has_lost_two_seconds_at_most(
    vault: Path, key: VaultKey, after_seconds: float
) -> None:
    typed = killed_while_typing(vault, after_seconds)

    assert typed[-1][1] - typed[0][1] >= after_seconds
    latest = typed[-1][1] - LOST_AT_MOST_SECONDS
    wanted = max((length for length, moment in typed if moment <= latest), default=0)
    session = vaults.unlock(vault, key)
    stored = stored_concern(session)
    session.lock()
    assert len(stored) >= wanted
    assert stored == typing_driver.text_of_length(len(stored))


def test_leaving_a_field_stores_it_at_once(in_the_intake: Worker) -> None:
    in_the_intake.leaves()

    assert stored_concern(session_of(in_the_intake)) == TYPED


def test_going_to_another_tab_stores_at_once(in_the_intake: Worker) -> None:
    in_the_intake.opens_tab("Planning")

    assert stored_concern(session_of(in_the_intake)) == TYPED


def test_ctrl_s_stores_at_once(in_the_intake: Worker) -> None:
    in_the_intake.shortcut(Qt.Key.Key_S)

    assert stored_concern(session_of(in_the_intake)) == TYPED


def test_closing_the_window_stores_at_once(in_the_intake: Worker) -> None:
    session = session_of(in_the_intake)

    in_the_intake.window().close()

    assert stored_concern(session) == TYPED


def test_locking_stores_at_once(in_the_intake: Worker) -> None:
    step.locks_and_unlocks(in_the_intake)

    assert stored_concern(session_of(in_the_intake)) == TYPED
    assert in_the_intake.reads("concern") == TYPED
