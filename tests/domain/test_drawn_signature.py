from __future__ import annotations

from datetime import UTC, datetime

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.consent import ConsentId
from casedesk.domain.drawn_signature import (
    LEAST_POINTS,
    DrawnSignature,
    DrawnSignatureId,
    NothingDrawn,
    written,
)
from casedesk.domain.signing import SignerRole

STROKES = (tuple((n, 500) for n in range(LEAST_POINTS)), ((3, 4),))


def test_strokes_are_read_as_they_were_drawn() -> None:
    stored = DrawnSignature(
        id=DrawnSignatureId("d"),
        case_id=CaseId("k"),
        consent_id=ConsentId("c"),
        role=SignerRole.CLIENT,
        name="Anna Brunner",
        drawn_at=datetime(2026, 3, 14, tzinfo=UTC),
        strokes=written(STROKES),
    )

    assert stored.drawing() == STROKES


@pytest.mark.parametrize(
    "strokes",
    [
        pytest.param((), id="nothing"),
        pytest.param((((1, 1),), ((2, 2),)), id="two dots"),
    ],
)
def test_a_slip_of_the_pen_is_no_signature(
    strokes: tuple[tuple[tuple[int, int], ...], ...],
) -> None:
    with pytest.raises(NothingDrawn):
        written(strokes)
