"""Sheets about the vault itself: one that opens it, one for whoever must step in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from casedesk.security.recovery import (
    LETTERS_IN_LINE,
    LINES,
    LineState,
    letters_of,
    line_state,
    mark_of,
    read_lines,
    sheet_lines,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.domain.moving import MovingList
    from casedesk.domain.practice import Language, PaperLanguage
    from casedesk.security.keys import VaultKey
    from casedesk.services.clock import Clock
    from casedesk.services.practice import PracticeService
    from casedesk.store.database import Database

__all__ = [
    "LETTERS_IN_LINE",
    "LINES",
    "LineState",
    "LooseSheet",
    "RecoveryService",
    "letters_of",
    "line_state",
    "mark_of",
    "read_lines",
]

_PRINTED = "recovery.printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseSheet:
    """A sheet that belongs to no case and is filed nowhere. `render` is slow."""

    title: str
    file_name: str
    language: PaperLanguage
    is_secret: bool
    """Whether it may only be printed, never saved."""
    render: Callable[[], bytes]


class RecoveryService:
    """Prepares the sheets and knows whether the one of the present key was printed."""

    def __init__(
        self,
        database: Database,
        practice: PracticeService,
        clock: Clock,
        path: Path,
        key: VaultKey,
    ) -> None:
        self._database = database
        self._practice = practice
        self._clock = clock
        self._path = path
        self._key = key

    def mark(self) -> str:
        """Return by what the vault and its sheet know each other."""
        return mark_of(self._key.salt)

    def is_printed(self) -> bool:
        """Whether the sheet was printed since the passphrase was last changed."""
        return self._practice.remembered(_PRINTED) == self.mark()

    def note_printed(self) -> None:
        """Note that the sheet was printed."""
        with self._database.write("recovery.print") as tables:
            tables.settings.put(_PRINTED, self.mark())

    def sheet(self, language: Language | None = None) -> LooseSheet:
        """Prepare the sheet that opens the vault without its passphrase."""
        from casedesk.pdf import recovery_sheet
        from casedesk.services.paper_words import vault_sheets
        from casedesk.words.catalog import Words

        words = Words(language or self._practice.get().language)
        paper = vault_sheets.recovery_sheet(
            sheet_lines(self._key), self.mark(), self._clock.today(), words
        )
        return LooseSheet(
            title=paper.title,
            file_name="CaseDesk.pdf",  # the queue of the printer shows it
            language=words.language,
            is_secret=True,
            render=partial(recovery_sheet.render, paper),
        )

    def moving_sheet(self, moving: MovingList) -> LooseSheet:
        """Prepare the list to be compared on another computer; it holds no secret."""
        from casedesk.pdf import emergency_sheet
        from casedesk.services.paper_words import vault_sheets
        from casedesk.words.catalog import Words

        practice = self._practice.get()
        words = Words(practice.language)
        paper = vault_sheets.moving_sheet(
            practice, self._practice.logo(), moving, words
        )
        return LooseSheet(
            title=paper.title,
            file_name=f"{paper.title}.pdf",
            language=words.language,
            is_secret=False,
            render=partial(emergency_sheet.render, paper),
        )

    def emergency_sheet(
        self, *, backups: Path | None = None, language: Language | None = None
    ) -> LooseSheet:
        """Prepare the sheet for a deputy or heirs; it holds no secret.

        `backups` is the folder where backups lie.
        """
        from casedesk.pdf import emergency_sheet
        from casedesk.services.paper_words import vault_sheets
        from casedesk.words.catalog import Words

        practice = self._practice.get()
        words = Words(language or practice.language)
        known = {
            "vault": str(self._path),
            "mark": self.mark(),
            "backups": str(backups or ""),
            "supervision": practice.supervisory_authority,
        }
        paper = vault_sheets.emergency_sheet(
            practice, self._practice.logo(), known, words
        )
        return LooseSheet(
            title=paper.title,
            file_name=f"{paper.title}.pdf",
            language=words.language,
            is_secret=False,
            render=partial(emergency_sheet.render, paper),
        )
