"""What a report says of the work itself: contacts, coordination, hours and cost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from casedesk.domain.conference import ResolutionKind
from casedesk.domain.content import kinds_in_domain
from casedesk.domain.data_category import DataCategory
from casedesk.domain.entry import EntryKind, TimeCategory
from casedesk.domain.report import ReportSource
from casedesk.domain.working_time import worked_minutes
from casedesk.services.paper_words.case_records import one_line
from casedesk.services.paper_words.report_reader import labelled, point
from casedesk.words.phrases import amount

if TYPE_CHECKING:
    from casedesk.domain.conference import Conference
    from casedesk.services.paper_words.report_reader import Gathering
    from casedesk.services.paper_words.report_records import ReportRecords
    from casedesk.words.catalog import Words

_PAID = (DataCategory.BENEFITS,)


def events(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Count the contacts and tell what was written for such a report.

    The neutral text of an entry tells nothing but whose case it is; other words of the
    record are put in by hand, entry by entry.
    """
    counted: Counter[EntryKind] = Counter(
        entry.kind
        for entry in records.entries
        if entry.kind not in (EntryKind.NOTE, EntryKind.ATTEMPT)
        and not entry.was_missed
    )
    if counted:
        said = one_line(
            *(f"{words.label(k)} {counted[k]}" for k in EntryKind if counted[k])
        )
        total = words("Contacts in this period: {n} ({kinds})")
        into.tell(
            ReportSource.CONTACT, total.format(n=sum(counted.values()), kinds=said)
        )
    for entry in records.entries:
        neutral = records.neutral_texts.get(entry.id) or entry.neutral_text.strip()
        if neutral and into.may_tell(ReportSource.ENTRY):
            day, kind = words.day(entry.happened_on), words.label(entry.kind)
            into.put(ReportSource.ENTRY, point(f"{day}, {kind}: {neutral}"))


def coordination(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell of conferences with what they resolved, of referrals and applications."""
    for conference in records.conferences:
        _conference(records, conference, words, into)
    covers = records.report.covers
    counts = (
        (words("Referrals and inquiries sent"), [r.sent_on for r in records.referrals]),
        (
            words("Help begun after a referral"),
            [r.started_on for r in records.referrals],
        ),
        (words("Applications handed in"), [c.submitted_on for c in records.claims]),
        (words("Applications decided"), [c.decided_on for c in records.claims]),
    )
    for label, days in counts:
        _count(label, sum(map(covers, days)), into)


def _count(label: str, count: int, into: Gathering) -> None:
    if count:
        into.tell(ReportSource.MEASURE, point(f"{label}: {count}"))


def _conference(
    records: ReportRecords, conference: Conference, words: Words, into: Gathering
) -> None:
    """Tell that a conference was held; more only to who may know what it was about."""
    source = ReportSource.CONFERENCE
    said = f"{words.day(conference.held_on)}: {words.label(conference.kind)}"
    # Where nothing was ticked, it may have been about anything.
    kinds = conference.categories or kinds_in_domain(None)
    decided = [
        " ".join(each.words.split())
        for each in records.resolutions
        if each.conference_id == conference.id
        and each.kind is not ResolutionKind.INFORMATION
        and each.words.strip()
    ]
    has_more = bool(decided or conference.title.strip())
    if not has_more or not into.may_tell(source, kinds, is_confidential=True):
        into.tell(source, point(said))
        return
    if conference.title.strip():
        said += f" – {conference.title.strip()}"
    if decided:
        said += ". " + words("Resolved: {what}").format(what="; ".join(decided))
    into.put(source, point(said), kinds)


def hours(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell the hours of the period, and what is used of those that were approved."""
    source = ReportSource.TIME
    if not into.may_tell(source, _PAID):
        return
    billable = [entry for entry in records.entries if entry.is_billable]
    rounding = records.rounding
    minutes: Counter[TimeCategory | None] = Counter()
    for entry in billable:
        minutes[entry.time_category] += rounding.of(worked_minutes(entry))
        minutes[TimeCategory.TRAVEL] += rounding.of(entry.travel_minutes or 0)
    total = sum(minutes.values())
    if total:
        told = one_line(*_by_category(minutes, words))
        said = words("Hours in this period: {hours} ({categories})")
        into.put(
            source,
            point(said.format(hours=words.hours(total), categories=told)),
            _PAID,
        )
    for text in (_used(records, words), _driven(records, words)):
        if text:
            into.put(source, point(text), _PAID)
    _cost(records, words, into)


def _by_category(minutes: Counter[TimeCategory | None], words: Words) -> list[str]:
    other = words("other work")
    return [
        f"{words.label(each) if each else other} {words.hours(minutes[each])}"
        for each in (*TimeCategory, None)
        if minutes[each]
    ]


def _used(records: ReportRecords, words: Words) -> str:
    """Say what is approved, used and left of the whole mandate."""
    use = records.use
    if use.approved_minutes is None:
        return ""
    said = words("Approved: {approved}, used so far: {used}, remaining: {left}")
    left = use.remaining_minutes or 0
    return said.format(
        approved=words.hours(use.approved_minutes),
        used=words.hours(use.used_minutes),
        left=words.hours(left) if left >= 0 else f"\u2212{words.hours(-left)}",
    )


def _driven(records: ReportRecords, words: Words) -> str:
    kilometres = sum(e.kilometres or 0 for e in records.entries if e.is_billable)
    cents = sum(e.expense_cents or 0 for e in records.entries if e.is_billable)
    country = records.case.practice.country
    driven = words("Kilometres: {n}").format(n=kilometres) if kilometres else ""
    spent = words("Expenses: {amount}").format(amount=amount(cents, country))
    return one_line(driven, spent if cents else "")


def _cost(records: ReportRecords, words: Words, into: Gathering) -> None:
    """Tell planned and actual cost, and what the user estimates to be avoided."""
    found, country = records.evaluation, records.case.practice.country
    if found is None:
        return
    planned = words("planned {amount}").format(
        amount=amount(found.planned_cents, country)
    )
    actual = words("actual {amount}").format(amount=amount(found.actual_cents, country))
    known = one_line(
        planned if found.planned_cents is not None else "",
        actual if found.actual_cents is not None else "",
    )
    if known:
        into.put(ReportSource.EVALUATION, point(labelled(words("Cost"), known)), _PAID)
    if found.avoided_cents is not None:
        said = words("Cost avoided, as estimated: {amount}. Assumptions: {words}")
        # It says nothing without its assumptions, which may tell anything.
        into.tell(
            ReportSource.EVALUATION,
            point(
                said.format(
                    amount=amount(found.avoided_cents, country),
                    words=found.avoided_assumptions.strip(),
                )
            ),
            (*_PAID, *kinds_in_domain(None)),
            is_confidential=True,
        )
