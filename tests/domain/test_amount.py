"""Amounts are read as they are typed, to the cent."""

from __future__ import annotations

import pytest

from casedesk.domain.amount import parse_cents, parse_rate


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("120", 120_00),
        (" 120.5 ", 120_50),
        ("120,50", 120_50),
        ("120.-", 120_00),
        ("0.29", 29),
        ("1.500", 1500_00),
        ("1.234,50", 1234_50),
        ("1,234.50", 1234_50),
        ("1'234.50", 1234_50),
        (
            "1\N{RIGHT SINGLE QUOTATION MARK}234\N{RIGHT SINGLE QUOTATION MARK}567",
            1234567_00,
        ),
        ("1 234,05", 1234_05),
        ("90071992547409.93", 9007199254740993),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, cents: int) -> None:
    assert parse_cents(typed) == cents


@pytest.mark.parametrize(
    "typed",
    [
        *("", "-5", "1e5", "inf", "nan", "1.2345", "12.34.5", "viel"),
        *("0.500", "0,425", "1.234,567", "1,234.567", "1.234'567"),
    ],
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        parse_cents(typed)


@pytest.mark.parametrize(
    ("typed", "rate"), [("19", 19_00), ("8.1", 8_10), ("8,1 %", 8_10), ("2.65", 2_65)]
)
def test_a_rate_is_read_in_hundredths_of_a_per_cent(typed: str, rate: int) -> None:
    assert parse_rate(typed) == rate


@pytest.mark.parametrize("typed", ["", "-1", "inf", "8.123", "acht"])
def test_what_is_no_rate_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        parse_rate(typed)
