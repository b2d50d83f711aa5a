"""Time sheets in a real vault: begun from the record, issued, locked, cancelled."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from casedesk.domain.billing_terms import OF_THE_PRACTICE, BillingTerms
from casedesk.domain.case import Area, Party, PartyId, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.cost_approval import CostApproval, CostApprovalId
from casedesk.domain.disclosure import NotCovered
from casedesk.domain.document import DocumentKind, NumberTaken
from casedesk.domain.entry import Entry, EntryId, EntryLocked, TimeCategory
from casedesk.domain.handing import TO_OWN_FILE, Handing, Whom
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.phase import Phase
from casedesk.domain.tariff import BillingUnit
from casedesk.domain.time_sheet import (
    CancelledWithoutReason,
    TimeSheetBehind,
    TimeSheetEmpty,
    TimeSheetState,
    TimeSheetStays,
)

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.time_sheet import TimeSheet
    from casedesk.services.session import Session

MARCH = (date(2026, 3, 1), date(2026, 3, 31))
TOLD = "Depressive Episode, Streit mit dem Sohn"
QUOTE = "Ich mag nicht mehr aufstehen"
NEUTRAL = "Gespräch zur Organisation der Hilfen"
PAYER = PartyId("payer")


def a_case(session: Session) -> CaseId:
    client = Client(id=ClientId("k1"), family_name="Wiśniewski", given_name="Jürg")
    case = session.cases.open_for_new_client(client, Area.NURSING_CARE)
    session.organisations.add(
        Organisation(id=OrganisationId("o"), name="Krankenkasse Grünegg")
    )
    session.parties.add(
        Party(
            id=PAYER,
            case_id=case.id,
            organisation_id=OrganisationId("o"),
            roles=(PartyRole.PAYER,),
        )
    )
    return case.id


def an_entry(
    session: Session, case_id: CaseId, key: str, day: int = 10, **fields: object
) -> Entry:
    values: dict[str, object] = {
        "minutes": 50,
        "time_category": TimeCategory.CLIENT_CONTACT,
        "text": TOLD,
        "quote": QUOTE,
        "neutral_text": NEUTRAL,
    }
    entry = Entry(
        id=EntryId(key),
        case_id=case_id,
        phase=Phase.COORDINATION,
        happened_on=date(2026, 3, day),
        **{**values, **fields},  # type: ignore[arg-type]  # each by its own type
    )
    return session.entries.add(entry)


def issue(session: Session, sheet: TimeSheet) -> bytes:
    paper = session.account_papers.time_sheet(sheet.id)
    pdf = paper.render()
    session.papers.issue(paper, pdf, TO_OWN_FILE)
    return pdf


def text_of(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return "\n".join(page.extract_text() for page in pages)


def test_a_sheet_holds_what_is_billable_in_its_period(session: Session) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "first", 31)
    an_entry(
        session,
        case_id,
        "spanned",
        1,
        minutes=None,
        from_time=time(9),
        until_time=time(9, 20),
    )
    an_entry(session, case_id, "unbilled", 5, is_billable=False)
    an_entry(session, case_id, "empty", 5, minutes=None)

    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)

    lines = session.time_keeping.shown(sheet.id).lines
    assert [(line.entry_id, line.minutes) for line in lines] == [
        ("spanned", 20),
        ("first", 50),
    ]


def test_an_entry_stands_in_one_sheet_unless_it_is_left_out(session: Session) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    first = session.time_keeping.begin(case_id, PAYER, MARCH)

    second = session.time_keeping.begin(case_id, PAYER, MARCH)

    assert session.time_keeping.shown(second.id).lines == ()
    [line] = session.time_keeping.shown(first.id).lines
    session.time_sheet_lines.change(line.id, takes_over=False)
    assert session.time_keeping.shown(second.id).is_behind
    session.time_keeping.take_in(second.id)
    [taken] = session.time_keeping.shown(second.id).lines
    assert taken.entry_id == "e1"


def test_the_paper_has_no_word_of_the_record_but_the_neutral_text(
    session: Session,
) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)

    printed = " ".join(text_of(issue(session, sheet)).split())

    assert NEUTRAL in printed
    assert "Krankenkasse Grünegg" in printed
    assert all(word not in printed for word in ("Depressive", "Sohn", "aufstehen"))


def test_the_newest_addendum_says_the_neutral_text_of_a_locked_entry(
    session: Session,
) -> None:
    case_id = a_case(session)
    entry = an_entry(session, case_id, "e1")
    addendum = session.journal.begin_addendum(entry.id)
    session.addenda.change(addendum.id, neutral_text="Berichtigt", text=TOLD)

    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)

    [line] = session.time_keeping.shown(sheet.id).lines
    assert line.text == "Berichtigt"


def test_a_neutral_text_corrected_in_the_record_gets_into_the_draft(
    session: Session,
) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "copied")
    an_entry(session, case_id, "reworded", 11)
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)
    copied, reworded = session.time_keeping.shown(sheet.id).lines
    session.time_sheet_lines.change(reworded.id, text="Eigener Text")

    for key in ("copied", "reworded"):
        session.entries.change(EntryId(key), neutral_text="Berichtigt")

    assert session.time_keeping.shown(sheet.id).is_behind
    with pytest.raises(TimeSheetBehind):
        session.account_papers.time_sheet(sheet.id)
    session.time_keeping.take_in(sheet.id)
    shown = session.time_keeping.shown(sheet.id)
    assert not shown.is_behind
    assert {line.id: (line.text, line.copied_text) for line in shown.lines} == {
        copied.id: ("Berichtigt", "Berichtigt"),
        reworded.id: ("Eigener Text", "Berichtigt"),
    }


def test_issuing_files_the_paper_and_locks_the_entries(session: Session) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)

    issue(session, sheet)

    issued = session.time_sheets.get(sheet.id)
    [document] = session.documents.of_case(case_id)
    assert document.kind is DocumentKind.TIME_SHEET
    assert issued.state is TimeSheetState.ISSUED
    assert (issued.document_id, issued.number) == (document.id, document.number)
    with pytest.raises(EntryLocked):
        session.entries.change(EntryId("e1"), minutes=90)
    with pytest.raises(EntryLocked):
        session.entries.remove(EntryId("e1"))
    with pytest.raises(TimeSheetStays):
        session.time_sheets.change(sheet.id, note="anders")
    with pytest.raises(TimeSheetStays):
        session.account_papers.time_sheet(sheet.id)


def test_the_vault_itself_refuses_to_change_what_was_issued(session: Session) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)
    issue(session, sheet)
    attempts = (
        "UPDATE entry SET minutes = 99 WHERE id = 'e1'",
        "DELETE FROM entry WHERE id = 'e1'",
        "UPDATE time_sheet SET note = 'x'",
        "DELETE FROM time_sheet",
        "UPDATE time_sheet_line SET minutes = 99",
        "DELETE FROM time_sheet_line",
    )

    for statement in attempts:
        with (
            pytest.raises(Exception, match="issued time sheet"),
            session._database.write("test.attempt", "e1") as tables,
        ):
            tables._connection.execute(statement)


def test_a_cancelled_sheet_stays_and_its_entries_are_free(session: Session) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)
    issue(session, sheet)

    with pytest.raises(CancelledWithoutReason):
        session.time_keeping.cancel(sheet.id, "  ")
    done = session.time_keeping.cancel(sheet.id, "Falscher Kostenträger")

    assert done.state is TimeSheetState.CANCELLED
    session.entries.change(EntryId("e1"), minutes=90)
    again = session.time_keeping.begin(case_id, PAYER, MARCH)
    [line] = session.time_keeping.shown(again.id).lines
    assert line.minutes == 90
    [old] = session.time_keeping.shown(sheet.id).lines
    assert old.minutes == 50


def test_a_draft_that_is_behind_is_not_issued(session: Session) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)
    paper = session.account_papers.time_sheet(sheet.id)
    pdf = paper.render()
    session.entries.change(EntryId("e1"), minutes=90)

    with pytest.raises(TimeSheetBehind):
        session.papers.issue(paper, pdf, TO_OWN_FILE)

    assert session.documents.of_case(case_id) == []
    with pytest.raises(TimeSheetBehind):
        session.account_papers.time_sheet(sheet.id)
    session.time_keeping.take_in(sheet.id)
    issue(session, sheet)


def test_a_paper_is_not_issued_twice(session: Session) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)
    paper = session.account_papers.time_sheet(sheet.id)
    pdf = paper.render()
    session.papers.issue(paper, pdf, TO_OWN_FILE)

    with pytest.raises((NumberTaken, TimeSheetBehind)):
        session.papers.issue(paper, pdf, TO_OWN_FILE)


def test_an_empty_sheet_is_not_issued(session: Session) -> None:
    case_id = a_case(session)
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)

    with pytest.raises(TimeSheetEmpty):
        session.account_papers.time_sheet(sheet.id)
    session.time_keeping.remove_draft(sheet.id)
    assert session.time_sheets.of(case_id=case_id) == []


def test_without_consent_a_sheet_does_not_go_to_the_payer(session: Session) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)
    paper = session.account_papers.time_sheet(sheet.id)
    pdf = paper.render()
    to_payer = Handing(whom=Whom.PARTY, party_id=PAYER)

    with pytest.raises(NotCovered):
        session.papers.issue(paper, pdf, to_payer)

    assert session.time_sheets.get(sheet.id).state is TimeSheetState.DRAFT


def test_use_counts_billable_time_of_the_mandate_rounded(session: Session) -> None:
    case_id = a_case(session)
    session.billing_terms.add(BillingTerms(id=OF_THE_PRACTICE, rounding_minutes=15))
    [mandate] = session.mandates.of(case_id=case_id)
    session.mandates.change(
        mandate.id, approved_minutes=600, starts_on=date(2026, 3, 1)
    )
    an_entry(session, case_id, "e1", travel_minutes=20)
    an_entry(session, case_id, "e2", is_billable=False)
    an_entry(
        session,
        case_id,
        "spanned",
        minutes=None,
        from_time=time(23, 50),
        until_on=date(2026, 3, 11),
        until_time=time(0, 30),
    )
    session.entries.add(
        Entry(
            id=EntryId("before"),
            case_id=case_id,
            phase=Phase.COORDINATION,
            happened_on=date(2026, 2, 27),
            minutes=300,
        )
    )

    use = session.time_keeping.use_of(case_id)

    assert use.used_minutes == 60 + 30 + 45
    assert use.remaining_minutes == 600 - 135
    [line] = session.cases.lines()
    assert line.use == use


def an_approval(session: Session, case_id: CaseId, key: str, **fields: object) -> None:
    values: dict[str, object] = {"party_id": PAYER, "number": f"KG-{key}"}
    session.cost_approvals.add(
        CostApproval(
            id=CostApprovalId(key),
            case_id=case_id,
            **{**values, **fields},  # type: ignore[arg-type]  # each by its own type
        )
    )


def test_the_only_fitting_approval_stands_on_the_sheet_by_itself(
    session: Session,
) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    an_approval(session, case_id, "1", approved_minutes=600, counts_entries=True)
    an_approval(session, case_id, "2", ends_on=date(2026, 2, 28))
    an_approval(session, case_id, "3", settled_on=date(2026, 3, 1))
    an_approval(session, case_id, "4", number=" ")

    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)

    assert sheet.approval_number == "KG-1"
    [shown] = session.time_keeping.approvals(sheet.id)
    assert (shown.use.minutes, shown.use.minutes_left) == (50, 550)
    assert "KG-1" in text_of(issue(session, sheet))


def test_of_several_approvals_none_is_chosen_for_the_user(session: Session) -> None:
    case_id = a_case(session)
    an_approval(session, case_id, "1")
    an_approval(session, case_id, "2", party_id=None, payer="Gemeinde")

    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)

    assert sheet.approval_number == ""
    found = session.time_keeping.approvals(sheet.id)
    assert [each.approval.number for each in found] == ["KG-1", "KG-2"]
    own = session.time_keeping.begin(case_id, None, MARCH)
    assert own.approval_number == "KG-2"


def test_expenses_are_listed_with_what_for_and_numbered_receipts(
    session: Session,
) -> None:
    case_id = a_case(session)
    spent = {"expense_cents": 12_40, "expense_note": "Bahnbillett", "has_receipt": True}
    an_entry(session, case_id, "e1", 9, **spent)
    an_entry(session, case_id, "e2", 10, expense_cents=3_00, expense_note="Parkuhr")
    an_entry(session, case_id, "e3", 11, **{**spent, "expense_note": "Kopien"})
    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)

    text = " ".join(text_of(issue(session, sheet)).split())

    for words in (
        "09.03.2026 Bahnbillett Beleg 1 CHF 12.40",
        "10.03.2026 Parkuhr ohne Beleg CHF 3.00",
        "11.03.2026 Kopien Beleg 2 CHF 12.40",
        "CHF 27.80",
    ):
        assert words in text, words
    with pytest.raises(EntryLocked):
        session.entries.change(EntryId("e2"), expense_note="anders")


def test_a_sheet_for_lessons_gives_its_sum_in_lessons_too(session: Session) -> None:
    case_id = a_case(session)
    session.billing_terms.add(
        BillingTerms(id=OF_THE_PRACTICE, unit=BillingUnit.LESSON, rounding_minutes=15)
    )
    an_entry(session, case_id, "e1")  # 50 minutes, as 60

    sheet = session.time_keeping.begin(case_id, PAYER, MARCH)

    text = " ".join(text_of(issue(session, sheet)).split())
    assert "1:00 h" in text
    assert "auf zwei Stellen 1.33" in text


def test_without_hours_in_the_mandate_those_of_a_cost_approval_stand_in_the_list(
    session: Session,
) -> None:
    case_id = a_case(session)
    an_entry(session, case_id, "e1")
    an_entry(session, case_id, "before", 1)
    [line] = session.cases.lines()
    assert line.use.approved_minutes is None
    granted = {"approved_minutes": 600, "starts_on": date(2026, 3, 5)}
    an_approval(session, case_id, "old", approved_minutes=60, counts_entries=True)
    an_approval(session, case_id, "typed", used_minutes=30, **granted)
    an_approval(session, case_id, "new", counts_entries=True, **granted)

    [line] = session.cases.lines()

    assert (line.use.approved_minutes, line.use.used_minutes) == (600, 50)
    assert session.time_keeping.use_of(case_id) == line.use
    hours = session.courses.hours(case_id)
    assert (hours.approved, [total for _day, total in hours.used]) == (600, [50])
    [mandate] = session.mandates.of(case_id=case_id)
    session.mandates.change(mandate.id, approved_minutes=1200)
    [line] = session.cases.lines()
    assert (line.use.approved_minutes, line.use.used_minutes) == (1200, 100)
