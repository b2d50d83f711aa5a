"""Chooses a provider from the network by what they offer, where and how soon."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.provider import Accessibility, Wish
from casedesk.services.providing import FOUND_SHOWN
from casedesk.ui import wording
from casedesk.ui.implementation.provider_words import item_of, whole_words
from casedesk.ui.language import gettext as _
from casedesk.ui.network.service_names import ServiceNames
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.avatar_list import AvatarList
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from casedesk.domain.case import CaseId
    from casedesk.domain.provider import ProviderLine
    from casedesk.services.session import Session

PAUSE_MS = 150
WEEKS = (2, 4, 8, 13, 26)
VERIFIED_DAYS = (90, 180, 365)
ACROSS = 4


class ProviderDialog(QDialog):
    """Filters above, who fits at the left, what they offer at the right."""

    picked = Signal(object)  # the line of the provider

    def __init__(
        self, session: Session, case_id: CaseId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Choose a provider"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._names = ServiceNames(session)
        self._found: dict[str, ProviderLine] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self.region.setText(_home(session, case_id))
        self.refresh()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read again who fits."""
        self._pause.stop()
        lines = self._session.providing.find(self.wish())
        self._found = {_key(each): each for each in lines}
        self.list.show_items([item_of(each, self._names) for each in lines])
        words = ""
        if not lines:
            words = _(
                "Nobody in the network fits. Leave out a filter, or add somebody."
            )
        elif len(lines) >= FOUND_SHOWN:
            words = _("There are more. Type a few letters to find the others.")
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._show_chosen()

    def wish(self) -> Wish:
        """Return what is looked for."""
        postcode, places = _region(self.region.text())
        weeks, days = self.weeks.value(), self.verified.value()
        access = self.access.value()
        today = self._session.clock.today()
        return Wish(
            typed=self.typed.text().strip(),
            service=self.service.value() or None,  # type: ignore[arg-type]  # the box holds kinds of services
            postcode=postcode,
            places=places,
            language=self.language.text(),
            accessibility=(access,) if isinstance(access, Accessibility) else (),
            most_weeks=weeks if isinstance(weeks, int) else None,
            verified_since=today - timedelta(days=days)
            if isinstance(days, int)
            else None,
        )

    def take(self) -> None:
        """Take who is chosen and close."""
        line = self._found.get(self.list.chosen_key())
        if line is not None:
            self.picked.emit(line)
            self.accept()

    def _build(self) -> None:
        self.typed = _line(_("Search the network"), self)
        self.service = ChoiceBox(self._names.offered(), self)
        self.region = _line(_("Postcode, place or canton"), self)
        self.language = _line(_("Language"), self)
        self.access = ChoiceBox(wording.choices(Accessibility), self)
        self.weeks = ChoiceBox([(n, _up_to_weeks(n)) for n in WEEKS], self)
        self.verified = ChoiceBox([(n, _days_words(n)) for n in VERIFIED_DAYS], self)
        self.list = AvatarList(self)
        self.list.setAccessibleName(_("Who fits"))
        self._words = plain_label("", "small", self, wraps=True)
        self.about = plain_label("", "", self, wraps=True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addLayout(self._filters())
        layout.addWidget(self._words)
        layout.addLayout(self._lists(), 1)
        layout.addLayout(self._foot())
        make_room(self, letters=110, lines=34)
        self._connect()

    def _filters(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(2)
        cells: tuple[tuple[str, QWidget], ...] = (
            (_("Search"), self.typed),
            (_("Service"), self.service),
            (_("Where"), self.region),
            (_("Language"), self.language),
            (_("How it can be reached"), self.access),
            (_("Waiting time"), self.weeks),
            (_("Verified"), self.verified),
        )
        for at, (words, widget) in enumerate(cells):
            row, column = divmod(at, ACROSS)
            label = plain_label(words, "field", self)
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(widget, 2 * row + 1, column)
        return grid

    def _lists(self) -> QHBoxLayout:
        page = ScrollPage(self)
        page.add(self.about)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.list, 1)
        row.addWidget(page, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        cancel = button(_("Cancel"), "", self)
        self.choose = button(_("Choose"), "primary", self)
        cancel.clicked.connect(self.reject)
        self.choose.clicked.connect(self.take)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.choose)
        return row

    def _connect(self) -> None:
        for line in (self.typed, self.region, self.language):
            line.textChanged.connect(self._on_typed)
        for box in (self.service, self.access, self.weeks, self.verified):
            box.edited.connect(self.refresh)
        self._pause.timeout.connect(self.refresh)
        self.list.chosen.connect(self._on_chosen)
        self.list.doubleClicked.connect(self._on_double)

    def _show_chosen(self) -> None:
        line = self._found.get(self.list.chosen_key())
        self.choose.setEnabled(line is not None)
        self.about.setText(
            whole_words(line, self._names)
            if line is not None
            else _("Choose somebody at the left to read what they offer.")
        )

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_chosen(self, _key: str) -> None:
        self._show_chosen()

    def _on_double(self) -> None:
        self.take()

    # --- QDialog

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        self._pause.stop()  # the vault may be locked before the pause is over
        super().hideEvent(event)


def _line(hint: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setPlaceholderText(hint)
    line.setClearButtonEnabled(True)
    return line


def _key(line: ProviderLine) -> str:
    return str(line.organisation_id or line.person_id)


def _home(session: Session, case_id: CaseId) -> str:
    """Return where the client lives, as a start for the region."""
    client_id = session.case_records.get(case_id).client_id
    addresses = session.addresses.of(client_id=client_id)
    if not addresses:
        return ""
    parts = (addresses[0].postcode, addresses[0].town)
    return ", ".join(part for part in parts if part)


def _region(typed: str) -> tuple[str, tuple[str, ...]]:
    """Part what was typed into a postcode and names of places."""
    parts = [part.strip() for part in typed.replace(";", ",").split(",")]
    words = [word for part in parts for word in (part.split(" ", 1))]
    postcodes = [word for word in words if word.isdigit()]
    places = [part for part in (*parts, *words) if part and not part.isdigit()]
    return next(iter(postcodes), ""), tuple(dict.fromkeys(places))


def _up_to_weeks(weeks: int) -> str:
    return _("up to {weeks} weeks").format(weeks=weeks)


def _days_words(days: int) -> str:
    return _("within {days} days").format(days=days)
