from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from casedesk.domain.case import PartyId, PartyRole
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.evaluation import Attainment, Effect
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.review import NotConfirmedYet
from casedesk.services.clock import Clock
from casedesk.services.demo import create_demo
from casedesk.services.evaluations import CLIENT_VIEW
from casedesk.services.paper_words.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.case import CaseId
    from casedesk.domain.evaluation import EvaluationId
    from casedesk.security.keys import VaultKey
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session

SWISS = PaperLanguage.DE_CH


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, key: VaultKey) -> Iterator[Session]:
    """The demo, made once, with an evaluation of one more case."""
    path = tmp_path_factory.mktemp("demo") / "vault.casedesk"
    session = create_demo(path, key, Clock())
    yield session
    session.lock()


@pytest.fixture
def case_id(demo: Session) -> CaseId:
    lines = demo.cases.lines()
    return next(line.case_id for line in lines if line.family_name == "Wiśniewski")


@pytest.fixture(scope="module")
def evaluation_id(demo: Session) -> EvaluationId:
    """An evaluation with a goal given up, one without a level, and own words."""
    lines = demo.cases.lines()
    case_id = next(x.case_id for x in lines if x.family_name == "Wiśniewski")
    sheet = demo.instruments.begin(case_id, CLIENT_VIEW)
    demo.instrument_sheets.change(sheet.id, answers="1=4\n3=2")
    evaluation = demo.evaluating.begin(case_id)
    first, second, *others = demo.goal_results.of(evaluation_id=evaluation.id)
    demo.goal_results.change(first.id, attainment=Attainment.REACHED, level=1)
    demo.goal_results.change(
        second.id, attainment=Attainment.GIVEN_UP, reason="Will <nicht> mehr klettern"
    )
    for other in others:
        demo.goal_results.change(other.id, attainment=Attainment.PARTLY, level=-1)
    demo.evaluations.change(
        evaluation.id,
        work_capacity=Effect.BETTER,
        client_words="Ich arbeite wieder.",
        actual_cents=612_000,
        avoided_cents=1_200_000,
        avoided_assumptions="Taggeld für drei Monate",
        lessons="Früher an den Betrieb denken",
    )
    return demo.evaluating.confirm(evaluation.id).id


def text_of(paper: Paper) -> str:
    pages = PdfReader(BytesIO(paper.render())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def employer_of(demo: Session, case_id: CaseId) -> PartyId:
    parties = demo.parties.of(case_id=case_id)
    return next(each.id for each in parties if PartyRole.EMPLOYER in each.roles)


def test_a_review_is_printed_with_goals_deviations_and_what_follows(
    demo: Session, case_id: CaseId
) -> None:
    newest = demo.reviewing.confirmed_of(case_id)[0].review

    paper = demo.look_back_papers.review(newest.id, language=SWISS)

    text = text_of(paper)
    assert paper.kind is DocumentKind.REVIEW
    assert "Der Plan bleibt, wie er ist" in text
    assert "Weiss jederzeit, wer was bezahlt +1" in text
    assert "Grund der Abweichung: Das Hallenbad war zwei Wochen geschlossen." in text
    assert "8 / 10 Ich gehöre wieder dazu." in text
    assert "Ein Streit auf der Baustelle" in text
    assert "Nächste Überprüfung" in text
    assert DataCategory.EDUCATION_WORK in paper.categories


def test_an_employer_gets_no_more_of_a_review_than_the_profile_allows(
    demo: Session, case_id: CaseId
) -> None:
    newest = demo.reviewing.confirmed_of(case_id)[0].review
    reader = Reader(party_id=employer_of(demo, case_id))

    paper = demo.look_back_papers.review(newest.id, language=SWISS, reader=reader)

    text = text_of(paper)
    assert set(paper.categories) <= {
        DataCategory.IDENTITY,
        DataCategory.EDUCATION_WORK,
    }
    assert DataCategory.HEALTH in paper.left_out
    for told in ("Albtraum", "Traumatherapie", "Streit", "Ich gehöre wieder dazu"):
        assert told not in text
    assert "Auszug für" in text


def test_a_review_that_is_being_held_goes_onto_no_paper(
    demo: Session, case_id: CaseId
) -> None:
    begun = demo.reviewing.begin(case_id)

    with pytest.raises(NotConfirmedYet):
        demo.look_back_papers.review(begun.id)
    demo.reviews.remove(begun.id)


def test_an_evaluation_is_printed_with_scores_outcomes_and_cost(
    demo: Session, evaluation_id: EvaluationId
) -> None:
    paper = demo.look_back_papers.evaluation(evaluation_id, language=SWISS)

    text = text_of(paper)
    assert paper.kind is DocumentKind.EVALUATION
    sheet = demo.evaluating.confirmed_of(paper.case_id)[0]
    assert sheet.scores.attained is not None
    assert f"Erreichter T-Wert {sheet.scores.attained:.1f}" in text
    assert "Weggelassen, weil ohne Stufe: 1" in text
    assert "Aufgegeben" in text
    assert "Begründung: Will <nicht> mehr klettern" in text
    assert "Man hat mir zugehört und mich ernst genommen. stimmt genau" in text
    assert "Ich konnte mitentscheiden, was geschieht. teils, teils" in text
    assert "Erstes und letztes Assessment nebeneinander" in text
    assert "CHF 6'120.00" in text
    assert "Taggeld für drei Monate" in text
    assert "Früher an den Betrieb denken" in text


def test_the_hours_of_an_evaluation_are_those_of_the_time_account(
    demo: Session, evaluation_id: EvaluationId
) -> None:
    paper = demo.look_back_papers.evaluation(evaluation_id, language=SWISS)
    use = demo.time_keeping.use_of(paper.case_id)
    sheet = demo.evaluating.confirmed_of(paper.case_id)[0]

    assert sheet.counted_minutes == use.used_minutes
    assert sheet.spent_minutes == demo.cases.minutes_spent(paper.case_id)
    assert "wie im Zeitkonto" in text_of(paper)


def test_an_employer_reads_no_words_of_the_client_in_an_evaluation(
    demo: Session, evaluation_id: EvaluationId, case_id: CaseId
) -> None:
    reader = Reader(party_id=employer_of(demo, case_id))

    paper = demo.look_back_papers.evaluation(
        evaluation_id, language=SWISS, reader=reader
    )

    text = text_of(paper)
    assert "Ich arbeite wieder." not in text
    assert "Man hat mir zugehört" not in text
    assert "nebeneinander" not in text
    assert "Taggeld" not in text
    assert DataCategory.WORK_CAPACITY not in paper.categories


def test_an_evaluation_that_is_being_written_goes_onto_no_paper(demo: Session) -> None:
    line = next(x for x in demo.cases.lines() if x.family_name == "Steiner")
    begun = demo.evaluating.begin(line.case_id)

    with pytest.raises(NotConfirmedYet):
        demo.look_back_papers.evaluation(begun.id)


def test_the_papers_are_filed_and_frozen(demo: Session, case_id: CaseId) -> None:
    newest = demo.reviewing.confirmed_of(case_id)[0].review
    paper = demo.look_back_papers.review(newest.id, language=SWISS)

    issued = demo.papers.issue(paper, paper.render(), TO_CLIENT)

    assert issued.document.kind is DocumentKind.REVIEW
    assert issued.document.categories == paper.categories
    again = demo.papers.again(
        replace(paper), language=PaperLanguage.EN, with_information=False
    )
    assert "What follows from the review" in text_of(again)
