"""Paying: account numbers, references, and the parts of an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedesk.domain.practice import Country

IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
FIRST_QR_INSTITUTE, LAST_QR_INSTITUTE = 30000, 31999
QR_DIGITS = 26
REMAINDER = 97
_CARRY = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5)  # modulo 10, recursive
_PLACE = re.compile(r"(?:([A-Z]{1,2})[- ])?(\d{4,6})\s+(\S.*)")
_HOUSE = re.compile(r"(.*\D)\s+(\d\S{0,10}(?: [a-zA-Z])?)")
GERMAN_DIGITS = 5
# The letters of vehicles that still stand before postcodes.
_LETTERS = {
    "A": "AT",
    "B": "BE",
    "D": "DE",
    "E": "ES",
    "F": "FR",
    "FL": "LI",
    "H": "HU",
    "I": "IT",
    "L": "LU",
    "N": "NO",
    "P": "PT",
    "S": "SE",
}
# Countries by ISO 3166 whose postcodes are written in front, in four to six digits.
_COUNTRIES = frozenset(
    (
        *("AD", "AL", "AT", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK"),
        *("EE", "ES", "FI", "FR", "GR", "HR", "HU", "IS", "IT", "LI", "LT", "LU"),
        *("LV", "MC", "MD", "ME", "MK", "NO", "PL", "PT", "RO", "RS", "SE", "SI"),
        *("SK", "SM", "TR", "UA", "VA"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Name and address in parts, as forms for payment and e-invoices want them."""

    name: str
    second_name: str = ""
    street: str = ""
    postcode: str
    town: str
    country: str
    """Two letters, such as `CH`."""


def bare(iban: str) -> str:
    """Return an account number without spaces."""
    return "".join(iban.split()).upper()


def is_iban(iban: str) -> bool:
    """Whether the check of an international account number comes out (ISO 13616)."""
    number = bare(iban)
    return bool(IBAN.fullmatch(number)) and _value(number[4:] + number[:4]) == 1


def is_swiss(iban: str) -> bool:
    """Whether it is an account to which a QR-bill can be paid."""
    return is_iban(iban) and bare(iban)[:2] in ("CH", "LI")


def is_qr_iban(iban: str) -> bool:
    """Whether an account demands a QR reference."""
    if not is_swiss(iban):
        return False
    institute = bare(iban)[4:9]
    is_number = institute.isdecimal()
    return is_number and FIRST_QR_INSTITUTE <= int(institute) <= LAST_QR_INSTITUTE


def grouped(iban: str) -> str:
    """Write an account number in groups of four."""
    number = bare(iban)
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))


def creditor_reference(number: str) -> str:
    """Return the reference by which a payment is told apart (ISO 11649)."""
    core = "".join(sign for sign in number.upper() if sign.isalnum())
    return f"RF{REMAINDER + 1 - _value(core + 'RF00'):02}{core}"


def qr_reference(number: str) -> str:
    """Return the 27 digits that an account with a QR-IBAN demands."""
    digits = "".join(sign for sign in number if sign.isdecimal()).zfill(QR_DIGITS)
    carry = 0
    for digit in digits:
        carry = _CARRY[(carry + int(digit)) % 10]
    return f"{digits}{(10 - carry) % 10}"


def reference_for(iban: str, number: str) -> str:
    """Return the reference of an invoice that is paid to an account."""
    return qr_reference(number) if is_qr_iban(iban) else creditor_reference(number)


def addressee(text: str, home: Country) -> Addressee | None:
    """Take an address apart, or nothing where it has no postcode and town.

    The first line is the name, the last one postcode and town, the one before it the
    street. Without letters before it, a postcode is of the practice's own country, or
    of Germany if it has five digits. Letters that name no country are a mistake.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    place = _PLACE.fullmatch(lines[-1]) if len(lines) > 1 else None
    if place is None:
        return None
    letters, postcode, town = place.groups()
    country = _country(letters, postcode, home)
    if not country:
        return None
    return Addressee(
        name=lines[0],
        second_name=", ".join(lines[1:-2]),
        street=lines[-2] if len(lines) > 2 else "",
        postcode=postcode,
        town=town,
        country=country,
    )


def street_and_number(street: str) -> tuple[str, str]:
    """Part a street from the number at its end; without one, the number is empty."""
    found = _HOUSE.fullmatch(street.strip())
    return (found[1], found[2]) if found else (street.strip(), "")


def _country(letters: str | None, postcode: str, home: Country) -> str:
    if letters:
        code = _LETTERS.get(letters, letters)
        return code if code in _COUNTRIES else ""
    return "DE" if len(postcode) == GERMAN_DIGITS else home.value


def _value(text: str) -> int:
    return int("".join(str(int(sign, 36)) for sign in text)) % REMAINDER
