from __future__ import annotations

from datetime import date

import pytest

from casedesk.domain.client import ClientId
from casedesk.domain.representation import (
    Representation,
    RepresentationEndsBeforeItBegins,
    RepresentationId,
    check_representation,
)

DAY = date(2026, 3, 14)
EARLIER = date(2026, 3, 13)


def a_representation(begin: date | None, end: date | None) -> Representation:
    return Representation(
        id=RepresentationId("r"),
        client_id=ClientId("anna"),
        valid_from=begin,
        valid_until=end,
    )


def test_a_representation_does_not_end_before_it_begins() -> None:
    with pytest.raises(RepresentationEndsBeforeItBegins):
        check_representation(a_representation(DAY, EARLIER))


@pytest.mark.parametrize(
    ("begin", "end"), [(DAY, DAY), (EARLIER, DAY), (DAY, None), (None, EARLIER)]
)
def test_dates_that_fit_are_taken(begin: date | None, end: date | None) -> None:
    check_representation(a_representation(begin, end))


def test_one_of_whom_nothing_is_known_is_empty() -> None:
    assert a_representation(None, None).is_empty
    assert not a_representation(DAY, None).is_empty
