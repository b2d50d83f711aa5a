"""One line of a recovery sheet, judged while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.services import recovery
from casedesk.services.recovery import LETTERS_IN_LINE, LineState
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import set_look
from casedesk.ui.widgets.labels import plain_label

_GROUP = 4


class RecoveryLine(QLineEdit):
    """Comes with its number and with a verdict, to be laid out beside it."""

    completed = Signal()
    overflowed = Signal(str)  # the letters of several lines

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        name = _("Line {number}").format(number=number)
        self.label = plain_label(name, "field", parent)
        self.label.setBuddy(self)
        self.verdict = plain_label("", "small", parent, wraps=True)
        self.setAccessibleName(name)
        font = QFont("monospace")
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_finished)

    def is_right(self) -> bool:
        """Whether the line is typed as it was printed."""
        return self._state() is LineState.RIGHT

    def show_letters(self, letters: str) -> None:
        """Show letters in groups, as they are printed, and judge them."""
        groups = range(0, len(letters), _GROUP)
        self.setText(" ".join(letters[at : at + _GROUP] for at in groups))
        self._judge(is_finished=True)

    def _state(self) -> LineState:
        return recovery.line_state(self._number, self.text())

    def _judge(self, *, is_finished: bool) -> None:
        state = self._state()
        is_wrong = state is LineState.WRONG
        if is_wrong:
            words = _("Not as it is printed: compare letter by letter.")
        elif state is LineState.RIGHT:
            words = _("Right")
        elif is_finished and self.text().strip():
            words = _("Letters are missing.")
        else:
            words = ""
        self.verdict.setText(words)
        set_look(self.verdict, "problem" if is_wrong else "small")
        self.setAccessibleDescription(words)

    def _on_edited(self) -> None:
        letters = recovery.letters_of(self.text())
        if len(letters) >= 2 * LETTERS_IN_LINE:
            self.overflowed.emit(letters)
            return
        self._judge(is_finished=False)
        if self.is_right():
            self.show_letters(letters)
            self.completed.emit()

    def _on_finished(self) -> None:
        self._judge(is_finished=True)
