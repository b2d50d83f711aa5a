from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import Tone, badge, plain_label
from casedesk.ui.widgets.notices import Banner, EmptyState
from casedesk.ui.widgets.progress_pips import ProgressPips
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.state_ring import RingState, StateRing
from casedesk.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MARKUP = "<img src='//host/x'><b>Ann</b>"


def test_an_empty_place_offers_the_first_step(qtbot: QtBot) -> None:
    empty = EmptyState("No goals yet.", "Add a goal")
    qtbot.addWidget(empty)
    [act] = empty.findChildren(QPushButton)

    with qtbot.waitSignal(empty.acted):
        act.click()


def test_a_banner_is_there_only_when_it_has_to_say_something(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()

    banner.show_message("Consent runs out.", "Renew")

    assert not banner.isHidden()
    with qtbot.waitSignal(banner.acted):
        banner.findChildren(QPushButton)[0].click()


def test_a_toast_can_be_acted_on_and_then_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 400)
    window.show()
    toast = Toast(window)
    toast.show_message("Goal removed", "Undo")
    assert window.rect().contains(toast.geometry())

    with qtbot.waitSignal(toast.acted):
        toast.findChildren(QPushButton)[0].click()

    assert toast.isHidden()


def test_no_label_takes_words_for_markup(qtbot: QtBot) -> None:
    places = [Card(MARKUP, note=MARKUP), EmptyState(MARKUP, "x"), Banner()]
    labels = [plain_label(MARKUP), badge(MARKUP, Tone.OK)]
    for widget in (*places, *labels):
        qtbot.addWidget(widget)
    for place in places:
        labels += place.findChildren(QLabel)

    formats = {label.textFormat() for label in labels}

    assert formats == {Qt.TextFormat.PlainText}


def test_states_and_progress_have_words(qtbot: QtBot) -> None:
    ring, pips = StateRing(), ProgressPips()
    qtbot.addWidget(ring)
    qtbot.addWidget(pips)

    ring.set_state(RingState.DONE, "done")
    pips.set_progress(3, "3 of 5")

    assert (ring.accessibleName(), pips.accessibleName()) == ("done", "3 of 5")
    assert not ring.grab().isNull()
    assert not pips.grab().isNull()


def test_a_page_scrolls_to_the_field_that_gets_the_focus(qtbot: QtBot) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    lines = [QLineEdit() for _ in range(40)]
    for line in lines:
        page.add(line)
    page.resize(300, 200)
    with qtbot.waitActive(page):
        page.show()

    lines[-1].setFocus()

    assert page.verticalScrollBar().value() > 100


@pytest.mark.parametrize(("width", "lines"), [(330, 1), (220, 2), (100, 3)])
def test_what_does_not_fit_flows_into_the_next_line(
    qtbot: QtBot, width: int, lines: int
) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place, gap=10)
    for _ in range(3):
        block = QWidget()
        block.setFixedSize(100, 20)
        flow.addWidget(block)

    assert flow.heightForWidth(width) == lines * 20 + (lines - 1) * 10
