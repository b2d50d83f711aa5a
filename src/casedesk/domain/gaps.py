"""All gaps of a case: need by need, then help by help, then approval by approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.help_gaps import help_gaps
from casedesk.domain.need_gaps import need_gaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.domain.around import Around
    from casedesk.domain.finding import Finding


def gaps(facts: Around) -> Iterator[Finding]:
    """Yield every gap; what a need says of its help, the help does not say again."""
    said: set[str] = set()
    for finding in need_gaps(facts):
        said.update(piece.id for piece in finding.helps)
        yield finding
    yield from help_gaps(facts, said)
