from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.figures import lettering


@given(st.text(max_size=80), st.integers(min_value=1, max_value=4))
def test_no_line_is_wider_than_its_room(text: str, most: int) -> None:
    lines = lettering.wrapped(text, 10, 80, most)

    assert len(lines) <= most
    assert all(lettering.width(line, 10) <= 80 for line in lines)


def test_a_long_word_is_parted_at_its_hyphen_and_leaves_no_stub() -> None:
    lines = lettering.wrapped("Sozialversicherungs-Ausgleichskasse", 10, 110, 4)

    assert lines[0] == "Sozialversicherungs-"
    assert all(len(line) >= 4 for line in lines)


@pytest.mark.parametrize("most", [1, 2])
def test_what_finds_no_room_is_left_out_with_a_sign(most: int) -> None:
    lines = lettering.wrapped("one two three four five six seven", 10, 60, most)

    assert len(lines) == most
    assert lines[-1].endswith(lettering.ELLIPSIS)
