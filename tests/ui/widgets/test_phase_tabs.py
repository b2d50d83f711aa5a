from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from ui.keys import press

from casedesk.ui.widgets.phase_tabs import PhaseTab, PhaseTabs
from casedesk.ui.widgets.state_ring import RingState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LABELS = (
    "Übersicht",
    "Klärung",
    "Assessment",
    "Planung",
    "Implementierung",
    "Koordination",
    "Monitoring",
    "Evaluation",
)


def tabs_of(qtbot: QtBot) -> PhaseTabs:
    tabs = PhaseTabs()
    qtbot.addWidget(tabs)
    tabs.show_tabs([PhaseTab(x, x, RingState.HALF, "in progress") for x in LABELS])
    return tabs


def test_eight_tabs_fit_beside_the_sidebar(qtbot: QtBot) -> None:
    tabs = tabs_of(qtbot)

    assert sum(tabs.tabSizeHint(i).width() for i in range(8)) <= 1050


def test_arrows_change_the_tab_and_tell_its_key(qtbot: QtBot) -> None:
    tabs = tabs_of(qtbot)

    with qtbot.waitSignal(tabs.chosen) as told:
        press(tabs, Qt.Key.Key_Right)

    assert told.args == ["Klärung"]


def test_showing_the_states_anew_keeps_the_tab_and_tells_nobody(qtbot: QtBot) -> None:
    tabs = tabs_of(qtbot)
    tabs.choose("Planung")

    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tabs([PhaseTab(x, x, RingState.DONE, "done") for x in LABELS])

    assert tabs.chosen_key() == "Planung"
    assert tabs.accessibleTabName(3) == "Planung, done"


def test_large_text_makes_the_tabs_wider_not_cut(qtbot: QtBot) -> None:
    tabs = tabs_of(qtbot)
    before = tabs.tabSizeHint(4).width()
    font = tabs.font()
    font.setPointSizeF(font.pointSizeF() * 2)

    tabs.setFont(font)

    assert tabs.tabRect(4).width() > 1.6 * before
