from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from casedesk.domain.content import ANYTHING
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.handing import TO_CLIENT, TO_OWN_FILE
from casedesk.domain.intake import Decision
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.quality import (
    LineState,
    QualityCheck,
    QualityLine,
    WaiverReasonMissing,
)
from casedesk.services.clock import Clock
from casedesk.services.demo import create_demo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.case import CaseId
    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session

Q = QualityCheck


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, key: VaultKey) -> Iterator[Session]:
    """The demo, made once; each test that changes something takes its own case."""
    path = tmp_path_factory.mktemp("demo") / "vault.casedesk"
    session = create_demo(path, key, Clock())
    yield session
    session.lock()


def case_of(demo: Session, family_name: str) -> CaseId:
    lines = (*demo.cases.lines(), *demo.cases.lines(closed=True))
    return next(line.case_id for line in lines if line.family_name == family_name)


def missing(demo: Session, case_id: CaseId) -> list[QualityCheck]:
    return [line.check for line in demo.quality.check(case_id).quality.missing]


def line_of(demo: Session, case_id: CaseId, check: QualityCheck) -> QualityLine:
    lines = demo.quality.check(case_id).quality.lines
    return next(line for line in lines if line.check is check)


LISTS = {
    "Amstutz": [],
    "Brunner": [
        Q.CARRIER_RELEASED,
        Q.NEAR_FIRST,
        Q.NEEDS_ANSWERED,
        Q.PLAN_HANDED,
        Q.EXCHANGES_NOTED,
        Q.WITHDRAWALS_TOLD,
    ],
    "Meier": [Q.AGREEMENT, Q.EXCHANGES_NOTED],
    "Özdemir": [Q.CARRIER_NAMED, Q.PLAN_HANDED, Q.EXCHANGES_NOTED],
    "Steiner": [
        Q.REVIEWED,
        Q.ASSESSED,
        Q.PLAN_HANDED,
        Q.DECLARATIONS_CURRENT,
        Q.EXCHANGES_NOTED,
    ],
    "Wiśniewski": [
        Q.CARRIER_RELEASED,
        Q.NEAR_FIRST,
        Q.DECLARATIONS_CURRENT,
        Q.EXCHANGES_NOTED,
    ],
    "Hug": [],
}


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_of_the_demo_say_what_is_missing(demo: Session, name: str) -> None:
    assert missing(demo, case_of(demo, name)) == LISTS[name]


def test_a_plan_that_the_client_got_is_there_with_its_day(demo: Session) -> None:
    line = line_of(demo, case_of(demo, "Wiśniewski"), Q.PLAN_HANDED)

    assert line.state is LineState.THERE
    assert line.look.on == demo.clock.today()


def test_a_plan_handed_out_later_is_no_longer_missing(demo: Session) -> None:
    case_id = case_of(demo, "Huber")
    assert Q.PLAN_HANDED in missing(demo, case_id)
    plan = demo.planning.latest(case_id)

    paper = demo.papers.care_plan_client(case_id, plan_id=plan.id)
    demo.papers.issue(paper, paper.render(), TO_OWN_FILE)
    assert Q.PLAN_HANDED in missing(demo, case_id)
    paper = demo.papers.care_plan_client(case_id, plan_id=plan.id)
    demo.papers.issue(paper, paper.render(), TO_CLIENT)

    assert Q.PLAN_HANDED not in missing(demo, case_id)


def test_what_does_not_apply_is_set_aside_also_in_a_closed_case(demo: Session) -> None:
    case_id = case_of(
        demo, "von Hohenwaldau-Trautenfels zu Birkenried und Oberschwanden"
    )
    line = line_of(demo, case_id, Q.PLAN_HANDED)
    with pytest.raises(WaiverReasonMissing):
        demo.quality.waive(case_id, line, said="Plan", reason=" ")

    waiver = demo.quality.waive(case_id, line, said="Plan", reason="Mündlich erklärt")

    assert Q.PLAN_HANDED not in missing(demo, case_id)
    [(found, by)] = demo.quality.check(case_id).quality.waived
    assert (found.check, by.reason) == (Q.PLAN_HANDED, "Mündlich erklärt")
    assert by.noted_by == demo.practice.get().holder_name
    demo.quality.take_back(waiver.id)
    assert Q.PLAN_HANDED in missing(demo, case_id)
    [kept] = demo.quality_waivers.of(case_id=case_id)
    assert kept.taken_back_on == demo.clock.today()


def text_of(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_record_says_what_is_missing_and_there_and_names_nobody(
    demo: Session,
) -> None:
    case_id = case_of(demo, "Brunner")
    client = demo.clients.get(demo.case_records.get(case_id).client_id)
    paper = demo.look_back_papers.quality_record(case_id, language=PaperLanguage.DE_CH)

    text = text_of(paper.render())

    assert "Ressourcenorientierung: Ein Anbieter wurde gewählt" in text
    assert "nahe Umfeld tun kann: 2" in text
    assert "Unterschriebene Vereinbarung" in text
    assert client.family_name not in text
    assert "Wochendosett" not in text
    assert paper.kind is DocumentKind.QUALITY_CHECK
    assert paper.categories == (DataCategory.IDENTITY,)


def test_a_record_with_reasons_in_own_words_may_tell_anything(demo: Session) -> None:
    case_id = case_of(demo, "Wagner")
    line = line_of(demo, case_id, Q.NEAR_FIRST)
    demo.quality.waive(case_id, line, said="Umfeld", reason="Wohnt <allein> & fern")

    paper = demo.look_back_papers.quality_record(case_id, language=PaperLanguage.DE_DE)

    assert "Wohnt <allein> & fern" in text_of(paper.render())
    assert paper.categories == ANYTHING


def test_an_empty_list_says_so(demo: Session) -> None:
    paper = demo.look_back_papers.quality_record(
        case_of(demo, "Amstutz"), language=PaperLanguage.DE_CH
    )

    assert "Es fehlt nichts." in text_of(paper.render())


def test_an_intake_that_was_decided_asks_for_the_agreement(demo: Session) -> None:
    case_id = case_of(demo, "Amstutz")
    [intake] = demo.intakes.of(case_id=case_id)

    deed = demo.intakes.change(
        intake.id, decision=Decision.ACCEPTED, decided_on=demo.clock.today()
    )

    assert deed is not None
    assert Q.AGREEMENT in missing(demo, case_id)
    demo.intakes.change(intake.id, decision=intake.decision, decided_on=None)
