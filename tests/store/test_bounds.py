"""How the queries of the store say how many rows they want."""

from __future__ import annotations

import re
from pathlib import Path

import casedesk.store

# The engine looks at a bare mark to plan, and so prepares the statement anew at each
# use: thousands of small pieces of memory, each of them locked. It leaves a sum alone.
BARE = re.compile(r"LIMIT\s+(\?|:\w+\b)(?! \+ 0)")


def test_no_statement_is_prepared_anew_for_its_limit() -> None:
    [folder] = casedesk.store.__path__

    found = {
        path.name: BARE.findall(path.read_text(encoding="utf-8"))
        for path in Path(folder).rglob("*.py")
    }

    assert len(found) > 30
    assert {name for name, bare in found.items() if bare} == set()
