from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from services.paper_case import a_paper_case, a_recipient, sign
from ui.keys import press, type_text

from casedesk.domain.case import PartyRole
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.entry import EntryKind
from casedesk.domain.permission import Channel
from casedesk.domain.statute import Statute
from casedesk.ui.dialog_drafts import BegunBefore
from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog
from casedesk.ui.entries.entries_panel import EntriesPanel
from casedesk.ui.places import Page
from casedesk.ui.put_away import put_away

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from services.paper_case import PaperCase
    from ui.conftest import Asked

    from casedesk.domain.disclosure import Disclosure
    from casedesk.domain.entry import Entry
    from casedesk.ui.desk import Desk

KINDS = (DataCategory.IDENTITY, DataCategory.MEDICATION)


@pytest.fixture
def case(desk: Desk) -> PaperCase:
    made = a_paper_case(desk.session)
    consent = desk.session.declarations.new(made.case.id, ConsentKind.RELEASE)
    a_recipient(desk.session, consent, made.doctor, Direction.PASS_ON)
    sign(desk.session, consent.id)
    return made


@pytest.fixture
def entry(desk: Desk, case: PaperCase) -> Entry:
    made = desk.session.journal.add(case.case.id, EntryKind.PHONE)
    return desk.session.entries.change(made.id, party_id=case.doctor.id, text="Anruf")


def a_dialog(
    qtbot: QtBot, desk: Desk, case: PaperCase, entry: Entry | None = None
) -> ExchangeDialog:
    dialog = ExchangeDialog(desk, case.case.id, entry=entry)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def log(desk: Desk, case: PaperCase) -> list[Disclosure]:
    return desk.session.disclosure_log.of(case_id=case.case.id)


def test_what_is_covered_is_written_into_the_log_with_its_contact(
    qtbot: QtBot, desk: Desk, case: PaperCase, entry: Entry
) -> None:
    dialog = a_dialog(qtbot, desk, case, entry)
    dialog.propose(party_id=case.doctor.id, categories=KINDS)
    dialog.set_value("content", "Dosis halbiert")

    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.store()

    [line] = log(desk, case)
    assert line.entry_id == entry.id
    assert line.channel is Channel.PHONE
    assert line.categories == KINDS
    assert line.content == "Dosis halbiert"
    assert line.recipient == "Ömer Şahin, Hausarzt"


def test_with_whom_and_when_is_that_of_the_contact(
    qtbot: QtBot, desk: Desk, case: PaperCase, entry: Entry
) -> None:
    dialog = a_dialog(qtbot, desk, case, entry)

    assert dialog.value("party_id") == case.doctor.id
    assert dialog.value("happened_on") == entry.happened_on
    assert not dialog.record.isEnabled()


def test_what_is_not_covered_is_blocked_and_leads_to_the_missing_release(
    qtbot: QtBot, desk: Desk, case: PaperCase, asked: Asked
) -> None:
    dialog = a_dialog(qtbot, desk, case)
    dialog.propose(party_id=case.nurse.id, categories=KINDS)
    dialog.store()

    assert not dialog.record.isEnabled()
    assert "No release in force covers it." in dialog.answer.words.text()
    assert log(desk, case) == []
    dialog.answer.prepare.click()
    [place] = asked.places
    assert place.page is Page.CONSENTS
    [row] = desk.session.consent_items.of(consent_id=place.subject_id)
    assert (row.party_id, row.direction) == (case.nurse.id, Direction.PASS_ON)
    assert row.categories == KINDS
    assert dialog.isHidden()


def test_by_law_it_takes_a_rule_a_reason_and_a_second_confirmation(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    dialog = a_dialog(qtbot, desk, case)
    dialog.propose(party_id=case.nurse.id, categories=KINDS)
    dialog.answer.by_law.click()
    law = dialog.answer.law
    assert law is not None

    enabled = [dialog.record.isEnabled()]
    law.rule.set_value(Statute.OTHER)
    type_text(law.reason, "Gefahr im Verzug")
    enabled.append(dialog.record.isEnabled())
    law.confirmed.click()
    enabled.append(dialog.record.isEnabled())  # the rule has no name yet
    type_text(law.named, "Art. 17 StGB")
    enabled.append(dialog.record.isEnabled())
    dialog.store()

    assert enabled == [False, False, False, True]
    [line] = log(desk, case)
    assert line.is_without_consent
    assert line.statute_named == "Art. 17 StGB"
    assert line.reason == "Gefahr im Verzug"


def test_what_an_employer_never_gets_has_no_way_by_law(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    desk.session.parties.change(case.nurse.id, roles=(PartyRole.EMPLOYER,))
    dialog = a_dialog(qtbot, desk, case)

    dialog.propose(party_id=case.nurse.id, categories=(DataCategory.IDENTITY,))
    ways = [dialog.answer.by_law.isHidden()]
    dialog.propose(party_id=case.nurse.id, categories=KINDS)
    ways.append(dialog.answer.by_law.isHidden())

    assert ways == [False, True]
    assert "never gets it" in dialog.answer.words.text()
    assert not dialog.record.isEnabled()


def test_a_mail_without_encryption_is_a_way_that_no_release_allows(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    dialog = a_dialog(qtbot, desk, case)
    dialog.set_value("channel", Channel.MAIL)
    dialog.propose(party_id=case.doctor.id, categories=KINDS)

    assert not dialog.record.isEnabled()
    assert "does not allow this way" in dialog.answer.words.text()


def test_the_record_shows_what_was_exchanged_and_marks_what_went_by_law(
    qtbot: QtBot, desk: Desk, case: PaperCase, entry: Entry
) -> None:
    panel = EntriesPanel(desk)
    qtbot.addWidget(panel)
    panel.show_case(case.case.id)
    dialog = panel.note_exchange(entry.id)
    assert dialog is not None
    dialog.set_value("categories", (*KINDS, DataCategory.FINANCES))
    dialog.propose(party_id=case.doctor.id, categories=(*KINDS, DataCategory.FINANCES))
    dialog.answer.by_law.click()
    law = dialog.answer.law
    assert law is not None
    law.rule.set_value(Statute.CH_ADULT_PROTECTION)
    law.reason.set_value("Gefahr")
    law.confirmed.click()

    dialog.store()

    name = panel.row(entry.id).findChildren(type(panel.row(entry.id)._pressable))[0]
    assert "Passed on: Identity and contact, Medication *, Finances" in (
        name.accessibleName()
    )
    assert "§ by law, without the client's consent" in name.accessibleName()


def test_a_note_without_anybody_exchanges_nothing(
    qtbot: QtBot, desk: Desk, case: PaperCase, told: list[str]
) -> None:
    note = desk.session.journal.add(case.case.id, EntryKind.NOTE)
    panel = EntriesPanel(desk)
    qtbot.addWidget(panel)
    panel.show_case(case.case.id)

    assert panel.note_exchange(note.id) is None
    assert told == ["Say first with whom it was and what kind of contact it was."]


def begun(qtbot: QtBot, desk: Desk, case: PaperCase) -> None:
    """Begin an exchange, and let a lock take the dialog away."""
    dialog = a_dialog(qtbot, desk, case)
    dialog.propose(party_id=case.nurse.id, categories=KINDS)
    type_text(dialog._cells["content"].widget, "Dosis halbiert")
    dialog.answer.by_law.click()
    law = dialog.answer.law
    assert law is not None
    type_text(law.reason, "Gefahr im Verzug")
    put_away(dialog)
    dialog.close()


def words_of(dialog: ExchangeDialog) -> BegunBefore:
    [words] = dialog.findChildren(BegunBefore)
    return words


def test_what_was_typed_before_a_lock_is_offered_again(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    begun(qtbot, desk, case)

    dialog = a_dialog(qtbot, desk, case)
    dialog.propose(party_id=case.doctor.id)

    assert dialog.value("party_id") == case.nurse.id
    assert dialog.value("categories") == KINDS
    assert dialog.value("content") == "Dosis halbiert"
    law = dialog.answer.law
    assert law is not None
    assert law.reason.value() == "Gefahr im Verzug"
    assert not law.confirmed.value()
    assert words_of(dialog).isVisible()


def test_what_is_typed_is_kept_within_two_seconds(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    dialog = a_dialog(qtbot, desk, case)
    type_text(dialog._cells["purpose"].widget, "Umzug")

    qtbot.waitUntil(
        lambda: (
            desk.session.case_records.drafts(case.case.id).get("exchange.purpose")
            == "Umzug"
        )
    )


def test_what_is_recorded_or_cancelled_is_not_offered_again(
    qtbot: QtBot, desk: Desk, case: PaperCase, entry: Entry
) -> None:
    cancelled = a_dialog(qtbot, desk, case)
    type_text(cancelled._cells["content"].widget, "Doch nicht")
    cancelled.drafts.flush()
    [cancel] = [b for b in cancelled.findChildren(QPushButton) if b.text() == "Cancel"]
    recorded = a_dialog(qtbot, desk, case, entry)
    recorded.set_value("categories", KINDS)
    type_text(recorded._cells["content"].widget, "Dosis halbiert")
    recorded.drafts.flush()
    kept = desk.session.entries.drafts(entry.id)

    cancel.click()
    recorded._check()
    recorded.store()

    assert kept["exchange.content"] == "Dosis halbiert"
    assert len(log(desk, case)) == 1
    assert desk.session.case_records.drafts(case.case.id) == {}
    assert desk.session.entries.drafts(entry.id) == {}


def test_what_was_begun_can_be_discarded(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    begun(qtbot, desk, case)
    dialog = a_dialog(qtbot, desk, case)

    words_of(dialog).acted.emit()

    assert words_of(dialog).isHidden()
    assert dialog.value("content") == ""
    assert dialog.value("party_id") is None
    assert dialog.value("happened_on") == desk.session.clock.today()
    assert desk.session.case_records.drafts(case.case.id) == {}


def test_a_contact_says_that_its_exchange_is_not_noted_yet_open_or_closed(
    qtbot: QtBot, desk: Desk, case: PaperCase, entry: Entry
) -> None:
    panel = EntriesPanel(desk)
    qtbot.addWidget(panel)
    panel.show_case(case.case.id)
    panel.show()
    line = panel.exchange_line(entry.id)
    closed = line.words.text(), line.isVisible()

    panel.row(entry.id).open()

    assert closed == ("What was exchanged is not noted yet.", True)
    assert line.isVisible()
    assert line.record.isVisible()
    assert "Ömer Şahin" in line.nothing.accessibleName()


def test_that_nothing_was_exchanged_is_kept_and_can_be_taken_back(
    qtbot: QtBot, desk: Desk, case: PaperCase, entry: Entry
) -> None:
    panel = EntriesPanel(desk)
    qtbot.addWidget(panel)
    panel.show_case(case.case.id)
    line = panel.exchange_line(entry.id)

    line.nothing.click()
    said = line.words.text()
    kept = desk.session.entries.get(entry.id).nothing_exchanged
    line.take_back.click()

    assert (said, kept) == ("Nothing about the client was exchanged.", True)
    assert not desk.session.entries.get(entry.id).nothing_exchanged
    assert not line.nothing.isHidden()


def test_a_note_that_becomes_a_contact_asks_at_once_what_was_exchanged(
    qtbot: QtBot, desk: Desk, case: PaperCase
) -> None:
    note = desk.session.journal.add(case.case.id, EntryKind.NOTE)
    desk.session.entries.change(note.id, party_id=case.doctor.id, text="Frage")
    panel = EntriesPanel(desk)
    qtbot.addWidget(panel)
    panel.show_case(case.case.id)
    line = panel.exchange_line(note.id)
    before = line.isHidden()
    panel.row(note.id).open()

    kind = panel.row(note.id).form().editor("kind")
    kind.set_value(EntryKind.PHONE)
    kind.edited.emit()
    panel.flush()

    assert before
    assert not line.isHidden()
    assert panel.row(note.id).is_open()
