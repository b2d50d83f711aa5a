from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from casedesk.domain.practice import AddressWindow
from casedesk.pdf.blocks import Letterhead, Sheet
from casedesk.pdf.envelope import PLACES
from casedesk.pdf.letter import Letter, render

LONG = "Gemeinnützige Gesellschaft für ambulante Kranken-, Alten- und Behindertenpflege"
NAMES = (
    LONG,
    "Abteilung für Überleitung",
    "Frau Dr. Jördis Weißenböck",
    "Straße 1",
    "Ort",
)


def a_letter(window: AddressWindow, address: tuple[str, ...], name: str) -> Letter:
    head = Letterhead(name=name, address=("Weg 1", "3000 Bern"), contact=("031",))
    return Letter(
        sheet=Sheet(title="Brief", letterhead=head),
        address=address,
        sender="Praxis · Weg 1 · 3000 Bern",
        window=window,
        place_date="Bern, 14.03.2026",
        title="Anfrage",
    )


def places_of(pdf: bytes) -> dict[str, tuple[float, float]]:
    """Return where each piece of text begins, in millimetres from the upper left."""
    found: dict[str, tuple[float, float]] = {}

    # Any: what pypdf hands to a visitor.
    def visit(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
        if text.strip():
            x = tm[4] * cm[0] + cm[4]
            y = tm[5] * cm[3] + cm[5]
            found.setdefault(text.strip(), (x / mm, (A4[1] - y) / mm))

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found


def at(pdf: bytes, start: str) -> tuple[float, float]:
    return next(
        place for text, place in places_of(pdf).items() if text.startswith(start)
    )


@pytest.mark.parametrize("window", AddressWindow)
@pytest.mark.parametrize("name", ["Praxis", "Fallführung und Beratung " * 16])
def test_the_address_stands_in_the_window_however_long_names_are(
    window: AddressWindow, name: str
) -> None:
    place = PLACES[window]

    pdf = render(a_letter(window, NAMES, name))

    for words in ("Gemeinnützige", "Ort"):
        left, top = at(pdf, words)
        assert place.left - 1 < left < place.left + 1
        assert place.top < top < place.bottom + 0.5
    left, top = at(pdf, "Praxis · Weg 1")
    assert place.window_top < top < place.top
    assert place.bottom < at(pdf, "Bern, 14")[1]


def test_the_letterhead_leaves_the_window_free() -> None:
    place = PLACES[AddressWindow.DIN_B]

    name = "Fallführung und Beratung " * 16
    pdf = render(a_letter(AddressWindow.DIN_B, ("Anna Brunner",), name))

    heads = [
        top
        for text, (_, top) in places_of(pdf).items()
        if text.startswith(("Fall", "Beratung", "und", "Weg 1", "3000", "031"))
    ]
    assert heads
    assert max(heads) < place.window_top


def test_din_marks_where_to_fold_and_to_punch() -> None:
    assert PLACES[AddressWindow.DIN_B].marks == (105, 148.5, 210)
    pdf = render(a_letter(AddressWindow.DIN_B, ("Anna Brunner",), "Praxis"))
    contents = PdfReader(BytesIO(pdf)).pages[0].get_contents()

    assert contents is not None
    drawn = contents.get_data().decode("latin-1")
    for mark in (105, 210):
        height = f"{A4[1] - mark * mm:.4f}"[:6]
        assert height in drawn
