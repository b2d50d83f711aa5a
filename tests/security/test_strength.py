from __future__ import annotations

import pytest

from casedesk.security.strength import Strength, judge


@pytest.mark.parametrize(
    "passphrase",
    [
        "",
        "123456",
        "Sommer2026!",
        "passwort1234",
        "Willkommen2026",
        "Spitex-Bern-1",
        "casemanagement",
        "qwertzuiopü",
        "aaaaaaaaaaaaaaaa",
        "Kennwort!Kennwort!",
        "Praxis-Zürich-1",
        "xK9#z",
    ],
)
def test_what_is_guessed_soon_is_not_enough(passphrase: str) -> None:
    assert not judge(passphrase).is_enough


@pytest.mark.parametrize(
    "passphrase", ["vier Wolken tragen Kupfer heim", "Tq7-rhubarb/Vellum9_osprey"]
)
def test_words_that_do_not_belong_together_are_enough(passphrase: str) -> None:
    assert judge(passphrase).is_enough


def test_a_short_passphrase_is_weak_however_wild() -> None:
    assert judge("xK9#zQ!7%").strength <= Strength.WEAK


NAMES = ("Praxis Federwerk Hüsli", "Annegret Zollikofer-Brändli", "Federwerk")


@pytest.mark.parametrize(
    "passphrase",
    [
        "praxis federwerk huesli",
        "Annegret Zollikofer-Brändli",
        "Zollikofer-Brändli!77",
        "Federwerk-Federwerk-19",
        "annegretzollikofer1974",
    ],
)
def test_a_passphrase_that_is_mainly_a_known_name_is_not_enough(
    passphrase: str,
) -> None:
    assert not judge(passphrase, NAMES).is_enough


def test_a_known_name_among_other_words_does_no_harm() -> None:
    assert judge("Federwerk wolken tragen kupfer heim morgens", NAMES).is_enough
    assert judge("vier Wolken tragen Kupfer heim", NAMES).is_enough
