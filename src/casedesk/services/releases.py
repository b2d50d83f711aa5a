"""Releases that are missing: prepared where a gap was found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.consent import ConsentKind, widened

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.consent import Consent, ConsentItem, Direction
    from casedesk.domain.data_category import CategoryId
    from casedesk.services.announcer import Announcer
    from casedesk.services.consents import ConsentService
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class ReleaseService:
    """Makes the draft that fills a gap; it counts when the client has signed."""

    def __init__(
        self, database: Database, announcer: Announcer, declarations: ConsentService
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._declarations = declarations

    def prepare(
        self,
        case_id: CaseId,
        party_id: PartyId,
        direction: Direction,
        categories: tuple[CategoryId, ...],
    ) -> ConsentItem:
        """Put a row into the release that was not explained yet, or into a new one.

        A row that is there already for this somebody is widened. Returns the row.
        """
        with self._database.write("consent.prepare", case_id) as tables:
            draft = self._draft(tables, case_id)
            rows = tables.consent_items.of(consent_id=draft.id)
            row = next((row for row in rows if row.party_id == party_id), None)
            if row is None:
                row = replace(
                    self._declarations.new_item(draft, party_id), direction=direction
                )
                tables.consent_items.add(row)
            row = widened(row, direction, categories)
            tables.consent_items.update(row)
        self._announcer.announce("consent")
        return row

    def _draft(self, tables: Tables, case_id: CaseId) -> Consent:
        for consent in tables.consents.of(case_id=case_id):
            if consent.kind is ConsentKind.RELEASE and consent.is_untouched:
                return consent
        made = self._declarations.offered(tables, case_id, ConsentKind.RELEASE)
        tables.consents.add(made)
        return made
