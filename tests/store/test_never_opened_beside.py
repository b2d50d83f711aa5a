"""While the engine has the vault open, our own process never opens the file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from casedesk.services.clock import Clock
from casedesk.services.sample_case import consent_set_of, make_sample
from casedesk.services.vaults import LIGHT, make_key, read_header

if TYPE_CHECKING:
    from pathlib import Path


class Openings:
    """Notes each opening of one file by Python, from a moment on."""

    def __init__(self) -> None:
        self.watched = ""
        self.noted: list[str] = []
        sys.addaudithook(self._hear)

    # Any: what is heard differs from event to event.
    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and self.watched and isinstance(arguments[0], (str, bytes)):
            name = os.fsdecode(arguments[0])
            if name.startswith(self.watched) and not name.endswith(".lock"):
                self.noted.append(name[len(self.watched) :])


@pytest.fixture(scope="module")
def openings() -> Openings:
    return Openings()


def test_a_tour_of_the_services_never_opens_the_vault(
    tmp_path: Path, openings: Openings
) -> None:
    session = make_sample(tmp_path / "sample.casedesk", Clock())
    try:
        openings.watched = str(session.path)
        openings.noted.clear()
        consent_set_of(session)
        session.practice.remember("place", "here")
        session.search.find("a")
        session.cases.due()
        session.header()
        session.recovery.sheet()
        session.backups.secure()
        session.trail.check()
        session.write_copy(
            tmp_path / "copy.casedesk", make_key("any", profile=LIGHT), lambda: None
        )
        session.lock()
        assert openings.noted == []
        read_header(session.path)  # the control: now it may be opened
        assert openings.noted == [""]
    finally:
        openings.watched = ""
        session.lock()
