from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WRITES = """
import sys
from casedesk.pdf.invoice_writer import invoice_writer

writer = invoice_writer()
assert invoice_writer() is writer
assert callable(writer.generate_cii_xml)
print(sorted({"requests", "urllib3", "http.client"} & {*sys.modules}))
"""


def test_nothing_that_goes_online_is_loaded_with_the_writer_of_invoices() -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", WRITES], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


MAKES = """
import os, sys
from datetime import date
from casedesk.pdf.blocks import Letterhead, Sheet, Title
from casedesk.pdf.e_invoice import embedded
from casedesk.pdf.page import printed
from casedesk.services.sample_bills import german_bill

seen = []

def hook(event, given):
    flags = given[2] if event == "open" else 0
    if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) or event.startswith(
        ("socket.", "tempfile.", "subprocess.", "http.", "urllib.")
    ):
        seen.append(event)

xml = german_bill(date(2026, 3, 14))
sheet = Sheet(title="t", letterhead=Letterhead(name="Praxis"))
pdf = printed(sheet, [Title("Rechnung")])
sys.addaudithook(hook)
xml = german_bill(date(2026, 3, 14))
made = embedded(pdf, xml, title="Rechnung", author="Praxis")
assert made.startswith(b"%PDF") and len(made) > len(pdf)
print(seen)
open(sys.argv[1], "w").close()
print(seen)
"""


def test_an_e_invoice_is_made_without_a_file_and_without_the_network(
    tmp_path: Path,
) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-B", "-c", MAKES, str(tmp_path / "control")],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split("\n") == ["[]", "['open']", ""]
