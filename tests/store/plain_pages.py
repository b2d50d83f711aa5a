"""Deciphers the pages of a vault by hand, without the engine: free ones, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedesk.security.keys import VaultKey

PAGE, RESERVED, BLOCK = 4096, 80, 16


def plain_pages(path: Path, key: VaultKey) -> Iterator[bytes]:
    """Return the content of every page of a closed vault, as AES-256-CBC hides it."""
    cipher = _Aes256(key.key)
    file = path.read_bytes()
    assert len(file) % PAGE == 0
    for start in range(0, len(file), PAGE):
        page = file[start : start + PAGE]
        body = page[BLOCK if start == 0 else 0 : PAGE - RESERVED]
        vector = page[PAGE - RESERVED : PAGE - RESERVED + BLOCK]
        yield cipher.decipher(body, vector)


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = one << 1 ^ (0x11B if one & 0x80 else 0)
        other >>= 1
    return product


def _boxes() -> tuple[bytes, bytes]:
    box = bytearray(256)
    for value in range(256):
        inverse = next((n for n in range(256) if _times(value, n) == 1), 0)
        turned = inverse
        for shift in range(1, 5):
            turned ^= (inverse << shift | inverse >> 8 - shift) & 0xFF
        box[value] = turned ^ 0x63
    back = bytearray(256)
    for value, substitute in enumerate(box):
        back[substitute] = value
    return bytes(box), bytes(back)


class _Aes256:
    """AES with a key of 256 bits, for deciphering only; FIPS 197."""

    def __init__(self, key: bytes) -> None:
        self._box, self._back = _boxes()
        self._keys = [int.from_bytes(key, "big") for key in self._round_keys(key)]
        # Undoing the row shift: where each byte of a block comes from.
        self._from = [(n - 4 * (n % 4)) % 16 for n in range(16)]
        self._mixed = [self._column(row) for row in range(4)]

    def decipher(self, text: bytes, vector: bytes) -> bytes:
        plain, before = bytearray(), int.from_bytes(vector, "big")
        for start in range(0, len(text), BLOCK):
            block = int.from_bytes(text[start : start + BLOCK], "big")
            plain += (self._block(block) ^ before).to_bytes(BLOCK, "big")
            before = block
        return bytes(plain)

    def _block(self, block: int) -> int:
        state = block ^ self._keys[14]
        for number in range(13, 0, -1):
            state = self._mix_back(self._turn_back(state) ^ self._keys[number])
        return self._turn_back(state) ^ self._keys[0]

    def _turn_back(self, state: int) -> int:
        octets = state.to_bytes(BLOCK, "big").translate(self._back)
        return int.from_bytes(bytes([octets[n] for n in self._from]), "big")

    def _mix_back(self, state: int) -> int:
        octets = state.to_bytes(BLOCK, "big")
        one, two, three, four = self._mixed
        mixed = 0
        for n in range(0, BLOCK, 4):
            word = (
                one[octets[n]]
                ^ two[octets[n + 1]]
                ^ three[octets[n + 2]]
                ^ four[octets[n + 3]]
            )
            mixed = mixed << 32 | word
        return mixed

    def _column(self, row: int) -> list[int]:
        factors = (14, 9, 13, 11)
        turned = [factors[(n - row) % 4] for n in range(4)]
        return [
            int.from_bytes(bytes(_times(value, factor) for factor in turned), "big")
            for value in range(256)
        ]

    def _round_keys(self, key: bytes) -> list[bytes]:
        words = [key[n : n + 4] for n in range(0, 32, 4)]
        constant = 1
        while len(words) < 60:
            last = words[-1]
            if len(words) % 8 == 0:
                turned = (last[1:] + last[:1]).translate(self._box)
                last = bytes([turned[0] ^ constant]) + turned[1:]
                constant = _times(constant, 2)
            elif len(words) % 8 == 4:
                last = last.translate(self._box)
            pairs = zip(words[-8], last, strict=True)
            words.append(bytes(one ^ other for one, other in pairs))
        return [b"".join(words[n : n + 4]) for n in range(0, 60, 4)]
