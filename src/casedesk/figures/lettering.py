"""How much room words take, without knowing the typeface, and how they are broken."""

from __future__ import annotations

_NARROW = frozenset("iljftrI.,;:'|!()[]/-·’ ")
_WIDE = frozenset("mwMW@%—…")
_NARROW_SHARE, _USUAL_SHARE, _CAPITAL_SHARE, _WIDE_SHARE = 0.36, 0.58, 0.69, 0.92
_BOLD_SHARE = 1.08
_VOWELS = frozenset("aeiouyäöüéèàâêîôû")
_LEAST_REST = 4  # letters that stand alone on the last line
ELLIPSIS = "…"


def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return about how wide a line is, rather too much than too little."""
    share = sum(_share(letter) for letter in text)
    return share * size * (_BOLD_SHARE if is_bold else 1)


def wrapped(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Return the text in at most so many lines of that width; the rest is left out."""
    lines: list[str] = []
    for word in text.split():
        for part in _parts(word, size, room):
            if lines and width(f"{lines[-1]} {part}", size) <= room:
                lines[-1] = f"{lines[-1]} {part}"
            else:
                lines.append(part)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], elided(f"{lines[most - 1]}{ELLIPSIS}", size, room))


def elided(text: str, size: float, room: float) -> str:
    """Return the text so short that it finds room."""
    if width(text, size) <= room:
        return text
    kept = text.rstrip(ELLIPSIS)
    while kept and width(kept + ELLIPSIS, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def _share(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_SHARE
    if letter in _WIDE:
        return _WIDE_SHARE
    return _CAPITAL_SHARE if letter.isupper() else _USUAL_SHARE


def _parts(word: str, size: float, room: float) -> list[str]:
    """Break a word that is longer than a line, at its hyphens first."""
    if width(word, size) <= room:
        return [word]
    head, hyphen, tail = word.partition("-")
    if hyphen and tail and width(head + hyphen, size) <= room:
        return [head + hyphen, *_parts(tail, size, room)]
    parts, rest = [], word
    while width(rest, size) > room and len(rest) > 2:
        cut = _cut(rest, size, room)
        parts.append(rest[:cut] + "-")
        rest = rest[cut:]
    return [*parts, rest]


def _cut(word: str, size: float, room: float) -> int:
    """Return where to part a word: before a consonant that begins a syllable."""
    most = max(len(word) - _LEAST_REST, 2)
    while most > 2 and width(word[:most] + "-", size) > room:
        most -= 1
    for cut in range(most, max(most // 2, 2), -1):
        here, following = word[cut].lower(), word[cut + 1].lower()
        if here not in _VOWELS and following in _VOWELS:
            return cut
    return most
