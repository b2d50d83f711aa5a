"""What a time sheet says, and what stays once it is issued."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, time

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.entry import Entry, EntryId, TimeCategory
from casedesk.domain.phase import Phase
from casedesk.domain.time_sheet import (
    CancelledWithoutReason,
    NotIssued,
    TimeSheet,
    TimeSheetEndsBeforeItBegins,
    TimeSheetId,
    TimeSheetLine,
    TimeSheetLineId,
    TimeSheetState,
    TimeSheetStays,
    cancelled,
    check_line_change,
    check_sheet,
    check_sheet_change,
    in_order,
    is_behind,
    line_of,
    renewed,
    sums,
)

DAY = date(2026, 3, 10)
SHEET = TimeSheet(
    id=TimeSheetId("s"),
    case_id=CaseId("c"),
    starts_on=date(2026, 3, 1),
    ends_on=date(2026, 3, 31),
    rounding_minutes=15,
    created_on=DAY,
)
ISSUED = replace(SHEET, issued_on=DAY)
ENTRY = Entry(
    id=EntryId("e"),
    case_id=CaseId("c"),
    phase=Phase.COORDINATION,
    happened_on=DAY,
    from_time=time(9),
    until_time=time(9, 50),
    minutes=50,
    travel_minutes=20,
    kilometres=12,
    expense_cents=480,
    time_category=TimeCategory.CLIENT_CONTACT,
    text="Depressive Episode, Streit mit dem Sohn",
    quote="Ich will nicht mehr",
    neutral_text="Gespräch zur Organisation der Hilfen",
)


def a_line(number: int = 1, **changes: object) -> TimeSheetLine:
    line = line_of(TimeSheetLineId(f"l{number}"), SHEET, ENTRY, ENTRY.neutral_text)
    return replace(line, **changes)  # type: ignore[arg-type]  # each by its own type


def test_a_line_rounds_by_the_rule_of_its_sheet() -> None:
    line = a_line()

    assert (line.minutes, line.travel_minutes) == (60, 30)
    assert (line.kilometres, line.expense_cents) == (12, 480)


def test_no_word_of_the_record_gets_into_a_line_but_the_neutral_text() -> None:
    line = a_line()

    words = [v for f in fields(line) if isinstance(v := getattr(line, f.name), str)]

    assert ENTRY.neutral_text in words
    assert not any(ENTRY.text in word or ENTRY.quote in word for word in words)
    assert line_of(line.id, SHEET, ENTRY, "").text == ""


def test_all_time_on_the_way_is_summed_as_travel_and_nothing_left_out_counts() -> None:
    lines = [
        a_line(),
        a_line(2, time_category=TimeCategory.TRAVEL, minutes=15, travel_minutes=0),
        a_line(3, time_category=None, minutes=30, travel_minutes=0),
        a_line(4, takes_over=False, minutes=600),
    ]

    total = sums(lines)

    assert [(each.category, each.minutes) for each in total.categories] == [
        (TimeCategory.CLIENT_CONTACT, 60),
        (TimeCategory.TRAVEL, 45),
        (None, 30),
    ]
    assert (total.minutes, total.kilometres, total.expense_cents) == (135, 36, 1440)


def test_lines_stand_by_day_and_time() -> None:
    late = a_line(1, from_time=time(16))
    early = a_line(2, from_time=time(8))
    untimed = a_line(3, from_time=None)
    earlier_day = a_line(4, happened_on=date(2026, 3, 9))

    assert in_order([late, early, untimed, earlier_day]) == [
        earlier_day,
        untimed,
        early,
        late,
    ]


def test_what_the_record_says_is_taken_over_and_the_own_text_stays() -> None:
    line = a_line(text="Eigener Text")
    fresh = line_of(line.id, SHEET, replace(ENTRY, minutes=70), "Anders")

    done = renewed(line, fresh)

    assert (done.minutes, done.text) == (75, "Eigener Text")
    assert renewed(replace(line, text=""), fresh).text == "Anders"
    assert renewed(a_line(), fresh).text == "Anders"


def test_a_draft_is_behind_when_the_record_says_something_else() -> None:
    line = a_line(text="Eigener Text", takes_over=False)

    corrected = line_of(line.id, SHEET, ENTRY, "Berichtigt")

    assert not is_behind([line], [a_line()])
    assert is_behind([line], [corrected])
    assert not is_behind([renewed(line, corrected)], [corrected])
    assert is_behind([line], [a_line(minutes=75)])
    assert is_behind([line], [])
    assert is_behind([], [a_line()])


def test_the_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(TimeSheetEndsBeforeItBegins):
        check_sheet(replace(SHEET, ends_on=date(2026, 2, 28)))


def test_an_issued_sheet_and_its_lines_stay() -> None:
    check_sheet_change(SHEET, replace(SHEET, note="Bemerkung"))
    check_sheet_change(SHEET, None)
    for after in (None, replace(ISSUED, note="Bemerkung"), SHEET):
        with pytest.raises(TimeSheetStays):
            check_sheet_change(ISSUED, after)
    with pytest.raises(TimeSheetStays):
        check_sheet_change(SHEET, ISSUED)
    with pytest.raises(TimeSheetStays):
        check_line_change(ISSUED, a_line(), a_line(text="Anders"))


def test_of_a_line_of_a_draft_text_and_choice_can_be_changed() -> None:
    check_line_change(SHEET, a_line(), a_line(text="Anders", takes_over=False))
    for after in (a_line(minutes=600), None):
        with pytest.raises(TimeSheetStays):
            check_line_change(SHEET, a_line(), after)


def test_a_sheet_is_cancelled_once_issued_and_with_a_reason() -> None:
    done = cancelled(ISSUED, DAY, "  Falscher Zeitraum ")

    assert done.state is TimeSheetState.CANCELLED
    assert done.cancel_reason == "Falscher Zeitraum"
    with pytest.raises(CancelledWithoutReason):
        cancelled(ISSUED, DAY, " ")
    for sheet in (SHEET, done):
        with pytest.raises(NotIssued):
            cancelled(sheet, DAY, "Grund")
