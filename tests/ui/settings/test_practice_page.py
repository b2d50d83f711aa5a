"""The practice is edited, and its logo."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from ui.keys import type_text

from casedesk.domain.practice import Country, Practice
from casedesk.ui.settings.logo_picker import MOST_BYTES
from casedesk.ui.settings.practice_page import PracticePage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PracticePage:
    page = PracticePage(desk)
    qtbot.addWidget(page)
    page.show()
    return page


def a_picture(path: Path) -> Path:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    image.save(str(path))  # of the kind that its name says
    return path


def widget(page: PracticePage, name: str) -> QWidget:
    return page.form._cells[name].widget


def test_every_field_of_the_practice_can_be_edited(page: PracticePage) -> None:
    for field in fields(Practice):
        if field.name != "id":
            assert page.form.editor(field.name) is not None


def test_what_is_typed_is_stored(page: PracticePage, desk: Desk) -> None:
    type_text(widget(page, "website"), "www.example.org")

    page.flush()

    assert desk.session.practice.get().website == "www.example.org"


def test_what_changed_elsewhere_is_shown(page: PracticePage, desk: Desk) -> None:
    desk.session.practice.change(town="Thun", country=Country.AT)

    page.refresh()

    assert page.form.editor("town").value() == "Thun"
    assert page.form.editor("country").value() is Country.AT


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
def test_a_logo_is_chosen_and_removed_again(
    page: PracticePage, desk: Desk, tmp_path: Path, name: str
) -> None:
    picture = a_picture(tmp_path / name)

    page.logo.take(picture)
    chosen = desk.session.practice.logo()
    page.logo.remove.click()

    assert chosen == picture.read_bytes()
    assert desk.session.practice.logo() == b""
    assert not page.logo.picture.isVisible()


def test_a_picture_that_is_too_large_is_refused_in_words(
    page: PracticePage, desk: Desk, tmp_path: Path
) -> None:
    large = tmp_path / "large.png"
    large.write_bytes(bytes(MOST_BYTES + 1))

    page.logo.take(large)

    assert "larger than 2 MB" in page.logo.trouble.text()
    assert desk.session.practice.logo() == b""


def test_what_is_no_picture_is_refused_in_words(
    page: PracticePage, desk: Desk, tmp_path: Path
) -> None:
    text = tmp_path / "letter.png"
    text.write_text("not a picture")

    page.logo.take(text)
    said = page.logo.trouble.text()
    page.logo.take(tmp_path / "gone.png")

    assert "no PNG or JPEG" in said
    assert "cannot be read" in page.logo.trouble.text()
    assert desk.session.practice.logo() == b""


def test_a_picture_of_another_kind_is_refused(
    page: PracticePage, desk: Desk, tmp_path: Path
) -> None:
    page.logo.take(a_picture(tmp_path / "a.bmp"))

    assert "no PNG or JPEG" in page.logo.trouble.text()
    assert desk.session.practice.logo() == b""


def test_its_history_is_one_click_away(page: PracticePage, asked: Asked) -> None:
    page._on_history()

    assert asked.changes == [("practice", "practice")]
