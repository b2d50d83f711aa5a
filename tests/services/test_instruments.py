from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.care_allowance import CareAllowance, CareAllowanceId
from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.domain.dates import PartialDate
from casedesk.domain.instrument import (
    InstrumentId,
    ResultOutOfRange,
    SheetStays,
    UnknownAnswer,
    read_answers,
)
from casedesk.domain.practice import Country

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.instrument import Sheet
    from casedesk.services.session import Session

PHQ_9, NBA, WHO_5 = (InstrumentId(each) for each in ("phq9", "nba", "who5"))
ALLOWANCE = InstrumentId("at_care_allowance")


def a_case(session: Session, born: PartialDate | None = None) -> CaseId:
    client = Client(
        id=ClientId(session.clock.new_id()), family_name="Brunner", born=born
    )
    return session.cases.open_for_new_client(client, Area.NURSING_CARE).id


def filled(session: Session, case_id: CaseId, answer: str = "1") -> Sheet:
    sheet = session.instruments.begin(case_id, PHQ_9)
    for item in range(1, 10):
        sheet = session.instruments.answer(sheet.id, str(item), answer)
    return sheet


def test_answers_are_kept_raw_and_the_sum_follows(session: Session) -> None:
    sheet = filled(session, a_case(session))

    assert read_answers(sheet.answers) == {str(item): "1" for item in range(1, 10)}
    assert session.instruments.outcome(sheet).value("total") == 9
    assert session.instruments.outcome(sheet).alerts


def test_an_answer_can_be_taken_back(session: Session) -> None:
    sheet = filled(session, a_case(session))

    sheet = session.instruments.answer(sheet.id, "3", "")

    assert session.instruments.outcome(sheet).missing == ("3",)


@pytest.mark.parametrize(("item", "answer"), [("1", "7"), ("99", "1")])
def test_what_is_no_answer_is_refused_and_nothing_changes(
    session: Session, item: str, answer: str
) -> None:
    sheet = session.instruments.begin(a_case(session), PHQ_9)

    with pytest.raises(UnknownAnswer):
        session.instruments.answer(sheet.id, item, answer)

    assert session.instrument_sheets.get(sheet.id).answers == ""


def test_a_confirmed_sheet_keeps_its_answers_and_stays(session: Session) -> None:
    sheet = filled(session, a_case(session))
    session.instruments.confirm(sheet.id)

    with pytest.raises(SheetStays):
        session.instruments.answer(sheet.id, "1", "3")
    with pytest.raises(SheetStays):
        session.instrument_sheets.remove(sheet.id)

    session.instrument_sheets.change(sheet.id, note="am Küchentisch")
    assert session.instrument_sheets.get(sheet.id).note == "am Küchentisch"


def test_to_put_something_right_a_new_sheet_begins_with_the_answers(
    session: Session,
) -> None:
    former = session.instruments.confirm(filled(session, a_case(session)).id)

    made = session.instruments.again(former.id)

    assert made.answers == former.answers
    assert made.confirmed_on is None
    session.instruments.answer(made.id, "1", "3")


def test_of_a_protected_instrument_a_result_in_its_range_is_kept(
    session: Session,
) -> None:
    sheet = session.instruments.begin(a_case(session), WHO_5)

    session.instrument_sheets.change(sheet.id, result="13")
    with pytest.raises(ResultOutOfRange):
        session.instrument_sheets.change(sheet.id, result="26")

    assert session.instrument_sheets.get(sheet.id).result == "13"


def test_a_small_child_gets_the_form_for_its_age(session: Session) -> None:
    today = session.clock.today()
    months_17 = date(today.year - 1, today.month, 1)
    infant = a_case(session, PartialDate.of(months_17))
    adult = a_case(session, PartialDate(1951))

    assert session.instruments.begin(infant, NBA).variant == "infant"
    assert session.instruments.begin(adult, NBA).variant == ""


def test_a_course_tells_how_a_score_has_changed_and_leaves_gaps_out(
    session: Session,
) -> None:
    case_id = a_case(session)
    for day, answer in ((date(2025, 1, 1), "2"), (date(2025, 6, 1), "1")):
        sheet = filled(session, case_id, answer)
        session.instrument_sheets.change(sheet.id, taken_on=day)
    session.instruments.begin(case_id, PHQ_9)  # nothing answered

    course = session.instruments.course(case_id, PHQ_9, "total")

    assert [(day, int(value)) for day, value in course] == [
        (date(2025, 1, 1), 18),
        (date(2025, 6, 1), 9),
    ]


def test_instruments_of_another_country_are_not_offered(session: Session) -> None:
    def names() -> set[str]:
        return {each.id for each in session.instruments.offered()}

    practice = session.practice.get()
    session.practice.records.change(practice.id, country=Country.CH)
    assert "ch_helplessness" in names()
    assert "nba" not in names()

    session.practice.records.change(practice.id, country=Country.DE)
    assert "nba" in names()
    assert "ch_helplessness" not in names()


def test_the_stage_in_austria_names_what_it_pays_on_its_day(session: Session) -> None:
    sheet = session.instruments.begin(a_case(session), ALLOWANCE)
    session.instruments.answer(sheet.id, "hours", "100")
    sheet = session.instruments.answer(sheet.id, "above", "0")
    assert session.instruments.allowance(sheet) == (37030, date(2025, 1, 1))

    session.care_allowances.add(
        CareAllowance(
            id=CareAllowanceId(session.clock.new_id()),
            valid_from=date(2026, 1, 1),
            stage_amounts=(1, 2, 3, 4, 5, 6, 7),
        )
    )

    assert session.instruments.allowance(sheet) == (2, date(2026, 1, 1))


def test_what_was_noted_is_found(session: Session) -> None:
    sheet = session.instruments.begin(a_case(session), WHO_5)
    session.instrument_sheets.change(sheet.id, source="Austrittsbericht Spital")

    hits = session.search.find("austrittsbericht")

    assert [hit.record_id for hit in hits] == [sheet.id]
