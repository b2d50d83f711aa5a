from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casedesk.domain.moving import CODE_LETTERS, LETTERS, MovingList

LIST = MovingList(
    mark="E5ED JD3X",
    clients=12,
    open_cases=10,
    closed_cases=2,
    entries=62,
    papers=4,
    last_deed=99,
    last_deed_at=datetime(2026, 3, 14, 9, 0, tzinfo=UTC),
)


def test_the_code_is_eight_letters_that_cannot_be_mistaken() -> None:
    assert len(LIST.code.replace(" ", "")) == CODE_LETTERS
    assert set(LIST.code) <= {*LETTERS, " "}


@pytest.mark.parametrize(
    "changed",
    [
        replace(LIST, mark="E5ED JD3Y"),
        replace(LIST, clients=11),
        replace(LIST, open_cases=9, closed_cases=3),
        replace(LIST, entries=61),
        replace(LIST, papers=5),
        replace(LIST, last_deed=98),
        replace(LIST, last_deed_at=None),
    ],
)
def test_whatever_differs_makes_another_code(changed: MovingList) -> None:
    assert changed.code != LIST.code
    assert not changed.matches(LIST.code)


def test_small_letters_spaces_and_letters_like_digits_do_not_matter() -> None:
    typed = LIST.code.lower().replace("0", "o").replace("1", "l").replace(" ", " - ")

    assert LIST.matches(typed)
