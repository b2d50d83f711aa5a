"""The practice of the vault, its picture, and where the user was last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedesk.domain.practice import THE_PRACTICE, Practice
from casedesk.services.records import Records

if TYPE_CHECKING:
    from casedesk.services.announcer import Announcer
    from casedesk.store.database import Database

IS_DEMO = "is_demo"


class PracticeService:
    """There is one practice in a vault, from its making on."""

    def __init__(self, database: Database, announcer: Announcer) -> None:
        self._database = database
        self._announcer = announcer
        self.records = Records(database, announcer, "practice", lambda t: t.practice)

    def get(self) -> Practice:
        """Return the practice; a vault without one has an empty practice."""
        return self.records.find(THE_PRACTICE) or Practice()

    def set_up(self, practice: Practice) -> Practice:
        """Store the practice of a new vault."""
        return self.records.add(practice)

    # Any: each value has the type of its field.
    def change(self, **values: Any) -> Practice:
        """Change fields of the practice."""
        return self.records.change(THE_PRACTICE, **values)

    def logo(self) -> bytes:
        """Return the picture of the letterhead, or no bytes."""
        with self._database.read() as tables:
            return tables.logo.get()

    def set_logo(self, image: bytes) -> None:
        """Use a picture in the letterhead; no bytes remove it."""
        with self._database.write("practice.logo", THE_PRACTICE) as tables:
            if image:
                tables.logo.put(image)
            else:
                tables.logo.remove()
        self._announcer.announce("practice")

    def is_demo(self) -> bool:
        """Whether the vault holds the invented people of the demo."""
        return bool(self.remembered(IS_DEMO))

    def remembered(self, name: str) -> str:
        """Return something remembered about the window, or an empty text."""
        with self._database.read() as tables:
            return tables.settings.get(name)

    def remember(self, name: str, value: str) -> None:
        """Remember something about the window, inside the vault.

        A vault that is open to be read only remembers nothing.
        """
        if self._database.is_read_only:
            return
        with self._database.note() as tables:
            tables.settings.put(name, value)
