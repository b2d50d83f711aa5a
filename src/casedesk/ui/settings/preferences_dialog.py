"""The preferences: language, look, locking, and what is remembered."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.language import NAMES, chosen_language, ngettext
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.preferences import TEXT_PERCENTS
from casedesk.ui.screen_capture import SYSTEMS
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import Field, FieldCell
from casedesk.ui.widgets.field_grid import FieldGrid
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from casedesk.ui.desk import Desk
    from casedesk.ui.preferences import Preferences

MINUTES = (1, 2, 5, 10, 15, 20, 30, 45, 60)


class PreferencesDialog(QDialog):
    """Takes everything over at "Done"; with a vault open, it leads further."""

    rebuild_wanted = Signal()  # the language or the look was changed
    passphrase_wanted = Signal()
    wipe_wanted = Signal()

    def __init__(
        self,
        desk: Desk | None,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        """Without a desk no vault is open, and nothing of it is offered."""
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        chosen = preferences.chosen
        self.language = ChoiceBox(list(NAMES.items()), may_be_empty=False)
        self.language.set_value(chosen_language(chosen.language))
        self.scheme = ChoiceBox(_schemes(), may_be_empty=False)
        self.scheme.set_value(chosen.scheme)
        self.text = ChoiceBox(_sizes(chosen.text_percent), may_be_empty=False)
        self.text.set_value(chosen.text_percent)
        self.minutes = ChoiceBox(
            _minutes(chosen.lock_after_minutes), may_be_empty=False
        )
        self.minutes.set_value(chosen.lock_after_minutes)
        self.remembers = TickBox(_("Show the vaults opened lately at the start"))
        self.remembers.set_value(chosen.remembers_vaults)
        self.capture = TickBox(_("Keep CaseDesk out of screenshots and shared screens"))
        self.capture.set_value(chosen.hides_from_capture)
        self.passphrase = button(_("Change the passphrase …"), "", self)
        self.bin = button(_("Bin …"), "", self)
        self.trail = button(_("Trail of what was done …"), "", self)
        self.practice = button(_("Practice and letterhead …"), "", self)
        self.sheet = button(_("Recovery sheet …"), "", self)
        self.emergency = button(_("Emergency sheet …"), "", self)
        self.moving = button(_("To another computer …"), "", self)
        self.done_button = button(_("Done"), "primary", self)
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(_("Preferences"))
        make_room(self, letters=104, lines=23)
        cells = [
            FieldCell(field, self)
            for field in (
                Field("language", _("Language of the window"), self.language),
                Field("scheme", _("Colours"), self.scheme),
                Field("text", _("Size of the text"), self.text),
                Field("minutes", _("Lock the vault when idle for"), self.minutes),
                Field("remembers", "", self.remembers, wide=True),
                *self._of_capture(),
            )
        ]
        page = ScrollPage(self, margin=3 * GRID)
        page.add(FieldGrid(cells, self))
        page.add(self._of_vault())
        if self._desk is not None:
            from casedesk.ui.scans.folder_choice import FolderChoice

            page.add(FolderChoice(self._desk.session.practice, self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page, 1)
        layout.addLayout(self._foot())
        self.passphrase.clicked.connect(self._on_passphrase)
        self.sheet.clicked.connect(self._on_sheet)
        self.emergency.clicked.connect(self._on_emergency)
        self.practice.clicked.connect(self._on_practice)
        self.moving.clicked.connect(self._on_moving)
        self.trail.clicked.connect(self._on_trail)
        self.bin.clicked.connect(self._on_bin)

    def _of_capture(self, platform: str = sys.platform) -> tuple[Field, ...]:
        if platform not in SYSTEMS:
            self.capture.hide()
            self.capture.setParent(self)
            return ()
        help_text = _("Holds from the next unlocking on.")
        return (Field("capture", "", self.capture, help_text, wide=True),)

    def _of_vault(self) -> QWidget:
        row = QWidget(self)
        layout = FlowLayout(row)
        for each in (
            self.passphrase,
            self.sheet,
            self.emergency,
            self.trail,
            self.bin,
            self.practice,
            self.moving,
        ):
            layout.addWidget(each)
        row.setVisible(self._desk is not None)
        return row

    def _foot(self) -> QHBoxLayout:
        cancel = button(_("Cancel"), "", self)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.done_button)
        self.done_button.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self._on_done)
        return row

    def _on_done(self) -> None:
        before = self._look()
        self._preferences.change(
            language=str(self.language.value()),
            scheme=self.scheme.value(),
            text_percent=self.text.value(),
            lock_after_minutes=self.minutes.value(),
            remembers_vaults=self.remembers.value(),
            hides_from_capture=self.capture.value(),
        )
        self.accept()
        if self._look() != before:
            self.rebuild_wanted.emit()

    def _look(self) -> tuple[str, str, int]:
        chosen = self._preferences.chosen
        language = chosen_language(chosen.language)
        return language, chosen.scheme, chosen.text_percent

    def _on_passphrase(self) -> None:
        self.accept()
        self.passphrase_wanted.emit()

    def _on_sheet(self) -> None:
        from casedesk.ui.recovery.sheet_offer import SheetOffer

        self.accept()
        if (desk := self._desk) is not None:
            SheetOffer(desk.session, desk.jobs, self.parentWidget(), asks=True).open()

    def _on_emergency(self) -> None:
        from casedesk.ui.preview.sheet_dialog import SheetDialog

        self.accept()
        if (desk := self._desk) is not None:
            folder = desk.session.backups.state().local_folder
            sheet = desk.session.recovery.emergency_sheet(backups=folder)
            SheetDialog(sheet, desk.jobs, self.parentWidget()).open()

    def _on_trail(self) -> None:
        from casedesk.ui.trail.dialog import TrailDialog

        self.accept()
        if (desk := self._desk) is not None:
            TrailDialog(desk.session.trail, self.parentWidget()).open()

    def _on_bin(self) -> None:
        from casedesk.ui.bin.bin_dialog import BinDialog

        self.accept()
        if (desk := self._desk) is not None:
            BinDialog(desk, self.parentWidget()).open()

    def _on_moving(self) -> None:
        from casedesk.ui.moving.dialog import MovingDialog

        self.accept()
        if (desk := self._desk) is not None:
            dialog = MovingDialog(desk, self.parentWidget())
            dialog.wipe_wanted.connect(self.wipe_wanted)
            dialog.open()

    def _on_practice(self) -> None:
        self.accept()
        if self._desk is not None:
            self._desk.go(Place(page=Page.PRACTICE))


def _schemes() -> list[tuple[object, str]]:
    return [
        ("system", _("As the system")),
        ("light", _("Light")),
        ("dark", _("Dark")),
    ]


def _sizes(now: int) -> list[tuple[object, str]]:
    return [
        (percent, _("{percent} %").format(percent=percent))
        for percent in sorted({*TEXT_PERCENTS, now})
    ]


def _minutes(now: int) -> list[tuple[object, str]]:
    return [
        (
            count,
            ngettext("{count} minute", "{count} minutes", count).format(count=count),
        )
        for count in sorted({*MINUTES, now})
    ]
