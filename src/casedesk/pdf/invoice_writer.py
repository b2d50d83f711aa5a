"""The library that writes e-invoices, cut off from the network it could ask."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_NETWORK = "requests"


# Any: the library has no types.
def invoice_writer() -> Any:
    """Load the library with nothing in the place of the one that goes online.

    It has a check that sends the invoice to a server. CaseDesk does not ask for it, and
    nothing that could do it is loaded beside what the invoice says.
    """
    loaded = sys.modules.get(_NETWORK)
    sys.modules[_NETWORK] = ModuleType(_NETWORK)
    try:
        import facturx
    finally:
        if loaded is None:
            del sys.modules[_NETWORK]
        else:
            sys.modules[_NETWORK] = loaded
    return facturx
