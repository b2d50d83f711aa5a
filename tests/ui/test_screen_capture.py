from __future__ import annotations

import pytest

from casedesk.ui.screen_capture import EXCLUDED, SHOWN, hide_from_capture


@pytest.fixture
def called() -> list[tuple[int, int]]:
    return []


@pytest.mark.parametrize(("hides", "affinity"), [(True, EXCLUDED), (False, SHOWN)])
def test_windows_is_asked_to_leave_the_window_out(
    called: list[tuple[int, int]], *, hides: bool, affinity: int
) -> None:
    def note(handle: int, wanted: int) -> bool:
        called.append((handle, wanted))
        return True

    is_hidden = hide_from_capture(7, hides=hides, platform="win32", set_affinity=note)

    assert is_hidden is hides
    assert called == [(7, affinity)]


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_no_other_system_is_asked(platform: str) -> None:
    def fail(_handle: int, _wanted: int) -> bool:
        raise AssertionError

    assert not hide_from_capture(7, hides=True, platform=platform, set_affinity=fail)
