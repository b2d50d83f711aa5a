"""The Swiss QR-bill: what its code says. The library checks it and sets it in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.fonts import printable

if TYPE_CHECKING:
    from casedesk.domain.payment import Addressee

CENTS = 100
MOST_NAME, MOST_STREET, MOST_POSTCODE, MOST_TOWN = 70, 70, 16, 35
MOST_MESSAGE = 140


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
        additional_information=printable(bill.message)[:MOST_MESSAGE],
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
    name = ", ".join(filter(None, (someone.name, someone.second_name)))
    return {
        "name": printable(name)[:MOST_NAME],
        "street": printable(someone.street)[:MOST_STREET],
        "pcode": someone.postcode[:MOST_POSTCODE],
        "city": printable(someone.town)[:MOST_TOWN],
        "country": someone.country,
    }
