"""Soft hyphens for German words that are wider than their column."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth

if TYPE_CHECKING:
    from pyphen import Pyphen
    from reportlab.lib.styles import ParagraphStyle

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_SHORTEST = 7
_COMPOUND = re.compile(r"[^\W_]+(?:-+[^\W_]+)+")
_WORD = re.compile(r"[^\W\d_]+")


def parted_where_too_wide(
    text: str, style: ParagraphStyle, width: float, language: str
) -> str:
    """Return the text with soft hyphens in the words that do not fit the width."""
    if not language.startswith("de"):
        return text

    def parted(found: re.Match[str]) -> str:
        word = found.group()
        fits = len(word) < _SHORTEST or _fits(word, style, width)
        # The patterns take half a second to load: only when a word needs them.
        return word if fits else str(_patterns().inserted(word, SOFT_HYPHEN))

    return _WORD.sub(parted, text)


def broken_after_hyphens(text: str, style: ParagraphStyle, width: float) -> str:
    """Return markup with line ends in compounds that do not fit, such as names."""
    if "-" not in text:
        return text

    def broken(found: re.Match[str]) -> str:
        compound = found.group()
        if _fits(compound, style, width):
            return compound
        lines = [""]
        for part in re.findall(r"[^-]*-+|[^-]+", compound):
            if lines[-1] and _width(lines[-1] + part, style) > width:
                lines.append("")
            lines[-1] += part
        return "<br/>".join(lines)

    return _COMPOUND.sub(broken, text)


def _fits(word: str, style: ParagraphStyle, width: float) -> bool:
    # Measuring is slow, and hardly any letter is wider than the type is high.
    surely = len(word) * style.fontSize <= width
    return surely or _width(word, style) <= width


def _width(word: str, style: ParagraphStyle) -> float:
    return float(stringWidth(word, style.fontName, style.fontSize))


@cache
def _patterns() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="de_DE")
