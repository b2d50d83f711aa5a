"""An invented bill as a machine reads it, by which a program tests itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.payment import Addressee
from casedesk.pdf.e_invoice import EInvoice, ELine, xml_of
from casedesk.pdf.swiss_bill import SwissBill, payload

if TYPE_CHECKING:
    from datetime import date

_IBAN = "CH9300762011623852957"
_CENTS = 12_000
_PRACTICE = Addressee(
    name="Praxis Muster", postcode="3000", town="Musterstadt", country="CH"
)
_CLIENT = Addressee(
    name="Zoë Muster", postcode="3000", town="Musterstadt", country="CH"
)


def german_bill(day: date) -> bytes:
    """Return the XML of an invoice, checked by its schema."""
    line = ELine(
        name="Case Management",
        text="",
        quantity=60,
        unit="MIN",
        price_cents=_CENTS,
        per=60,
        net_cents=_CENTS,
    )
    return xml_of(
        EInvoice(
            number="2026-1",
            issued_on=day,
            due_on=day,
            credits_number="",
            seller=_PRACTICE,
            seller_vat_number="",
            seller_tax_number="12/345/67890",
            seller_contact=("Vera Muster", "000", "vera@example.org"),
            buyer=_CLIENT,
            buyer_vat_number="",
            routing_id="",
            reference_number="",
            approval_number="",
            note="",
            period=(day, day),
            currency="EUR",
            lines=(line,),
            net_cents=_CENTS,
            vat_cents=0,
            vat_rate=None,
            vat_note="Muster",
            iban=_IBAN,
            reference="2026-1",
            terms="",
        )
    )


def swiss_bill() -> str:
    """Return what the code of a Swiss slip says."""
    return payload(
        SwissBill(
            iban=_IBAN,
            creditor=_PRACTICE,
            debtor=_CLIENT,
            amount_cents=_CENTS,
            currency="CHF",
            reference="",
        )
    )
