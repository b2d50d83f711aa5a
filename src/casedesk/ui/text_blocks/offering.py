"""Lets the long texts of a window know the text blocks of the practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.practice import PaperLanguage
from casedesk.domain.text_block import expanded
from casedesk.ui.widgets.abbreviations import Abbreviations

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit, QWidget

    from casedesk.services.session import Session


def know_text_blocks(window: QWidget, session: Session) -> Abbreviations:
    """Make abbreviations that are typed in a window and its dialogs be written out."""

    def text_behind(word: str) -> str:
        if session.is_locked:
            return ""
        # Most words are none: only what has this very abbreviation is read.
        blocks = session.text_blocks.of(abbreviation=word)
        if not blocks:
            return ""
        language = session.practice.get().language
        return expanded(word, blocks, PaperLanguage(language))

    def offer(editor: QPlainTextEdit) -> None:
        from casedesk.ui.text_blocks.block_list import BlockList

        BlockList(session.text_blocks.all(), editor).show_at_cursor()

    return Abbreviations(text_behind, offer, window)
