"""On which pages the parts of a paper begin, written into the file and read again."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# Letters of users cannot look like this: a bracket of theirs is written as `\(`.
_WRITTEN = re.compile(rb"/Keywords \(CaseDesk parts ([0-9 ]+) of ([0-9]+)\)")


class Stretch(NamedTuple):
    """The first and the last page of a part."""

    first: int
    last: int


def keywords(begins: Sequence[int], pages: int) -> str:
    """Return what the file says about its parts; `begins` are their first pages."""
    return f"CaseDesk parts {' '.join(map(str, begins))} of {pages}"


def parts_in(pdf: bytes) -> tuple[Stretch, ...]:
    """Return the pages of each part, or nothing if the file does not say."""
    found = _WRITTEN.search(pdf)
    if found is None:
        return ()
    begins, pages = [int(each) for each in found[1].split()], int(found[2])
    return tuple(
        Stretch(first, max(first, after - 1))
        for first, after in pairwise((*begins, pages + 1))
    )
