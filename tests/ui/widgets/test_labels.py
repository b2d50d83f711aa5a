from __future__ import annotations

from PySide6.QtGui import QTextDocument

from casedesk.ui.widgets.labels import plain_tip


def test_a_tip_shows_its_lines_to_the_letter() -> None:
    shown = QTextDocument()

    shown.setHtml(plain_tip("<b>Ömer</b> & Co.", "", "<img src='x'>"))

    assert shown.toPlainText() == "<b>Ömer</b> & Co.\n<img src='x'>"


def test_without_lines_there_is_no_tip() -> None:
    assert plain_tip("", "") == ""
