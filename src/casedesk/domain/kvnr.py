"""The number of insured persons in Germany (Krankenversichertennummer)."""

from __future__ import annotations

import re

_FORM = re.compile(r"[A-Z]\d{9}")


def is_kvnr(text: str) -> bool:
    """Whether the letter, the eight digits and the check digit fit together.

    The letter counts as its two-digit place in the alphabet; the ten digits are
    weighted 1, 2, 1, 2 …; the check digit is the sum of the digit sums, modulo 10.
    """
    number = re.sub(r"\s", "", text).upper()
    if not _FORM.fullmatch(number):
        return False
    digits = f"{ord(number[0]) - 64:02}{number[1:9]}"
    weighted = (int(digit) * (1 + place % 2) for place, digit in enumerate(digits))
    total = sum(value // 10 + value % 10 for value in weighted)
    return total % 10 == int(number[9])
