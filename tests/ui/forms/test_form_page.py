"""Own texts are written, mended, compared and taken into use on their page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from ui.keys import type_text

from casedesk.domain.form import FormKind, FormLanguage
from casedesk.domain.practice import Country
from casedesk.ui.forms.compare_dialog import CompareDialog, differing
from casedesk.ui.forms.form_page import FormPage
from casedesk.ui.preview.sheet_dialog import SheetDialog
from casedesk.ui.settings.practice_page import PracticePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.own_form import OwnForm
    from casedesk.ui.desk import Desk

RELEASE = (FormKind.RELEASE, Country.CH, FormLanguage.GERMAN)
AIM = "sections.aim.paragraphs"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FormPage:
    page = FormPage(desk, desk.session.forms.line(*RELEASE))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def editor(page: FormPage, place: str) -> QPlainTextEdit:
    return cast("QPlainTextEdit", page.text._cells[place].widget)


def draft(page: FormPage) -> OwnForm:
    found = page._line.draft
    assert found is not None
    return found


def fault_lines(page: FormPage) -> list[str]:
    return [
        label.text()
        for line in page._fault_lines
        for label in line.findChildren(QLabel)
    ]


def rewrite(page: FormPage, place: str, text: str) -> None:
    editor(page, place).selectAll()
    type_text(editor(page, place), text)
    page.flush()


def test_a_shipped_text_is_shown_and_cannot_be_changed(page: FormPage) -> None:
    type_text(editor(page, AIM), "X")

    page.flush()

    assert editor(page, AIM).isReadOnly()
    assert "X" not in editor(page, AIM).toPlainText()
    assert "version 2026.1" in page.notice()
    assert not page.use.isVisible()


def test_what_is_typed_into_an_own_text_is_stored_by_itself(
    page: FormPage, desk: Desk
) -> None:
    page.make.click()

    rewrite(page, AIM, "Ihr Ziel, {aim}")

    [section] = [
        each
        for each in desk.session.forms.text(draft(page).id).sections
        if each.id == "aim"
    ]
    assert section.paragraphs == ("Ihr Ziel, {aim}",)


def test_a_missing_place_holder_is_named_and_keeps_the_text_from_use(
    page: FormPage,
) -> None:
    page.make.click()

    rewrite(page, AIM, "Ihr Ziel")

    [line] = fault_lines(page)
    assert "{aim}" in line
    assert "the aim in the client's words" in line
    assert not page.use.isEnabled()


def test_a_fault_leads_to_its_passage(page: FormPage, qtbot: QtBot) -> None:
    page.make.click()
    rewrite(page, AIM, "Ihr Ziel")
    [there] = page._fault_lines[0].findChildren(QPushButton)

    there.click()

    qtbot.waitUntil(editor(page, AIM).hasFocus)


def test_a_mended_text_is_taken_into_use(page: FormPage, desk: Desk) -> None:
    page.make.click()
    rewrite(page, AIM, "Ihr Ziel")
    rewrite(page, AIM, "Ihr Ziel: {aim}")

    page.use.click()

    assert fault_lines(page) == []
    assert desk.session.forms.line(*RELEASE).version == "2026.1-1"
    assert "2026.1-1" in page.notice()
    assert editor(page, AIM).isReadOnly()
    assert page.restore.isVisible()


def test_a_text_with_an_unknown_place_holder_cannot_be_shown_as_a_paper(
    page: FormPage,
) -> None:
    page.make.click()

    rewrite(page, "intro", "Guten Tag {frau}")

    assert not page.preview.isEnabled()
    assert "{frau}" in fault_lines(page)[0]


def test_a_draft_is_shown_as_a_paper(page: FormPage, qtbot: QtBot) -> None:
    page.make.click()

    page.preview.click()

    [dialog] = page.findChildren(SheetDialog)
    qtbot.waitUntil(dialog.is_ready, timeout=20_000)
    assert dialog.pages.document.pageCount() >= 2
    dialog.close()


def test_the_shipped_text_is_used_again(page: FormPage, desk: Desk) -> None:
    page.make.click()
    page.use.click()

    page.restore.click()

    assert desk.session.forms.line(*RELEASE).version == "2026.1"
    assert not page.restore.isVisible()
    assert page.variants.records()[0].version == "2026.1-1"


def test_a_draft_given_up_leaves_the_shipped_words(page: FormPage) -> None:
    page.make.click()
    rewrite(page, "title", "Anderes Blatt")

    page.discard.click()

    assert page.text.editor("title").value() == "Entbindung von der Schweigepflicht"
    assert page.make.isVisible()


def test_an_earlier_own_text_is_taken_up_again(page: FormPage) -> None:
    page.make.click()
    rewrite(page, "title", "Anderes Blatt")
    page.discard.click()
    [former] = page.variants.records()

    page.variants.opened.emit(former)

    assert page.text.editor("title").value() == "Anderes Blatt"
    assert draft(page).number == 2


def test_only_passages_that_differ_are_compared(
    page: FormPage, desk: Desk, qtbot: QtBot
) -> None:
    page.make.click()
    rewrite(page, "title", "Anderes Blatt")
    own, shipped = desk.session.forms.text(draft(page).id), page._line.shipped

    dialog = CompareDialog(own, shipped, page)
    qtbot.addWidget(dialog)

    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.places == ["title"] == differing(own, shipped)
    assert "Anderes Blatt" in words
    assert "Entbindung von der Schweigepflicht" in words


def test_two_texts_that_are_the_same_say_so(
    page: FormPage, desk: Desk, qtbot: QtBot
) -> None:
    shipped = page._line.shipped

    dialog = CompareDialog(shipped, shipped, page)
    qtbot.addWidget(dialog)

    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Both texts are the same." in words


def test_the_history_of_the_passage_is_asked_for(
    page: FormPage, desk: Desk, asked: Asked, qtbot: QtBot
) -> None:
    page.make.click()
    editor(page, AIM).setFocus()
    qtbot.waitUntil(editor(page, AIM).hasFocus)

    page.changes.click()

    [(noun, record)] = asked.changes
    assert noun == "own_passage"
    assert desk.session.records(noun).get(record).place == AIM


def test_every_passage_of_every_form_has_a_label(desk: Desk, qtbot: QtBot) -> None:
    for line in desk.session.forms.lines(Country.DE):
        page = FormPage(desk, line)
        qtbot.addWidget(page)

        assert all(cell.field.label for cell in page.text._cells.values())


def test_a_newer_shipped_text_is_noticed(page: FormPage, desk: Desk) -> None:
    page.make.click()
    desk.session.forms.own.change(draft(page).id, based_on="2025.9")
    page.refresh()
    was_told = page._banner.isVisible()

    page._banner.acted.emit()

    assert was_told
    assert not page._banner.isVisible()
    assert draft(page).based_on == "2026.1"


def test_a_form_is_opened_from_the_practice_and_left_again(
    desk: Desk, qtbot: QtBot
) -> None:
    practice = PracticePage(desk)
    qtbot.addWidget(practice)
    practice.show()
    practice.forms.table.selectRow(10)
    practice.forms._open.click()
    opened = practice.form_page
    assert opened is not None
    opened.make.click()
    rewrite(opened, "title", "Anderes Blatt")

    opened.back.click()

    line = practice.forms.table.records()[10]
    assert practice.form_page is None
    assert line.draft is not None
    assert practice.forms.table.isVisible()


def test_enter_in_the_list_opens_a_form(desk: Desk, qtbot: QtBot) -> None:
    practice = PracticePage(desk)
    qtbot.addWidget(practice)
    practice.show()
    practice.forms.table.setFocus()
    practice.forms.table.selectRow(0)

    QTest.keyClick(practice.forms.table, Qt.Key.Key_Return)

    assert practice.form_page is not None


def test_the_forms_of_another_country_are_listed(desk: Desk, qtbot: QtBot) -> None:
    practice = PracticePage(desk)
    qtbot.addWidget(practice)

    practice.forms.show_country(Country.AT)

    countries = {line.shipped.country for line in practice.forms.table.records()}
    assert countries == {Country.AT}
