"""A desk that notes what pages ask for, and what the user was told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from casedesk.ui import wording
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import BackgroundJobs
from casedesk.ui.widgets.focus_follower import FocusFollower

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casedesk.services.paper import Paper
    from casedesk.services.session import Session
    from casedesk.ui.places import Place


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []

    def note(box: QMessageBox) -> int:
        told.append(box.text())
        return QMessageBox.StandardButton.Ok.value

    monkeypatch.setattr(QMessageBox, "exec", note)
    return told


@pytest.fixture(autouse=True)
def _follows_focus(qapp: QApplication) -> Iterator[None]:
    """Let pages scroll to what gets the focus, as the application does."""
    follower = FocusFollower(qapp, qapp)
    yield
    follower.deleteLater()


@dataclass
class Asked:
    """What pages asked of the window, in order."""

    places: list[Place] = field(default_factory=list)
    undos: list[tuple[str, int]] = field(default_factory=list)
    backs: list[tuple[str, Callable[[], object]]] = field(default_factory=list)
    changes: list[tuple[str, str]] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def desk(session: Session, asked: Asked, qapp: QApplication) -> Desk:
    return Desk(
        session=session,
        jobs=BackgroundJobs(wording.problem, qapp),
        go=asked.places.append,
        offer_back=lambda said, back: asked.backs.append((said, back)),
        offer_undo=lambda noun, deed, _said="": asked.undos.append((noun, deed)),
        show_changes=lambda noun, record: asked.changes.append((noun, record)),
        preview=asked.papers.append,
    )
