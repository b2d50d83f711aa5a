"""The e-invoice that lies in a German invoice: Factur-X, profile EN 16931.

The library writes the XML, checks it against its schema and describes it in the file.
It would do so by way of a temporary file; so the file is put together in memory here.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from casedesk.pdf.invoice_writer import invoice_writer

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.payment import Addressee

LEVEL = "en16931"
INVOICE_CODE, CREDIT_CODE = "380", "381"
TRANSFER = "58"
CENTS, WHOLE = 100, 100
FILE = "factur-x.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ELine:
    """A line: what, how much of which unit, and the price of so many units."""

    name: str
    text: str
    quantity: int
    unit: str
    """As in UN/ECE Recommendation 20: `MIN`, `KMT`, `C62`."""
    price_cents: int
    per: int
    net_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoice:
    """What the machine reads; the same as stands on the paper."""

    number: str
    issued_on: date
    due_on: date | None
    credits_number: str
    """Of the invoice that this one cancels."""
    seller: Addressee
    seller_vat_number: str
    seller_tax_number: str
    seller_contact: tuple[str, str, str]
    """Name, telephone, mail."""
    buyer: Addressee
    buyer_vat_number: str
    routing_id: str
    """By which a public buyer finds its office (Leitweg-ID)."""
    reference_number: str
    """By which the buyer knows the mandate."""
    approval_number: str
    note: str
    period: tuple[date, date]
    currency: str
    lines: tuple[ELine, ...]
    net_cents: int
    vat_cents: int
    vat_rate: int | None
    """In hundredths of a per cent; nothing where no tax is charged."""
    vat_note: str
    iban: str
    reference: str
    terms: str


def xml_of(invoice: EInvoice) -> bytes:
    """Return the XML; raises if it breaks the schema."""
    made = invoice_writer().generate_cii_xml(
        _fields(invoice), level=LEVEL, check_xsd=True, check_schematron=False
    )
    return bytes(made)


def embedded(pdf: bytes, xml: bytes, *, title: str, author: str) -> bytes:
    """Return the paper with the XML in it; its keywords stay."""
    from casedesk.pdf.archive import as_archive

    keywords = _keywords(pdf)
    # A file in memory: the library's other way writes the invoice to the disk.
    content = BytesIO(as_archive(pdf))
    invoice_writer().generate_from_file(
        content,
        xml,
        flavor="factur-x",
        level=LEVEL,
        check_xsd=True,
        check_schematron=False,
        pdf_metadata={
            "author": author,
            "keywords": keywords,
            "title": title,
            "subject": title,
        },
        lang="de-DE",
        afrelationship="alternative",
    )
    return content.getvalue()


def _keywords(pdf: bytes) -> str:
    from pypdf import PdfReader

    known = PdfReader(BytesIO(pdf)).metadata
    return str(known.get("/Keywords", "")) if known else ""


# Any: the names of EN 16931, each with a value of its own kind.
def _fields(invoice: EInvoice) -> dict[str, object]:
    is_credit = bool(invoice.credits_number)
    total = invoice.net_cents + invoice.vat_cents
    found: dict[str, object] = {
        "BT-1": invoice.number,
        "BT-2": invoice.issued_on,
        "BT-3": CREDIT_CODE if is_credit else INVOICE_CODE,
        "BT-5": invoice.currency,
        "BT-9": invoice.due_on,
        "BT-10": invoice.routing_id or invoice.reference_number or None,
        "BT-12": invoice.reference_number or None,
        "BT-13": invoice.approval_number or None,
        "BT-20": invoice.terms,
        "BT-72": invoice.period[1],  # without it the schema is broken
        "BT-73": invoice.period[0],
        "BT-74": invoice.period[1],
        "BT-81": TRANSFER,
        "BT-83": invoice.reference,
        "BT-84": invoice.iban,
        "BT-85": invoice.seller.name,
        "BT-106": _money(invoice.net_cents),
        "BT-109": _money(invoice.net_cents),
        "BT-110": _money(invoice.vat_cents),
        "BT-112": _money(total),
        "BT-115": _money(total),
        "BG-4": _seller(invoice),
        "BG-7": _buyer(invoice),
        "BG-23": [_tax(invoice)],
        "BG-25": [
            _line(number, line, invoice)
            for number, line in enumerate(invoice.lines, start=1)
        ],
    }
    if invoice.note.strip():
        found["BG-1"] = [{"BT-22": invoice.note.strip()}]
    if is_credit:
        found["BG-3"] = [{"BT-25": invoice.credits_number}]
    return {name: value for name, value in found.items() if value is not None}


def _seller(invoice: EInvoice) -> dict[str, object]:
    name, phone, email = invoice.seller_contact
    known: dict[str, object] = {}
    if not invoice.seller_vat_number.strip():
        # Without a VAT number, one of the seller's own is demanded (BR-CO-26).
        known["identifiers"] = {"": invoice.seller_tax_number}
    return (
        _party(invoice.seller)
        | known
        | _filled(
            vat_identifier=invoice.seller_vat_number,
            tax_identifier=invoice.seller_tax_number,
        )
        | {"contacts": [_filled(name=name, phone=phone, email=email)]}
        | (
            {"einvoicing_addr": email, "einvoicing_addr_schemeid": "EM"}
            if email
            else {}
        )
    )


def _buyer(invoice: EInvoice) -> dict[str, object]:
    known = _filled(vat_identifier=invoice.buyer_vat_number)
    return _party(invoice.buyer) | known


def _party(someone: Addressee) -> dict[str, object]:
    return {
        "name": someone.name,
        "country_code": someone.country,
        "city": someone.town,
        "postcode": someone.postcode,
        **_filled(addr_l1=someone.street, addr_l2=someone.second_name),
    }


def _tax(invoice: EInvoice) -> dict[str, object]:
    tax: dict[str, object] = {
        "BT-116": _money(invoice.net_cents),
        "BT-117": _money(invoice.vat_cents),
        "BT-118": _category(invoice),
        "BT-119": _rate(invoice),
    }
    if invoice.vat_rate is None:
        tax["BT-120"] = invoice.vat_note
    return tax


def _line(number: int, line: ELine, invoice: EInvoice) -> dict[str, object]:
    found: dict[str, object] = {
        "BT-126": str(number),
        "BT-129": str(line.quantity),
        "BT-130": line.unit,
        "BT-131": _money(line.net_cents),
        "BT-146": _money(line.price_cents),
        "BT-149": str(line.per),
        "BT-151": _category(invoice),
        "BT-152": _rate(invoice),
        "BT-153": line.name,
    }
    return found | _filled(**{"BT-154": line.text})


def _category(invoice: EInvoice) -> str:
    """Say that tax is charged, or that the user has said that it is not."""
    return "E" if invoice.vat_rate is None else "S"


def _rate(invoice: EInvoice) -> str:
    rate = invoice.vat_rate or 0
    return f"{rate // WHOLE}.{rate % WHOLE:02}"


def _money(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // CENTS}.{abs(cents) % CENTS:02}"


def _filled(**values: str) -> dict[str, object]:
    return {name: value for name, value in values.items() if value.strip()}
