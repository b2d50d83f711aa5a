from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.trail import (
    Anchor,
    Deed,
    TrailCheck,
    check,
    is_older_copy,
    seal_of,
)

KEY = bytes(range(32))
START = datetime(2026, 3, 14, tzinfo=UTC)


def a_trail(length: int, *, unsealed: int = 0) -> list[Deed]:
    deeds: list[Deed] = []
    before = ""
    for number in range(1, length + 1):
        deed = Deed(
            number=number,
            at=START + timedelta(minutes=number),
            action="goal.change",
            subject_id=f"g{number % 3}",
        )
        if number > unsealed:
            deed = replace(deed, seal=seal_of(KEY, deed, before))
            before = deed.seal
        deeds.append(deed)
    return deeds


def test_an_untouched_trail_holds() -> None:
    assert check(KEY, a_trail(20)) == TrailCheck(lines=20)
    assert check(KEY, []).holds


def test_lines_from_before_there_were_seals_count_at_the_beginning() -> None:
    assert check(KEY, a_trail(10, unsealed=4)).holds


@given(st.integers(1, 20), st.sampled_from(["action", "subject_id", "seal", "at"]))
def test_a_changed_line_is_found(number: int, field: str) -> None:
    deeds = a_trail(20)
    deed = deeds[number - 1]
    deeds[number - 1] = {
        "action": replace(deed, action="other"),
        "subject_id": replace(deed, subject_id="other"),
        "seal": replace(deed, seal="other"),
        "at": replace(deed, at=START),
    }[field]

    assert check(KEY, deeds).broken_at == number


@given(st.integers(1, 19))
def test_a_missing_line_is_found(number: int) -> None:
    deeds = a_trail(20)
    del deeds[number - 1]

    assert check(KEY, deeds).broken_at == number


@given(st.integers(2, 20))
def test_a_seal_that_was_taken_off_is_found(number: int) -> None:
    deeds = a_trail(20)
    deeds[number - 1] = replace(deeds[number - 1], seal="")

    assert check(KEY, deeds).broken_at == number


def test_another_key_seals_nothing() -> None:
    assert check(bytes(32), a_trail(3)).broken_at == 1


@pytest.mark.parametrize(
    ("anchor", "line", "is_older"),
    [
        pytest.param(None, 5, False, id="nothing known yet"),
        pytest.param(5, 5, False, id="the line is there"),
        pytest.param(5, None, True, id="the vault ends before it"),
        pytest.param(5, 4, True, id="another line stands there"),
    ],
)
def test_an_older_copy_is_noticed(
    anchor: int | None, line: int | None, is_older: bool
) -> None:
    deeds = a_trail(6)
    known = (
        None if anchor is None else Anchor(number=anchor, seal=deeds[anchor - 1].seal)
    )
    there = [] if line is None else [deeds[line - 1]]

    assert is_older_copy(known, there) is is_older
