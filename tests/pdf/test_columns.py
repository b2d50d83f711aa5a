from __future__ import annotations

from dataclasses import replace

import pytest
from pdf.samples import CLIENT, SHEET, pages, words

from casedesk.pdf.blocks import (
    Block,
    Bullets,
    Column,
    Columns,
    Fact,
    Facts,
    Heading,
    RoomToWrite,
    Signatures,
    Table,
    Text,
    Together,
)
from casedesk.pdf.page import printed


def test_columns_without_anything_to_say_are_left_out() -> None:
    assert "Text" in words(printed(SHEET, [Columns(()), Columns(((),)), Text("Text")]))


def test_parts_are_read_one_column_after_the_other() -> None:
    parts = tuple((Heading(f"Part {n}", 2), Text(f"text {n}.")) for n in range(4))

    read = words(printed(SHEET, [Columns(parts, flowing=True)]))

    order = [f"Part {n} text {n}." for n in range(4)]
    assert sorted(order, key=read.index) == order


def test_columns_go_on_on_the_next_page_without_a_heading_left_behind() -> None:
    parts = tuple((Heading(f"Part {n}.", 2), Text("word " * 60)) for n in range(9))
    for lines in range(20, 50):
        blocks: list[Block] = [*[Text("line")] * lines, Columns(parts, flowing=True)]

        read = pages(printed(SHEET, blocks))

        assert " ".join(read).count("word") == 9 * 60
        for page in read:
            assert "Part" not in page or not page.split("Page ")[0].endswith(". ")


def test_short_points_stand_in_two_columns_and_long_ones_do_not() -> None:
    short = tuple(f"point {n}." for n in range(70))
    long = tuple(f"{point} {'and so on ' * 10}" for point in short)

    assert len(pages(printed(SHEET, [Bullets(short)]))) == 1
    assert len(pages(printed(SHEET, [Bullets(long)]))) > 2
    for items in (short, long):
        read = words(printed(SHEET, [Bullets(items)]))
        assert sorted(short, key=read.index) == list(short)


def test_large_print_has_one_column_of_points() -> None:
    large = replace(SHEET, large_print=True)
    points = tuple(f"point {n}." for n in range(60))

    assert len(pages(printed(large, [Bullets(points)]))) > 1


def test_what_stands_beneath_a_row_is_never_parted_from_it() -> None:
    columns = (Column(title="No."), Column(title="What", share=9))
    rows = tuple((f"{n}.", f"row-{n}.") for n in range(40))
    beneath = tuple((Fact(label="Result", value=f"res-{n}."),) for n in range(40))
    for lines in range(12):
        blocks: list[Block] = [*[Text("line")] * lines, Table(columns, rows, beneath)]

        read = pages(printed(SHEET, blocks))

        assert len(read) > 1
        for page in read:
            for n in range(40):
                assert (f"row-{n}." in page) == (f"Result: res-{n}." in page)


@pytest.mark.parametrize("large", [False, True])
def test_a_result_of_two_thousand_words_is_printed_whole(large: bool) -> None:
    long = " ".join(f"word{n}." for n in range(2000))
    columns = tuple(Column(title=f"head {n}") for n in range(5))
    row = ("1", "measure", "who", "when", "state")
    table = Table(columns, (row, row), ((Fact(label="Result", value=long),), ()))

    read = words(printed(replace(SHEET, large_print=large), [table]))

    assert all(read.count(f"word{n}.") == 1 for n in range(2000))
    assert read.count("measure") == 2


def test_a_statement_is_never_parted_from_its_signature() -> None:
    signer = replace(CLIENT, heading="Client", statement="I understood this. " * 8)
    for lines in range(25, 50):
        blocks: list[Block] = [
            *[Text("line")] * lines,
            Together((Signatures((signer, signer)),)),
        ]

        for page in pages(printed(SHEET, blocks)):
            assert ("I understood" in page) == ("Place, date" in page), lines


def test_a_heading_does_not_stay_behind_when_three_lines_move_on() -> None:
    for lines in range(30, 60):
        blocks: list[Block] = [
            *[Text("line")] * lines,
            Heading("Heading"),
            Text("three lines of words " * 11),
        ]

        for page in pages(printed(SHEET, blocks)):
            assert ("Heading" in page) == ("three" in page), lines


def test_room_to_write_is_drawn_not_spelt() -> None:
    read = words(printed(SHEET, [Text("Aim:"), RoomToWrite(2)]))

    assert "_" not in read


def test_a_double_name_too_wide_for_its_column_ends_lines_at_its_hyphens() -> None:
    name = "Maria-Magdalena Freifrau von Hohenstein-Wallersdorf-Oberrieden"
    sheet = replace(SHEET, large_print=True)
    blocks: list[Block] = [
        Columns(((Facts((Fact(label="Name", value=name),)),), (Text("x"),))),
        Signatures((replace(CLIENT, name=name),)),
    ]

    read = words(printed(sheet, blocks))

    for part in ("Maria-Magdalena", "Hohenstein-", "Wallersdorf-", "Oberrieden"):
        assert read.count(part) == 2


def test_a_phone_number_within_a_text_is_not_broken() -> None:
    number = "+41 31 000 01 60"
    for words_before in range(30):
        text = "x " * words_before + number
        read = printed(SHEET, [Text(text), Text(text + " again")])

        assert words(read).count(number) == 2
