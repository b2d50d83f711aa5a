"""What is asked of macOS, told by a library that notes it."""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_void_p
from types import SimpleNamespace
from typing import Any

import pytest

from casedesk.ui.objective_c import (
    CONCEALED,
    METHOD,
    Messenger,
    conceal_clipboard,
    share_window,
)

SEND = ctypes.CFUNCTYPE(c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)


class Library:
    """Numbers every name, and answers each message with a number of its own."""

    def __init__(self, known: tuple[bytes, ...]) -> None:
        self.names: dict[int, bytes] = {}
        self.known = known
        self.sent: list[tuple[bytes, bytes]] = []
        self.methods: list[tuple[int, int, object, bytes]] = []
        self.registered: list[bytes] = []
        self.objc_msgSend = SEND(self._answer)

    def objc_getClass(self, name: bytes) -> int | None:  # noqa: N802
        return self._number(name) if name in self.known else None

    def sel_registerName(self, name: bytes) -> int:  # noqa: N802
        return self._number(name)

    def objc_allocateClassPair(self, _parent: int, name: bytes, _more: int) -> int:  # noqa: N802
        return self._number(name)

    def objc_registerClassPair(self, kind: int) -> None:  # noqa: N802
        self.registered.append(self.names[kind])

    def class_addMethod(self, kind: int, name: int, method: object, as_: bytes) -> None:  # noqa: N802
        self.methods.append((kind, name, method, as_))

    def _answer(self, receiver: int, message: int, value: int, _more: int) -> int:
        name = self.names[message]
        if name == b"stringWithUTF8String:":
            return self._number(c_char_p(value).value or b"")
        said = self.names.get(value or 0, b"")
        self.sent.append((name, said))
        return self._number(b"answer of " + name)

    def _number(self, name: bytes) -> int:
        for number, known in self.names.items():
            if known == name:
                return number
        self.names[len(self.names) + 1] = name
        return len(self.names)


@pytest.fixture
def library() -> Library:
    return Library((b"NSObject", b"NSString", b"NSArray", b"NSPasteboard"))


def test_the_clipboard_is_marked_as_concealed(library: Library) -> None:
    conceal_clipboard(Messenger(library))

    assert CONCEALED in library.names.values()
    assert [name for name, _value in library.sent] == [
        b"generalPasteboard",
        b"arrayWithObject:",
        b"addTypes:owner:",
        b"setString:forType:",
    ]
    assert (b"arrayWithObject:", CONCEALED) in library.sent


def test_an_observer_is_an_object_of_a_class_that_hears(library: Library) -> None:
    method = METHOD(lambda *_: None)

    made = Messenger(library).observer(b"Ear", method)

    assert made
    assert library.registered == [b"Ear"]
    [(_kind, name, added, as_)] = library.methods
    assert (library.names[name], added, as_) == (b"heard:", method, b"v@:@")
    assert [name for name, _value in library.sent] == [b"alloc", b"init"]


def test_where_there_is_no_such_library_nothing_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(_name: str) -> Any:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)

    conceal_clipboard()
    assert not share_window(7, is_shared=False)


@pytest.mark.parametrize(("is_shared", "kind"), [(False, 0), (True, 1)])
def test_a_window_is_left_out_of_pictures(
    monkeypatch: pytest.MonkeyPatch, *, is_shared: bool, kind: int
) -> None:
    asked: list[tuple[object, ...]] = []

    def send(receiver: int, message: bytes, *values: int, kinds: object = ()) -> int:
        asked.append((receiver, message, *values))
        return 42

    monkeypatch.setattr(
        "casedesk.ui.objective_c.Messenger", lambda: SimpleNamespace(send=send)
    )

    assert share_window(7, is_shared=is_shared)
    assert asked == [(7, b"window"), (42, b"setSharingType:", kind)]
