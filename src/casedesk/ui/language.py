"""The language of the window: words, Qt's own words, and forms of numbers and days."""

from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from casedesk.domain.practice import Language
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

DOMAIN = "casedesk"
# Each in its own language, so that everybody finds theirs.
NAMES = {
    Language.DE_CH: "Deutsch (Schweiz)",
    Language.DE_DE: "Deutsch (Deutschland)",
    Language.DE_AT: "Deutsch (Österreich)",
    Language.EN: "English",
}
_CATALOGUES = {
    Language.DE_CH: "de_CH:de",
    Language.DE_DE: "de",
    Language.DE_AT: "de_AT:de",
    Language.EN: "en",
}
_LOCALES = {Language.EN: "en_GB"}


def chosen_language(choice: str) -> Language:
    """Return the language of a choice; without one, that of the system."""
    if choice in set(Language):
        return Language(choice)
    system = QLocale.system().name()
    if system in set(Language):
        return Language(system)
    return Language.DE_DE if system.startswith("de") else Language.EN


def speak(app: QCoreApplication, language: Language) -> None:
    """Use a language for every word that is asked for from now on.

    Windows that stand keep their words; they are made anew.
    """
    os.environ["LANGUAGE"] = _CATALOGUES[language]
    gettext.bindtextdomain(DOMAIN, str(resource("locale")))
    gettext.textdomain(DOMAIN)
    QLocale.setDefault(QLocale(_LOCALES.get(language, language.value)))
    for child in app.children():
        if isinstance(child, _QtWords):
            app.removeTranslator(child)
            child.deleteLater()
    if language is not Language.EN:
        words = _QtWords(app, is_swiss=language is Language.DE_CH)
        if words.load("qtbase_de", _translations()):
            app.installTranslator(words)


def _translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


class _QtWords(QTranslator):
    """The words on Qt's own buttons and menus, in Swiss spelling where wanted."""

    def __init__(self, parent: QCoreApplication, *, is_swiss: bool) -> None:
        super().__init__(parent)
        self._is_swiss = is_swiss

    # --- QTranslator

    def translate(
        self,
        context: str | bytes,
        source_text: str | bytes,
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        # Qt takes an empty answer for an empty word, not for none.
        words = super().translate(context, source_text, disambiguation, n)  # type: ignore[arg-type]  # Qt calls it with texts of either kind
        if not words:
            return source_text if isinstance(source_text, str) else source_text.decode()
        return words.replace("ß", "ss") if self._is_swiss else words
