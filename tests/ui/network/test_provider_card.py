from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from ui.keys import press, type_text

from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.provider import Service, ServiceKind, ServiceKindId
from casedesk.services.providing import offered
from casedesk.ui.network.provider_card import ProviderCard
from casedesk.ui.settings.services_card import ServicesCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


@pytest.fixture
def spitex(desk: Desk) -> Organisation:
    return desk.session.organisations.add(
        Organisation(id=OrganisationId("spitex"), name="Spitex")
    )


@pytest.fixture
def card(desk: Desk, spitex: Organisation, qtbot: QtBot) -> ProviderCard:
    card = ProviderCard(desk)
    qtbot.addWidget(card)
    card.show_somebody(spitex)
    card.show()
    return card


def editor_of(card: ProviderCard, name: str) -> QWidget:
    assert card.form is not None
    editor = card.form.editor(name)
    assert isinstance(editor, QWidget)
    return editor


def test_what_is_typed_about_an_offer_is_stored(
    card: ProviderCard, desk: Desk, spitex: Organisation
) -> None:
    card.begin()
    assert card.form is not None
    type_text(editor_of(card, "regions"), "Bern, 30; 8000-8499,")
    type_text(editor_of(card, "waiting_weeks"), "3")

    card.flush()

    provider = desk.session.providing.of(spitex)
    assert provider is not None
    assert provider.regions == ("Bern", "30", "8000-8499")
    assert provider.waiting_weeks == 3


def test_an_emptied_line_is_an_empty_list(
    card: ProviderCard, desk: Desk, spitex: Organisation
) -> None:
    card.begin()
    provider = desk.session.providing.of(spitex)
    assert provider is not None
    desk.session.providers.change(provider.id, languages=("Deutsch",))
    card.show_somebody(spitex)
    assert card.form is not None
    line = editor_of(card, "languages")
    for _ in "Deutsch":
        press(line, Qt.Key.Key_Backspace)

    card.flush()

    assert desk.session.providers.get(provider.id).languages == ()


def test_an_offer_that_is_removed_can_be_taken_back(
    card: ProviderCard, desk: Desk, spitex: Organisation, asked: Asked
) -> None:
    card.begin()

    card._on_remove()

    assert desk.session.providing.of(spitex) is None
    [(noun, deed)] = asked.undos
    assert noun == "provider"
    desk.session.providers.take_back(deed)
    assert desk.session.providing.of(spitex) is not None


def test_kinds_of_services_are_unticked_and_added(desk: Desk, qtbot: QtBot) -> None:
    card = ServicesCard(desk)
    qtbot.addWidget(card)

    tick = card.ticks[Service.MEALS]
    tick.set_value(False)
    tick.edited.emit()
    desk.session.service_kinds.add(
        ServiceKind(id=ServiceKindId("own"), name="Hundebesuch")
    )
    card.refresh()

    assert Service.MEALS not in offered(desk.session.providing.service_kinds())
    assert card.list.card("own") is not None
    tick.set_value(True)
    tick.edited.emit()
    assert Service.MEALS in offered(desk.session.providing.service_kinds())
