from __future__ import annotations

import pytest

from casedesk.domain.service_kind import (
    are_other_services,
    distinct_payers,
    is_same_payer,
    is_same_service,
    is_same_task,
    pays_oneself,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Physiotherapie 2× pro Woche", "Krankengymnastik zu Hause", True),
        ("Grundpflege am Morgen", "Körperpflege", True),
        ("Grundpflege", "Mahlzeitendienst", False),
        ("Belastungstraining", "Handtherapie", False),
        ("Begleitung zum Einkauf am Samstag", "Einkaufen gehen", True),
        ("", "", False),
        ("Hilfe zu Hause", "Begleitung nach Hause", False),
    ],
)
def test_services_are_compared_by_their_words(one: str, other: str, same: bool) -> None:
    assert is_same_service(one, other) is same
    assert is_same_service(other, one) is same


def test_services_of_known_families_are_told_apart() -> None:
    assert are_other_services("Grundpflege", "Fahrdienst")
    assert not are_other_services("Grundpflege", "Etwas anderes")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wochendosett richten", "Medikamente bestellen", False),
        ("Wochendosett richten", "Wochendosett richten und prüfen", True),
        ("Unterlagen zusammenstellen", "Unterlagen zusammenstellen", True),
    ],
)
def test_a_task_is_the_same_only_nearly_word_for_word(
    one: str, other: str, same: bool
) -> None:
    assert is_same_task(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Krankenkasse", "Krankenkasse Bergsicht, ärztliche Verordnung", True),
        ("Krankenkasse Bergsicht", "Krankenkasse Seeblick", False),
        ("Unfallversicherung", "Krankenkasse", False),
    ],
)
def test_a_payer_is_known_again_by_the_shorter_name(
    one: str, other: str, same: bool
) -> None:
    assert is_same_payer(one, other) is same


@pytest.mark.parametrize("payer", ["Selbstzahlung", "Familie", "Eigenmittel", "privat"])
def test_the_client_pays_a_share(payer: str) -> None:
    assert pays_oneself(payer)


@pytest.mark.parametrize(
    "payer", ["Familienkasse", "Krankenkasse", "Privatversicherung"]
)
def test_a_payer_whose_name_only_sounds_like_it_pays_in_full(payer: str) -> None:
    assert not pays_oneself(payer)


def test_payers_are_named_once_and_in_full() -> None:
    payers = ["Unfallversicherung", "Unfallversicherung Säntis, 25 Sitzungen", "IV"]

    assert distinct_payers(payers) == ["Unfallversicherung Säntis", "IV"]
