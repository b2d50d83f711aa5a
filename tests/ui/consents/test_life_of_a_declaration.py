"""A declaration from draft to withdrawal, with the dialogs and keys a user has."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from services.paper_case import PaperCase, a_paper_case, a_recipient, sign

from casedesk.domain.consent import ConsentKind, Decision, Direction, Point
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import Facts
from casedesk.domain.document import DocumentKind
from casedesk.domain.permission import Channel, Question
from casedesk.domain.signing import Assent, Capacity, SignatureForm, Signer, SignerRole
from casedesk.ui.consents.page import ConsentsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.consent import Consent, ConsentItem
    from casedesk.ui.consents.signature_pad import SignaturePad
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


@pytest.fixture
def draft(page: ConsentsPage, desk: Desk, made: PaperCase) -> Consent:
    """A release that was explained, for doctor and nurse."""
    page.make([ConsentKind.RELEASE])
    consent = page.chosen()
    assert consent is not None
    for party in (made.doctor, made.nurse):
        a_recipient(desk.session, consent, party, Direction.BOTH)
    explained = desk.session.declarations.change(
        consent.id, explained_on=date(2026, 3, 10)
    )
    page.refresh()
    return explained


def enter(form: RecordForm, name: str, value: object) -> None:
    editor = form.editor(name)
    if isinstance(value, str) and not isinstance(value, (Capacity, Assent)):
        editor.set_raw(value)
    else:
        editor.set_value(value)
    editor.edited.emit()
    form.flush()


def rows_of(desk: Desk, consent: Consent) -> list[ConsentItem]:
    return desk.session.consent_items.of(consent_id=consent.id)


def press(parent: QWidget, words: str) -> None:
    [found] = [
        each
        for each in parent.findChildren(QPushButton)
        if each.isVisible() and each.text() == words
    ]
    found.click()


def draw(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 60))
    for step in range(20):
        QTest.mouseMove(pad, QPoint(30 + 4 * step, 60 + 10 * (step % 3)))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(110, 60))


def tell_nurse(desk: Desk, made: PaperCase) -> None:
    desk.session.disclosures.record(
        made.case.id,
        Question(
            party_id=made.nurse.id,
            direction=Direction.PASS_ON,
            categories=(DataCategory.MEDICATION,),
            day=TODAY,
            channel=Channel.PHONE,
        ),
        Facts(happened_at=datetime(2026, 3, 14, 9, tzinfo=UTC)),
    )


def test_in_the_dialog_of_the_signature_nothing_is_said_beforehand(
    page: ConsentsPage, desk: Desk, draft: Consent
) -> None:
    dialog = page.note_signature()
    assert dialog is not None

    assert dialog.decisions.said(Decision.GRANTED) == ()
    assert dialog.decisions.said(Decision.STRUCK) == ()
    assert "2 rows are not said yet" in dialog.notice()


def test_one_key_says_yes_to_all_and_one_row_is_struck(
    page: ConsentsPage, desk: Desk, draft: Consent, qtbot: QtBot
) -> None:
    _doctor, nurse = rows_of(desk, draft)
    dialog = page.note_signature()
    assert dialog is not None
    dialog.cell("signed_on").editor.set_raw("12.3.2026")
    dialog.cell("signed_at").editor.set_raw("Bern")

    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F2)
    dialog.decisions.say(nurse.id, Decision.STRUCK)
    press(dialog, "Note the signature")

    signed = desk.session.consents.get(draft.id)
    assert signed.signed_on == date(2026, 3, 12)
    assert signed.signed_by == (SignerRole.CLIENT,)
    assert signed.signed_at == "Bern"
    assert [row.decision for row in rows_of(desk, draft)] == [
        Decision.GRANTED,
        Decision.STRUCK,
    ]
    assert page.form().sentence() == "In force until 12/03/2027."


def test_without_a_day_the_dialog_stays_and_asks_for_it(
    page: ConsentsPage, desk: Desk, draft: Consent
) -> None:
    dialog = page.note_signature()
    assert dialog is not None

    dialog.accept()

    assert dialog.isVisible()
    assert dialog.cell("signed_on").trouble() == "On which day was it signed?"
    assert desk.session.consents.get(draft.id).signed_on is None


def test_a_row_left_open_is_said_afterwards_by_its_buttons(
    page: ConsentsPage, desk: Desk, draft: Consent
) -> None:
    enter(page.form().form("signature"), "signed_on", "12.3.2026")
    doctor, nurse = rows_of(desk, draft)
    assert {row.decision for row in (doctor, nurse)} == {Decision.OPEN}

    press(page.form().recipients().said().strip(doctor.id), "Yes")
    press(page.form().recipients().said().strip(nurse.id), "Struck")

    said = page.form().recipients().said()
    assert said.strip(doctor.id).standing() == "yes"
    assert said.strip(nurse.id).standing() == "struck"


def test_who_signs_follows_the_capacity_and_says_why(
    page: ConsentsPage, desk: Desk, draft: Consent
) -> None:
    enter(page.form().form("explanation"), "capacity", Capacity.NOT_GIVEN)

    changed = desk.session.consents.get(draft.id)
    assert changed.signer is Signer.REPRESENTATIVE
    assert "nobody is noted who represents" in page.form().hint("signature")


def test_points_that_were_not_explained_are_listed_as_a_hint(
    page: ConsentsPage, draft: Consent
) -> None:
    enter(page.form().form("explanation"), "points_covered", tuple(Point)[:4])

    assert page.form().hint("explanation") == (
        "Not noted as explained yet: withdrawing, and what follows from it."
    )


def test_what_is_said_by_word_of_mouth_counts_with_a_witness(
    page: ConsentsPage, desk: Desk, draft: Consent
) -> None:
    oral = page.form().form("oral")
    enter(oral, "oral_on", "14.3.2026")
    assert "witness" in oral.trouble("oral_on")

    enter(oral, "oral_witness", "Frau Graf")

    assert desk.session.consents.get(draft.id).oral_on == TODAY
    assert "counts until 13/04/2026 only" in page.form().sentence()


def test_signing_on_the_screen_shows_the_paper_then_freezes_the_strokes(
    page: ConsentsPage, desk: Desk, draft: Consent, made: PaperCase, qtbot: QtBot
) -> None:
    dialog = page.sign_on_screen()
    assert dialog is not None
    assert not dialog.drawing.pad.isEnabled()
    dialog.decisions.say_yes_to_all()
    qtbot.waitUntil(dialog.drawing.pad.isEnabled, timeout=30_000)
    assert "Still to sign" in dialog.notice()

    draw(dialog.drawing.pad)
    assert dialog.is_ready()
    dialog.accept()
    qtbot.waitUntil(
        lambda: desk.session.consents.get(draft.id).signed_on == TODAY, timeout=30_000
    )

    signed = desk.session.consents.get(draft.id)
    [document] = desk.session.documents.of_case(made.case.id)
    assert signed.signature_form is SignatureForm.ON_SCREEN
    assert document.kind is DocumentKind.CONSENT_SET
    assert {row.decision for row in rows_of(desk, draft)} == {Decision.GRANTED}


def test_a_change_of_mind_takes_the_drawn_signature_away(
    page: ConsentsPage, desk: Desk, draft: Consent, qtbot: QtBot
) -> None:
    [doctor, _nurse] = rows_of(desk, draft)
    dialog = page.sign_on_screen()
    assert dialog is not None
    dialog.decisions.say_yes_to_all()
    qtbot.waitUntil(dialog.drawing.pad.isEnabled, timeout=30_000)
    draw(dialog.drawing.pad)

    dialog.decisions.say(doctor.id, Decision.STRUCK)

    assert not dialog.is_ready()
    assert dialog.drawing.signatures() == {}


def test_strokes_are_undone_one_by_one_and_all_at_once(
    page: ConsentsPage, desk: Desk, draft: Consent, qtbot: QtBot
) -> None:
    dialog = page.sign_on_screen()
    assert dialog is not None
    pad = dialog.drawing.pad
    dialog.decisions.say_yes_to_all()
    qtbot.waitUntil(pad.isEnabled, timeout=30_000)
    for _stroke in range(3):
        draw(pad)

    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    left = len(pad.strokes())
    QTest.keyClick(pad, Qt.Key.Key_Delete)

    assert left == 2
    assert pad.strokes() == ()


def test_one_row_is_withdrawn_alone_and_can_be_taken_back(
    page: ConsentsPage, desk: Desk, draft: Consent
) -> None:
    sign(desk.session, draft.id)
    page.refresh()
    doctor, nurse = rows_of(desk, draft)
    dialog = page.note_withdrawal(doctor.id)
    assert dialog is not None
    dialog.cell("how").editor.set_raw("am Telefon")
    press(dialog, "Withdraw")

    said = page.form().recipients().said()
    assert said.strip(doctor.id).standing() == "withdrawn on 14/03/2026"
    assert said.strip(nurse.id).standing() == "yes"
    assert "Regula Ammann" in rows_of(desk, draft)[0].withdrawal_note

    press(said.strip(doctor.id), "Noted by mistake")

    assert rows_of(desk, draft) == [doctor, nurse]


def test_after_a_withdrawal_papers_are_offered_and_the_told_are_ticked_off(
    page: ConsentsPage, desk: Desk, draft: Consent, made: PaperCase, asked: Asked
) -> None:
    sign(desk.session, draft.id)
    tell_nurse(desk, made)
    page.refresh()
    dialog = page.note_withdrawal()
    assert dialog is not None
    dialog.accept()
    card = page.form().withdrawal()

    press(card, "Confirmation for the client …")
    press(card, "Letter …")
    [notice] = desk.session.withdrawals.notices(draft.id)
    told = card.tell(notice)
    told.cell("channel").editor.set_value(Channel.PHONE)
    told.accept()

    assert [paper.kind for paper in asked.papers] == [
        DocumentKind.WITHDRAWAL_CONFIRMATION,
        DocumentKind.WITHDRAWAL_LETTER,
    ]
    [notice] = desk.session.withdrawals.notices(draft.id)
    assert (notice.told_on, notice.channel) == (TODAY, Channel.PHONE)


def test_a_place_that_names_a_notice_leads_to_its_declaration(
    page: ConsentsPage, desk: Desk, draft: Consent, made: PaperCase
) -> None:
    sign(desk.session, draft.id)
    tell_nurse(desk, made)
    [notice] = desk.session.withdrawals.withdraw(draft.id, TODAY)
    page.make([ConsentKind.AGREEMENT])

    page.show_case(made.case.id, notice.id)

    chosen = page.chosen()
    assert chosen is not None
    assert chosen.id == draft.id


def test_reasons_to_ask_again_are_said_and_prepared(
    page: ConsentsPage, desk: Desk, draft: Consent
) -> None:
    sign(desk.session, draft.id)
    desk.session.declarations.change(draft.id, valid_until=date(2026, 3, 30))
    page.refresh()
    sentences = page.renewal().sentences()
    ends = "Release from confidentiality: it ends on 30/03/2026."

    page.renewal().prepare(sentences.index(ends))

    renewed = page.chosen()
    assert renewed is not None
    assert renewed.renews_id == draft.id
    assert len(rows_of(desk, renewed)) == 2


def test_somebody_no_declaration_names_gets_a_release_of_their_own(
    page: ConsentsPage, desk: Desk, draft: Consent, made: PaperCase
) -> None:
    sign(desk.session, draft.id)
    page.refresh()
    [sentence] = [s for s in page.renewal().sentences() if "takes part" in s]

    page.renewal().prepare(page.renewal().sentences().index(sentence))

    prepared = page.chosen()
    assert prepared is not None
    [row] = rows_of(desk, prepared)
    assert row.party_id == made.insurer.id
    assert prepared.renews_id is None


def test_a_wish_to_withhold_is_noted_and_stands_on_the_paper(
    page: ConsentsPage, desk: Desk, draft: Consent, made: PaperCase
) -> None:
    wishes = page.withholdings().list
    wishes.add()
    [wish] = desk.session.withholdings.of(case_id=made.case.id)

    enter(wishes.form(wish.id), "party_id", None)
    enter(wishes.form(wish.id), "categories", (DataCategory.FINANCES,))

    assert wishes.card(wish.id).note() == "holds"
    [stored] = desk.session.withholdings.of(case_id=made.case.id)
    assert stored.categories == (DataCategory.FINANCES,)
    assert not desk.session.disclosures.check(
        made.case.id,
        Question(
            party_id=made.nurse.id,
            direction=Direction.PASS_ON,
            categories=(DataCategory.FINANCES,),
            day=TODAY,
        ),
    ).is_covered
