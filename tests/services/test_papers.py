from __future__ import annotations

import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import a_practice
from pypdf import PdfReader
from services.paper_case import a_paper_case, a_plan, a_recipient, sign

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.document import DocumentKind
from casedesk.domain.form import FormKind, FormLanguage, form_language
from casedesk.domain.handing import TO_CLIENT
from casedesk.domain.practice import Country, Language, PaperLanguage, Profession
from casedesk.domain.representation import (
    Representation,
    RepresentationId,
    RepresentationKind,
)
from casedesk.domain.signing import Capacity
from casedesk.services import papers
from casedesk.services.form_texts import shipped as template
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session


def printed(paper: Paper) -> str:
    reader = PdfReader(BytesIO(paper.render()))
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize(
    ("country", "language", "said"),
    [
        (Country.CH, Language.DE_CH, "Art. 321 Ziff. 2 StGB"),
        (Country.DE, Language.DE_DE, "§ 203 StGB"),
        (Country.AT, Language.DE_AT, "Datenschutzbehörde"),
        (Country.CH, Language.EN, "Your declaration"),
        (Country.DE, Language.EN, "Your declaration"),
        (Country.AT, Language.EN, "Your declaration"),
    ],
)
def test_a_declaration_speaks_for_its_country_and_language(
    session: Session, country: Country, language: Language, said: str
) -> None:
    session.practice.change(country=country, language=language)
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)

    text = printed(session.papers.consent_set([consent.id]))

    assert said in text
    assert "Anna Brunner" in text
    assert "Lindenweg 14, 3012 Bern" in text
    assert case.number in text


def test_every_declaration_has_its_own_heading_and_signature(session: Session) -> None:
    # The information sheet is received, not signed.
    case = a_paper_case(session).case
    made = [session.declarations.new(case.id, kind) for kind in ConsentKind]

    text = printed(session.papers.consent_set([consent.id for consent in made]))

    for kind in FormKind:
        title = template(kind, Country.CH, FormLanguage.GERMAN).title
        assert title in text
    assert text.count("Ort, Datum") == 2 * len(ConsentKind)


def test_a_recipient_stands_in_a_row_with_function_address_and_way(
    session: Session,
) -> None:
    made = a_paper_case(session)
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    a_recipient(session, consent, made.nurse, Direction.PASS_ON)

    text = printed(session.papers.consent_set([consent.id], language=PaperLanguage.EN))

    assert "1. Claudia Weber, Spitex Aarelauf AG" in text
    assert "Pflegefachfrau" in text
    assert "Spitalgasse 8, 3011 Bern" in text
    assert "we pass on" in text
    assert "Medication *" in text
    assert "* This information is specially protected by law." in text


def test_a_declaration_without_recipients_has_rows_to_write_in(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)

    text = printed(session.papers.consent_set([consent.id]))

    for number in range(1, 4):
        assert f"{number}. holt ein gibt weiter gegenseitig Ja Nein" in text


def test_the_profession_decides_the_words_on_secrecy(session: Session) -> None:
    session.practice.change(profession=Profession.SOCIAL_WORKER)
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)

    text = printed(session.papers.consent_set([consent.id], with_information=False))

    assert "Art. 62 DSG" in text


def test_texts_that_were_only_offered_are_printed_in_the_language_of_the_paper(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    session.declarations.change(consent.id, consequences_agree="Nur meine Worte.")

    text = printed(session.papers.consent_set([consent.id], language=PaperLanguage.EN))

    assert "Nur meine Worte." in text
    assert "From then on we no longer ask there" in text
    assert consent.consequences_withdraw not in text


def test_the_information_sheet_can_be_left_out(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    title = template(FormKind.INFORMATION, Country.CH, FormLanguage.GERMAN).title
    whole = session.papers.consent_set([consent.id])

    short = session.papers.again(
        whole, language=PaperLanguage.DE_CH, with_information=False
    )

    assert title in printed(whole)
    assert title not in printed(short)


@pytest.mark.parametrize("language", list(PaperLanguage))
def test_the_information_sheet_is_received_and_not_signed(
    session: Session, language: PaperLanguage
) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    paper = session.papers.consent_set([consent.id], language=language)
    form = template(FormKind.INFORMATION, Country.CH, form_language(language))

    read = printed(paper)
    sheet = read[read.rindex(form.title) :]

    client, manager = form.signatures
    assert Words(language)("Received on") in sheet
    assert manager.statement not in read
    assert f"{client.place}, {client.date}" not in sheet


def test_the_information_sheet_is_printed_alone_in_any_language(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    sheet = session.papers.information_sheet(case.id)

    french = session.papers.again(
        sheet, language=PaperLanguage.FR, with_information=False
    )
    issued = session.papers.issue(french, french.render(), TO_CLIENT)

    title = template(FormKind.INFORMATION, Country.CH, FormLanguage.FRENCH).title
    assert title in printed(french)
    assert session.documents.of_case(case.id) == [issued.document]
    receipt = session.information.new(case.id)
    assert receipt.language is PaperLanguage.FR


def test_a_representative_signs_with_name_and_ground(session: Session) -> None:
    made = a_paper_case(session)
    session.representations.add(
        Representation(
            id=RepresentationId(session.clock.new_id()),
            client_id=made.case.client_id,
            kind=RepresentationKind.CH_BEISTANDSCHAFT,
            person_id=made.nurse.person_id,
        )
    )
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)

    text = printed(session.papers.consent_set([consent.id], with_information=False))

    assert text.count("Ort, Datum") == 3
    assert "Claudia Weber" in text


@pytest.mark.parametrize(
    "family_name",
    [
        pytest.param("Łukaszewska-Żółć", id="Polish"),
        pytest.param("Yıldırım Şimşekoğlu", id="Turkish"),
        pytest.param("Παπαδοπούλου", id="Greek"),
        pytest.param("Щербакова", id="Cyrillic"),
        pytest.param("von und zu " + "Hohenstein-" * 9 + "Berg", id="long"),
        pytest.param("<b>O'Neill & Söhne", id="signs"),
    ],
)
def test_names_of_all_kinds_are_printed_on_every_paper(
    session: Session, family_name: str
) -> None:
    case = a_paper_case(session, family_name).case
    consent = session.declarations.new(case.id, ConsentKind.AGREEMENT)
    a_plan(session, case)

    all_papers = (
        session.papers.consent_set([consent.id]),
        session.papers.care_plan(case.id),
        session.papers.care_plan_client(case.id),
    )

    for paper in all_papers:
        assert family_name.replace(" ", "") in printed(paper).replace(" ", "")


def test_the_care_plan_has_its_sections_from_a_to_k(session: Session) -> None:
    case = a_paper_case(session).case
    a_plan(session, case)

    text = printed(session.papers.care_plan(case.id, language=PaperLanguage.EN))

    for letter in ("A ", "B ", "C ", "D ", "E/F ", "G ", "H ", "I ", "J ", "K "):
        assert letter in text
    for said in (
        "Nach dem Spital wieder zu Hause.",
        "Wieder selber einkaufen.",
        "War immer sportlich.",
        "act at once Mobility Sicheres Gehen draussen",
        "Ziel Nummer 1 in eigenen Worten",
        "1.2 Schritt 0-1",
        "3 / 3",
        "4 / 10",
        "Bei Sturz den Notrufknopf drücken.",
        "Fahrdienst am Wochenende",
        "Need without a measure: Mobility, Sicheres Gehen draussen",
        "Übungen täglich machen",
        "14/06/2026",
        "Die Tochter hält ein Heim für besser.",
    ):
        assert said in text


def test_the_plan_goes_only_to_those_whom_a_consent_in_force_allows(
    session: Session,
) -> None:
    made = a_paper_case(session)
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    a_recipient(session, consent, made.nurse, Direction.PASS_ON)
    a_recipient(session, consent, made.doctor, Direction.OBTAIN)
    before = _distribution(
        session.papers.care_plan(made.case.id, language=PaperLanguage.EN)
    )

    sign(session, consent.id)

    after = _distribution(
        session.papers.care_plan(made.case.id, language=PaperLanguage.EN)
    )
    assert "Claudia Weber" not in before
    assert "Claudia Weber" in after
    assert "Ömer" not in after


def _distribution(paper: Paper) -> str:
    return printed(paper).partition("Distribution")[2]


def test_the_client_version_is_in_large_print_and_leaves_out_the_costs(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    a_plan(session, case)

    text = printed(session.papers.care_plan_client(case.id, language=PaperLanguage.EN))

    assert "What I want to reach" in text
    assert "Lena Brunner" in text
    assert "079 000 11 22" in text
    assert "Payer" not in text


def test_a_plan_with_twelve_goals_and_forty_eight_measures_loses_nothing(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    a_plan(session, case, goals=12, measures=4)

    text = printed(session.papers.care_plan(case.id))

    for number in range(12):
        for step in range(4):
            assert f"{number + 1}.{step + 1} Schritt {number}-{step}" in text


def test_an_empty_case_has_a_plan_to_print_all_the_same(session: Session) -> None:
    case = a_paper_case(session, "", "").case
    with session._database.write("test.without_plan") as tables:
        for plan in tables.plans.of(case_id=case.id):
            tables.plans.remove(plan.id)
    for entry in session.domain_entries.of(case_id=case.id):
        session.domain_entries.remove(entry.id)

    assert "K " in printed(session.papers.care_plan(case.id))
    assert case.number in printed(session.papers.care_plan_client(case.id))


def test_no_property_of_the_file_names_the_client(session: Session) -> None:
    case = a_paper_case(session, "Zwetschgenbaum").case
    paper = session.papers.care_plan(case.id)

    reader = PdfReader(BytesIO(paper.render()))

    assert reader.metadata is not None
    assert "Zwetschgenbaum" not in str(dict(reader.metadata))
    assert paper.number in str(reader.metadata.title)
    assert "Zwetschgenbaum" not in paper.file_name


def test_the_mandate_of_the_case_stands_in_the_agreement(session: Session) -> None:
    made = a_paper_case(session)
    [mandate] = session.mandates.of(case_id=made.case.id)
    session.mandates.change(mandate.id, starts_on=date(2026, 4, 1))
    consent = session.declarations.new(made.case.id, ConsentKind.AGREEMENT)
    open_end = printed(
        session.papers.consent_set([consent.id], language=PaperLanguage.EN)
    )
    session.mandates.change(mandate.id, ends_on=date(2026, 9, 30))

    text = printed(session.papers.consent_set([consent.id], language=PaperLanguage.EN))

    assert "from 01/04/2026" in open_end
    assert "from 01/04/2026 to 30/09/2026" in text
    assert "Krankenkasse Muster" in text


def test_capacity_that_was_judged_is_printed_in_words(session: Session) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    session.declarations.change(
        consent.id,
        capacity=Capacity.DOUBTFUL,
        capacity_note="heute sehr müde",
        explained_minutes=35,
    )

    text = printed(session.papers.consent_set([consent.id], language=PaperLanguage.EN))

    assert "in doubt, because heute sehr müde" in text
    assert "35 minutes" in text


def test_a_paper_knows_its_kind_and_language(session: Session) -> None:
    case = a_paper_case(session).case
    paper = session.papers.care_plan(case.id)

    again = session.papers.again(
        paper, language=PaperLanguage.EN, with_information=False
    )

    assert paper.language is PaperLanguage(a_practice().language)
    assert again.language is PaperLanguage.EN
    assert again.kind is DocumentKind.CARE_PLAN
    assert "Care plan" in printed(again)


def test_preparing_a_paper_does_not_load_the_typesetting() -> None:
    program = (
        "import sys, casedesk.services.papers; sys.exit('reportlab' in sys.modules)"
    )
    source = Path(papers.__file__).parents[2]

    result = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", program], check=False, cwd=source
    )

    assert result.returncode == 0


def test_a_recipient_without_an_address_is_named_all_the_same(
    session: Session,
) -> None:
    made = a_paper_case(session)
    consent = session.declarations.new(made.case.id, ConsentKind.RELEASE)
    a_recipient(session, consent, made.doctor, Direction.OBTAIN)

    assert "1. Ömer Şahin" in printed(session.papers.consent_set([consent.id]))
