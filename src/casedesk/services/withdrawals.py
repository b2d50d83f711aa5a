"""Withdrawals: effective at once; who received something has to be told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.consent import ConsentKind, check_consent
from casedesk.domain.document import Document
from casedesk.domain.withdrawal_notice import (
    ToldAlready,
    WithdrawalNotice,
    WithdrawalNoticeId,
    check_notice,
)
from casedesk.services.disclosures import is_letter_out, write_notice_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.consent import Consent, ConsentId, ConsentItem, ConsentItemId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.permission import Channel
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.paper import Paper
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class WithdrawalService:
    """Withdraws declarations or rows of them, and sees to it that others learn it."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def withdraw(
        self,
        consent_id: ConsentId,
        on: date,
        note: str = "",
        *,
        items: Collection[ConsentItemId] | None = None,
    ) -> list[WithdrawalNotice]:
        """Withdraw a declaration, or some of its rows alone, from a day on.

        Returns whom has to be told: those with whom something was exchanged under it,
        and everybody before whom a power of attorney was used.
        """
        with self._database.write("consent.withdraw", consent_id) as tables:
            consent = tables.consents.get(consent_id)
            whole = replace(consent, withdrawn_on=on, withdrawal_note=note)
            check_consent(whole)
            rows = [
                row
                for row in tables.consent_items.of(consent_id=consent_id)
                if row.withdrawn_on is None and (items is None or row.id in items)
            ]
            if items is None:
                tables.consents.update(whole)
            else:
                for row in rows:
                    tables.consent_items.update(
                        replace(row, withdrawn_on=on, withdrawal_note=note)
                    )
            notices = self._notices(tables, consent, rows, on)
            for notice in notices:
                tables.withdrawal_notices.add(notice)
        self._announcer.announce("consent")
        return notices

    def take_back(
        self,
        consent_id: ConsentId,
        *,
        items: Collection[ConsentItemId] | None = None,
    ) -> None:
        """Undo a withdrawal that was noted by mistake.

        Notices of which nobody has been told yet go with it.
        """
        with self._database.write("consent.take_back", consent_id) as tables:
            consent = tables.consents.get(consent_id)
            rows = tables.consent_items.of(consent_id=consent_id)
            if items is None:
                undone = replace(consent, withdrawn_on=None, withdrawal_note="")
                tables.consents.update(undone)
            for row in rows if items is not None else ():
                if items is not None and row.id in items:
                    tables.consent_items.update(
                        replace(row, withdrawn_on=None, withdrawal_note="")
                    )
            whom = {row.party_id for row in rows if items is None or row.id in items}
            for notice in tables.withdrawal_notices.of(consent_id=consent_id):
                if notice.is_open and notice.party_id in whom:
                    tables.withdrawal_notices.remove(notice.id)
        self._announcer.announce("consent")

    def tell(
        self, notice_id: WithdrawalNoticeId, on: date, channel: Channel, how: str = ""
    ) -> WithdrawalNotice:
        """Note that a recipient was told of the withdrawal; the log says so, too.

        A letter that went out stands in the log already. Raises `ToldAlready` or
        `ToldBeforeWithdrawn`.
        """
        with self._database.write("withdrawal_notice.tell", notice_id) as tables:
            notice = tables.withdrawal_notices.get(notice_id)
            if not notice.is_open:
                raise ToldAlready
            told = replace(notice, told_on=on, channel=channel, how=how)
            check_notice(told)
            tables.withdrawal_notices.update(told)
            if not is_letter_out(tables, told):
                at = self._clock.moment_on(on)
                write_notice_line(tables, self._clock, told, channel, at)
        self._announcer.announce("withdrawal_notice")
        self._announcer.announce("disclosure")
        return told

    def letter_to(self, shown: Paper | Document) -> PartyId | None:
        """Return to whom a letter about a withdrawal is written, if it is one."""
        with self._database.read() as tables:
            if not isinstance(shown, Document):
                if shown.notice_id is None:
                    return None
                return tables.withdrawal_notices.get(shown.notice_id).party_id
            found = tables.withdrawal_notices.of(document_id=shown.id)
        return found[0].party_id if found else None

    def notices(self, consent_id: ConsentId) -> list[WithdrawalNotice]:
        """Return whom has to be told of a withdrawal, or was told."""
        with self._database.read() as tables:
            return tables.withdrawal_notices.of(consent_id=consent_id)

    def _notices(
        self, tables: Tables, consent: Consent, rows: Iterable[ConsentItem], on: date
    ) -> list[WithdrawalNotice]:
        """Return a notice for each recipient of something under one of these rows."""
        told = _informed(tables, consent, rows)
        return [
            WithdrawalNotice(
                id=WithdrawalNoticeId(self._clock.new_id()),
                case_id=consent.case_id,
                consent_id=consent.id,
                party_id=party_id,
                categories=tuple(categories),
                withdrawn_on=on,
            )
            for party_id, categories in told.items()
        ]


def _informed(
    tables: Tables, consent: Consent, rows: Iterable[ConsentItem]
) -> dict[PartyId, dict[CategoryId, None]]:
    """Return who relied on these rows, with what they learnt or told."""
    named = {row.id: row.party_id for row in rows}
    found: dict[PartyId, dict[CategoryId, None]] = {}
    if consent.kind is ConsentKind.POWER_OF_ATTORNEY:
        return {party_id: {} for party_id in named.values()}
    for line in tables.disclosures.of(case_id=consent.case_id):
        if line.party_id is not None and named.keys() & set(line.item_ids):
            found.setdefault(line.party_id, {}).update(dict.fromkeys(line.categories))
    return found
