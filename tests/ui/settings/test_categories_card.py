"""The kinds of information are hidden, added, renamed and retired."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from services.paper_case import a_paper_case, a_recipient
from ui.keys import type_text

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.ui.consents.categories import Categories
from casedesk.ui.settings.categories_card import CategoriesCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.domain.data_category import OwnCategory
    from casedesk.ui.desk import Desk


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> CategoriesCard:
    card = CategoriesCard(desk)
    qtbot.addWidget(card)
    card.show()
    return card


def add(card: CategoriesCard, desk: Desk, name: str) -> OwnCategory:
    card.list.add()
    own = desk.session.own_categories.all()[-1]
    type_text(card.list.form(own.id)._cells["name"].widget, name)
    card.flush()
    return desk.session.own_categories.get(own.id)


def offered(desk: Desk) -> list[str]:
    return [name for _id, name in Categories(desk.session).offered()]


def use(desk: Desk, category: str) -> None:
    made = a_paper_case(desk.session)
    consent = desk.session.declarations.new(made.case.id, ConsentKind.RELEASE)
    item = a_recipient(desk.session, consent, made.doctor, Direction.BOTH)
    desk.session.consent_items.change(item.id, categories=(category,))


def test_an_own_kind_is_offered_after_the_known_ones(
    card: CategoriesCard, desk: Desk
) -> None:
    add(card, desk, "Schulberichte")

    assert offered(desk)[-1] == "Schulberichte"
    assert len(offered(desk)) == len(DataCategory) + 1


def test_an_own_kind_is_renamed_and_marked(card: CategoriesCard, desk: Desk) -> None:
    own = add(card, desk, "Schule")

    desk.session.own_categories.change(own.id, name="Schulsachen", is_special=True)
    card.refresh()

    assert offered(desk)[-1] == "Schulsachen *"


def test_a_known_kind_that_is_never_used_is_hidden_and_shown_again(
    card: CategoriesCard, desk: Desk
) -> None:
    tick = card.ticks[DataCategory.ADDICTION]

    tick.click()
    without = offered(desk)
    tick.click()

    assert "Addiction *" not in without
    assert "Addiction *" in offered(desk)


def test_a_known_kind_that_is_used_is_not_hidden(
    card: CategoriesCard, desk: Desk, told: list[str]
) -> None:
    use(desk, DataCategory.ADDICTION)

    card.ticks[DataCategory.ADDICTION].click()

    assert told
    assert card.ticks[DataCategory.ADDICTION].value()
    assert "Addiction *" in offered(desk)


def test_an_own_kind_that_is_used_is_retired_instead_of_removed(
    card: CategoriesCard, desk: Desk, told: list[str]
) -> None:
    own = add(card, desk, "Schulberichte")
    use(desk, own.id)

    card.list.card(own.id)._remove.click()
    desk.session.own_categories.change(own.id, retired_on=desk.session.clock.today())

    assert told
    assert desk.session.own_categories.get(own.id).name == "Schulberichte"
    assert "Schulberichte" not in offered(desk)


def test_an_own_kind_that_was_never_used_can_be_removed(
    card: CategoriesCard, desk: Desk
) -> None:
    own = add(card, desk, "Schulberichte")

    card.list.card(own.id)._remove.click()

    assert desk.session.own_categories.all() == []


def test_a_retired_kind_is_still_named_where_it_was_used(
    card: CategoriesCard, desk: Desk
) -> None:
    own = add(card, desk, "Schulberichte")
    retired = replace(own, retired_on=desk.session.clock.today())

    desk.session.own_categories.change(own.id, retired_on=retired.retired_on)
    card.refresh()

    assert Categories(desk.session).name(own.id) == "Schulberichte"
    assert "no longer offered" in card.list.card(own.id)._note.text()
