"""A signature drawn on the screen: a simple electronic one, and labelled as that."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType, TypeAlias

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.signing import SignerRole

DrawnSignatureId = NewType("DrawnSignatureId", str)

Stroke: TypeAlias = tuple[tuple[int, int], ...]
"""Points in thousandths of the height of the field, from its upper left corner."""
LEAST_POINTS = 8
"""Fewer are a slip of the pen and no signature."""


class NothingDrawn(RuleBroken):
    """Somebody who signs on the screen has not drawn a signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSignature:
    """The strokes of one who signed, and the paper that was shown. It never changes.

    `strokes` is JSON: a list of strokes, each a list of points `[x, y]` in thousandths
    of the height of the field, from its upper left corner.
    """

    id: DrawnSignatureId
    case_id: CaseId
    consent_id: ConsentId
    role: SignerRole
    name: str
    drawn_at: datetime
    strokes: str
    document_id: DocumentId | None = None
    sha256: str = ""

    def drawing(self) -> tuple[Stroke, ...]:
        """Return the strokes as they were drawn."""
        return tuple(
            tuple((int(x), int(y)) for x, y in stroke)
            for stroke in json.loads(self.strokes)
        )


def written(strokes: tuple[Stroke, ...]) -> str:
    """Return strokes as they are stored, or raise `NothingDrawn`."""
    if sum(map(len, strokes)) < LEAST_POINTS:
        raise NothingDrawn
    return json.dumps([[list(point) for point in stroke] for stroke in strokes])
