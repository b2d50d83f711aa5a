"""Keeps a vault of a schema version for good: `python3 dev.py sample [COMMIT]`.

The sample is the demo, made by the code of its version, which also notes what is in it.
This script runs with the code of any version, so it uses only what all of them have.
"""

from __future__ import annotations

import json
import sys
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from casedesk.services import vaults
from casedesk.services.demo import write_demo
from casedesk.store.migrations import STEPS

if TYPE_CHECKING:
    from casedesk.services.session import Session

KEPT = Path(__file__).resolve().parents[1] / "fixtures" / "vaults"
NOTED = KEPT / "contents.json"
# Fields that a migration changed, and by which version; earlier samples leave them out.
CHANGED_BY = {("goal", "importance"): 10, ("goal", "state"): 10}
# For each kind of record: which fields it had, how many there are, and their checksum.
# Any: as JSON has it.
Contents = dict[str, dict[str, Any]]


def keep() -> Path:
    """Make the sample of the present version and note what is in it."""
    path = KEPT / f"schema-{len(STEPS)}.casedesk"
    with TemporaryDirectory() as folder:
        write_demo(Path(folder))
        path.write_bytes(Path(folder, "demo.casedesk").read_bytes())
        key = vaults.derive_key(vaults.DEMO_PASSPHRASE, vaults.read_header(path))
        session = vaults.unlock(Path(folder, "demo.casedesk"), key)
        contents = contents_of(session)
        session.lock()
    noted = json.loads(NOTED.read_text(encoding="utf-8")) if NOTED.exists() else {}
    noted[path.name] = contents
    text = json.dumps(noted, indent=1, sort_keys=True)
    NOTED.write_text(f"{text}\n", encoding="utf-8")
    return path


def contents_of(session: Session, noted: Contents | None = None) -> Contents:
    """Return what stands for all records and papers, in the fields that were noted."""
    kinds = [each for each in vars(session).values() if hasattr(each, "noun")]
    found = {each.noun: each.all() for each in kinds}
    cases = [line.case_id for line in session.cases.lines()]
    cases += [line.case_id for line in session.cases.lines(closed=True)]
    with session._database.read() as tables:
        found["practice"] = [tables.practice.get("practice")]
        papers = [paper for case in cases for paper in tables.documents.of_case(case)]
        pages = {paper.id: tables.documents.pdf(paper.id) for paper in papers}
    found["document"] = papers
    contents = {
        noun: _told(records, _names_of(noun, records, noted))
        for noun, records in found.items()
        if records and (noted is None or noun in noted)
    }
    contents["pages"] = _told_of([(str(name), pages[name].hex()) for name in pages])
    return contents


def _names_of(noun: str, records: list[Any], noted: Contents | None) -> list[str]:
    if noted is not None:
        return list(noted[noun]["fields"])
    names = [field.name for field in fields(records[0])]
    return [name for name in names if CHANGED_BY.get((noun, name), 0) <= len(STEPS)]


def _told(records: list[Any], names: list[str]) -> dict[str, Any]:
    rows = [tuple(_plain(getattr(each, name)) for name in names) for each in records]
    return {"fields": names, **_told_of(rows)}


def _told_of(rows: list[tuple[str, ...]]) -> dict[str, Any]:
    digest = sha256(json.dumps(sorted(rows)).encode()).hexdigest()
    return {"count": len(rows), "sha256": digest}


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, (set, frozenset, tuple)):
        return ",".join(sorted(map(str, value)))
    return str(value)


if __name__ == "__main__":
    sys.stdout.write(f"{keep()}\n")
