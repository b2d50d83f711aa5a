"""What every page of the window works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.services.paper import Paper
    from casedesk.services.session import Session
    from casedesk.ui.jobs import BackgroundJobs
    from casedesk.ui.places import Place


class OfferUndo(Protocol):
    """Says what was done, "Removed." if nothing else is said, and offers undo."""

    def __call__(self, noun: str, deed: int, said: str = "", /) -> None:
        """Name the kind of record, and the deed that can be taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The services of the vault, and what a page may ask of the window."""

    session: Session
    jobs: BackgroundJobs
    go: Callable[[Place], None]
    # The noun of what was removed, and the deed that can be taken back.
    offer_undo: OfferUndo
    # What was done, in words, and what takes it back.
    offer_back: Callable[[str, Callable[[], object]], None]
    # The noun and the id of the record whose changes are to be shown.
    show_changes: Callable[[str, str], None]
    # Shows a paper before it is printed, saved and filed.
    preview: Callable[[Paper], None]
