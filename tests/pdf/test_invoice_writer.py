from __future__ import annotations

import subprocess
import sys

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
