"""The language of the window changes while the program runs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox

from casedesk.domain.practice import Language
from casedesk.ui.language import NAMES, chosen_language, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_swiss_words_come_first_and_german_ones_after(qapp: QApplication) -> None:
    speak(qapp, Language.DE_CH)

    assert os.environ["LANGUAGE"] == "de_CH:de"


def test_words_qt_has_no_german_for_stay_as_they_are(qapp: QApplication) -> None:
    speak(qapp, Language.DE_DE)

    assert qapp.translate("Nowhere", "Never heard") == "Never heard"


def test_a_choice_wins_over_the_system() -> None:
    assert chosen_language("de_AT") is Language.DE_AT
    assert chosen_language("nonsense") in set(Language)


def test_every_language_is_offered_under_its_own_name() -> None:
    assert set(NAMES) == set(Language)
