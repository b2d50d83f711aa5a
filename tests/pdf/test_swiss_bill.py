"""The code of a QR-bill is read back from the rendered page, field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pdf.samples import SHEET
from services.test_invoicing import codes_on

from casedesk.domain.payment import Addressee, creditor_reference, qr_reference
from casedesk.pdf.blocks import PaymentSlip, SlipPart
from casedesk.pdf.page import printed
from casedesk.pdf.swiss_bill import SwissBill, bill_address, is_writable, payload

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PLAIN, QR_IBAN = "CH9300762011623852957", "CH4431999123000889012"
LONG = "Öffentlich-rechtliche Krankenversicherungsgesellschaft für Bergbäuerinnen AG"
PAYEE = Addressee(
    name="Łukasz Wiśniewski & Söhne",
    street="Grünenmattstrasse 12a",
    postcode="3000",
    town="Zürich",
    country="CH",
)
PAYER = Addressee(
    name=LONG,
    second_name="Abteilung Leistungen",
    street="Postfach",
    postcode="78462",
    town="Konstanz",
    country="DE",
)


def read_back(bill: SwissBill) -> list[str]:
    text = payload(bill)
    slip = PaymentSlip(
        bill=bill,
        receipt_title="Empfangsschein",
        payment_title="Zahlteil",
        receipt=(SlipPart("Konto", ("x",)),),
        payment=(SlipPart("Konto", ("x",)),),
        currency_label="Währung",
        currency=bill.currency,
        amount_label="Betrag",
        amount="1.00",
        acceptance_point="Annahmestelle",
        cut_here="Vor der Einzahlung abzutrennen",
    )
    codes = codes_on(printed(SHEET, [slip]))
    [found] = [each for page in codes for each in page if each.startswith("SPC")]
    assert found == text
    return found.split("\r\n")


@pytest.mark.parametrize(
    ("iban", "reference", "kind"),
    [
        (QR_IBAN, qr_reference("2026-0001"), "QRR"),
        (PLAIN, creditor_reference("2026-0001"), "SCOR"),
        (PLAIN, "", "NON"),
    ],
)
def test_each_kind_of_reference_is_read_back_with_the_addresses(
    iban: str, reference: str, kind: str, qapp: QApplication
) -> None:
    bill = SwissBill(
        iban=iban,
        creditor=PAYEE,
        debtor=PAYER,
        amount_cents=1234567_05,
        currency="CHF",
        reference=reference,
        message="Rechnung 2026-0001",
    )

    said = read_back(bill)

    assert said[:4] == ["SPC", "0200", "1", iban]
    assert said[4:11] == [
        *("S", PAYEE.name, "Grünenmattstrasse", "12a", "3000", "Zürich", "CH"),
    ]
    assert said[11:18] == [""] * 7
    assert said[18:20] == ["1234567.05", "CHF"]
    name = LONG[:70]
    assert said[20:27] == ["S", name, "Postfach", "", "78462", "Konstanz", "DE"]
    assert said[27:] == [kind, reference, "Rechnung 2026-0001", "EPD"]


def test_further_lines_of_a_name_are_whole_or_left_out() -> None:
    someone = replace(
        PAYER,
        name="Krankenkasse Bergsicht",
        second_name="Leistungen, Versorgungsmanagement, Beat Zurbrügg",
    )

    found = bill_address(someone).name

    assert found == "Krankenkasse Bergsicht, Leistungen, Versorgungsmanagement"


def test_without_a_payer_the_fields_stay_empty(qapp: QApplication) -> None:
    bill = SwissBill(
        iban=PLAIN,
        creditor=PAYEE,
        debtor=None,
        amount_cents=5,
        currency="EUR",
        reference="",
    )

    said = read_back(bill)

    assert said[18:27] == ["0.05", "EUR", *[""] * 7]


@pytest.mark.parametrize(
    ("name", "is_latin"),
    [("Şule Öztürk", True), ("Ščerba", True), ("Шевченко", False), ("Ελένη", False)],
)
def test_letters_that_the_standard_does_not_know_are_left_out(
    name: str, is_latin: bool
) -> None:
    someone = Addressee(name=name, postcode="3000", town="Bern", country="CH")

    assert is_writable(someone) is is_latin
