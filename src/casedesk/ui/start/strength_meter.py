"""Says while typing how long a passphrase would hold."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.services import vaults
from casedesk.services.vaults import Strength
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.progress_pips import ProgressPips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.services.vaults import Judgement
    from casedesk.ui.jobs import BackgroundJobs

PAUSE_MS = 250
_DAY = 86_400
_YEAR = 365 * _DAY
_LONG_YEARS = 1000


class StrengthMeter(QWidget):
    """Judges in the background; the latest text counts."""

    def __init__(self, jobs: BackgroundJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._passphrase = ""
        self._known: Sequence[str] = ()
        self._pips = ProgressPips(self, steps=len(Strength) - 1)
        self._words = plain_label("", "small", self, wraps=True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._pips)
        layout.addWidget(self._words, 1)
        self._show(None)

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def set_known(self, known: Sequence[str]) -> None:
        """Name what a thief tries first, such as the name of the practice."""
        self._known = known

    def judge(self, passphrase: str) -> None:
        """Judge what is typed, as soon as the user pauses."""
        self._passphrase = passphrase
        if passphrase:
            self._pause.start()
        else:
            self._pause.stop()
            self._show(None)

    def _on_pause(self) -> None:
        passphrase = self._passphrase
        self._jobs.run(
            partial(vaults.judged, passphrase, self._known),
            partial(self._on_judged, passphrase),
            owner=self,
        )

    def _on_judged(self, passphrase: str, judgement: Judgement) -> None:
        if passphrase == self._passphrase:
            self._show(judgement)

    def _show(self, judgement: Judgement | None) -> None:
        if judgement is None:
            words = _("Five words that do not belong together are strong and easy.")
            self._pips.set_progress(0, words)
        else:
            words = _words(judgement)
            self._pips.set_progress(int(judgement.strength), words)
        self._words.setText(words)
        is_weak = judgement is not None and not judgement.is_enough
        set_look(self._words, "warning" if is_weak else "small")


def _words(judgement: Judgement) -> str:
    held = _duration(judgement.holds_seconds)
    if judgement.is_enough:
        return _("Strong enough. Guessing it would take {time}.").format(time=held)
    if judgement.holds_seconds >= _YEAR:
        return _("Too short: take at least twelve letters.")
    return _("Too weak. A thief with fast computers would need {time}.").format(
        time=held
    )


def _duration(seconds: float) -> str:
    years = int(seconds // _YEAR)
    if years >= _LONG_YEARS:
        return _("thousands of years")
    if years >= 1:
        return ngettext("{count} year", "{count} years", years).format(count=years)
    days = int(seconds // _DAY)
    if days >= 1:
        return ngettext("{count} day", "{count} days", days).format(count=days)
    return _("less than a day")
