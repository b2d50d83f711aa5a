from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.document import DocumentId
from casedesk.domain.page_code import (
    LAST_PAGE,
    LENGTH,
    PageCode,
    codes_among,
    read_code,
)

DOCUMENT = DocumentId("0198c0de-7abc-7def-8123-456789abcdef")


@given(st.uuids(), st.integers(1, LAST_PAGE))
def test_a_code_names_the_page_it_was_made_for(number: object, page: int) -> None:
    code = PageCode(DocumentId(str(number)), page)

    assert read_code(code.text) == code
    assert len(code.text) == LENGTH


@given(st.integers(0, LENGTH - 1), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(place: int, shift: int) -> None:
    digits = [*PageCode(DOCUMENT, 2).text]
    digits[place] = str((int(digits[place]) + shift) % 10)

    assert read_code("".join(digits)) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("https://example.org", id="a link"),
        pytest.param("9" * LENGTH, id="digits of another program"),
        pytest.param("²" * LENGTH, id="digits that are none"),
    ],
)
def test_squares_of_others_are_none_of_ours(text: str) -> None:
    assert read_code(text) is None


@pytest.mark.parametrize("page", [0, LAST_PAGE + 1])
def test_a_page_that_cannot_be_named_has_no_code(page: int) -> None:
    assert PageCode(DOCUMENT, page).text == ""


def test_the_same_square_found_twice_is_one_code() -> None:
    code = PageCode(DOCUMENT, 3)

    assert codes_among([code.text, "nonsense", code.text]) == (code,)
