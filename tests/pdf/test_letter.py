from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from casedesk.pdf.blocks import Drawn, Fact, Letterhead, Sheet, Signature, Signatures
from casedesk.pdf.letter import Letter, render
from casedesk.pdf.page import printed
from casedesk.pdf.section import Section

SHEET = Sheet(title="Mitteilung", letterhead=Letterhead(name="Praxis"))
STROKES = (((0, 0), (500, 900), (4000, 100)), ((100, 100),))


def text_of(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_letter_reads_in_the_order_of_its_parts() -> None:
    letter = Letter(
        sheet=SHEET,
        address=("Spitex <Nord>", "", "3012 Bern"),
        place_date="Bern, 14.03.2026",
        title="Mitteilung",
        particulars=(Fact(label="Betrifft", value="Anna Brunner"),),
        paragraphs=("Guten Tag",),
        sections=(Section(paragraphs=("Der Inhalt.",)),),
        closing="Freundliche Grüsse",
        signature=Signature(name="Regula Ammann", role="", place_date=""),
    )

    text = text_of(render(letter))

    parts = (
        *("Spitex <Nord>", "3012 Bern", "Bern, 14.03.2026", "Mitteilung", "Betrifft"),
        *("Anna Brunner", "Guten Tag", "Der Inhalt.", "Freundliche Grüsse"),
        "Regula Ammann",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_drawn_signature_is_made_of_lines_and_says_what_it_is() -> None:
    def page(drawn: Drawn | None) -> bytes:
        signature = Signature(
            name="Anna Brunner", role="", place_date="Ort, Datum", drawn=drawn
        )
        return printed(SHEET, [Signatures((signature,))])

    drawn = Drawn(
        strokes=STROKES,
        place_date="Bern, 14.03.2026",
        note="Einfache elektronische Signatur",
    )
    signed, empty = page(drawn), page(None)

    assert "Einfache elektronische Signatur" in text_of(signed)
    assert "Ort, Datum: Bern, 14.03.2026" in text_of(signed)
    contents = PdfReader(BytesIO(signed)).pages[0].get_contents()
    blank = PdfReader(BytesIO(empty)).pages[0].get_contents()
    assert contents is not None
    assert blank is not None
    # A stroke of several points is one path with several lines.
    assert contents.get_data().count(b" l") > blank.get_data().count(b" l")
    assert not PdfReader(BytesIO(signed)).pages[0].images
