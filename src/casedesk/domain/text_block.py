"""Text blocks: texts that are written by an abbreviation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.practice import PaperLanguage

TextBlockId = NewType("TextBlockId", str)
LONGEST_ABBREVIATION = 20


class AbbreviationTaken(RuleBroken):
    """Another text block of the same language has this abbreviation."""


class AbbreviationBroken(RuleBroken):
    """An abbreviation is one word of a few letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A text of the practice; without a language it serves in all of them."""

    id: TextBlockId
    abbreviation: str = ""
    text: str = ""
    language: PaperLanguage | None = None


def check_block(block: TextBlock) -> None:
    """Raise `AbbreviationBroken` if an abbreviation is more than one short word."""
    typed = block.abbreviation
    if len(typed) > LONGEST_ABBREVIATION or len(typed.split()) > 1:
        raise AbbreviationBroken


def check_taken(block: TextBlock, others: Iterable[TextBlock]) -> None:
    """Raise `AbbreviationTaken` if one of the others is called the same."""
    for other in others:
        if other.id != block.id and _clash(block, other):
            raise AbbreviationTaken


def expanded(
    typed: str,
    blocks: Iterable[TextBlock],
    language: PaperLanguage | None = None,
) -> str:
    """Return the text behind a typed word, or nothing.

    The block of the language goes before one without a language.
    """
    found = {
        block.language: block.text
        for block in blocks
        if block.text and typed and block.abbreviation == typed
    }
    if language in found:
        return found[language]
    return found.get(None) or next(iter(found.values()), "")


def _clash(one: TextBlock, other: TextBlock) -> bool:
    same = one.abbreviation == other.abbreviation != ""
    return same and one.language == other.language
