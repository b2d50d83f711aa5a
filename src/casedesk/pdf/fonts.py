"""The embedded typeface, and which characters it can print."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

REGULAR = "DejaVuSansCondensed"
BOLD = "DejaVuSansCondensed-Bold"
OBLIQUE = "DejaVuSansCondensed-Oblique"
SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"

_LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
# Reordering and joining of letters are beyond ReportLab: they would print backwards.
_RIGHT_TO_LEFT = ("R", "AL")
_UNSEEN_CATEGORIES = ("Cc", "Cf")
_PHONE = re.compile(r"(?<![\w+])(?:\+|0)\d{1,5}(?: \d{2,8}){1,6}(?!\w)")
_registering = Lock()


def printable(text: str) -> str:
    """Return the text as paper shows it: composed, without control characters."""
    unified = text.replace("\r\n", "\n")
    return unicodedata.normalize("NFC", unified).translate(_repertoire())


def markup(text: str) -> str:
    """Return any user's words so that a ReportLab `Paragraph` prints them literally."""
    # The only door to Paragraph: it obeys tags and opens the files of <img src=…>.
    whole = _PHONE.sub(_unbroken, printable(text))
    return escape(whole).replace("\n", "<br/>")


def register() -> None:
    """Make the typeface known to ReportLab, once."""
    with _registering:
        _glyphs()


def _unbroken(number: re.Match[str]) -> str:
    return number.group().replace(" ", "\N{NO-BREAK SPACE}")


class _Repertoire(dict[int, str]):
    """What is printed for each code point, filled as characters occur."""

    def __init__(self, glyphs: Mapping[int, object]) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, code: int) -> str:
        self[code] = shown = self._shown(chr(code))
        return shown

    def _shown(self, character: str) -> str:
        if character in _LINE_ENDS:
            return "\n"
        if character == "\t":
            return " "
        if unicodedata.category(character) in _UNSEEN_CATEGORIES or (
            "\N{VARIATION SELECTOR-1}" <= character <= "\N{VARIATION SELECTOR-16}"
        ):
            return ""
        backwards = unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
        if backwards or ord(character) not in self._glyphs:
            return SUBSTITUTE
        return character


@cache
def _repertoire() -> _Repertoire:
    with _registering:
        return _Repertoire(_glyphs())


@cache
def _glyphs() -> Mapping[int, object]:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    fonts = [
        TTFont(name, str(folder() / f"{name}.ttf")) for name in (REGULAR, BOLD, OBLIQUE)
    ]
    for font in fonts:
        registerFont(font)
    covered = set.intersection(*(set(font.face.charToGlyph) for font in fonts))
    return dict.fromkeys(covered)


def folder() -> Path:
    """Return where the files of the typefaces lie."""
    # Beside the package in an installation or bundle, above src in the source tree.
    for parent in Path(__file__).parents:
        found = parent / "resources" / "fonts"
        if found.is_dir():
            return found
    missing = "resources/fonts"
    raise FileNotFoundError(missing)
