from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from casedesk.ui.widgets.avatar_list import AvatarList
from casedesk.ui.widgets.list_side import ListSide

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHARE = 0.3


@pytest.mark.parametrize(("width", "is_cut"), [(4000, False), (400, True)])
def test_a_list_is_as_wide_as_its_entries_but_at_most_a_share_of_the_page(
    qtbot: QtBot, width: int, is_cut: bool
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    chosen = QWidget(page)
    side = ListSide(AvatarList(page), 30, SHARE, page)
    page.setLayout(side.beside(chosen))
    page.resize(width, 300)

    side.fit(page)

    wanted = 30 * page.fontMetrics().averageCharWidth()
    assert side.width() >= wanted or is_cut
    assert (side.width() == round(width * SHARE)) is is_cut
    assert side.width() < width / 2
