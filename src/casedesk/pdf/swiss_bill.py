"""The Swiss QR-bill: what its code says. The library checks it and sets it in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.payment import street_and_number
from casedesk.pdf.fonts import printable

if TYPE_CHECKING:
    from casedesk.domain.payment import Addressee

CENTS = 100
MOST_NAME, MOST_STREET, MOST_TOWN = 70, 70, 35
MOST_HOUSE_NUMBER, MOST_POSTCODE = 16, 16
MOST_MESSAGE = 140
# Latin letters with their accents, and what was added to them (guidelines 2.3).
_LETTERS = frozenset(
    (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), 0x20AC)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SwissBill:
    """What is paid to whom, by whom, and under which reference."""

    iban: str
    creditor: Addressee
    debtor: Addressee | None
    amount_cents: int
    currency: str
    reference: str
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BillAddress:
    """An address as the standard has room for it; slip and code say the same."""

    name: str
    street: str
    house_number: str
    postcode: str
    town: str
    country: str


def bill_address(someone: Addressee) -> BillAddress:
    """Return a structured address, cut to the lengths of the standard."""
    street, house_number = street_and_number(someone.street)
    return BillAddress(
        name=_name(someone),
        street=_cut(street, MOST_STREET),
        house_number=_cut(house_number, MOST_HOUSE_NUMBER),
        postcode=_cut(someone.postcode, MOST_POSTCODE),
        town=_cut(someone.town, MOST_TOWN),
        country=someone.country,
    )


def _name(someone: Addressee) -> str:
    """Return the name with as many further lines as there is room for, whole."""
    name = _cut(someone.name, MOST_NAME)
    for further in filter(None, someone.second_name.split(", ")):
        longer = f"{name}, {printable(further)}"
        if len(longer) > MOST_NAME:
            break
        name = longer
    return name


def is_writable(someone: Addressee) -> bool:
    """Whether the letters of an address are such as the code may hold."""
    address = bill_address(someone)
    words = f"{address.name}{address.street}{address.town}"
    return all(ord(sign) in _LETTERS for sign in words)


def payload(bill: SwissBill) -> str:
    """Return the text of the code, or raise `ValueError` if it can be none."""
    from qrbill import QRBill

    made = QRBill(
        account=bill.iban,
        creditor=_address(bill.creditor),
        debtor=None if bill.debtor is None else _address(bill.debtor),
        amount=f"{bill.amount_cents // CENTS}.{bill.amount_cents % CENTS:02}",
        currency=bill.currency,
        reference_number=bill.reference,
        additional_information=_cut(bill.message, MOST_MESSAGE),
    )
    return str(made.qr_data())


def squares(text: str) -> list[list[bool]]:
    """Return the rows of the code, which the standard demands in UTF-8."""
    import qrcode

    code = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_M, border=0, box_size=1
    )
    code.add_data(text.encode())
    code.make(fit=True)
    return [[bool(place) for place in row] for row in code.modules]


def _address(someone: Addressee) -> dict[str, str]:
    address = bill_address(someone)
    return {
        "name": address.name,
        "street": address.street,
        "house_num": address.house_number,
        "pcode": address.postcode,
        "city": address.town,
        "country": address.country,
    }


def _cut(text: str, most: int) -> str:
    return printable(text)[:most].strip()
