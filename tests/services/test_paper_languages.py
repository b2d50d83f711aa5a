"""Papers in the languages that a client may have and the window does not speak."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from pypdf import PdfReader
from services.paper_case import a_paper_case, a_recipient

from casedesk.domain.consent import (
    WITH_RECIPIENTS,
    ConsentKind,
    Direction,
    Means,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentId, DocumentKind
from casedesk.domain.form import FormKind, form_language
from casedesk.domain.practice import (
    Country,
    Language,
    PaperLanguage,
    client_languages,
    home_language,
)
from casedesk.domain.signing import Capacity
from casedesk.services.form_texts import shipped as template
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.paper_words.declarations import consent_set
from casedesk.services.paper_words.imprint import Imprint
from casedesk.words.catalog import Words
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from casedesk.domain.consent import Consent
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session

PLAIN = (PaperLanguage.PLAIN_CH, PaperLanguage.PLAIN_DE, PaperLanguage.PLAIN_AT)
NO_BREAK = "\N{NO-BREAK SPACE}"


def printed(paper: Paper) -> str:
    reader = PdfReader(BytesIO(paper.render()))
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(text.replace(NO_BREAK, " ").split())


def declared(session: Session) -> list[Consent]:
    """Declare everything once, with recipients of every category and means."""
    made = a_paper_case(session)
    consents = []
    for kind in ConsentKind:
        consent = session.declarations.new(made.case.id, kind)
        if kind in WITH_RECIPIENTS:
            item = a_recipient(session, consent, made.doctor, Direction.BOTH)
            session.consent_items.change(
                item.id, categories=tuple(DataCategory), means=tuple(Means)
            )
        consents.append(
            session.declarations.change(
                consent.id, explained_minutes=30, capacity=Capacity.GIVEN
            )
        )
    return consents


class Asked(Words):
    """Keeps what a paper asks for."""

    def __init__(self, language: PaperLanguage) -> None:
        super().__init__(language)
        self.messages: set[str] = set()

    def __call__(self, message: str) -> str:
        self.messages.add(message)
        return super().__call__(message)


@pytest.mark.parametrize("country", Country)
def test_every_form_is_printed_in_every_language_of_a_client(
    session: Session, country: Country
) -> None:
    session.practice.change(country=country, language=home_language(country))
    ids = [consent.id for consent in declared(session)]

    for language in client_languages(session.practice.get()):
        read = printed(session.papers.consent_set(ids, language=language))

        for kind in FormKind:
            form = template(kind, country, form_language(language))
            assert form.title.replace(NO_BREAK, " ") in read
            assert read.count(form.edition.replace(NO_BREAK, " ")) == len(FormKind)


@pytest.mark.parametrize("language", [PaperLanguage.FR, PaperLanguage.IT])
def test_every_word_that_a_consent_paper_asks_for_is_translated(
    session: Session, language: PaperLanguage
) -> None:
    consents = declared(session)
    with session._database.read() as tables:
        case = read_case(tables, consents[0].case_id, session.clock.today())
    imprint = Imprint(
        document_id=DocumentId("0" * 32),
        kind=DocumentKind.CONSENT_SET,
        number="1",
        version=1,
    )
    words = Asked(language)
    catalogue = resource("locale", language, "LC_MESSAGES", "casedesk.po")
    with catalogue.open("rb") as file:
        translated = {message.id for message in read_po(file) if message.string}

    consent_set(imprint, case, consents, words, with_information=True)

    assert len(words.messages) > len(DataCategory) + len(Means)
    assert words.messages <= translated


def test_days_and_choices_are_in_the_language_of_the_paper(session: Session) -> None:
    consents = declared(session)
    [release] = [each for each in consents if each.kind is ConsentKind.RELEASE]

    read = printed(session.papers.consent_set([release.id], language=PaperLanguage.FR))

    assert "04.07.1951" in read
    assert "Diagnostics et constatations" in read
    assert "courriel chiffré" in read
    assert "30 minutes" in read
    assert "Page 1 sur" in read
    assert "les deux" in read


@pytest.mark.parametrize("language", PaperLanguage)
def test_large_print_is_for_plain_german_alone(
    session: Session, language: PaperLanguage
) -> None:
    consents = declared(session)
    with session._database.read() as tables:
        case = read_case(tables, consents[0].case_id, session.clock.today())
    imprint = Imprint(
        document_id=DocumentId("0" * 32),
        kind=DocumentKind.CONSENT_SET,
        number="1",
        version=1,
    )

    paper, _ = consent_set(
        imprint, case, consents, Words(language), with_information=True
    )

    assert paper.sheet.large_print == (language in PLAIN)
    assert paper.sheet.language == language.split("_plain")[0].replace("_", "-")


def test_a_paper_in_another_language_says_that_there_is_one_in_the_own(
    session: Session,
) -> None:
    [agreement, *_] = declared(session)

    own = printed(session.papers.consent_set([agreement.id]))
    french = printed(
        session.papers.consent_set([agreement.id], language=PaperLanguage.FR)
    )

    assert "gibt es auch" not in own
    assert "Cette feuille existe aussi en allemand." in french


def test_an_english_practice_names_its_english_copy(session: Session) -> None:
    session.practice.change(language=Language.EN)
    [agreement, *_] = declared(session)

    read = printed(
        session.papers.consent_set([agreement.id], language=PaperLanguage.IT)
    )

    assert "Questo foglio esiste anche in inglese." in read


def test_a_copy_in_another_language_takes_the_offered_texts_in_that_language(
    session: Session,
) -> None:
    [agreement, *_] = declared(session)

    read = printed(
        session.papers.consent_set([agreement.id], language=PaperLanguage.IT)
    )

    assert "una consulenza legale" not in read
    assert "consulenza legale e rappresentanza in giudizio" in read
    assert "Rechtsberatung" not in read


def test_own_words_stay_in_the_language_in_which_they_were_typed(
    session: Session,
) -> None:
    [agreement, *_] = declared(session)
    session.declarations.change(agreement.id, aim="Wieder im Garten sitzen")

    read = printed(
        session.papers.consent_set([agreement.id], language=PaperLanguage.PLAIN_CH)
    )

    assert "Wieder im Garten sitzen" in read


def test_the_languages_of_a_client_begin_with_the_practices_own(
    session: Session,
) -> None:
    practice = session.practice.get()

    german = client_languages(replace(practice, country=Country.AT))
    english = client_languages(replace(practice, language=Language.EN))

    assert german[:2] == (PaperLanguage.DE_CH, PaperLanguage.PLAIN_AT)
    assert english[0] is PaperLanguage.EN
    assert len(set(english)) == len(english)
