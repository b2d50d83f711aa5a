from __future__ import annotations

from io import BytesIO

from pdf.samples import LETTERHEAD
from pypdf import PageObject, PdfReader

from casedesk.figures.figure import Circle, Figure, Ink, Line, Polygon, Stroke, Text
from casedesk.pdf.blocks import Block, Picture, Sheet, Title
from casedesk.pdf.blocks import Text as Words
from casedesk.pdf.page import printed

SHAPES = (
    Line(points=((0, 0), (100, 80)), stroke=Stroke.DASHED, ends_with_arrow=True),
    Circle(centre=(50, 40), radius=20, fill=Ink.SOFT),
    Polygon(points=((0, 0), (9, 0), (9, 9)), ink=Ink.ACCENT),
    Text(at=(50, 40), text="Özdemir <b>& Söhne", size=11, room=30),
)


def read(*, width: float = 100, turned: bool = False) -> PdfReader:
    figure = Figure(width=width, height=80, shapes=SHAPES, title="Map of Anna")
    blocks: list[Block] = [
        Title("Map"),
        Picture(figure, turned=turned),
        Words("After it"),
    ]
    return PdfReader(BytesIO(printed(Sheet(title="t", letterhead=LETTERHEAD), blocks)))


def operators(page: PageObject) -> bytes:
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data()


def test_a_figure_is_lines_and_letters_and_no_picture_of_dots() -> None:
    [page] = read().pages

    assert not page.images
    assert "Özdemir <b>& Söhne" in page.extract_text()
    assert b" c\n" in operators(page)  # the circle's curves


def test_paper_prints_black_and_grey_only() -> None:
    [page] = read().pages

    drawn = operators(page).split()

    assert b"G" in drawn
    assert b"RG" not in drawn


def test_a_figure_that_is_too_wide_is_made_smaller() -> None:
    [page] = read(width=4000).pages

    assert "Özdemir" in page.extract_text()


def test_a_turned_figure_has_a_page_on_its_side_for_itself() -> None:
    first, second, third = read(turned=True).pages

    assert "Map" in first.extract_text()
    assert second.mediabox.width > second.mediabox.height
    assert "Özdemir" in second.extract_text()
    assert "Map of Anna" in second.extract_text()
    assert "After it" not in second.extract_text()
    assert "After it" in third.extract_text()
    assert third.mediabox.width < third.mediabox.height
