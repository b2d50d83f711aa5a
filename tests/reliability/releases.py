"""R20: vaults of every schema version, kept as they were and opened by today's code."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from reliability.figures import Figure
from reliability.samples import KEPT, NOTED, Contents, contents_of

from casedesk.services import vaults
from casedesk.store.migrations import STEPS
from casedesk.store.repair import Condition, condition_of

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session


def opened(times: int, folder: Path) -> Figure:
    """Open a copy of each; its content must be what was noted when it was made."""
    right, wrong = 0, set[str]()
    samples = noted()
    for turn in range(times):
        for name, contents in samples.items():
            path = folder / f"{turn}-{name}"
            session = vaults.unlock(path, copied(name, path))
            if is_as_noted(session, contents):
                right += 1
            else:
                wrong.add(name)
            session.lock()
    tried = times * len(samples)
    present = f"schema-{len(STEPS)}.casedesk"
    return Figure(
        reached=f"{right} of {tried} openings of {len(samples)} samples"
        + (f"; not as noted: {', '.join(sorted(wrong))}" if wrong else "")
        + ("" if present in samples else f"; no sample yet: {present}"),
        is_met=right == tried and tried > 0,
    )


def noted() -> dict[str, Contents]:
    """Return the samples that are kept, and what is in each."""
    samples: dict[str, Contents] = json.loads(NOTED.read_text(encoding="utf-8"))
    return samples


def copied(name: str, path: Path) -> VaultKey:
    """Put a copy of a sample at a path and return its key."""
    shutil.copyfile(KEPT / name, path)
    return vaults.derive_key(vaults.DEMO_PASSPHRASE, vaults.read_header(path))


def is_as_noted(session: Session, contents: Contents) -> bool:
    """Whether a vault is sound and holds what was noted."""
    session._database.checkpoint()
    return (
        condition_of(session._database._connection) is Condition.SOUND
        and session.trail.check().holds
        and contents_of(session, contents) == contents
    )
