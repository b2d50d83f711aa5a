"""The demo in a vault of its own, and the desk at which its pages are measured."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first window

from PySide6.QtWidgets import QApplication

from casedesk.services.clock import Clock
from casedesk.services.demo import create_demo
from casedesk.services.vaults import demo_key
from casedesk.ui import theme, wording
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import BackgroundJobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casedesk.services.session import Session

WIDTH, HEIGHT = 1040, 560  # of the page in a window of 1366 × 768
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
TODAY = NOON.date()


def dressed_app() -> QApplication:
    """Return the application, in the light scheme."""
    app = QApplication([*theme.FUSION])
    theme.apply(app, "light")
    return app


def clock_at(now: Callable[[], datetime] = lambda: NOON) -> Clock:
    """Return a clock that invents the same ids each time."""
    chances = count(1)
    return Clock(now=now, random=lambda n: next(chances).to_bytes(n, "big"))


@contextmanager
def demo(clock: Clock) -> Iterator[Session]:
    """Open the demo in a vault that is gone afterwards."""
    with TemporaryDirectory() as folder:
        session = create_demo(Path(folder) / "demo.casedesk", demo_key(clock), clock)
        yield session
        session.lock()


def a_desk(session: Session, app: QApplication) -> Desk:
    """Return a desk at which nobody is asked for anything."""
    nothing = lambda *_: None  # noqa: E731 - for each of its wishes
    return Desk(
        session=session,
        jobs=BackgroundJobs(wording.problem, app),
        go=nothing,
        offer_back=lambda _said, _back: None,
        offer_undo=nothing,
        show_changes=nothing,
        preview=nothing,
    )


def timed(deed: Callable[[], object], rounds: int) -> float:
    """Return how many milliseconds something takes, by the median."""
    spans = []
    for _round in range(rounds):
        started = perf_counter()
        deed()
        spans.append(perf_counter() - started)
    return median(spans) * 1000
