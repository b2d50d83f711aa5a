"""Levels and ratings as papers that look back say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.words.catalog import Words

MINUS = "−"


def signed(level: int | None) -> str:
    """Write a level with its sign, or a dash."""
    if level is None:
        return "–"
    return f"{level:+d}".replace("-", MINUS) if level else "0"


def level_words(level: int | None, own: str, words: Words) -> str:
    """Say what a level means: in the goal's own words, else in general ones."""
    if level is None:
        return ""
    general = {
        -2: words("much less than expected"),
        -1: words("less than expected"),
        0: words("as expected"),
        1: words("more than expected"),
        2: words("much more than expected"),
    }
    return own.strip() or general[level]


def score(value: float | None, words: Words, *, is_change: bool = False) -> str:
    """Write a T-score with one decimal, a change with its sign; a dash for none."""
    if value is None:
        return "–"
    written = f"{abs(value):.1f}".replace(".", words("."))
    sign = MINUS if value < 0 else "+"
    return f"{sign}{written}" if is_change else written


def of_ten(value: int | None) -> str:
    """Write a rating from 0 to 10, or a dash."""
    return "–" if value is None else f"{value} / 10"


def facts_with_words(pairs: Iterable[tuple[str, str]]) -> tuple[Fact, ...]:
    """Return a fact for each pair of which something is said."""
    return tuple(Fact(label=what, value=said) for what, said in pairs if said.strip())
