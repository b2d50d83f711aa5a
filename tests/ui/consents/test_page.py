from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton
from services.paper_case import PaperCase, a_paper_case, a_recipient, sign

from casedesk.domain.case import PartyId
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.signing import Signer
from casedesk.ui.consents.page import ConsentsPage
from casedesk.ui.consents.state_words import sentence
from casedesk.ui.places import Page
from casedesk.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.consent import Consent
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.record_form import RecordForm

TODAY = date(2026, 3, 14)


@pytest.fixture
def made(desk: Desk) -> PaperCase:
    return a_paper_case(desk.session)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, made: PaperCase) -> ConsentsPage:
    page = ConsentsPage(desk)
    qtbot.addWidget(page)
    page.resize(1050, 650)
    page.show()
    page.show_case(made.case.id)
    return page


def enter(form: RecordForm, name: str, text: str) -> None:
    editor = form.editor(name)
    editor.set_raw(text)
    editor.edited.emit()
    editor.left.emit()


def press_button(page: ConsentsPage, words: str) -> None:
    [found] = [
        act
        for act in page.findChildren(QPushButton)
        if act.isVisible() and act.text() == words
    ]
    found.click()


def test_an_empty_case_offers_the_consent_set(
    page: ConsentsPage, desk: Desk, made: PaperCase
) -> None:
    [empty] = page.findChildren(EmptyState)
    was_visible = empty.isVisible()

    press_button(page, "Prepare the consent set")

    kinds = [c.kind for c in desk.session.consents.of(case_id=made.case.id)]
    assert was_visible
    assert not empty.isVisible()
    assert kinds == [
        ConsentKind.AGREEMENT,
        ConsentKind.RELEASE,
        ConsentKind.DATA_PROTECTION,
    ]


def test_the_menu_makes_the_set_and_each_single_kind(
    page: ConsentsPage, desk: Desk, made: PaperCase
) -> None:
    actions = [each for each in page.new_menu().actions() if each.text()]
    for action in actions:
        action.trigger()

    consents = desk.session.consents.of(case_id=made.case.id)

    assert len(actions) == 1 + len(ConsentKind)
    assert len(consents) == 3 + len(ConsentKind)
    assert page.chosen() == consents[-1]


def test_a_signature_before_the_explanation_is_refused_in_words_at_the_field(
    page: ConsentsPage, desk: Desk
) -> None:
    page.make([ConsentKind.RELEASE])
    signature = page.form().form("signature")

    enter(signature, "signed_on", "14.3.2026")

    consent = page.chosen()
    assert consent is not None
    assert consent.signed_on is None
    assert "only after the explanation" in signature.trouble("signed_on")
    assert desk.session.consents.drafts(consent.id) == {"signed_on": "14.3.2026"}


def test_the_explanation_lets_a_refused_signature_count(
    page: ConsentsPage, desk: Desk
) -> None:
    page.make([ConsentKind.RELEASE])
    enter(page.form().form("signature"), "signed_on", "14.3.2026")

    enter(page.form().form("explanation"), "explained_on", "10.3.2026")

    consent = page.chosen()
    assert consent is not None
    assert consent.signed_on == date(2026, 3, 14)
    assert page.form().form("signature").trouble("signed_on") == ""
    assert desk.session.consents.drafts(consent.id) == {}
    assert page.form().sentence() == "In force until 14/03/2027."


def test_an_explanation_after_the_refused_signature_does_not_help(
    page: ConsentsPage,
) -> None:
    page.make([ConsentKind.RELEASE])
    enter(page.form().form("signature"), "signed_on", "1.3.2026")

    enter(page.form().form("explanation"), "explained_on", "10.3.2026")

    consent = page.chosen()
    assert consent is not None
    assert consent.signed_on is None
    assert page.form().form("signature").trouble("signed_on")


def test_a_typed_day_of_signing_locks_the_words_and_grants_no_row(
    page: ConsentsPage, desk: Desk, made: PaperCase
) -> None:
    page.make([ConsentKind.RELEASE])
    page.form().recipients().add_recipient(made.nurse.id)

    enter(page.form().form("explanation"), "explained_on", "10.3.2026")
    enter(page.form().form("signature"), "signed_on", "14.3.2026")

    form = page.form()
    assert form.form("signature").editor("valid_until").value() == date(2027, 3, 14)
    consent = page.chosen()
    assert consent is not None
    [item] = desk.session.consent_items.of(consent_id=consent.id)
    assert form.recipients().said().strip(item.id).standing() == "not said yet"
    assert not form.recipients().rows().isVisibleTo(form)
    enter(form.form("purpose"), "aim", "Too late")
    assert "stay as they were signed" in form.form("purpose").trouble("aim")


def test_a_withdrawal_is_noted_and_said(page: ConsentsPage, desk: Desk) -> None:
    page.make([ConsentKind.RELEASE])
    consent = page.chosen()
    assert consent is not None
    sign(desk.session, consent.id)
    page.refresh()

    dialog = page.note_withdrawal()
    assert dialog is not None
    dialog.accept()

    assert page.form().sentence() == (
        "Withdrawn on 14/03/2026. Nothing may be obtained or passed on under it."
    )


def test_recipients_are_added_one_by_one_from_the_people_of_the_case(
    page: ConsentsPage, desk: Desk, made: PaperCase
) -> None:
    page.make([ConsentKind.RELEASE])
    recipients = page.form().recipients()
    offered = [action.text() for action in recipients.offers().actions()]

    recipients.offers().actions()[1].trigger()

    consent = page.chosen()
    assert consent is not None
    [item] = desk.session.consent_items.of(consent_id=consent.id)
    assert offered == [
        "Ömer Şahin · Physician",
        "Claudia Weber, Spitex Aarelauf AG · Home care service",
        "Krankenkasse Muster · Payer",
    ]
    assert item.party_id == made.nurse.id
    assert len(recipients.offers().actions()) == 2


def test_special_categories_are_marked_in_the_row(
    page: ConsentsPage, desk: Desk, made: PaperCase
) -> None:
    page.make([ConsentKind.RELEASE])
    consent = page.chosen()
    assert consent is not None
    page.form().recipients().add_recipient(made.nurse.id)
    [item] = desk.session.consent_items.of(consent_id=consent.id)
    form = page.form().recipients().rows().form(item.id)

    form.editor("categories").set_value((DataCategory.ADDICTION,))
    form.editor("categories").edited.emit()
    form.flush()

    [stored] = desk.session.consent_items.of(consent_id=consent.id)
    assert stored.categories == (DataCategory.ADDICTION,)


def test_a_removed_recipient_is_offered_again_and_can_be_taken_back(
    page: ConsentsPage, desk: Desk, made: PaperCase, asked: Asked
) -> None:
    page.make([ConsentKind.RELEASE])
    recipients = page.form().recipients()
    recipients.add_recipient(made.nurse.id)
    consent = page.chosen()
    assert consent is not None
    [item] = desk.session.consent_items.of(consent_id=consent.id)

    recipients.rows().card(item.id).remove_wanted.emit(item.id)

    [(noun, deed)] = asked.undos
    assert len(recipients.offers().actions()) == 3
    desk.session.records(noun).take_back(deed)
    page.refresh()
    assert desk.session.consent_items.of(consent_id=consent.id) == [item]
    assert len(recipients.offers().actions()) == 2


def test_without_people_in_the_case_the_way_to_them_is_offered(
    page: ConsentsPage, desk: Desk, made: PaperCase, asked: Asked
) -> None:
    for party in (made.doctor, made.nurse, made.insurer):
        desk.session.parties.remove(party.id)
    page.make([ConsentKind.RELEASE])

    press_button(page, "Add people to the case")

    assert [place.page for place in asked.places] == [Page.OVERVIEW]


def test_a_power_of_attorney_names_offices_without_categories(
    page: ConsentsPage, desk: Desk, made: PaperCase
) -> None:
    page.make([ConsentKind.POWER_OF_ATTORNEY])

    page.form().recipients().add_recipient(made.insurer.id)

    consent = page.chosen()
    assert consent is not None
    [item] = desk.session.consent_items.of(consent_id=consent.id)
    form = page.form().recipients().rows().form(item.id)
    with pytest.raises(KeyError):
        form.editor("categories")


def test_an_agreement_has_neither_recipients_nor_consequences(
    page: ConsentsPage,
) -> None:
    page.make([ConsentKind.AGREEMENT])

    form = page.form()
    assert not form.recipients().isVisible()
    assert not form.form("consequences").isVisible()
    assert form.form("purpose").isVisible()


def test_all_unsigned_declarations_are_printed_as_one_set(
    page: ConsentsPage, desk: Desk, asked: Asked
) -> None:
    page.make()
    consent = page.chosen()
    assert consent is not None
    sign(desk.session, consent.id)
    page.refresh()

    press_button(page, "Print all 2 unsigned …")

    [paper] = asked.papers
    assert len(paper.consent_ids) == 2
    assert consent.id not in paper.consent_ids


def test_what_was_typed_last_is_on_the_paper(
    page: ConsentsPage, desk: Desk, asked: Asked
) -> None:
    page.make([ConsentKind.RELEASE])
    editor = page.form().form("purpose").editor("aim")
    editor.set_raw("Zu Hause bleiben")
    editor.edited.emit()

    page.print_shown()

    consent = page.chosen()
    [paper] = asked.papers
    assert consent is not None
    assert paper.consent_ids == (consent.id,)
    assert desk.session.consents.get(consent.id).aim == "Zu Hause bleiben"


def test_renewing_shows_the_new_draft(page: ConsentsPage, desk: Desk) -> None:
    page.make([ConsentKind.RELEASE])
    former = page.chosen()
    assert former is not None
    sign(desk.session, former.id)
    page.refresh()

    press_button(page, "Renew")

    renewed = page.chosen()
    assert renewed is not None
    assert renewed.id != former.id
    assert page.form().sentence().startswith("Not explained and not signed yet.")


def test_removing_offers_undo_and_shows_the_next(
    page: ConsentsPage, desk: Desk, made: PaperCase, asked: Asked
) -> None:
    page.make()
    removed = page.chosen()

    press_button(page, "Remove")

    [(noun, deed)] = asked.undos
    assert page.chosen() != removed
    desk.session.records(noun).take_back(deed)
    page.refresh()
    assert removed in desk.session.consents.of(case_id=made.case.id)


def test_changes_of_a_declaration_are_shown(page: ConsentsPage, asked: Asked) -> None:
    page.make([ConsentKind.RELEASE])
    consent = page.chosen()
    assert consent is not None

    press_button(page, "Changes")

    assert asked.changes == [("consent", consent.id)]


def test_choosing_another_declaration_stores_what_was_typed(
    page: ConsentsPage, desk: Desk
) -> None:
    page.make()
    first = page.chosen()
    assert first is not None
    editor = page.form().form("purpose").editor("aim")
    editor.set_raw("Mein Ziel")
    editor.edited.emit()
    other = next(
        each
        for each in desk.session.consents.of(case_id=first.case_id)
        if each.id != first.id
    )

    page.choose(other.id)

    assert desk.session.consents.get(first.id).aim == "Mein Ziel"
    assert page.form().form("purpose").editor("aim").value() == ""


def test_a_place_leads_to_one_declaration(
    page: ConsentsPage, desk: Desk, made: PaperCase
) -> None:
    declarations = desk.session.declarations.new_set(made.case.id)

    page.show_case(made.case.id, declarations[2].id)

    assert page.chosen() == declarations[2]


def test_the_sentences_say_what_each_state_means(desk: Desk, made: PaperCase) -> None:
    declarations = desk.session.declarations
    draft = declarations.new(made.case.id, ConsentKind.RELEASE)
    signed = sign(desk.session, draft.id)
    agreement = declarations.new(made.case.id, ConsentKind.AGREEMENT)
    attorney = declarations.new(made.case.id, ConsentKind.POWER_OF_ATTORNEY)

    def said(consent: Consent) -> str:
        return sentence(consent, consent.state_on(TODAY))

    assert said(replace(signed, valid_until=None)) == "In force, without an end."
    assert said(replace(signed, valid_until=date(2026, 3, 20))) == (
        "In force until 20/03/2026 only. Renew it in time."
    )
    assert said(replace(signed, valid_until=date(2026, 3, 13))) == (
        "Ended on 13/03/2026. Nothing may be obtained or passed on under it."
    )
    assert said(replace(agreement, explained_on=TODAY)) == (
        "Explained on 14/03/2026, not signed yet. Nothing is agreed under it."
    )
    assert said(attorney) == (
        "Not explained and not signed yet. Do not act for the client under it."
    )
    assert said(replace(signed, signer=Signer.BOTH)).startswith(
        "Signed on 12/03/2026, but not by everybody who has to: the legal "
        "representative."
    )
    assert said(replace(draft, explained_on=TODAY, oral_on=TODAY)) == (
        "Declared by word of mouth on 14/03/2026. It counts until 13/04/2026 only: it "
        "must be signed by then."
    )


def test_declarations_and_people_of_other_cases_do_not_appear(
    page: ConsentsPage, desk: Desk, made: PaperCase
) -> None:
    other = a_paper_case(desk.session, "Other")
    consent = desk.session.declarations.new(other.case.id, ConsentKind.RELEASE)
    a_recipient(desk.session, consent, other.nurse, Direction.BOTH)

    page.show_case(made.case.id)

    assert page.chosen() is None
    assert PartyId(other.nurse.id) not in page.form().recipients()._names
