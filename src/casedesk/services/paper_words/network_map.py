"""The network map on paper, with what is counted and a table of all ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.figures.network_map import network_map
from casedesk.pdf.blocks import Column, Fact, Table
from casedesk.pdf.figure_paper import FigurePaper
from casedesk.services.map_words import change_words, changes_of, map_words, summary
from casedesk.services.paper_words.imprint import sheet
from casedesk.words import phrases

if TYPE_CHECKING:
    from casedesk.domain.tie import Tie
    from casedesk.services.network_maps import ShownMap
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

_WIDTH, _SIZE = 482, 8.5


def network_map_paper(
    imprint: Imprint,
    case: CaseRecords,
    shown: ShownMap,
    earlier: ShownMap | None,
    words: Words,
) -> FigurePaper:
    """Compose the map of one day, with what changed since an earlier one."""
    ties, said = map_words(shown, words, earlier)
    facts = [
        Fact(label=words("Client"), value=case.client.full_name),
        Fact(label=words("Drawn on"), value=words.day(shown.map.drawn_on)),
    ]
    if earlier is not None:
        day = words.day(earlier.map.drawn_on)
        facts.append(Fact(label=words("Compared with the map of"), value=day))
    if shown.map.note:
        facts.append(Fact(label=words("Note"), value=shown.map.note))
    tables = [("", _ties(shown, words))]
    if earlier is not None:
        tables.append((words("What changed"), _changes(shown, earlier, words)))
    return FigurePaper(
        sheet=sheet(imprint, case, words),
        title=words("Network map"),
        edition=imprint.edition(words),
        facts=tuple(facts),
        figures=(("", network_map(ties, said, width=_WIDTH, size=_SIZE)),),
        summary=tuple(summary(shown, words)),
        tables=tuple(tables),
    )


def _ties(shown: ShownMap, words: Words) -> Table:
    return Table(
        columns=(
            Column(title=words("Name"), share=4),
            Column(title=words("Sector"), share=3),
            Column(title=words("Closeness"), share=2),
            Column(title=words("Tie"), share=4, hyphenated=True),
            Column(title=words("Support"), share=5, hyphenated=True),
        ),
        rows=tuple(_row(tie, shown.names[tie.id], words) for tie in shown.ties),
    )


def _row(tie: Tie, name: str, words: Words) -> tuple[str, ...]:
    support = [phrases.label(kind, words) for kind in tie.kinds]
    support += [tie.frequency] if tie.frequency else []
    support += [words("deputises in an emergency")] if tie.deputises else []
    support += [tie.note] if tie.note else []
    quality = f"{words.label(tie.quality)}, {words.label(tie.flow)}"
    return (
        name,
        words.label(tie.sector),
        words.label(tie.closeness),
        quality,
        "; ".join(support),
    )


def _changes(shown: ShownMap, earlier: ShownMap, words: Words) -> Table:
    names = {**earlier.names, **shown.names}
    return Table(
        columns=(
            Column(title=words("Name"), share=4),
            Column(title=words("Change"), share=4),
            Column(title=words("Now"), share=4),
        ),
        rows=tuple(
            (
                names[change.tie.id],
                change_words(change, words),
                words.label(change.after.quality) if change.after else "",
            )
            for change in changes_of(shown, earlier)
        ),
    )
