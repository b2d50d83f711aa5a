"""Reports as papers: what is printed, who may get it, and what is frozen with it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.a_report import NEUTRAL, a_draft, a_report_case, allow

from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import AboveProfile, NotCovered
from casedesk.domain.document import DocumentKind, PaperBehind
from casedesk.domain.handing import TO_CLIENT, Handing, Whom
from casedesk.domain.report import ReportEmpty, ReportKind, ReportPart
from casedesk.pdf.section import Section
from casedesk.services.paper_words.report import written

if TYPE_CHECKING:
    from services.a_report import ReportCase

    from casedesk.domain.case import Party
    from casedesk.domain.report import Report
    from casedesk.services.session import Session

TO_KNOW = (DataCategory.IDENTITY, DataCategory.CARE_NEEDS, DataCategory.BENEFITS)


@pytest.fixture
def case(session: Session) -> ReportCase:
    return a_report_case(session)


def to(party: Party) -> Handing:
    return Handing(whom=Whom.PARTY, party_id=party.id)


def text_of(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def write(session: Session, report: Report, part: ReportPart, **said: object) -> None:
    section = session.reporting.shown(report.id).section(part)
    session.report_sections.change(section.id, **said)  # type: ignore[arg-type]  # its fields


def test_a_report_to_the_payer_is_filed_and_logged_in_one_deed(
    session: Session, case: ReportCase
) -> None:
    payer = case.people.insurer
    allow(session, payer, TO_KNOW)
    report = a_draft(session, case, payer.id, ReportKind.PAYER)
    paper = session.report_papers.report(report.id)
    pdf = paper.render()

    issued = session.papers.issue(paper, pdf, to(payer))

    assert (paper.whom, paper.kind) == (payer.id, DocumentKind.PAYER_REPORT)
    assert {*issued.document.categories} == {*TO_KNOW}
    assert DataCategory.HEALTH in paper.left_out
    [line] = session.disclosure_log.of(case_id=payer.case_id)
    assert (line.document_id, line.party_id) == (issued.document.id, payer.id)
    filed = session.reports.get(report.id)
    assert (filed.document_id, filed.number) == (
        issued.document.id,
        issued.document.number,
    )
    assert filed.is_issued
    text = text_of(pdf)
    for said in (
        "Bericht an den Kostenträger",
        "Krankenkasse Muster",
        "KK-4711",
        "Anna Brunner",
        "01.01.2026 – 14.03.2026",
        "Stand 14.03.2026",
        "Regula Ammann",
        "vertraulich",
        "Seite 1 von",
        NEUTRAL,
    ):
        assert said in text


def test_a_report_that_no_consent_covers_stays_a_draft(
    session: Session, case: ReportCase
) -> None:
    doctor = case.people.doctor
    report = a_draft(session, case, doctor.id)
    paper = session.report_papers.report(report.id)

    with pytest.raises(NotCovered):
        session.papers.issue(paper, paper.render(), to(doctor))

    assert not session.reports.get(report.id).is_issued
    assert not session.documents.of_case(doctor.case_id)


def test_what_a_user_says_of_typed_words_counts_in_the_check(
    session: Session, case: ReportCase
) -> None:
    payer = case.people.insurer
    allow(session, payer, TO_KNOW)
    report = a_draft(session, case, payer.id, ReportKind.PAYER)
    write(
        session,
        report,
        ReportPart.OUTLOOK,
        text="Wegen der Diagnose wird die Therapie verlängert.",
        categories=(DataCategory.HEALTH,),
    )
    paper = session.report_papers.report(report.id)

    with pytest.raises(AboveProfile):
        session.papers.issue(paper, paper.render(), to(payer))


def test_the_client_gets_a_report_without_any_release(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    paper = session.report_papers.report(report.id)

    session.papers.issue(paper, paper.render(), TO_CLIENT)

    assert paper.whom is Whom.CLIENT
    assert session.reports.get(report.id).is_issued
    assert not session.disclosure_log.of(case_id=report.case_id)


def test_a_report_that_was_changed_since_it_was_shown_is_not_issued(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    paper = session.report_papers.report(report.id)
    write(session, report, ReportPart.OUTLOOK, text="Neu")

    with pytest.raises(PaperBehind):
        session.papers.issue(paper, paper.render(), TO_CLIENT)


def test_empty_and_left_out_sections_are_not_printed(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    write(session, report, ReportPart.GOALS, is_left_out=True)

    text = text_of(session.report_papers.report(report.id).render())

    assert "Maßnahmen" in text or "Massnahmen" in text
    assert "Ziele und Zielverlauf" not in text  # left out
    assert "Risiken" not in text  # nothing is known of any


def test_a_report_with_nothing_in_it_is_no_paper(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    for part in ReportPart:
        if part is not ReportPart.AFTERCARE:
            write(session, report, part, is_left_out=True)

    with pytest.raises(ReportEmpty):
        session.report_papers.report(report.id)


def test_a_correction_says_which_report_it_replaces(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    paper = session.report_papers.report(report.id)
    issued = session.papers.issue(paper, paper.render(), TO_CLIENT)

    correction = session.reporting.correct(report.id)

    text = text_of(session.report_papers.report(correction.id).render())
    assert f"Ersetzt den Bericht {issued.document.number} vom 14.03.2026" in text


def test_long_typed_words_flow_over_pages_and_markup_is_only_words(
    session: Session, case: ReportCase
) -> None:
    report = a_draft(session, case)
    long = "\n\n".join(
        f"<b>Absatz</b> {n} " + "wörtlich & genau " * 60 for n in range(30)
    )
    write(session, report, ReportPart.SITUATION, text=long)

    pdf = session.report_papers.report(report.id).render()

    text = text_of(pdf)
    assert len(PdfReader(BytesIO(pdf)).pages) > 4
    assert all(f"<b>Absatz</b> {n} wörtlich & genau" in text for n in range(30))


def test_points_are_printed_as_a_list_beneath_the_line_above_them() -> None:
    goal = "Ziel 1: Gehen\n– 1. Mai – 2. Juni - gut\n– weiter so"
    text = f"Vorab.\nUnd noch.\n\n{goal}\n\n- lose\n• auch"

    assert [*written(text)] == [
        Section(paragraphs=("Vorab.\nUnd noch.",)),
        Section(
            heading="Ziel 1: Gehen",
            bullets=("1. Mai – 2. Juni - gut", "weiter so"),
            in_order=True,
        ),
        Section(bullets=("lose", "auch"), in_order=True),
    ]
