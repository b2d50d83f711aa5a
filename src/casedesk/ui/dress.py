"""How the program looks and speaks, as the user has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import theme
from casedesk.ui.language import chosen_language, speak

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from casedesk.domain.practice import Language
    from casedesk.ui.preferences import Preferences, Scheme


class Dress:
    """Changes language and look only where the choice has changed."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        self._app = app
        self._preferences = preferences
        self._language: Language | None = None
        self._look: tuple[Scheme, int] | None = None

    def put_on(self) -> None:
        """Speak and look as was chosen last."""
        chosen = self._preferences.chosen
        language = chosen_language(chosen.language)
        if language is not self._language:
            self._language = language
            speak(self._app, language)
        if (chosen.scheme, chosen.text_percent) != self._look:
            self._look = chosen.scheme, chosen.text_percent
            theme.apply(self._app, *self._look)
