"""R20: vaults of every released version, kept as they were and opened by today's code.

`python -m reliability.releases VERSION` keeps one more, before a release.
"""

from __future__ import annotations

import json
import shutil
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reliability import office
from reliability.figures import Figure

from casedesk.services import vaults

if TYPE_CHECKING:
    from casedesk.services.session import Session

KEPT = Path(__file__).resolve().parent.parent / "fixtures" / "vaults"
LISTED = KEPT / "contents.json"


def opened(times: int, folder: Path) -> Figure:
    """Open a copy of each; its content must be what was noted when it was made."""
    listed: dict[str, str] = json.loads(LISTED.read_text(encoding="utf-8"))
    right = 0
    for turn in range(times):
        for name, noted in listed.items():
            path = folder / f"{turn}-{name}"
            shutil.copyfile(KEPT / name, path)
            session = vaults.unlock(path, office.KEY)
            is_sound = office.is_sound(session)
            right += is_sound and content_of(session) == noted
            session.lock()
    tried = times * len(listed)
    return Figure(
        reached=f"{right} of {tried} openings of {len(listed)} versions",
        is_met=right == tried and tried > 0,
    )


def content_of(session: Session) -> str:
    """Return what stands for every client and note of a vault."""
    state = office.found_in(session)
    practice = session.practice.get()
    told = [sorted(state.items()), practice.name, practice.town, practice.street]
    return sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()


def keep(version: str) -> None:
    """Make a vault with the code of this version and note its content."""
    path = KEPT / f"{version}.casedesk"
    office.new_vault(path, 6)
    session = vaults.unlock(path, office.KEY)
    listed = json.loads(LISTED.read_text(encoding="utf-8")) if LISTED.exists() else {}
    listed[path.name] = content_of(session)
    session.lock()
    LISTED.write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    keep(sys.argv[1])
