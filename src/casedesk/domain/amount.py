"""Amounts and rates as they are typed, read without floating point."""

from __future__ import annotations

import re

# Thousands may be parted by points, commas, apostrophes or blanks, but by one kind of
# them, and "0.500" is none: nobody writes it for five hundred. "120.-" is 120.
_AMOUNT = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<mark>[.,'\u2019\s])\d{3}(?:(?P=mark)\d{3})*|\d+)"
    r"(?:[.,](?P<part>\d{1,2}|[-\u2013]))?"
)
_RATE = re.compile(r"(?P<whole>\d{1,3})(?:[.,](?P<part>\d{1,2}))?\s*%?")
_HUNDREDTHS = 2


def parse_cents(typed: str) -> int:
    """Return an amount in cents; raises `ValueError` if it is none, or below 0.

    "1.500" means fifteen hundred, for nothing is paid in thousandths.
    """
    found = _AMOUNT.fullmatch(typed.strip())
    if found is None:
        raise ValueError
    return _in_hundredths(re.sub(r"\D", "", found["whole"]), found["part"])


def parse_rate(typed: str) -> int:
    """Return a rate in hundredths of a per cent; raises `ValueError` if it is none."""
    found = _RATE.fullmatch(typed.strip())
    if found is None:
        raise ValueError
    return _in_hundredths(found["whole"], found["part"])


def _in_hundredths(whole: str, part: str | None) -> int:
    digits = part if part and part.isdecimal() else ""
    return int(whole + digits.ljust(_HUNDREDTHS, "0"))
