"""What stands on a network map and what is counted on it, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.tie import (
    Flow,
    MapChangeKind,
    Quality,
    Sector,
    changes_between,
    figures_of,
)
from casedesk.figures.network_map import MapWords
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.tie import MapChange, Tie
    from casedesk.services.network_maps import ShownMap

    Translate = Callable[[str], str]


def map_words(
    shown: ShownMap, words: Translate, earlier: ShownMap | None = None
) -> tuple[tuple[Tie, ...], MapWords]:
    """Return who is drawn, those gone since an earlier map too, and all words."""
    changes = changes_of(shown, earlier)
    gone = tuple(c.tie for c in changes if c.kind is MapChangeKind.GONE)
    ties = (*shown.ties, *gone)
    names = {**(earlier.names if earlier else {}), **shown.names}
    names = {tie.id: names[tie.id] or words("(no name)") for tie in ties}
    return ties, MapWords(
        title=words("Network map of {name}").format(name=shown.client_name),
        client=shown.client_name,
        names=names,
        spoken={tie.id: said(tie, names[tie.id], words) for tie in ties},
        sectors={each: phrases.label(each, words) for each in Sector},
        qualities={each: phrases.label(each, words) for each in Quality},
        person=words("Person"),
        organisation=words("Organisation"),
        deputy=words("deputises in an emergency"),
        summary=" ".join(summary(shown, words)),
        notes={c.tie.id: f"({change_words(c, words)})" for c in changes},
        gone=frozenset(tie.id for tie in gone),
    )


def changes_of(shown: ShownMap, earlier: ShownMap | None) -> list[MapChange]:
    """Return what changed since an earlier map."""
    return changes_between(earlier.ties, shown.ties) if earlier else []


def change_words(change: MapChange, words: Translate) -> str:
    """Say what became of somebody; of a tie that is otherwise, how it was."""
    before, after = change.before, change.after
    is_other = change.kind is MapChangeKind.OTHERWISE
    if is_other and before and after and before.quality is not after.quality:
        was = phrases.label(before.quality, words)
        return words("before: {quality}").format(quality=was)
    return phrases.label(change.kind, words)


def said(tie: Tie, name: str, words: Translate) -> str:
    """Say all that the map shows about somebody."""
    parts = [
        phrases.label(tie.sector, words),
        phrases.label(tie.closeness, words),
        phrases.label(tie.quality, words),
    ]
    if tie.quality is not Quality.BROKEN and tie.flow is not Flow.NONE:
        parts.append(phrases.label(tie.flow, words))
    parts += [phrases.label(kind, words) for kind in tie.kinds]
    parts += [tie.frequency] if tie.frequency else []
    if tie.deputises:
        parts.append(words("deputises in an emergency"))
    return f"{name}: {', '.join(parts)}."


def summary(shown: ShownMap, words: Translate) -> list[str]:
    """Return what is counted on a map, a sentence for each."""
    figures = figures_of(shown.ties)
    lines = [
        words("Size of the network: {count}.").format(count=figures.size),
        words("Professionals: {count} ({percent} %).").format(
            count=figures.professionals, percent=figures.professional_percent
        ),
        words("Supporting ties: {count}.").format(count=figures.supporting),
        words("Burdening ties: {count}.").format(count=figures.burdening),
    ]
    if figures.cut_off:
        lines.append(
            words("Without contact: {names}.").format(
                names=_names(shown, figures.cut_off)
            )
        )
    if figures.empty_sectors and figures.size:
        sectors = ", ".join(phrases.label(s, words) for s in figures.empty_sectors)
        lines.append(words("Nobody in: {sectors}.").format(sectors=sectors))
    if figures.deputies:
        named = _names(shown, figures.deputies)
        lines.append(words("Deputises in an emergency: {names}.").format(names=named))
    else:
        lines.append(words("Nobody deputises in an emergency yet."))
    return lines


def _names(shown: ShownMap, ties: tuple[Tie, ...]) -> str:
    return ", ".join(shown.names[tie.id] for tie in ties)
