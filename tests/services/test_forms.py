"""Own texts of forms: made from shipped ones, checked, taken into use, given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from services.paper_case import a_paper_case, sign

from casedesk.domain.consent import ConsentKind
from casedesk.domain.form import FormKind, FormLanguage
from casedesk.domain.own_form import FormHasFaults, OwnFormState, TextInUseStays
from casedesk.domain.practice import Country, Language, PaperLanguage
from casedesk.domain.renewal import Trigger
from casedesk.services.form_texts import read_texts, shipped
from casedesk.words.form_passages import passages

if TYPE_CHECKING:
    from casedesk.domain.own_form import OwnForm
    from casedesk.services.paper import Paper
    from casedesk.services.recovery import LooseSheet
    from casedesk.services.session import Session
    from casedesk.store.tables import Tables

RELEASE = (FormKind.RELEASE, Country.CH, FormLanguage.GERMAN)
TODAY = date(2026, 3, 14)
OWN_WORDS = "Sie entscheiden frei. Sie dürfen Zeilen streichen, ohne Nachteil."


def write(session: Session, own: OwnForm, place: str, text: str) -> None:
    [passage] = [
        each
        for each in session.forms.passages.of(form_id=own.id)
        if each.place == place
    ]
    session.forms.passages.change(passage.id, text=text)


def in_use(session: Session, text: str = OWN_WORDS) -> OwnForm:
    own = session.forms.make_own(*RELEASE)
    write(session, own, "sections.voluntary.paragraphs", text)
    return session.forms.take_into_use(own.id)


def printed(paper: Paper | LooseSheet) -> str:
    reader = PdfReader(BytesIO(paper.render()))
    return " ".join(
        " ".join(page.extract_text() for page in reader.pages)
        .replace("\N{NO-BREAK SPACE}", " ")
        .split()
    )


def test_all_forms_of_a_country_are_listed_in_all_languages(session: Session) -> None:
    lines = session.forms.lines(Country.AT)

    assert len(lines) == len(FormKind) * len(FormLanguage)
    assert {line.shipped.country for line in lines} == {Country.AT}
    assert all(line.version == line.shipped.version for line in lines)
    assert not any(line.in_use or line.draft for line in lines)


@pytest.mark.parametrize("country", Country)
@pytest.mark.parametrize("kind", FormKind)
@pytest.mark.parametrize("language", FormLanguage)
def test_an_own_text_begins_with_the_shipped_words_and_no_fault(
    session: Session, kind: FormKind, country: Country, language: FormLanguage
) -> None:
    own = session.forms.make_own(kind, country, language)

    text = session.forms.text(own.id)
    assert passages(text) == passages(shipped(kind, country, language))
    assert session.forms.faults(own.id) == []
    assert own.state is OwnFormState.DRAFT


def test_there_is_one_draft_at_a_time(session: Session) -> None:
    first = session.forms.make_own(*RELEASE)

    again = session.forms.make_own(*RELEASE)

    assert again == first
    assert session.forms.versions(*RELEASE) == [first]


def test_a_draft_changes_no_paper(session: Session) -> None:
    case = a_paper_case(session).case
    own = session.forms.make_own(*RELEASE)
    write(session, own, "title", "Mein Blatt")

    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    read = printed(session.papers.consent_set([consent.id], with_information=False))

    assert consent.template_version == "2026.1"
    assert "Mein Blatt" not in read


def test_a_text_in_use_stands_on_papers_with_its_version_and_day(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    own = in_use(session)

    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    paper = session.papers.consent_set([consent.id], with_information=False)

    read = printed(paper)
    assert own.version == "2026.1-1"
    assert own.as_of == TODAY
    assert OWN_WORDS in read
    assert "Eigene Fassung 2026.1-1 · Stand 14.03.2026 · Deutsch (Schweiz)" in read
    assert paper.template_version == "2026.1-1"
    assert consent.template_version == "2026.1-1"


def test_a_declaration_offers_the_default_texts_of_the_own_text(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    own = session.forms.make_own(*RELEASE)
    write(session, own, "defaults.consequences_agree", "Dann sprechen wir uns ab.")
    session.forms.take_into_use(own.id)

    consent = session.declarations.new(case.id, ConsentKind.RELEASE)

    assert consent.consequences_agree == "Dann sprechen wir uns ab."


def test_a_text_with_a_fault_is_not_taken_into_use(session: Session) -> None:
    own = session.forms.make_own(*RELEASE)
    write(session, own, "sections.aim.paragraphs", "Ohne Platzhalter")

    with pytest.raises(FormHasFaults):
        session.forms.take_into_use(own.id)

    assert session.forms.line(*RELEASE).in_use is None
    assert [fault.names for fault in session.forms.faults(own.id)] == [("{aim}",)]


def test_words_that_papers_have_taken_stay(session: Session) -> None:
    own = in_use(session)

    with pytest.raises(TextInUseStays):
        write(session, own, "title", "Anders")
    with pytest.raises(TextInUseStays):
        session.forms.own.remove(own.id)


def test_a_change_of_a_text_in_use_is_a_new_version(session: Session) -> None:
    first = in_use(session)
    second = session.forms.make_own(*RELEASE)
    write(session, second, "title", "Entbindung und Austausch")

    session.forms.take_into_use(second.id)

    assert second.version == "2026.1-2"
    assert session.forms.text(second.id).title == "Entbindung und Austausch"
    former = session.forms.own.get(first.id)
    assert former.state is OwnFormState.RETIRED
    assert OWN_WORDS in str(session.forms.text(first.id).sections)


def test_the_shipped_text_is_restored_and_the_own_one_kept(session: Session) -> None:
    own = in_use(session)

    session.forms.restore_shipped(*RELEASE)

    line = session.forms.line(*RELEASE)
    assert line.in_use is None
    assert line.version == "2026.1"
    assert [each.id for each in session.forms.versions(*RELEASE)] == [own.id]


def test_an_earlier_own_text_begins_a_new_draft(session: Session) -> None:
    own = in_use(session)
    session.forms.restore_shipped(*RELEASE)

    draft = session.forms.make_own(*RELEASE, like=own)

    assert OWN_WORDS in str(session.forms.text(draft.id).sections)
    assert draft.number == 2


def test_a_draft_that_was_given_up_is_kept_among_the_earlier_texts(
    session: Session,
) -> None:
    own = session.forms.make_own(*RELEASE)

    session.forms.discard(own.id)

    assert session.forms.line(*RELEASE).draft is None
    assert session.forms.versions(*RELEASE)[0].state is OwnFormState.RETIRED
    assert session.forms.make_own(*RELEASE).number == 2


def test_what_a_passage_was_before_is_in_the_history(session: Session) -> None:
    own = session.forms.make_own(*RELEASE)
    write(session, own, "title", "Neu")
    [passage] = [
        each
        for each in session.forms.passages.of(form_id=own.id)
        if each.place == "title"
    ]

    [change, *_] = session.forms.passages.changes(passage.id)

    [(name, before, after)] = session.forms.passages.read_change(change)
    assert (name, before, after) == (
        "text",
        "Entbindung von der Schweigepflicht",
        "Neu",
    )


def test_a_newer_shipped_text_is_noticed_until_it_is_taken_into_account(
    session: Session,
) -> None:
    own = in_use(session)
    with session._database.write("test.age") as tables:
        tables.own_forms.update(replace(own, based_on="2025.9"))

    is_overtaken = session.forms.line(*RELEASE).is_overtaken
    draft = session.forms.make_own(*RELEASE)
    session.forms.accept_shipped(draft.id)
    session.forms.take_into_use(draft.id)

    assert is_overtaken
    assert draft.based_on == "2025.9"
    assert not session.forms.line(*RELEASE).is_overtaken


def version_in_use(
    tables: Tables, kind: FormKind, country: Country, language: FormLanguage
) -> str:
    return read_texts(tables).text(kind, country, language).version


def test_the_current_version_is_that_of_the_text_in_use(session: Session) -> None:
    with session._database.read() as tables:
        before = version_in_use(tables, *RELEASE)
    in_use(session)

    with session._database.read() as tables:
        after = version_in_use(tables, *RELEASE)
        other = version_in_use(
            tables, FormKind.RELEASE, Country.CH, FormLanguage.FRENCH
        )

    assert (before, after, other) == ("2026.1", "2026.1-1", "2026.1")


def test_a_signed_declaration_is_to_be_renewed_when_its_text_is_replaced(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    signed = sign(session, consent.id)
    before = session.declarations.reasons(case.id)

    in_use(session)

    after = session.declarations.reasons(case.id)
    superseded = Trigger.TEMPLATE_SUPERSEDED
    assert superseded not in [why.trigger for why in before]
    assert [why.consent_id for why in after if why.trigger is superseded] == [signed.id]


def test_copies_are_only_called_alike_where_both_texts_are_shipped(
    session: Session,
) -> None:
    case = a_paper_case(session).case
    consent = session.declarations.new(case.id, ConsentKind.RELEASE)
    alike = printed(
        session.papers.consent_set(
            [consent.id], with_information=False, language=PaperLanguage.FR
        )
    )

    in_use(session)

    apart = printed(
        session.papers.consent_set(
            [consent.id], with_information=False, language=PaperLanguage.FR
        )
    )
    assert "Cette feuille existe aussi en allemand" in alike
    assert "Cette feuille existe aussi" not in apart


@pytest.mark.parametrize("kind", FormKind)
@pytest.mark.parametrize("language", FormLanguage)
def test_a_form_is_shown_as_a_paper_with_invented_people(
    session: Session, kind: FormKind, language: FormLanguage
) -> None:
    form = shipped(kind, Country.CH, language)

    read = printed(session.forms.sample(form))

    assert form.title.replace("\N{NO-BREAK SPACE}", " ") in read
    assert "Kim Muster" in read
    assert "Anna Brunner" not in read


def test_a_sample_shows_the_words_of_a_draft_and_files_nothing(
    session: Session,
) -> None:
    own = session.forms.make_own(*RELEASE)
    write(session, own, "title", "Mein Entwurf")

    sheet = session.forms.sample(session.forms.text(own.id))

    assert "Mein Entwurf" in printed(sheet)
    assert not sheet.is_secret
    assert session.search.find("Muster") == []


def test_the_text_of_the_practices_language_counts(session: Session) -> None:
    case = a_paper_case(session).case
    in_use(session)
    session.practice.change(language=Language.EN)

    consent = session.declarations.new(case.id, ConsentKind.RELEASE)

    assert consent.template_version == "2026.1"
