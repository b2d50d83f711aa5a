"""The language of the window changes while the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox

from casedesk.domain.practice import Language
from casedesk.ui.language import (
    NAMES,
    chosen_language,
    gettext,
    ngettext,
    speak,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, Language.EN)


def close_button(qtbot: QtBot) -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    return box.button(QDialogButtonBox.StandardButton.Close).text().replace("&", "")


@pytest.mark.parametrize(
    ("language", "words", "locale"),
    [
        (Language.DE_DE, "Schließen", "de_DE"),
        (Language.DE_CH, "Schliessen", "de_CH"),
        (Language.DE_AT, "Schließen", "de_AT"),
        (Language.EN, "Close", "en_GB"),
    ],
)
def test_buttons_and_numbers_follow_the_language(
    qapp: QApplication, qtbot: QtBot, language: Language, words: str, locale: str
) -> None:
    speak(qapp, language)

    assert close_button(qtbot) == words
    assert QLocale().name() == locale


def test_going_back_to_english_leaves_no_german_behind(
    qapp: QApplication, qtbot: QtBot
) -> None:
    speak(qapp, Language.DE_DE)
    speak(qapp, Language.EN)

    assert close_button(qtbot) == "Close"


def write_words(folder: Path, name: str, words: dict[str, str]) -> None:
    catalogue = Catalog(locale=name)
    for english, translated in words.items():
        catalogue.add(english, translated)
    place = folder / name / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "casedesk.mo").open("wb") as file:
        write_mo(file, catalogue)


def test_swiss_words_come_first_german_ones_after_and_english_last(
    tmp_path: Path,
) -> None:
    write_words(tmp_path, "de", {"Street": "Straße", "Town": "Ort"})
    write_words(tmp_path, "de_CH", {"Street": "Strasse"})

    words = words_of(Language.DE_CH, tmp_path)

    assert [words.gettext(each) for each in ("Street", "Town", "Lake")] == [
        "Strasse",
        "Ort",
        "Lake",
    ]


def test_a_window_that_was_not_told_speaks_english() -> None:
    assert gettext("Never translated") == "Never translated"
    assert ngettext("{count} day", "{count} days", 2) == "{count} days"


def test_words_qt_has_no_german_for_stay_as_they_are(qapp: QApplication) -> None:
    speak(qapp, Language.DE_DE)

    assert qapp.translate("Nowhere", "Never heard") == "Never heard"


def test_a_choice_wins_over_the_system() -> None:
    assert chosen_language("de_AT") is Language.DE_AT
    assert chosen_language("nonsense") in set(Language)


def test_every_language_is_offered_under_its_own_name() -> None:
    assert set(NAMES) == set(Language)
