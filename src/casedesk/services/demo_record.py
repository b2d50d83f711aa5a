"""The demo's text blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.text_block import TextBlock, TextBlockId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.store.database import Database

_BLOCKS = {
    "tne": "Telefonisch nicht erreicht, keine Nachricht hinterlassen.",
    "rr": "Rückruf vereinbart auf ",
    "einv": "Mit Einverständnis der Klientin oder des Klienten besprochen: ",
    "kv": "Die Kopie wurde vorgelesen, besprochen und abgegeben.",
    "wv": "Wie vereinbart; keine Abweichung vom Plan.",
}


def write_text_blocks(database: Database, ids: Iterator[str]) -> None:
    """Add the text blocks of the invented practice."""
    with database.write("demo.text_blocks") as tables:
        for abbreviation, text in _BLOCKS.items():
            tables.text_blocks.add(
                TextBlock(
                    id=TextBlockId(next(ids)), abbreviation=abbreviation, text=text
                )
            )
