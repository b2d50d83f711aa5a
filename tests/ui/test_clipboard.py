from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.ui.clipboard import clear_own

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


# The offscreen clipboard does not tell whose its content is.
@pytest.mark.parametrize(("is_own", "left"), [(True, ""), (False, "1951")])
def test_only_what_was_copied_here_is_taken_back(
    qapp: QApplication, *, is_own: bool, left: str
) -> None:
    clipboard = qapp.clipboard()
    clipboard.setText("1951")

    clear_own(clipboard, owns=lambda _: is_own)

    assert clipboard.text() == left
