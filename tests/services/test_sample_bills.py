from __future__ import annotations

from datetime import date

from facturx import xml_check_xsd

from casedesk.services.sample_bills import german_bill, swiss_bill

DAY = date(2026, 3, 14)


def test_both_bills_are_such_as_machines_read() -> None:
    assert xml_check_xsd(german_bill(DAY), flavor="factur-x", level="en16931")
    assert swiss_bill().startswith("SPC\r\n0200\r\n1\r\nCH93")
