"""The words of the client's emergency sheet, one record for each case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.emergency_note import EmergencyNote, EmergencyNoteId

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database


class EmergencySheetService:
    """Finds the record of a case, or makes it when the sheet is first opened."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def of_case(self, case_id: CaseId) -> EmergencyNote:
        """Return the words of the sheet; in a vault that is only read, empty ones."""
        with self._database.read() as tables:
            known = tables.emergency_notes.of(case_id=case_id)
        if known:
            return known[0]
        note = EmergencyNote(id=EmergencyNoteId(self._clock.new_id()), case_id=case_id)
        if self._database.is_read_only:
            return note
        with self._database.write("emergency_note.add", note.id) as tables:
            tables.emergency_notes.add(note)
        self._announcer.announce("emergency_note")
        return note
