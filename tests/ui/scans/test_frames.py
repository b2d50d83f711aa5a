from __future__ import annotations

from struct import pack

import pytest

from casedesk.ui.scans.reader.frames import FrameError, Frames, packed


def test_what_is_sent_arrives_however_it_is_cut() -> None:
    sent = packed({"page": 1}, b"picture") + packed({"done": True})

    for size in (1, 3, 1000):
        frames = Frames()
        pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
        arrived = [each for piece in pieces for each in frames.take(piece)]

        assert arrived == [({"page": 1}, b"picture"), ({"done": True}, b"")]


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(pack(">II", 10**9, 0), id="facts without end"),
        pytest.param(pack(">II", 2, 10**9) + b"{}", id="a picture without end"),
        pytest.param(pack(">II", 2, 0) + b"[]", id="no facts"),
        pytest.param(pack(">II", 2, 0) + b"{x", id="no JSON"),
    ],
)
def test_what_nobody_sends_is_refused(sent: bytes) -> None:
    with pytest.raises((FrameError, ValueError)):
        [*Frames().take(sent)]
