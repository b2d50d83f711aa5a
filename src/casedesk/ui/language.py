"""The language of the window: words, Qt's own words, and forms of numbers and days."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from casedesk.domain.practice import Language
from casedesk.words.resources import resource

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

CATALOGUE = Path("LC_MESSAGES", "casedesk.mo")
# Each in its own language, so that everybody finds theirs.
NAMES = {
    Language.DE_CH: "Deutsch (Schweiz)",
    Language.DE_DE: "Deutsch (Deutschland)",
    Language.DE_AT: "Deutsch (Österreich)",
    Language.EN: "English",
}
# What one has not, the next may have; the text in the source is English.
_CATALOGUES = {
    Language.DE_CH: ("de_CH", "de"),
    Language.DE_DE: ("de",),
    Language.DE_AT: ("de_AT", "de"),
    Language.EN: (),
}
_LOCALES = {Language.EN: "en_GB"}
_QT_WORDS = "casedesk_qt_words"


class _Spoken:
    """The words of the language that the window speaks.

    One for the process, as the standard library has it, and as Qt's own words are:
    the language is the same for every window. The library's functions look for their
    files at each call, which is too slow for a window of a thousand words.
    """

    words = NullTranslations()
    language = Language.EN


def gettext(message: str) -> str:
    """Return a message in the language that the window speaks."""
    return _Spoken.words.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that this count takes."""
    return _Spoken.words.ngettext(one, many, count)


def spoken() -> Language:
    """Return the language that the window speaks."""
    return _Spoken.language


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
    _Spoken.words = words_of(language, resource("locale"))
    _Spoken.language = language
    QLocale.setDefault(QLocale(_LOCALES.get(language, language.value)))
    _speak_qt(app, language)


def words_of(language: Language, folder: Path) -> NullTranslations:
    """Return the words of a language from the catalogues in a folder."""
    words = NullTranslations()
    for name in _CATALOGUES[language]:
        path = folder / name / CATALOGUE
        if path.is_file():
            with path.open("rb") as file:
                words.add_fallback(GNUTranslations(file))
    return words


def _speak_qt(app: QCoreApplication, language: Language) -> None:
    # Kept in a property: to list the children of the application takes Python through
    # every class of Qt.
    before = app.property(_QT_WORDS)
    if isinstance(before, _QtWords):
        app.removeTranslator(before)
        before.deleteLater()
        app.setProperty(_QT_WORDS, None)
    if language is not Language.EN:
        words = _QtWords(app, is_swiss=language is Language.DE_CH)
        if words.load("qtbase_de", _translations()):
            app.installTranslator(words)
            app.setProperty(_QT_WORDS, words)


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
