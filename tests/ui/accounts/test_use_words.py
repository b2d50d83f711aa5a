"""How much of the approved time is used, in words."""

from __future__ import annotations

import pytest

from casedesk.domain.account_use import AccountUse, UseState
from casedesk.ui.accounts.use_words import left_words, use_words


@pytest.mark.parametrize(
    ("used", "approved", "words"),
    [
        pytest.param(
            1080, 1800, "18\u00a0of\u00a030\u00a0h used, 12\u00a0h left", id="some left"
        ),
        pytest.param(
            1890,
            1800,
            "31.5\u00a0of\u00a030\u00a0h used, 1.5\u00a0h too many",
            id="over",
        ),
        pytest.param(
            90,
            None,
            "1.5\u00a0h noted so far, no hours approved yet",
            id="none approved",
        ),
    ],
)
def test_the_hours_used_are_told(used: int, approved: int | None, words: str) -> None:
    use = AccountUse(approved_minutes=approved, used_minutes=used)

    assert use_words(use, used) == words


def test_only_what_is_approved_has_something_left() -> None:
    assert left_words(AccountUse(used_minutes=90)) == ""
    scarce = AccountUse(approved_minutes=600, used_minutes=540)
    assert scarce.state is UseState.SCARCE
    assert left_words(scarce) == "1\u00a0h left"
