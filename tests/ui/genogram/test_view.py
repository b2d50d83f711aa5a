from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from ui.keys import press, type_text

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.kinship import BondKind, UnionKind
from casedesk.ui.genogram.view import GenogramView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.kinship import Relative
    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), given_name="Anna", family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def view(desk: Desk, case_id: CaseId, qtbot: QtBot) -> GenogramView:
    view = GenogramView(desk)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    view.show_case(case_id)
    press_button(view, "Begin the genogram")
    return view


def press_button(view: GenogramView, words: str) -> None:
    QApplication.processEvents()  # what is new is shown then
    [found] = [
        each
        for each in view.findChildren(QPushButton)
        if each.text() == words and each.isVisible()
    ]
    found.click()


def index(desk: Desk) -> Relative:
    [found] = [each for each in desk.session.relatives.all() if each.is_index]
    return found


def type_into(view: GenogramView, field: str, words: str) -> None:
    editor = view.card.form.editor(field)
    assert isinstance(editor, QWidget)
    type_text(editor, words)
    view.flush()


def test_it_begins_with_client_and_parents_and_the_client_is_chosen(
    desk: Desk, view: GenogramView
) -> None:
    figure = view.frame.view.figure()

    assert figure is not None
    assert len(figure.marks) == 3
    chosen = view.frame.view.chosen_mark()
    assert chosen is not None
    assert chosen.id == index(desk).id
    assert "Child of" in chosen.words


def test_a_sibling_is_added_named_and_drawn_without_the_mouse(
    desk: Desk, view: GenogramView
) -> None:
    press_button(view, "Add a brother or sister")
    type_into(view, "name", "Heidi")
    type_into(view, "born_year", "1948")

    [heidi] = [r for r in desk.session.relatives.all() if r.name == "Heidi"]
    figure = view.frame.view.figure()
    assert figure is not None
    marks = {mark.id: mark.box for mark in figure.marks}
    assert heidi.born_year == 1948
    assert marks[heidi.id].top == marks[index(desk).id].top


def test_a_year_that_is_none_is_kept_as_a_draft_with_the_reason(
    desk: Desk, view: GenogramView
) -> None:
    type_into(view, "born_year", "51")

    assert index(desk).born_year is None
    assert "four digits" in view.card.form.trouble("born_year")


def test_partner_and_child_are_added_and_the_union_is_changed(
    desk: Desk, view: GenogramView
) -> None:
    press_button(view, "Add a partner")
    type_into(view, "name", "Paul")
    press_button(view, "Add a child (With Anna Brunner)")
    [union] = [u for u in desk.session.unions.all() if u.first_id == index(desk).id]
    desk.session.unions.change(union.id, kind=UnionKind.DIVORCED)
    view.frame.view.choose(index(desk).id)
    view.refresh()

    assert len(desk.session.descents.of(union_id=union.id)) == 1
    assert "divorced: Paul." in view.card._said.text()


def test_people_in_the_picture_are_joined_and_parted_again(
    desk: Desk, view: GenogramView, asked: Asked
) -> None:
    session = desk.session
    [birth] = session.descents.of(child_id=index(desk).id)
    sibling = session.kinship.add_sibling(index(desk).id)
    partner = session.kinship.add_partner(sibling.id, UnionKind.MARRIED)
    view.refresh()
    view.frame.view.choose(partner.id)
    view.refresh()

    view.card.lists.descents.add()
    [found] = session.descents.of(child_id=partner.id)
    found_union = found.union_id
    view.card.lists.descents._on_remove(found.id)

    assert found_union == birth.union_id
    assert session.descents.of(child_id=partner.id) == []
    assert asked.undos[-1][0] == "descent"


def test_a_union_is_added_with_somebody_in_the_picture(
    desk: Desk, view: GenogramView
) -> None:
    session = desk.session
    sibling = session.kinship.add_sibling(index(desk).id)
    session.relatives.change(sibling.id, name="Heidi")
    view.refresh()
    view.frame.view.choose(sibling.id)
    view.refresh()

    view.card.lists.unions.add()

    [union] = session.unions.of(first_id=sibling.id)
    assert union.second_id is not None
    form = view.card.lists.unions.form(union.id)
    assert form.editor("first_id").value() == sibling.id


def test_keys_move_somebody_and_undo_puts_them_back(
    desk: Desk, view: GenogramView
) -> None:
    view.frame.view.setFocus()
    view.frame.view.choose(index(desk).id)

    press(view.frame.view, Qt.Key.Key_Right)
    press(view.frame.view, Qt.Key.Key_Down)
    moved = index(desk)
    view.undo()
    once = index(desk)
    view.undo()

    assert (moved.shift_x, moved.shift_y) == (1, 1)
    assert (once.shift_x, once.shift_y) == (1, 0)
    assert (index(desk).shift_x, index(desk).shift_y) == (0, 0)


def test_a_bond_is_added_between_the_chosen_and_somebody_else(
    desk: Desk, view: GenogramView
) -> None:
    view.frame.view.choose(index(desk).id)
    view.refresh()
    view.bonds.add()

    [bond] = desk.session.bonds.all()
    assert bond.first_id == index(desk).id
    assert bond.kind is BondKind.CLOSE


def test_who_is_removed_can_be_brought_back(
    desk: Desk, view: GenogramView, asked: Asked
) -> None:
    press_button(view, "Remove from the genogram")
    [(noun, deed)] = asked.undos
    left = len(desk.session.relatives.all())
    desk.session.records(noun).take_back(deed)

    assert left == 2
    assert index(desk).is_index


def test_before_printing_a_warning_about_relatives_is_heeded(
    view: GenogramView, asked: Asked, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    press_button(view, "Print")  # the box is closed without a yes
    refused = list(asked.papers)
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: yes)
    press_button(view, "Print")

    assert refused == []
    assert "relatives who have not been asked" in told[0]
    [paper] = asked.papers
    assert paper.kind is DocumentKind.GENOGRAM
