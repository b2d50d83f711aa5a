"""What stays as it was signed, looked at within the deed that would change it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from casedesk.domain.assessment import ConfirmedStays, OnlyAssessment
from casedesk.domain.client_snapshot import SnapshotStays
from casedesk.domain.consent import SignedWordsStay, check_change, check_item_change
from casedesk.domain.disclosure import LogStays, check_log_change
from casedesk.domain.entry import EntryLocked, check_locked_change, is_locked
from casedesk.domain.instrument import check_result, check_sheet_change
from casedesk.domain.kinship import Family, check_descent
from casedesk.domain.problems import StillUsed
from casedesk.domain.text_block import check_taken
from casedesk.words.instruments import instrument

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.addendum import Addendum
    from casedesk.domain.assessment import Assessment, DomainEntry
    from casedesk.domain.case import Party, PartyId
    from casedesk.domain.client_snapshot import ClientSnapshot
    from casedesk.domain.consent import Consent, ConsentItem
    from casedesk.domain.data_category import CategoryId, HiddenCategory, OwnCategory
    from casedesk.domain.disclosure import Disclosure
    from casedesk.domain.entry import Entry, EntryId
    from casedesk.domain.instrument import Sheet
    from casedesk.domain.kinship import Descent
    from casedesk.domain.text_block import TextBlock
    from casedesk.domain.withdrawal_notice import WithdrawalNotice
    from casedesk.store.tables import Tables


def guard_consent(_: Tables, before: Consent | None, after: Consent | None) -> None:
    """Raise `SignedWordsStay` if a signed declaration would lose its words."""
    if before is None:
        return
    if after is None:
        if before.signed_on is not None:
            raise SignedWordsStay
        return
    for field in fields(before):
        if getattr(before, field.name) != getattr(after, field.name):
            check_change(before, field.name)


def guard_item(
    tables: Tables, before: ConsentItem | None, after: ConsentItem | None
) -> None:
    """Raise `SignedWordsStay` if recipients of a signed declaration would change.

    What the client said to a row, and that it was withdrawn, is noted afterwards.
    """
    if before is None or after is None:
        either = before or after
        if either is not None and _is_signed(tables, either):
            raise SignedWordsStay
        return
    if _is_signed(tables, before):
        for field in fields(before):
            if getattr(before, field.name) != getattr(after, field.name):
                check_item_change(field.name)


def guard_hidden(
    tables: Tables, _before: HiddenCategory | None, after: HiddenCategory | None
) -> None:
    """Raise `StillUsed` if a kind of information would be hidden that is in use."""
    if after is not None and _names_category(tables, after.id):
        raise StillUsed


def guard_category(
    tables: Tables, before: OwnCategory | None, after: OwnCategory | None
) -> None:
    """Raise `StillUsed` if an own kind would go that is in use; it can be retired."""
    if after is None and before is not None and _names_category(tables, before.id):
        raise StillUsed


def _names_category(tables: Tables, category: CategoryId) -> bool:
    naming = (
        tables.consent_items.all(),
        tables.withholdings.all(),
        tables.statutory_bases.all(),
        tables.disclosures.all(),
    )
    return any(category in each.categories for records in naming for each in records)


def guard_disclosure(
    _: Tables, before: Disclosure | None, after: Disclosure | None
) -> None:
    """Raise `LogStays` if a line of the log would change or go."""
    if before is not None:
        check_log_change(before, after)


def guard_notice(
    _: Tables, before: WithdrawalNotice | None, after: WithdrawalNotice | None
) -> None:
    """Raise `LogStays` unless only how somebody was told is written otherwise.

    Notices are made by withdrawals, and telling somebody writes the log.
    """
    if before is None or after is None or replace(before, how=after.how) != after:
        raise LogStays


def guard_sheet(_: Tables, before: Sheet | None, after: Sheet | None) -> None:
    """Raise `SheetStays` if a confirmed sheet would change or go.

    Raises `ResultOutOfRange` if a result is none that the instrument can have.
    """
    if before is not None:
        check_sheet_change(before, after)
    if after is not None:
        pack = instrument(after.instrument, after.version, "")
        if pack is not None and pack.is_result_only:
            check_result(pack, after.result)


def guard_party(tables: Tables, before: Party | None, after: Party | None) -> None:
    """Keep whom a signed declaration names: neither removed nor made somebody else.

    Whom a locked entry names, or who was there beside others, is not removed either.
    """
    if before is None:
        return
    if after is None and _was_there(tables, before):
        raise StillUsed
    if not _is_named(tables, before.id):
        return
    if after is None:
        raise StillUsed
    who = (before.person_id, before.organisation_id)
    if who != (after.person_id, after.organisation_id):
        raise SignedWordsStay


def refuse_if_confirmed(assessment: Assessment) -> None:
    """Raise `ConfirmedStays` if an assessment was confirmed with the client."""
    if assessment.is_confirmed:
        raise ConfirmedStays


def guard_assessment(
    tables: Tables, before: Assessment | None, after: Assessment | None
) -> None:
    """Keep what was confirmed as it is, and at least one assessment in a case.

    It is confirmed by a deed of its own, which also freezes the client's data.
    """
    for each in (before, after):
        if each is not None:
            refuse_if_confirmed(each)
    if before is not None and after is None:
        others = tables.assessments.of(case_id=before.case_id)
        if len(others) == 1:
            raise OnlyAssessment


def guard_domain_entry(
    tables: Tables, before: DomainEntry | None, after: DomainEntry | None
) -> None:
    """Raise `ConfirmedStays` if a domain of a confirmed assessment would change."""
    either = before or after
    if either is None:
        return
    assessment = tables.assessments.find(either.assessment_id)
    if assessment is not None:
        refuse_if_confirmed(assessment)


def guard_snapshot(
    _: Tables, before: ClientSnapshot | None, after: ClientSnapshot | None
) -> None:
    """Raise `SnapshotStays`: only a confirmation notes the client's data."""
    if before is not None or after is not None:
        raise SnapshotStays


def _is_named(tables: Tables, party_id: PartyId) -> bool:
    if tables.disclosures.of(party_id=party_id):
        return True
    return any(
        _is_signed(tables, item) for item in tables.consent_items.of(party_id=party_id)
    )


def _is_signed(tables: Tables, item: ConsentItem) -> bool:
    consent = tables.consents.find(item.consent_id)
    return consent is not None and consent.signed_on is not None


def guard_descent(
    tables: Tables, _before: Descent | None, after: Descent | None
) -> None:
    """Raise `OwnAncestor` if somebody would descend from themselves."""
    if after is None:
        return
    family = Family(
        unions=tuple(tables.unions.of(case_id=after.case_id)),
        descents=tuple(tables.descents.of(case_id=after.case_id)),
    )
    check_descent(after, family)


def guard_entry(tables: Tables, before: Entry | None, after: Entry | None) -> None:
    """Raise `EntryLocked` if a locked entry would change or go.

    When an entry was written down never changes.
    """
    if before is None:
        return
    if after is not None and after.entered_at != before.entered_at:
        raise EntryLocked
    if _is_entry_locked(tables, before):
        check_locked_change(before, after)


def guard_addendum(
    tables: Tables, before: Addendum | None, _after: Addendum | None
) -> None:
    """Raise `EntryLocked` if a locked addendum would change or go."""
    if before is None:
        return
    prints = tables.entry_prints.of(entry_id=before.entry_id)
    papers = [tables.documents.get(each.document_id) for each in prints]
    is_printed = any(paper.issued_at >= before.written_at for paper in papers)
    if is_locked(before.written_at, _now(tables), is_printed=is_printed):
        raise EntryLocked


def guard_block(tables: Tables, _: TextBlock | None, after: TextBlock | None) -> None:
    """Raise `AbbreviationTaken` if two text blocks would be called the same."""
    if after is not None:
        check_taken(after, tables.text_blocks.of(abbreviation=after.abbreviation))


def _is_entry_locked(tables: Tables, entry: Entry) -> bool:
    """Whether an entry is locked at the time of this deed."""
    is_printed = is_on_paper(tables, entry.id)
    return is_locked(entry.entered_at, _now(tables), is_printed=is_printed)


def is_on_paper(tables: Tables, entry_id: EntryId) -> bool:
    """Whether an entry was printed, or stands in an issued time sheet."""
    is_printed = bool(tables.entry_prints.of(entry_id=entry_id))
    return is_printed or bool(tables.accounts.billed_in([entry_id]))


def _now(tables: Tables) -> datetime:
    """Return when the deed is done within which this is asked."""
    deed = tables.deeds.newest()
    assert deed is not None  # noqa: S101 - there is the deed itself
    return deed.at


def _was_there(tables: Tables, party: Party) -> bool:
    """Whether an entry that stays as it is names a party."""
    return any(
        party.id in entry.others
        or (party.id == entry.party_id and _is_entry_locked(tables, entry))
        for entry in tables.entries.of(case_id=party.case_id)
    )
