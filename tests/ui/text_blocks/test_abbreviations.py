from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from ui.keys import press, type_text

from casedesk.domain.text_block import TextBlock, TextBlockId
from casedesk.ui.text_blocks.block_list import BlockList
from casedesk.ui.text_blocks.blocks_card import BlocksCard
from casedesk.ui.text_blocks.offering import know_text_blocks
from casedesk.ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk

TEXT = "Telefonisch nicht erreicht."


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> QWidget:
    session.text_blocks.add(
        TextBlock(id=TextBlockId("1"), abbreviation="tne", text=TEXT)
    )
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    know_text_blocks(window, session)
    return window


@pytest.fixture
def editor(window: QWidget, qtbot: QtBot) -> GrowingText:
    editor = GrowingText(window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(editor)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    editor.setFocus()
    return editor


def space(editor: GrowingText) -> None:
    press_with(editor, " ")


def press_with(editor: GrowingText, text: str) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(editor, QKeyEvent(kind, Qt.Key.Key_Space, none, text))


def test_space_writes_out_an_abbreviation_and_undo_takes_it_back(
    editor: GrowingText,
) -> None:
    type_text(editor, "Dreimal: tne")
    space(editor)
    assert editor.toPlainText() == f"Dreimal: {TEXT} "

    editor.undo()
    assert editor.toPlainText() == "Dreimal: tne"


def test_a_text_that_ends_with_a_space_gets_no_second_one(
    editor: GrowingText, session: Session
) -> None:
    session.text_blocks.add(
        TextBlock(id=TextBlockId("2"), abbreviation="rr", text="Rückruf an ")
    )
    type_text(editor, "rr")
    space(editor)
    type_text(editor, "Frau")

    assert editor.toPlainText() == "Rückruf an Frau"


def test_tab_writes_out_and_stays_and_goes_on_the_second_time(
    editor: GrowingText, window: QWidget
) -> None:
    following = GrowingText(window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(following)
    following.show()
    type_text(editor, "tne")

    press(editor, Qt.Key.Key_Tab)
    assert (editor.toPlainText(), editor.hasFocus()) == (TEXT, True)
    press(editor, Qt.Key.Key_Tab)
    assert following.hasFocus()


@pytest.mark.parametrize("typed", ["xtne", "tnex", "TNE", "tne "])
def test_other_words_stay_as_they_are_typed(editor: GrowingText, typed: str) -> None:
    type_text(editor, typed)
    space(editor)

    assert editor.toPlainText() == typed + " "


def test_a_word_before_an_emoji_is_replaced_whole(editor: GrowingText) -> None:
    type_text(editor, "🙂 tne")
    space(editor)

    assert editor.toPlainText() == f"🙂 {TEXT} "


def test_texts_in_a_dialog_of_the_window_know_them_too(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    editor = GrowingText(dialog)
    dialog.show()
    type_text(editor, "tne")
    space(editor)

    assert editor.toPlainText() == f"{TEXT} "


def test_what_is_read_only_is_not_written_out(editor: GrowingText) -> None:
    editor.setPlainText("tne")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.setReadOnly(True)
    space(editor)

    assert editor.toPlainText() == "tne"


def test_a_block_is_chosen_from_the_list(
    editor: GrowingText, session: Session, qtbot: QtBot
) -> None:
    session.text_blocks.add(
        TextBlock(id=TextBlockId("2"), abbreviation="rr", text="Rückruf vereinbart.")
    )
    listed = BlockList(session.text_blocks.all(), editor)
    assert listed.list.count() == 2

    listed.words.setText("ruckruf")
    listed.words.edited.emit()
    press(listed, Qt.Key.Key_Return)

    assert editor.toPlainText() == "Rückruf vereinbart."


def test_blocks_are_kept_on_the_page_of_the_practice(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    card = BlocksCard(desk)
    qtbot.addWidget(card)
    card.list.add()
    [block] = session.text_blocks.all()
    form = card.list.form(block.id)

    for name, text in (("abbreviation", "tne"), ("text", TEXT)):
        type_text(form.editor(name), text)  # type: ignore[arg-type]  # every editor is a widget
    card.flush()

    kept = session.text_blocks.get(block.id)
    assert (kept.abbreviation, kept.text) == ("tne", TEXT)
