from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.content import kinds_in_domain
from casedesk.domain.data_category import DataCategory
from casedesk.domain.report import (
    Assembled,
    Report,
    ReportEmpty,
    ReportEndsBeforeItBegins,
    ReportId,
    ReportKind,
    ReportPart,
    ReportSection,
    ReportSectionId,
    ReportState,
    check_not_empty,
    check_report,
    is_behind,
    is_left_out_at_first,
    kinds_told,
    parts_of,
    retaken,
    state_of,
    usual_period,
)

TODAY = date(2026, 3, 14)
BEGUN = date(2025, 9, 1)
HEALTH, BENEFITS = DataCategory.HEALTH, DataCategory.BENEFITS


def a_report(key: str = "r", **fields: object) -> Report:
    values: dict[str, object] = {
        "kind": ReportKind.PROGRESS,
        "starts_on": BEGUN,
        "ends_on": TODAY,
        "created_on": TODAY,
        **fields,
    }
    return Report(id=ReportId(key), case_id=CaseId("c"), **values)  # type: ignore[arg-type]  # its fields


def a_section(text: str = "", taken: str = "", **fields: object) -> ReportSection:
    return ReportSection(
        id=ReportSectionId("s"),
        case_id=CaseId("c"),
        report_id=ReportId("r"),
        part=ReportPart.GOALS,
        text=text,
        taken_text=taken,
        **fields,  # type: ignore[arg-type]  # its fields
    )


ISSUED = a_report("first", issued_on=date(2025, 12, 3), ends_on=date(2025, 11, 30))


@pytest.mark.parametrize(
    ("kind", "earlier", "ended_on", "period"),
    [
        pytest.param(
            ReportKind.PROGRESS, [], None, (BEGUN, TODAY), id="the first: all so far"
        ),
        pytest.param(
            ReportKind.PROGRESS,
            [ISSUED],
            None,
            (date(2025, 12, 1), TODAY),
            id="since the last one",
        ),
        pytest.param(
            ReportKind.PROGRESS,
            [a_report(ends_on=date(2026, 2, 1))],
            None,
            (BEGUN, TODAY),
            id="a draft told nobody anything",
        ),
        pytest.param(
            ReportKind.PAYER,
            [ISSUED],
            None,
            (BEGUN, TODAY),
            id="of this kind there was none",
        ),
        pytest.param(
            ReportKind.CLOSING,
            [replace(ISSUED, kind=ReportKind.CLOSING)],
            date(2026, 3, 2),
            (BEGUN, date(2026, 3, 2)),
            id="the closing report tells of the whole",
        ),
        pytest.param(
            ReportKind.PROGRESS,
            [replace(ISSUED, ends_on=TODAY)],
            None,
            (TODAY, TODAY),
            id="never ends before it begins",
        ),
    ],
)
def test_a_period_is_proposed(
    kind: ReportKind,
    earlier: list[Report],
    ended_on: date | None,
    period: tuple[date, date],
) -> None:
    found = usual_period(kind, earlier, begun_on=BEGUN, ended_on=ended_on, today=TODAY)

    assert found == period


def test_a_period_does_not_end_before_it_begins() -> None:
    check_report(a_report(starts_on=TODAY))

    with pytest.raises(ReportEndsBeforeItBegins):
        check_report(a_report(starts_on=date(2026, 3, 15)))


def test_a_correction_replaces_a_report_once_it_is_issued() -> None:
    draft = a_report("second", replaces_id=ISSUED.id)
    issued = replace(draft, issued_on=TODAY)

    assert state_of(draft, [ISSUED, draft]) is ReportState.DRAFT
    assert state_of(ISSUED, [ISSUED, draft]) is ReportState.ISSUED
    assert state_of(ISSUED, [ISSUED, issued]) is ReportState.REPLACED
    assert state_of(issued, [ISSUED, issued]) is ReportState.ISSUED


def test_after_care_stands_in_a_closing_report_alone() -> None:
    assert ReportPart.AFTERCARE in parts_of(ReportKind.CLOSING)
    for kind in (ReportKind.PROGRESS, ReportKind.PAYER):
        assert ReportPart.AFTERCARE not in parts_of(kind)


@pytest.mark.parametrize(
    ("kind", "part", "pays", "is_left_out"),
    [
        (ReportKind.PAYER, ReportPart.SITUATION, True, True),
        (ReportKind.PROGRESS, ReportPart.SITUATION, True, False),
        (ReportKind.PAYER, ReportPart.HOURS, True, False),
        (ReportKind.PROGRESS, ReportPart.HOURS, False, True),
    ],
)
def test_what_is_seldom_told_is_left_out_at_first(
    kind: ReportKind, part: ReportPart, pays: bool, is_left_out: bool
) -> None:
    assert is_left_out_at_first(kind, part, is_for_payer=pays) is is_left_out


@pytest.mark.parametrize(
    ("section", "told"),
    [
        pytest.param(
            a_section("x", "x", taken_categories=(HEALTH,)),
            (HEALTH,),
            id="as taken: what the file told, whatever is ticked",
        ),
        pytest.param(
            a_section("x", "x", taken_categories=(HEALTH,), categories=(BENEFITS,)),
            (HEALTH, BENEFITS),
            id="and what was ticked beside",
        ),
        pytest.param(
            a_section("y", "x", taken_categories=(HEALTH,), categories=(BENEFITS,)),
            (BENEFITS,),
            id="typed over: what the user says",
        ),
        pytest.param(
            a_section("y", "x", categories=(HEALTH,), is_left_out=True),
            (),
            id="left out: nothing",
        ),
        pytest.param(a_section(" ", categories=(HEALTH,)), (), id="empty: nothing"),
    ],
)
def test_a_section_tells_what_it_holds(
    section: ReportSection, told: tuple[DataCategory, ...]
) -> None:
    assert section.told == told
    assert kinds_told([section]) == (DataCategory.IDENTITY, *told)


def test_what_was_typed_is_replaced_only_when_it_is_asked_for() -> None:
    fresh = Assembled(part=ReportPart.GOALS, text="neu", kinds=(HEALTH,))
    typed, taken = a_section("eigen", "alt"), a_section("alt", "alt")

    assert retaken(typed, fresh, TODAY, with_typed=False) == typed
    for section in (
        retaken(typed, fresh, TODAY, with_typed=True),
        retaken(taken, fresh, TODAY, with_typed=False),
    ):
        assert (section.text, section.taken_text) == ("neu", "neu")
        assert section.categories == section.taken_categories == (HEALTH,)
        assert not section.is_typed
        assert not is_behind(section, fresh)
    assert is_behind(typed, fresh)


def test_words_where_the_file_gave_none_may_tell_of_the_whole_person() -> None:
    empty = Assembled(part=ReportPart.OUTLOOK)

    section = retaken(a_section(), empty, TODAY, with_typed=False)

    assert section.told == ()
    assert replace(section, text="eigen").told == kinds_in_domain(None)


def test_a_report_without_a_word_is_none() -> None:
    check_not_empty([a_section(), a_section("x")])

    with pytest.raises(ReportEmpty):
        check_not_empty([a_section(), a_section("x", is_left_out=True)])
