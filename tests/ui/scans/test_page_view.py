from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton
from ui.scans.scans import an_empty_page

from casedesk.domain.received import ReceivedPage, ReceivedPageId
from casedesk.ui.scans.page_view import PageView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def a_page(name: str, turn: int = 0) -> ReceivedPage:
    return ReceivedPage(
        id=ReceivedPageId(name),
        received_at=datetime(2026, 3, 14, tzinfo=UTC),
        source_sha256=name,
        source_page=1,
        source_pages=1,
        sha256=name,
        size_bytes=1,
        width=1240,
        height=1754,
        turn=turn,
    )


def a_view(qtbot: QtBot) -> PageView:
    view = PageView(lambda _page_id: an_empty_page())
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def click(view: PageView, words: str) -> None:
    [act] = [each for each in view.findChildren(QPushButton) if each.text() == words]
    act.click()


def test_a_page_fills_the_width_and_grows_when_asked(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    view.show_pages([a_page("one")])
    fitting = view._sheet.width()
    assert 400 < fitting <= 500

    click(view, "+")
    assert view._sheet.width() > fitting
    click(view, "Fit width")

    assert view._sheet.width() == fitting


def test_pages_are_turned_and_gone_through(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    view.show_pages([a_page("one"), a_page("two", turn=90)])
    assert view.picture().width() < view.picture().height()

    click(view, "Next page")

    page = view.page()
    assert page is not None
    assert page.id == "two"
    assert view.picture().width() > view.picture().height()
    click(view, "Next page")
    assert view.page() == page


def test_without_pages_there_is_nothing_to_see(qtbot: QtBot) -> None:
    view = a_view(qtbot)

    view.show_pages([])

    assert view.page() is None
    assert view.picture().isNull()
