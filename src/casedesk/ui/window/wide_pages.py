"""The pages that show no single case: Today, network, practice, invoices, figures."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from casedesk.ui.places import Page
from casedesk.ui.today.page import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.attention import Due
    from casedesk.ui.accounts.open_page import OpenInvoicesPage
    from casedesk.ui.desk import Desk
    from casedesk.ui.network.page import NetworkPage
    from casedesk.ui.places import Place
    from casedesk.ui.settings.practice_page import PracticePage
    from casedesk.ui.statistics.page import StatisticsPage


class WidePages(QStackedWidget):
    """Makes the pages but Today when they are first wanted."""

    def __init__(self, desk: Desk, new_client: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._today = TodayPage(desk, new_client)
        self._network: NetworkPage | None = None
        self._practice: PracticePage | None = None
        self._invoices: OpenInvoicesPage | None = None
        self._statistics: StatisticsPage | None = None
        self.addWidget(self._today)

    def show_place(self, place: Place) -> None:
        """Show one of these pages."""
        if place.page is Page.TODAY:
            self.setCurrentWidget(self._today)
        elif place.page is Page.NETWORK:
            page = self._network_page()
            page.show_subject(place.subject_id)
            self.setCurrentWidget(page)
        elif place.page is Page.INVOICES:
            self.setCurrentWidget(self._invoices_page())
        elif place.page is Page.STATISTICS:
            self.setCurrentWidget(self._statistics_page())
        else:
            self.setCurrentWidget(self._practice_page())

    def show_dues(self, dues: list[Due]) -> None:
        """Show what is due over all cases."""
        self._today.show_dues(dues)

    def start_task(self) -> None:
        """Put the cursor where a task beside all cases is typed."""
        self._today.start_task()

    def flush(self) -> None:
        """Store what is typed; each page is flushed, even if another one fails."""
        with ExitStack() as pages:
            typed = (self._today, self._network, self._practice, self._statistics)
            for page in typed:
                if page is not None:
                    pages.callback(page.flush)

    def refresh(self) -> None:
        """Read anew what the page shows; Today is told by `show_dues`."""
        page = self.currentWidget()
        pages = (self._network, self._practice, self._invoices, self._statistics)
        for made in pages:
            if made is not None and made is page:
                made.refresh()

    def _statistics_page(self) -> StatisticsPage:
        if self._statistics is None:
            from casedesk.ui.statistics.page import StatisticsPage

            self._statistics = StatisticsPage(self._desk)
            self.addWidget(self._statistics)
        self._statistics.refresh()
        return self._statistics

    def _network_page(self) -> NetworkPage:
        if self._network is None:
            from casedesk.ui.network.page import NetworkPage

            self._network = NetworkPage(self._desk)
            self.addWidget(self._network)
        return self._network

    def _invoices_page(self) -> OpenInvoicesPage:
        if self._invoices is None:
            from casedesk.ui.accounts.open_page import OpenInvoicesPage

            self._invoices = OpenInvoicesPage(self._desk)
            self.addWidget(self._invoices)
        self._invoices.refresh()
        return self._invoices

    def _practice_page(self) -> PracticePage:
        if self._practice is None:
            from casedesk.ui.settings.practice_page import PracticePage

            self._practice = PracticePage(self._desk)
            self.addWidget(self._practice)
        self._practice.refresh()
        return self._practice
