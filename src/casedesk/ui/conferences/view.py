"""One case conference in three parts: prepare, hold, follow up."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget
from PySide6.QtWidgets import QVBoxLayout as Column

from casedesk.domain.conference import ConferenceState
from casedesk.ui import wording
from casedesk.ui.assessment.view_switch import width_when_down
from casedesk.ui.conferences import conference_words
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import Tone, badge, button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.conference import Conference, ConferenceId
    from casedesk.ui.conferences.follow_part import FollowPart
    from casedesk.ui.conferences.hold_part import HoldPart
    from casedesk.ui.conferences.prepare_part import PreparePart
    from casedesk.ui.desk import Desk

    PartWidget: TypeAlias = PreparePart | HoldPart | FollowPart


class Part(StrEnum):
    """What is done with a conference, in the order of time."""

    PREPARE = "prepare"
    HOLD = "hold"
    FOLLOW = "follow"


_PROPOSED = {
    ConferenceState.HELD: Part.HOLD,
    ConferenceState.MINUTES_ISSUED: Part.FOLLOW,
}


class ConferenceView(QWidget):
    """Shows a conference; each part is made when it is first wanted."""

    left = Signal()
    opened = Signal(str)  # another version

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conference_id: ConferenceId | None = None
        self.parts: dict[Part, PartWidget] = {}
        self.buttons: dict[Part, QPushButton] = {}
        self._part = Part.PREPARE
        self._build()

    def show_conference(self, conference_id: ConferenceId) -> None:
        """Show a conference, in the part that is due."""
        if conference_id != self._conference_id:
            self.flush()
            self._conference_id = conference_id
            state = self._desk.session.conferences.get(conference_id).state
            self._part = _PROPOSED.get(state, Part.PREPARE)
        self.refresh()

    def begin(self) -> None:
        """Put the cursor into the title of a conference that has none yet."""
        from casedesk.ui.conferences.prepare_part import PreparePart

        conference = self._desk.session.conferences.find(self._conference_id or "")
        part = self.parts.get(self._part)
        if isinstance(part, PreparePart) and conference and not conference.title:
            part.form.focus_field("title")

    def refresh(self) -> None:
        """Read again, without disturbing what the user types."""
        if self._conference_id is None:
            return
        conference = self._desk.session.conferences.find(self._conference_id)
        if conference is None:
            self.left.emit()
            return
        self._show_head(conference)
        part = self.part(self._part)
        part.show_conference(conference)
        self._stack.setCurrentWidget(part)
        self.buttons[self._part].setChecked(True)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for part in self.parts.values():
            part.flush()

    def print_shown(self) -> None:
        """Show the paper of the part that is open."""
        self.part(self._part).print_shown()

    def choose(self, part: Part) -> None:
        """Go to a part."""
        self.flush()
        self._part = part
        self.refresh()

    def part(self, part: Part) -> PartWidget:
        """Return a part, which is made if there was none."""
        if part not in self.parts:
            made = self._made(part)
            made.changed.connect(self.refresh)
            self.parts[part] = made
            self._stack.addWidget(made)
        return self.parts[part]

    def _made(self, part: Part) -> PartWidget:
        if part is Part.PREPARE:
            from casedesk.ui.conferences.prepare_part import PreparePart

            return PreparePart(self._desk)
        if part is Part.HOLD:
            from casedesk.ui.conferences.hold_part import HoldPart

            return HoldPart(self._desk)
        from casedesk.ui.conferences.follow_part import FollowPart

        follow = FollowPart(self._desk)
        follow.version_wanted.connect(self.opened)
        return follow

    def _show_head(self, conference: Conference) -> None:
        self.title.setText(conference_words.title(conference))
        self.when.setText(conference_words.when(conference))
        today = self._desk.session.clock.today()
        self.state.setText(conference_words.standing(conference, today))
        set_look(self.state, f"badge-{conference_words.TONES[conference.state]}")

    def _build(self) -> None:
        self.back = button(_("← All conferences"), "link", self)
        self.title = plain_label("", "heading", self)
        self.when = plain_label("", "muted", self)
        self.state = badge("", Tone.NEUTRAL, self)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        for widget in (self.back, self.title, self.when, self.state):
            head.addWidget(widget)
        head.addStretch()
        head.addLayout(self._switch())
        self._stack = QStackedWidget(self)
        layout = Column(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.back.clicked.connect(self.left)

    def _switch(self) -> QHBoxLayout:
        words = {
            Part.PREPARE: _("Prepare"),
            Part.HOLD: _("Hold"),
            Part.FOLLOW: _("Follow up"),
        }
        row = QHBoxLayout()
        row.setSpacing(2)
        group = QButtonGroup(self)
        for number, (part, title) in enumerate(words.items(), start=1):
            made = button(title, "nav", self)
            made.setCheckable(True)
            made.setMinimumWidth(width_when_down(made))
            made.setToolTip(wording.keys(f"Alt+{number}"))
            made.clicked.connect(partial(self.choose, part))
            group.addButton(made)
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(made.click)
            self.buttons[part] = made
            row.addWidget(made)
        return row
