"""How words are compared, whatever their case, accents and spelling of umlauts."""

from __future__ import annotations

import unicodedata

_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe", "œ": "oe"}
)
_WITHOUT_ACCENT = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae"})


def folded(text: str, *, spell_out: bool = True) -> str:
    """Return text as it is compared: small letters, no accents, ß as ss.

    With `spell_out`, ä, ö and ü become ae, oe and ue; without it they lose their dots.
    """
    small = unicodedata.normalize("NFC", text).casefold()
    if spell_out:
        small = small.translate(_SPELLED_OUT)
    parts = unicodedata.normalize("NFKD", small.translate(_WITHOUT_ACCENT))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
