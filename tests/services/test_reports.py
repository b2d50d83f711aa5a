"""Reports in a real vault: put together, written on, taken again, replaced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from services.a_report import (
    CONCERN,
    DIAGNOSIS,
    NEUTRAL,
    PERIOD,
    ReportCase,
    a_draft,
    a_report_case,
    allow,
)
from services.closed_case import GROUND, close

from casedesk.domain.attention import DueKind
from casedesk.domain.billing_terms import OF_THE_PRACTICE, BillingTerms
from casedesk.domain.case import PartyRole
from casedesk.domain.conference import ConferenceKind
from casedesk.domain.data_category import DataCategory
from casedesk.domain.entry import EntryId
from casedesk.domain.goal import GoalEnding
from casedesk.domain.handing import TO_CLIENT, Handing, Whom
from casedesk.domain.report import (
    EntryNotForRecipient,
    LeftOutWhy,
    ReportKind,
    ReportNotIssued,
    ReportPart,
    ReportSource,
    ReportStays,
    parts_of,
)
from casedesk.domain.risk import Risk, RiskId, Told

if TYPE_CHECKING:
    from casedesk.domain.report import Report
    from casedesk.services.session import Session

CARE, BENEFITS = DataCategory.CARE_NEEDS, DataCategory.BENEFITS


@pytest.fixture
def case(session: Session) -> ReportCase:
    return a_report_case(session)


def text_of(session: Session, report: Report, part: ReportPart) -> str:
    return session.reporting.shown(report.id).section(part).text


def whole_text(session: Session, report: Report) -> str:
    return "\n".join(e.text for e in session.reporting.shown(report.id).written)


def issue(session: Session, report: Report) -> None:
    paper = session.report_papers.report(report.id)
    session.papers.issue(paper, paper.render(), TO_CLIENT)


def test_a_report_to_the_client_tells_everything_of_its_period(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)

    shown = session.reporting.shown(report.id)
    assert [e.part for e in shown.written] == [*parts_of(ReportKind.PROGRESS)]
    assert CONCERN in text_of(session, report, ReportPart.OCCASION)
    goals = text_of(session, report, ReportPart.GOALS)
    assert "Ziel 2: Ich schaffe es: Multiple Sklerose" in goals
    assert f"– Überprüfung vom 14.03.2026: GAS 0 – Seit {DIAGNOSIS}" in goals
    assert "GAS 0 (Beginn bei −1)" in goals
    measures = text_of(session, report, ReportPart.MEASURES)
    assert "Claudia Weber, Spitex Aarelauf AG" in measures
    assert "Streit mit der Tochter" in measures
    assert NEUTRAL in text_of(session, report, ReportPart.EVENTS)
    assert not any(e.fresh is None or e.fresh.left_out for e in shown.sections)


def test_a_payer_gets_neutral_words_of_what_was_agreed_to(
    session: Session, case: ReportCase
) -> None:
    payer = case.people.insurer
    allow(session, payer, (DataCategory.IDENTITY, CARE, BENEFITS))

    report = a_draft(session, case, payer.id, ReportKind.PAYER)

    told = whole_text(session, report)
    for private in (DIAGNOSIS, CONCERN, "Ich schaffe es", "Streit", "Weber"):
        assert private not in told
    assert "Rückkehr nach Hause" in told
    assert "Ziel 1: Fachlich: Einkaufen" in told
    assert "Ziele in diesem Zeitraum: 2" in told
    assert "Überprüfung vom 14.03.2026: GAS 0" in told
    assert "Begleiteter Einkauf" in told
    assert NEUTRAL in told
    hours = text_of(session, report, ReportPart.HOURS)
    assert "Stunden in diesem Zeitraum: 1.5\u00a0Std." in hours
    goals = next(
        each
        for each in session.reporting.shown(report.id).sections
        if each.section.part is ReportPart.GOALS
    )
    assert goals.fresh is not None
    [left_out] = goals.fresh.left_out
    assert (left_out.source, left_out.count) == (ReportSource.GOAL, 1)
    assert left_out.why is LeftOutWhy.ABOVE_PROFILE
    assert DataCategory.HEALTH in left_out.kinds


def test_an_employer_gets_neither_contacts_nor_what_the_mandate_is_about(
    session: Session, case: ReportCase
) -> None:
    employer = case.people.doctor
    session.parties.change(employer.id, roles=(PartyRole.EMPLOYER,))
    allow(session, employer, tuple(DataCategory))

    report = a_draft(session, case, employer.id)

    assert not whole_text(session, report).strip()
    [contacts] = [
        each.fresh.left_out
        for each in session.reporting.shown(report.id).sections
        if each.section.part is ReportPart.EVENTS and each.fresh is not None
    ]
    assert {each.why for each in contacts} == {LeftOutWhy.ABOVE_PROFILE}


def test_a_level_that_was_rated_after_the_period_is_not_told(
    session: Session, case: ReportCase
) -> None:
    report = session.reporting.begin(
        case.people.case.id, ReportKind.PROGRESS, None, (PERIOD[0], date(2026, 2, 28))
    )

    goals = text_of(session, report, ReportPart.GOALS)
    assert "Einkaufen" in goals
    assert "GAS 0" not in goals
    assert "/ 10" not in goals


def test_a_measure_tells_of_a_goal_that_was_over_before_the_period(
    session: Session, case: ReportCase
) -> None:
    payer = case.people.insurer
    allow(session, payer, (DataCategory.IDENTITY, CARE, BENEFITS))
    [measure] = session.measures.of(case_id=case.people.case.id)
    session.measures.change(measure.id, further_goal_ids=(case.healing,))
    session.goals.change(
        case.healing, ending=GoalEnding.COMPLETED, ended_on=date(2025, 6, 1)
    )

    report = a_draft(session, case, payer.id, ReportKind.PAYER)

    assert DIAGNOSIS not in whole_text(session, report)
    assert "Begleiteter Einkauf" not in whole_text(session, report)


def test_hours_are_rounded_as_on_the_time_sheets(
    session: Session, case: ReportCase
) -> None:
    payer = case.people.insurer
    allow(session, payer, (DataCategory.IDENTITY, CARE, BENEFITS))
    session.billing_terms.add(BillingTerms(id=OF_THE_PRACTICE, rounding_minutes=15))
    session.entries.change(EntryId("visit"), minutes=76, travel_minutes=16)

    report = a_draft(session, case, payer.id, ReportKind.PAYER)

    hours = text_of(session, report, ReportPart.HOURS)
    assert "Stunden in diesem Zeitraum: 2\u00a0Std." in hours  # 90 and 30 minutes
    assert "bisher verbraucht: 2\u00a0Std." in hours


def test_a_payer_does_not_read_what_an_estimate_assumes(
    session: Session, case: ReportCase
) -> None:
    payer = case.people.insurer
    allow(session, payer, (DataCategory.IDENTITY, CARE, BENEFITS))
    evaluation = session.evaluating.begin(case.people.case.id)
    session.evaluations.change(
        evaluation.id,
        actual_cents=90_000,
        avoided_cents=500_000,
        avoided_assumptions=f"Ohne Klinik wegen {DIAGNOSIS}",
    )

    to_payer = a_draft(session, case, payer.id, ReportKind.PAYER)
    to_client = a_draft(session, case)

    hours = text_of(session, to_payer, ReportPart.HOURS)
    assert "900" in hours
    assert DIAGNOSIS not in hours
    assert DIAGNOSIS in text_of(session, to_client, ReportPart.HOURS)


def test_of_what_a_conference_was_about_if_it_does_not_say_may_be_anything(
    session: Session, case: ReportCase
) -> None:
    doctor = case.people.doctor
    allow(session, doctor, (DataCategory.IDENTITY, CARE))
    conference = session.conferencing.plan(case.people.case.id, ConferenceKind.CASE)
    session.conferences.change(
        conference.id, title=DIAGNOSIS, categories=(), held_on=date(2026, 2, 3)
    )

    report = a_draft(session, case, doctor.id)

    told = text_of(session, report, ReportPart.COORDINATION)
    assert "03.02.2026" in told
    assert DIAGNOSIS not in told


def test_an_erased_case_takes_its_issued_reports_along(
    session: Session, case: ReportCase
) -> None:
    case_id = case.people.case.id
    report = a_draft(session, case)
    issue(session, report)
    session.reporting.correct(report.id)
    close(session, case_id)
    session.bin.put(case_id, GROUND)

    session.bin.erase(case_id, GROUND)

    assert not session.reports.all()
    assert not session.report_sections.all()


def test_without_consent_a_recipient_gets_no_goal_and_no_hours(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case, case.people.insurer.id, ReportKind.PAYER)

    assert "Einkauf" not in whole_text(session, report)
    assert not text_of(session, report, ReportPart.HOURS)


def test_a_client_reads_of_no_risk_that_they_were_not_told_of(
    session: Session, case: ReportCase
) -> None:
    case_id = case.people.case.id
    for key, told in (("Sturz", Told.TOLD), ("Verdacht", Told.NOT_TOLD)):
        session.risks.add(
            Risk(
                id=RiskId(key),
                case_id=case_id,
                what=key,
                noted_on=date(2026, 2, 1),
                told=told,
            )
        )

    report = a_draft(session, case)

    risks = text_of(session, report, ReportPart.RISKS)
    assert "Sturz" in risks
    assert "Verdacht" not in risks


def test_taking_again_keeps_what_was_typed_and_says_how_many(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    shown = session.reporting.shown(report.id)
    events = shown.section(ReportPart.EVENTS)
    session.report_sections.change(events.id, text="Eigene Worte")
    session.entries.change("visit", neutral_text="Anders")
    session.goals.change(case.walking, wording="Treppe steigen")
    behind = session.reporting.shown(report.id)
    assert {e.section.part for e in behind.sections if e.is_behind} == {
        ReportPart.EVENTS,
        ReportPart.GOALS,
    }

    kept = session.reporting.take_again(report.id)

    assert kept == 1
    assert text_of(session, report, ReportPart.EVENTS) == "Eigene Worte"
    assert "Treppe steigen" in text_of(session, report, ReportPart.GOALS)


def test_a_section_taken_again_can_be_put_back(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    section = session.reporting.shown(report.id).section(ReportPart.EVENTS)
    typed = session.report_sections.change(section.id, text="Eigene Worte")

    before = session.reporting.take_section(section.id)

    assert NEUTRAL in text_of(session, report, ReportPart.EVENTS)
    session.reporting.put_back(before)
    assert session.report_sections.get(section.id) == typed


def test_a_draft_thrown_away_comes_back_with_its_sections(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    before = session.reporting.shown(report.id)

    deed = session.reporting.remove_draft(report.id)
    assert not session.reports.of(case_id=case.people.case.id)
    session.reports.take_back(deed)

    assert session.reporting.shown(report.id) == before


def test_an_issued_report_and_its_sections_stay(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    section = session.reporting.shown(report.id).section(ReportPart.GOALS)
    issue(session, report)

    for change in (
        lambda: session.reports.change(report.id, ends_on=date(2026, 2, 1)),
        lambda: session.reports.remove(report.id),
        lambda: session.reporting.remove_draft(report.id),
        lambda: session.reporting.take_again(report.id),
        lambda: session.reporting.take_section(section.id),
        lambda: session.reporting.put_back(section),
        lambda: session.report_sections.change(section.id, text="anders"),
        lambda: session.report_sections.remove(section.id),
        lambda: session.report_papers.report(report.id),
    ):
        with pytest.raises(ReportStays):
            change()
    issued = session.reporting.shown(report.id)
    assert not any(each.is_behind for each in issued.sections)


def test_the_file_itself_refuses_to_change_an_issued_report(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    section = session.reporting.shown(report.id).section(ReportPart.GOALS)
    issue(session, report)

    with (
        pytest.raises(sqlcipher3.IntegrityError, match="issued"),
        session.reports._database.write("report.change") as tables,
    ):
        tables.report_sections.update(replace(section, text="anders"))


def test_a_correction_begins_with_the_words_and_replaces_when_issued(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    with pytest.raises(ReportNotIssued):
        session.reporting.correct(report.id)
    section = session.reporting.shown(report.id).section(ReportPart.OUTLOOK)
    session.report_sections.change(section.id, text="Weiter wie bisher")
    issue(session, report)

    correction = session.reporting.correct(report.id)

    assert session.reporting.correct(report.id) == correction
    assert text_of(session, correction, ReportPart.OUTLOOK) == "Weiter wie bisher"
    assert session.reporting.shown(report.id).replaced_by == correction
    replaced = session.reporting.shown(correction.id).replaces
    assert replaced is not None
    assert replaced.id == report.id


def test_the_next_period_begins_after_the_last_issued_report(
    session: Session, case: ReportCase
) -> None:
    case_id, kind = case.people.case.id, ReportKind.PROGRESS
    today = date(2026, 3, 14)
    assert session.reporting.period(case_id, kind) == (PERIOD[0], today)
    report = session.reporting.begin(
        case_id, kind, None, (PERIOD[0], date(2026, 2, 28))
    )
    issue(session, report)

    assert session.reporting.period(case_id, kind) == (date(2026, 3, 1), today)


def test_a_closed_case_can_still_be_reported_on(
    session: Session, case: ReportCase
) -> None:
    case_id = case.people.case.id
    close(session, case_id)

    report = a_draft(session, case, kind=ReportKind.CLOSING)
    section = session.reporting.shown(report.id).section(ReportPart.OUTLOOK)
    session.report_sections.change(section.id, text="Alles Gute")
    issue(session, report)

    assert session.reports.get(report.id).is_issued


def test_an_entry_is_put_in_with_what_it_tells(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    [offered] = session.report_entries.offered(report.id)
    assert (offered.entry.id, offered.left_out) == ("visit", None)

    before = session.report_entries.put_in(report.id, offered.entry.id)

    section = session.reporting.shown(report.id).section(ReportPart.EVENTS)
    assert section.text == f"{before.text}\n– 02.03.2026, Hausbesuch: {DIAGNOSIS}"
    assert DataCategory.HEALTH in section.told
    assert section.is_typed


def test_an_entry_is_put_in_with_its_correction(
    session: Session, case: ReportCase
) -> None:
    addendum = session.journal.begin_addendum(EntryId("visit"))
    session.addenda.change(addendum.id, text="Es war der Bruder")
    session.journal.begin_addendum(EntryId("visit"))  # nothing was typed into it
    report = a_draft(session, case)
    [offered] = session.report_entries.offered(report.id)

    session.report_entries.put_in(report.id, offered.entry.id)

    told = text_of(session, report, ReportPart.EVENTS)
    assert told.endswith(": Es war der Bruder)")
    assert told.count("Nachtrag vom 14.03.2026") == 1
    assert offered.words.replace("\n", " ") in told


def test_an_entry_is_not_put_in_for_who_may_not_know_it(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case, case.people.insurer.id, ReportKind.PAYER)
    [offered] = session.report_entries.offered(report.id)
    assert offered.left_out is not None
    assert offered.left_out.why is LeftOutWhy.CONFIDENTIAL

    with pytest.raises(EntryNotForRecipient):
        session.report_entries.put_in(report.id, offered.entry.id)


@pytest.mark.parametrize(
    ("is_for_payer", "due_on", "is_due"),
    [
        pytest.param(True, date(2026, 3, 20), False, id="issued to who pays"),
        pytest.param(True, date(2026, 4, 10), True, id="issued for an earlier day"),
        pytest.param(False, date(2026, 3, 20), True, id="the client alone got it"),
    ],
)
def test_an_issued_report_settles_the_one_that_is_due(
    session: Session, case: ReportCase, is_for_payer: bool, due_on: date, is_due: bool
) -> None:
    payer = case.people.insurer
    allow(session, payer, (DataCategory.IDENTITY, CARE, BENEFITS))
    [mandate] = session.mandates.of(case_id=payer.case_id)
    session.mandates.change(mandate.id, reports_due_on=(due_on,))
    report = a_draft(session, case, payer.id if is_for_payer else None)
    paper = session.report_papers.report(report.id)
    to_payer = Handing(whom=Whom.PARTY, party_id=payer.id)

    session.papers.issue(paper, paper.render(), to_payer if is_for_payer else TO_CLIENT)

    dues = [each.kind for each in session.cases.due(payer.case_id)]
    assert (DueKind.REPORT_DUE in dues) is is_due


def test_who_pays_is_offered_first(session: Session, case: ReportCase) -> None:
    people = case.people

    offered = session.reporting.recipients(people.case.id)

    assert offered[0] == people.insurer.id
    assert {*offered} == {people.insurer.id, people.doctor.id, people.nurse.id}
