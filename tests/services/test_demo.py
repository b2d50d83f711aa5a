from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from conftest import START, a_clock
from pypdf import PdfReader

from casedesk.domain.attention import DueKind
from casedesk.domain.case import Area
from casedesk.domain.consent import ConsentState, check_consent
from casedesk.domain.consent import Decision as RowDecision
from casedesk.domain.disclosure import Basis
from casedesk.domain.intake import Decision
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import check_measure
from casedesk.domain.phase import Phase, PhaseState, check_run, state
from casedesk.domain.plan import unanswered_needs
from casedesk.domain.practice import Country
from casedesk.domain.problems import VaultExists
from casedesk.domain.report import ReportKind
from casedesk.domain.representation import kinds_in
from casedesk.services import demo_content, vaults
from casedesk.services.clock import Clock
from casedesk.services.demo import DEMO_PASSPHRASE, create_demo, write_demo
from casedesk.services.people import number_is_plausible
from casedesk.services.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedesk.domain.case import Case
    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session

CASES = 12


def everything(session: Session) -> dict[str, list[Any]]:
    kinds = [each for each in vars(session).values() if isinstance(each, Records)]
    return {each.noun: each.all() for each in (*kinds, session.practice.records)}


def a_case(session: Session, family_name: str) -> Case:
    [client] = [
        each for each in session.clients.all() if each.family_name == family_name
    ]
    [case] = session.case_records.of(client_id=client.id)
    return case


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, key: VaultKey) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("demo") / "demo.casedesk"
    session = create_demo(path, key, a_clock())
    yield session
    session.lock()


def test_the_same_clock_makes_the_same_records(
    demo: Session, tmp_path: Path, key: VaultKey
) -> None:
    again = create_demo(tmp_path / "again.casedesk", key, a_clock())

    assert everything(again) == everything(demo)
    again.lock()


def test_records_made_in_one_moment_stand_in_the_order_of_the_files(
    tmp_path: Path, key: VaultKey
) -> None:
    session = create_demo(tmp_path / "now.casedesk", key, Clock(now=lambda: START))

    brunner = a_case(session, "Brunner")
    first, *_ = session.addresses.of(client_id=brunner.client_id)
    assessment, *_ = session.assessing.of_case(brunner.id)
    entries = session.domain_entries.of(assessment_id=assessment.id)

    assert first.postcode == "3012"
    assert [entry.life_domain for entry in entries] == list(LifeDomain)
    session.lock()


def test_there_are_twelve_cases_in_every_area(demo: Session) -> None:
    cases = demo.case_records.all()

    assert len(cases) == CASES
    assert {case.area for case in cases} == set(Area)
    assert len({case.number for case in cases}) == CASES
    assert any(case.paused_on for case in cases)
    assert any(case.cycle == 2 for case in cases)
    assert demo.cases.count(closed=True) == 2


def test_every_phase_occurs_in_every_state(demo: Session) -> None:
    seen = {
        (phase, state(demo.phase_runs.of(case_id=case.id), phase, case.cycle))
        for case in demo.case_records.all()
        for phase in Phase
    }

    assert seen >= {
        (phase, each)
        for phase in Phase
        for each in (PhaseState.DONE, PhaseState.IN_PROGRESS)
    }


def test_every_state_of_a_consent_occurs(demo: Session) -> None:
    states = {
        state
        for case in demo.case_records.all()
        for state in demo.declarations.states(case.id).values()
    }

    # Nothing was printed yet; the demo that is written into a folder has that, too.
    assert states == set(ConsentState) - {ConsentState.PRINTED}


def test_rows_are_granted_struck_withdrawn_and_open(demo: Session) -> None:
    rows = demo.consent_items.all()

    assert {row.decision for row in rows} == set(RowDecision)
    assert any(row.withdrawn_on for row in rows)


def test_disclosures_rest_on_rows_that_there_are(demo: Session) -> None:
    known = {row.id for row in demo.consent_items.all()}
    lines = demo.disclosure_log.all()

    assert {line.basis for line in lines} >= {Basis.CONSENT, Basis.OWN_NOTICE}
    assert all(known >= set(line.item_ids) for line in lines)


def test_wishes_rules_of_law_and_open_notices_occur(demo: Session) -> None:
    notices = demo.withdrawal_notices.all()

    assert any(wish.lifted_on for wish in demo.withholdings.all())
    assert demo.statutory_bases.all()
    assert {notice.is_open for notice in notices} == {True, False}


def test_everything_that_can_be_due_is_due_somewhere(demo: Session) -> None:
    assert {due.kind for due in demo.cases.due()} == set(DueKind)


def test_requests_were_accepted_declined_and_left_open(demo: Session) -> None:
    decisions = {intake.decision for intake in demo.intakes.all()}

    assert decisions >= {Decision.OPEN, Decision.ACCEPTED, Decision.DECLINED}


def test_reports_of_each_kind_occur_issued_and_as_drafts(demo: Session) -> None:
    reports = demo.reports.all()

    assert {(each.kind, each.is_issued) for each in reports} == {
        (ReportKind.PROGRESS, True),
        (ReportKind.CLOSING, True),
        (ReportKind.PAYER, False),
    }
    [draft] = [each for each in reports if not each.is_issued]
    assert demo.report_papers.report(draft.id).left_out  # a payer gets not all of it


def test_each_case_has_what_cases_begin_with(demo: Session) -> None:
    for case in demo.case_records.all():
        assert demo.mandates.of(case_id=case.id)
        assert demo.plans.of(case_id=case.id)
        [_intake] = demo.intakes.of(case_id=case.id)
        for assessment in demo.assessments.of(case_id=case.id):
            entries = demo.domain_entries.of(assessment_id=assessment.id)
            assert [entry.life_domain for entry in entries] == list(LifeDomain)


@pytest.mark.parametrize("family_name", ["Brunner", "Wiśniewski"])
def test_a_rich_case_fills_every_screen(demo: Session, family_name: str) -> None:
    case_id = a_case(demo, family_name).id

    entries = demo.domain_entries.of(case_id=case_id)

    assert not any(entry.is_empty for entry in entries)
    assert 6 <= len(demo.goals.of(case_id=case_id)) <= 12
    assert len(demo.parties.of(case_id=case_id)) >= 10
    assert 15 <= len(demo.entries.of(case_id=case_id)) <= 30
    assert len(demo.consents.of(case_id=case_id)) >= 5


def test_anna_brunner_has_used_eighteen_of_thirty_hours(demo: Session) -> None:
    case_id = a_case(demo, "Brunner").id

    [mandate] = demo.mandates.of(case_id=case_id)

    assert demo.cases.minutes_spent(case_id) == 18 * 60
    assert mandate.approved_minutes == 30 * 60


def test_anna_brunner_has_one_need_without_a_measure(demo: Session) -> None:
    case_id = a_case(demo, "Brunner").id

    [need] = unanswered_needs(
        demo.assessing.needs(case_id),
        demo.goals.of(case_id=case_id),
        demo.measures.of(case_id=case_id),
    )

    assert need.life_domain is LifeDomain.HOUSING


def test_the_rules_hold_for_what_was_written_past_the_services(demo: Session) -> None:
    for consent in demo.consents.all():
        check_consent(consent)
    for measure in demo.measures.all():
        check_measure(measure)
    for run in demo.phase_runs.all():
        check_run(run)


def test_nothing_recorded_lies_in_the_future(demo: Session) -> None:
    today = demo.clock.today()

    assert all(entry.happened_on <= today for entry in demo.entries.all())
    assert all(case.opened_on < today for case in demo.case_records.all())


def test_clients_are_represented_under_the_law_of_all_three_countries(
    demo: Session,
) -> None:
    kinds = {each.kind for each in demo.representations.all()}

    assert all(kinds & set(kinds_in(country)[1:-1]) for country in Country)


def test_insurance_numbers_have_the_right_check_digit(demo: Session) -> None:
    numbers = demo.insurance_numbers.all()

    assert len({number.scheme for number in numbers}) == 4
    assert all(number_is_plausible(each.scheme, each.number) for each in numbers)


def test_texts_are_swiss_and_leave_nothing_open(demo: Session) -> None:
    texts = [
        value
        for records in everything(demo).values()
        for record in records
        for field in fields(record)
        if isinstance(value := getattr(record, field.name), str)
    ]

    assert not [text for text in texts if "ß" in text or "{" in text]


def test_a_goal_keeps_what_it_was_before(demo: Session) -> None:
    goals = demo.goals.of(case_id=a_case(demo, "Brunner").id)
    [goal] = [each for each in goals if each.life_domain is LifeDomain.MOBILITY]

    newest, *_ = demo.goals.changes(goal.id)

    assert [(f.name, f.before) for f in newest.fields] == [("progress", 2)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        pytest.param("ozdemir", "Özdemir, Fatma", id="without umlaut"),
        pytest.param("wisniewski", "Wiśniewski, Łukasz", id="without accents"),
        pytest.param("шевченко", "Шевченко, Олена", id="Cyrillic"),
        pytest.param("παπαδοπουλου", "Παπαδοπούλου, Ελένη", id="Greek"),
        pytest.param("losenentschädigung", "Brunner, Anna", id="inside a compound"),
        pytest.param("deckenlifter", "Özdemir, Fatma", id="in a measure"),
    ],
)
def test_search_finds(demo: Session, typed: str, name: str) -> None:
    assert name in {found.client_name for found in demo.search.find(typed)}


def test_weekends_give_way_to_working_days_away_from_today() -> None:
    friday, saturday, monday = date(2026, 3, 13), date(2026, 3, 14), date(2026, 3, 16)

    assert demo_content.working_day(saturday, 0) == saturday
    assert demo_content.working_day(friday, 1) == monday
    assert demo_content.working_day(friday, 2) == monday
    assert demo_content.working_day(monday, -1) == friday
    assert demo_content.working_day(monday, -2) == friday
    assert demo_content.working_day(monday, -3) == friday


@pytest.mark.parametrize("days", [1, 2, 60, 150, 200, 292])
def test_the_demo_is_as_lively_on_any_day(
    tmp_path: Path, key: VaultKey, days: int
) -> None:
    today = datetime(2027, 1, 1, 12, tzinfo=UTC) + timedelta(days=days)
    session = create_demo(tmp_path / "any.casedesk", key, Clock(now=lambda: today))

    assert {due.kind for due in session.cases.due()} == set(DueKind)
    for consent in session.consents.all():
        check_consent(consent)
    session.lock()


def test_a_demo_never_takes_the_place_of_another_file(
    tmp_path: Path, key: VaultKey
) -> None:
    path = tmp_path / "mine.casedesk"
    path.write_text("mine")

    with pytest.raises(VaultExists):
        create_demo(path, key, a_clock())

    assert path.read_text() == "mine"


def test_the_written_demo_opens_and_its_papers_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_demo(tmp_path)

    vault = tmp_path / "demo.casedesk"
    session = vaults.unlock(
        vault, vaults.derive_key(DEMO_PASSPHRASE, vaults.read_header(vault))
    )
    papers = sorted(tmp_path.glob("*.pdf"))
    said = capsys.readouterr().out
    assert session.cases.count() == CASES - 2
    assert len(papers) == 3
    assert all("Brunner" in PdfReader(each).pages[0].extract_text() for each in papers)
    assert all(each.name in said for each in (vault, *papers))
    assert DEMO_PASSPHRASE in said
    brunner = a_case(session, "Brunner")
    assert ConsentState.PRINTED in session.declarations.states(brunner.id).values()
    assert not any("runner" in each.name for each in papers)
    session.lock()


def test_an_earlier_demo_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    own = tmp_path / "CD-2020-0001-own.pdf"
    own.write_text("own")
    write_demo(tmp_path)
    before = sorted(each.name for each in tmp_path.iterdir())

    write_demo(tmp_path)

    assert sorted(each.name for each in tmp_path.iterdir()) == before
    assert own.read_text() == "own"


def test_a_vault_of_the_user_with_the_same_name_is_kept(
    tmp_path: Path, key: VaultKey
) -> None:
    path = tmp_path / "demo.casedesk"
    create_demo(path, key, a_clock()).lock()
    before = path.read_bytes()

    with pytest.raises(VaultExists):
        write_demo(tmp_path)

    assert path.read_bytes() == before


def test_sheets_of_instruments_say_something(demo: Session) -> None:
    sheets = demo.instrument_sheets.all()

    packs = {sheet.id: demo.instruments.pack(sheet) for sheet in sheets}
    filled = [sheet for sheet in sheets if not packs[sheet.id].is_result_only]
    outcomes = [demo.instruments.outcome(sheet) for sheet in filled]
    assert len(sheets) > len(filled) > 5
    assert all(outcome.missing == () for outcome in outcomes)
    labels = {o.label("grade") for o in outcomes if o.figures[-1].score.id == "grade"}
    assert labels == {"Pflegegrad 3"}
