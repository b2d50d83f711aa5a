from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.widgets.case_act import CaseAct, show_closed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_disabled_act_says_why_and_works_again_in_an_open_case(
    qtbot: QtBot,
) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    layout = QVBoxLayout(view)
    act = CaseAct("New goal", "", view)
    act.setToolTip("Ctrl+J")
    layout.addWidget(act)
    view.show()
    assert act.isEnabled()

    show_closed(view, is_closed=True)

    assert not act.isEnabled()
    assert act.toolTip() == "This case is closed and is only read."
    assert act.accessibleDescription() == act.toolTip()
    act.setEnabled(True)  # the page finds it wanted
    assert not act.isEnabled()
    later = CaseAct("Made later", "", view)
    later.show()
    assert not later.isEnabled()

    show_closed(view, is_closed=False)

    assert act.isEnabled()
    assert later.isEnabled()
    assert act.toolTip() == "Ctrl+J"
