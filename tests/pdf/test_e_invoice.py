"""The e-invoice keeps the rules of EN 16931 and says what stands on the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from facturx import get_xml_from_pdf
from lxml import etree
from pdf.business_rules import look_at
from services.test_invoicing import a_german_case, a_sheet, issued, printed
from services.test_time_sheets import an_entry

from casedesk.domain.billing_terms import OF_THE_PRACTICE, VatRule
from casedesk.domain.tariff import BillingUnit, FlatPer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from casedesk.domain.invoice import Invoice
    from casedesk.services.session import Session

# They need a newer grammar; what they say is worked out in `_sums_agree`, but for the
# last, by which an account has one kind of number.
UNREAD = {"BR-CO-15", "BR-CO-17", "BR-S-08", "BR-E-08", "CII-SR-470"}
RAM = (
    "{urn:un:unece:uncefact:data:standard:"
    "ReusableAggregateBusinessInformationEntity:100}"
)
EXEMPT = "Umsatzsteuerfrei nach § 4 Nr. 14 UStG."
LEITWEG = "04011000-1234512345-06"


def both_papers(
    session: Session, **terms: Any
) -> tuple[tuple[Invoice, bytes], tuple[Invoice, bytes]]:
    """Issue an invoice with every kind of line, and what cancels it."""
    case_id = a_german_case(session)
    session.billing_terms.change(OF_THE_PRACTICE, **terms)
    an_entry(session, case_id, "way", minutes=37, travel_minutes=25, expense_cents=1250)
    an_entry(session, case_id, "unsorted", minutes=5, time_category=None)
    draft = session.invoicing.begin(case_id, (a_sheet(session, case_id),))
    fee = session.invoicing.add_fee(draft.id)
    session.flat_fees.change(
        fee.id, per=FlatPer.MONTH, quantity=2, unit_cents=333_33, text="Begleitung"
    )
    session.invoices.change(
        draft.id, routing_id=LEITWEG, reference_number="KGS 1", note="Danke & bis bald"
    )
    invoice = issued(session, draft.id)
    credit = session.invoicing.begin_credit(invoice[0].id, "Falsche Kasse")
    return invoice, issued(session, credit.id)


@pytest.mark.parametrize(
    "terms",
    [
        pytest.param({"unit": BillingUnit.LESSON}, id="taxed, by lessons"),
        pytest.param(
            {"vat_rule": VatRule.EXEMPT, "vat_note": EXEMPT}, id="exempt, by the hour"
        ),
    ],
)
def test_no_rule_is_broken_and_paper_and_machine_say_the_same(
    session: Session, qapp: QApplication, terms: dict[str, Any]
) -> None:
    for invoice, pdf in both_papers(session, **terms):
        xml = get_xml_from_pdf(pdf, check_xsd=True)[1]
        outcome = look_at(xml)

        assert outcome.broken == set()
        assert len(outcome.fired) > 180
        assert outcome.unread <= UNREAD
        tree = etree.fromstring(xml)
        _sums_agree(tree)
        _says_what_was_invoiced(tree, invoice, session)
        _stands_on_paper(tree, printed(pdf), is_credit=invoice.is_credit)


def _sums_agree(tree: Any) -> None:
    lines = [_cents(each) for each in tree.iter(f"{RAM}LineTotalAmount")]
    *lines, of_lines = lines
    net, vat = (
        _cents(_one(tree, name)) for name in ("TaxBasisTotalAmount", "TaxTotalAmount")
    )
    rate = _cents(next(tree.iter(f"{RAM}RateApplicablePercent")))
    assert sum(lines) == of_lines == net == _cents(_one(tree, "BasisAmount"))
    assert _cents(_one(tree, "CalculatedAmount")) == vat
    assert abs(vat - net * rate / 100_00) <= 0.5
    assert _cents(_one(tree, "GrandTotalAmount")) == net + vat
    assert _cents(_one(tree, "DuePayableAmount")) == net + vat


def _says_what_was_invoiced(tree: Any, invoice: Invoice, session: Session) -> None:
    sign = -1 if invoice.is_credit else 1
    assert _cents(_one(tree, "TaxBasisTotalAmount")) == sign * invoice.net_cents
    assert _cents(_one(tree, "TaxTotalAmount")) == sign * invoice.vat_cents
    assert _one(tree, "BuyerReference").text == LEITWEG
    [contract] = tree.iter(f"{RAM}ContractReferencedDocument")
    assert _one(contract, "IssuerAssignedID").text == "KGS 1"
    assert _one(tree, "Content").text == "Danke & bis bald"
    categories = {each.text for each in tree.iter(f"{RAM}CategoryCode")}
    assert categories == {"S" if invoice.vat_rule is VatRule.RATE else "E"}
    reasons = [each.text for each in tree.iter(f"{RAM}ExemptionReason")]
    assert reasons == ([] if invoice.vat_rule is VatRule.RATE else [EXEMPT])
    shown = session.invoicing.shown(invoice.id)
    lines = list(tree.iter(f"{RAM}IncludedSupplyChainTradeLineItem"))
    assert len(lines) == len(shown.charges) == 6
    for line, charge in zip(lines, shown.charges, strict=True):
        quantity = int(_one(line, "BilledQuantity").text)
        price = _cents(_one(line, "ChargeAmount"))
        per = int(_one(line, "BasisQuantity").text)
        total = _cents(_one(line, "LineTotalAmount"))
        assert (quantity, price, total) == (
            charge.quantity,
            charge.unit_cents,
            charge.net_cents,
        )
        assert abs(quantity * price / per - total) <= 0.5
    units = [_one(line, "BilledQuantity").get("unitCode") for line in lines]
    assert sorted(units) == sorted(["MON", "MIN", "MIN", "MIN", "KMT", "C62"])


def _stands_on_paper(tree: Any, text: str, *, is_credit: bool) -> None:
    sign = "-" if is_credit else ""
    for name in ("LineTotalAmount", "TaxBasisTotalAmount", "GrandTotalAmount"):
        for each in tree.iter(f"{RAM}{name}"):
            assert f"{sign}{_printed(_cents(each))}" in text, name
    for name in ("Name", "LineOne", "CityName", "PostcodeCode", "BuyerReference"):
        for each in tree.iter(f"{RAM}{name}"):
            assert each.text in text, name
    [terms] = tree.iter(f"{RAM}SpecifiedTradePaymentTerms")
    description = _one(terms, "Description").text
    if is_credit:
        assert description in text
    else:
        day = description.removeprefix("Zahlbar bis ")
        assert f"bis {day}" in text or f"bis zum {day}" in text
        assert " ".join(_groups(_one(tree, "IBANID").text)) in text


def _one(tree: Any, name: str) -> Any:
    return next(tree.iter(f"{RAM}{name}"))


def _cents(element: Any) -> int:
    whole, part = element.text.split(".")
    return int(whole + part)


def _printed(cents: int) -> str:
    grouped = f"{cents / 100:,.2f} €"
    return grouped.replace(",", " ").replace(".", ",").replace(" ", ".", 1)[:-2] + " €"


def _groups(iban: str) -> list[str]:
    return [iban[at : at + 4] for at in range(0, len(iban), 4)]


def test_a_broken_rule_is_noticed(session: Session, qapp: QApplication) -> None:
    terms: dict[str, Any] = {"vat_rule": VatRule.EXEMPT, "vat_note": EXEMPT}
    (_invoice, pdf), _credit = both_papers(session, **terms)
    sound = get_xml_from_pdf(pdf, check_xsd=True)[1].decode()

    for rule, find, put in (
        ("BR-CO-26", "<ram:ID>12/345/67890</ram:ID>", ""),
        ("BR-CO-10", "<ram:LineTotalAmount>8.40", "<ram:LineTotalAmount>8.41"),
        ("BR-E-10", f"<ram:ExemptionReason>{EXEMPT}</ram:ExemptionReason>", ""),
        ("BR-02", "<ram:ID>2026-0001</ram:ID>", "<ram:ID></ram:ID>"),
        ("FX-SCH-A-000580", ">DE</ram:CountryID>", ">XX</ram:CountryID>"),
    ):
        assert find in sound, rule
        assert rule in look_at(sound.replace(find, put, 1).encode()).broken
