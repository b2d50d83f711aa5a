from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pytest
from pdf.samples import CLIENT, LETTERHEAD, SHEET, pages, words
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

from casedesk.pdf.blocks import (
    Block,
    Bullets,
    Choices,
    Column,
    Fact,
    Facts,
    Heading,
    NewPage,
    Signatures,
    Table,
    Text,
    Together,
)
from casedesk.pdf.page import printed

WORDS_2000 = " ".join(f"word{n}" for n in range(2000))


def a_picture(kind: str, mode: str = "RGBA") -> bytes:
    buffer = BytesIO()
    Image.new(mode, (300, 120), "navy").save(buffer, kind)
    return buffer.getvalue()


def test_each_page_says_where_it_belongs() -> None:
    read = pages(printed(SHEET, [Text("One"), NewPage(), Text("Two")]))

    for number, page in enumerate(read, start=1):
        assert "Case 2026-014 · Document 31 · Version 2 · K7QF" in page
        assert f"Page {number} of 2" in page


def test_the_letterhead_stands_on_the_first_page_alone() -> None:
    first, second = pages(printed(SHEET, [Text("One"), NewPage(), Text("Two")]))

    assert "Praxis Musterweg" in first
    assert "Telefon 052 000 00 00" in first
    assert "Praxis Musterweg" not in second


def test_the_same_words_give_the_same_bytes() -> None:
    blocks: list[Block] = [Heading("Heading"), Text("Words")]

    assert printed(SHEET, blocks) == printed(SHEET, blocks)


def test_the_file_tells_its_language_and_title_but_no_more() -> None:
    reader = PdfReader(BytesIO(printed(SHEET, [Text("Amina N.")])))

    assert reader.metadata is not None
    assert reader.metadata.title == "Declarations"
    assert "Amina" not in str(reader.metadata)
    assert str(reader.root_object["/Lang"]) == "de-CH"


def test_every_font_is_embedded() -> None:
    blocks: list[Block] = [Heading("Bold"), Text("Łukasz Öztürk Αλέξης Шевченко")]

    fonts = fonts_of(printed(SHEET, blocks))

    assert fonts
    for font in fonts:
        assert "DejaVuSansCondensed" in str(font["/BaseFont"])
        assert "/FontFile2" in described(font["/FontDescriptor"])


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("<b>Co & Söhne</b>", id="tags"),
        pytest.param('<img src="/etc/hostname"/>', id="a picture's tag"),
        pytest.param("&lt;unknown&gt; </para>", id="entities"),
    ],
)
def test_markup_is_printed_not_obeyed(name: str) -> None:
    table = Table((Column(title=name, hyphenated=True),), ((name,),))
    blocks: list[Block] = [
        Heading(name),
        Text(name),
        Bullets((name,)),
        table,
        Choices((name,)),
    ]

    assert words(printed(SHEET, blocks)).count(name) == 6


def test_names_of_many_scripts_are_printed() -> None:
    names = "Łukasz Żółć, Ayşe Öztürk, Αλέξανδρος, Надежда Шевченко, Nguyễn Thị Ánh"

    assert names in words(printed(SHEET, [Text(names)]))


def test_a_missing_value_is_a_dash() -> None:
    read = words(printed(SHEET, [Facts((Fact(label="Standard"),))]))

    assert "Standard –" in read
    assert "None" not in read


def test_a_cell_longer_than_a_page_keeps_all_its_words_and_one_head_per_page() -> None:
    table = Table(
        (Column(title="Nr"), Column(title="Topichead", share=2)),
        (("1", "before"), ("2", WORDS_2000), ("3", "after")),
    )

    read = pages(printed(SHEET, [Heading("Long"), table]))

    assert len(read) > 1
    assert [page.count("Topichead") for page in read] == [1] * len(read)
    text = " ".join(read)
    assert all(f"word{n}" in text for n in range(2000))
    assert "after" in read[-1]


def test_a_field_of_two_thousand_words_is_printed_whole() -> None:
    read = words(printed(SHEET, [Heading("A"), Text(WORDS_2000)]))

    assert all(f"word{n}" in read for n in range(2000))


def test_a_name_without_end_is_not_cut() -> None:
    name = "Żółw" * 150
    table = Table(tuple(Column(title=str(n)) for n in range(7)), ((name, *"123456"),))
    signatures = Signatures((replace(CLIENT, name=name),))

    read = words(printed(SHEET, [Text(name), table, signatures]))

    assert read.count("Ż") == read.count("ł") == 3 * 150


def test_boxes_in_a_column_too_narrow_for_them_are_printed_all_the_same() -> None:
    wide = Column(title="Topic", share=60)
    table = Table((wide, Column(title="?", share=1)), (("x", Choices(("Yes", "No"))),))

    assert "Topic" in words(printed(SHEET, [table]))


def test_a_heading_moves_on_with_the_first_row_beneath_it() -> None:
    table = Table((Column(title="Head"),), tuple((f"row {n}",) for n in range(60)))
    for lines in range(30, 50):
        blocks: list[Block] = [*[Text("line")] * lines, Heading("Heading"), table]

        for page in pages(printed(SHEET, blocks)):
            assert ("Heading" in page) == ("Head row 0" in page), lines


def test_signatures_stay_with_the_statement_above_them() -> None:
    for lines in range(20, 45):
        blocks: list[Block] = [
            *[Text("line")] * lines,
            Together((Heading("Sign here"), Signatures((CLIENT, CLIENT)))),
        ]

        [page] = [p for p in pages(printed(SHEET, blocks)) if "Sign here" in p]
        assert page.count("Place, date") == 2, lines


def test_more_than_a_page_that_should_stay_together_is_printed_all_the_same() -> None:
    inner = tuple(Text(f"paragraph {n}.") for n in range(120))

    read = words(printed(SHEET, [Text("before"), Together(inner)]))

    assert all(f"paragraph {n}." in read for n in range(120))


def test_a_line_to_sign_on_is_at_least_sixty_millimetres_long() -> None:
    pdf = PdfReader(BytesIO(printed(SHEET, [Signatures((CLIENT,))])))
    drawn = pdf.pages[0].get_contents()

    assert drawn is not None
    lengths = [
        float(x2) - float(x1)
        for x1, _, _, x2, _, _, _ in (
            line.split()[-7:]
            for line in drawn.get_data().decode("latin-1").splitlines()
            if line.endswith(" l S")
        )
    ]
    assert sum(60 / 25.4 * 72 <= length <= 240 for length in lengths) == 2


def test_large_print_is_larger_and_puts_wide_tables_on_cards() -> None:
    table = Table(
        tuple(Column(title=f"head {n}") for n in range(6)),
        (tuple(f"cell {n}" for n in range(6)),),
    )

    small = words(printed(SHEET, [table]))
    large = words(printed(replace(SHEET, large_print=True), [table]))

    assert "head 0 head 1" in small
    assert "head 0 cell 0 head 1 cell 1" in large


def test_long_german_words_are_parted_in_narrow_columns() -> None:
    long = "Bundesbehindertengleichstellungsgesetz"
    columns = (Column(title="Gesetz", hyphenated=True), Column(title="Mehr", share=9))

    read = words(printed(SHEET, [Table(columns, ((long, ""),))]))

    assert "- " in read
    assert long in read.replace("- ", "").replace("-", "")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_printed(kind: str) -> None:
    logo = a_picture(kind, "RGBA" if kind == "PNG" else "RGB")

    [page] = PdfReader(
        BytesIO(printed(replace(SHEET, letterhead=replace(LETTERHEAD, logo=logo)), []))
    ).pages

    assert len(page.images) == 1


@pytest.mark.parametrize(
    "logo",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no picture", id="text"),
        pytest.param(a_picture("PNG")[:90], id="PNG cut off"),
        pytest.param(a_picture("JPEG", "RGB")[:300], id="JPEG cut off"),
        pytest.param(a_picture("PNG").replace(b"IDAT", b"IDAX"), id="PNG damaged"),
        pytest.param(a_picture("GIF", "RGB"), id="another kind"),
    ],
)
def test_a_logo_that_cannot_be_read_is_left_out(logo: bytes) -> None:
    letterhead = replace(LETTERHEAD, logo=logo)

    assert "Praxis" in words(printed(replace(SHEET, letterhead=letterhead), []))


def test_a_foot_without_numbers_and_a_long_one_are_printed() -> None:
    bare = replace(SHEET, case_number="", document_number="", version="", short_code="")
    long = replace(SHEET, case_number="Case " + "2026-014 " * 40 + "end")

    assert "Page 1 of 1" in words(printed(bare, [Text("x")]))
    assert "end · Document 31" in words(printed(long, [Text("x")]))


def test_describing_a_paper_does_not_load_reportlab() -> None:
    check = (
        "import sys, casedesk.pdf.consent_set, casedesk.pdf.care_plan, "
        "casedesk.pdf.care_plan_client, casedesk.pdf.fonts; "
        "sys.exit('reportlab' in sys.modules or 'PIL' in sys.modules)"
    )

    subprocess.run(  # noqa: S603
        [sys.executable, "-c", check],
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )


def fonts_of(pdf: bytes) -> list[DictionaryObject]:
    return [
        described(font)
        for page in PdfReader(BytesIO(pdf)).pages
        for font in described(described(page["/Resources"])["/Font"]).values()
    ]


def described(thing: PdfObject) -> DictionaryObject:
    found = thing.get_object()
    assert isinstance(found, DictionaryObject)
    return found
