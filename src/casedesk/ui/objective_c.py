"""The few things that only the frameworks of macOS can do, asked for by message."""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_long, c_void_p
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

LIBRARY = "/usr/lib/libobjc.A.dylib"
# A method that takes one object: the receiver, its name, the object.
METHOD = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p)
NOT_SHARED, SHARED = 0, 1  # NSWindowSharingNone, NSWindowSharingReadOnly
CONCEALED = b"org.nspasteboard.ConcealedType"  # agreed among managers of clipboards


class Messenger:
    """Sends messages to objects of macOS."""

    # Any: the library has no types.
    def __init__(self, library: Any = None) -> None:
        self._library = library or _loaded()

    def named(self, name: bytes) -> int:
        """Return a class by its name; 0 if there is none."""
        return self._library.objc_getClass(name) or 0

    def send(
        self,
        receiver: int,
        message: bytes,
        *values: Any,
        kinds: tuple[Any, ...] = (),
    ) -> int:
        """Send a message with values of these kinds; return what is answered."""
        # Each kind of message needs a type of its own, or arguments go astray.
        typed = ctypes.CFUNCTYPE(c_void_p, c_void_p, c_void_p, *kinds)
        call = ctypes.cast(self._library.objc_msgSend, typed)
        return call(receiver, self.selector(message), *values) or 0

    def selector(self, name: bytes) -> int:
        """Return the name of a message as the system knows it."""
        return self._library.sel_registerName(name) or 0

    def text(self, words: bytes) -> int:
        """Return words as an object."""
        kind = self.named(b"NSString")
        return self.send(kind, b"stringWithUTF8String:", words, kinds=(c_char_p,))

    def observer(self, name: bytes, method: Callable[..., None]) -> int:
        """Return an object of a new class that hears `heard:`."""
        kind = self.named(name)
        if not kind:
            parent = self.named(b"NSObject")
            kind = self._library.objc_allocateClassPair(parent, name, 0)
            heard = self.selector(b"heard:")
            self._library.class_addMethod(kind, heard, method, b"v@:@")
            self._library.objc_registerClassPair(kind)
        return self.send(self.send(kind, b"alloc"), b"init")


def share_window(view: int, *, is_shared: bool) -> bool:
    """Let pictures of the screen show the window of a view, or not; tell if done."""
    try:
        messenger = Messenger()
    except OSError:
        return False
    window = messenger.send(view, b"window")
    kind = SHARED if is_shared else NOT_SHARED
    if window:
        messenger.send(window, b"setSharingType:", kind, kinds=(c_long,))
    return bool(window)


def conceal_clipboard(messenger: Messenger | None = None) -> None:
    """Mark what is on the clipboard as nothing to be kept."""
    try:
        messenger = messenger or Messenger()
    except OSError:
        return
    board = messenger.send(messenger.named(b"NSPasteboard"), b"generalPasteboard")
    kind = messenger.text(CONCEALED)
    kinds = messenger.send(
        messenger.named(b"NSArray"), b"arrayWithObject:", kind, kinds=(c_void_p,)
    )
    two = (c_void_p, c_void_p)
    messenger.send(board, b"addTypes:owner:", kinds, None, kinds=two)
    messenger.send(board, b"setString:forType:", messenger.text(b""), kind, kinds=two)


def _loaded() -> ctypes.CDLL:
    library = ctypes.CDLL(LIBRARY)
    for name in ("objc_getClass", "sel_registerName"):
        function = getattr(library, name)
        function.restype, function.argtypes = c_void_p, [c_char_p]
    library.objc_allocateClassPair.restype = c_void_p
    library.objc_allocateClassPair.argtypes = [c_void_p, c_char_p, ctypes.c_size_t]
    library.class_addMethod.argtypes = [c_void_p, c_void_p, METHOD, c_char_p]
    library.objc_registerClassPair.argtypes = [c_void_p]
    return library
