"""Account numbers, references and addresses, beside a library that knows them."""

from __future__ import annotations

import pytest
from stdnum import iso11649
from stdnum.ch import esr

from casedesk.domain.payment import (
    addressee,
    creditor_reference,
    grouped,
    is_iban,
    is_qr_iban,
    is_swiss,
    qr_reference,
    reference_for,
    street_and_number,
)
from casedesk.domain.practice import Country

SWISS, QR, GERMAN = (
    "CH93 0076 2011 6238 5295 7",
    "CH44 3199 9123 0008 8901 2",
    "DE02 1203 0000 0000 2020 51",
)


def test_account_numbers_are_checked() -> None:
    assert all(map(is_iban, (SWISS, QR, GERMAN)))
    assert not is_iban("CH93 0076 2011 6238 5295 8")
    assert not is_iban("")
    assert is_swiss(SWISS)
    assert not is_swiss(GERMAN)
    assert (is_qr_iban(QR), is_qr_iban(SWISS), is_qr_iban(GERMAN)) == (
        True,
        False,
        False,
    )
    assert grouped("ch9300762011623852957") == SWISS


@pytest.mark.parametrize("number", ["2026-0001", "2026-9999", "2031-0042"])
def test_references_are_those_of_the_standards(number: str) -> None:
    assert iso11649.is_valid(creditor_reference(number))
    assert esr.is_valid(qr_reference(number))
    assert len(qr_reference(number)) == 27
    assert reference_for(QR, number) == qr_reference(number)
    assert reference_for(SWISS, number) == creditor_reference(number)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Kasse\nAbt. Leistungen\nAhornweg 1\n3000 Bern",
            ("Kasse", "Abt. Leistungen", "Ahornweg 1", "3000", "Bern", "CH"),
        ),
        ("Anna Ö.\n78462 Konstanz", ("Anna Ö.", "", "", "78462", "Konstanz", "DE")),
        ("X\nWeg 2\nA-1010 Wien", ("X", "", "Weg 2", "1010", "Wien", "AT")),
    ],
)
def test_an_address_is_taken_apart(text: str, parts: tuple[str, ...]) -> None:
    made = addressee(text, Country.CH)

    assert made is not None
    assert parts == (
        made.name,
        made.second_name,
        made.street,
        made.postcode,
        made.town,
        made.country,
    )


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("L-2963 Luxembourg", "LU"),
        ("E-28001 Madrid", "ES"),
        ("N-0150 Oslo", "NO"),
        ("FL-9490 Vaduz", "LI"),
        ("CH-3000 Bern", "CH"),
        ("NO-0150 Oslo", "NO"),
    ],
)
def test_letters_before_a_postcode_name_the_country(place: str, country: str) -> None:
    made = addressee(f"X\nWeg 2\n{place}", Country.DE)

    assert made is not None
    assert made.country == country


@pytest.mark.parametrize("place", ["XQ-3000 Bern", "X-3000 Bern", "Q 3000 Bern"])
def test_letters_that_name_no_country_make_no_address(place: str) -> None:
    assert addressee(f"Kasse\nAhornweg 1\n{place}", Country.CH) is None


def test_what_has_no_postcode_and_town_is_no_address() -> None:
    assert addressee("Kasse\nAhornweg 1", Country.CH) is None
    assert addressee("3000 Bern", Country.CH) is None
    assert addressee("", Country.CH) is None


@pytest.mark.parametrize(
    ("street", "parts"),
    [
        ("Bahnhöfliweg 3", ("Bahnhöfliweg", "3")),
        ("Grünenmattstrasse 12a", ("Grünenmattstrasse", "12a")),
        ("Rue du Lac 4 bis", ("Rue du Lac 4 bis", "")),
        ("Weg 5 B", ("Weg", "5 B")),
        ("Strasse des 17. Juni 135/2", ("Strasse des 17. Juni", "135/2")),
        ("Postfach", ("Postfach", "")),
        ("", ("", "")),
    ],
)
def test_a_street_is_parted_from_its_number(
    street: str, parts: tuple[str, str]
) -> None:
    assert street_and_number(street) == parts
