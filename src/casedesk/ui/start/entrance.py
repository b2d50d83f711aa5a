"""What the windows before the vault work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from casedesk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.services.anchors import AnchorFile
    from casedesk.services.clock import Clock
    from casedesk.services.known_places import PlacesFile
    from casedesk.services.vaults import Profile
    from casedesk.ui.jobs import BackgroundJobs
    from casedesk.ui.preferences import Preferences

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """What the windows before the vault share.

    Without a profile keys are strong, without a clock it is now: neither is loaded
    before it is needed.
    """

    jobs: BackgroundJobs
    preferences: Preferences
    clock: Clock | None = None
    profile: Profile | None = None

    def places(self) -> PlacesFile:
        """Return where backups lie, as far as that is known without a vault."""
        from casedesk.services.known_places import PlacesFile

        return PlacesFile(self.preferences.folder() / "places.json")

    def anchors(self) -> AnchorFile:
        """Return what is known of vaults outside of them."""
        from casedesk.services.anchors import AnchorFile

        return AnchorFile(self.preferences.folder() / "trails.json")


def attempted(work: Callable[[], Result]) -> Callable[[], Result | Problem]:
    """Let work return the `Problem` it meets, to be shown where the user looks."""

    def attempt() -> Result | Problem:
        try:
            return work()
        except Problem as problem:
            return problem

    return attempt


def words_for(problem: Problem) -> str:
    """Say what went wrong. Before anything does, the words are not even loaded."""
    from casedesk.ui import wording

    return wording.problem(problem)
