from __future__ import annotations

from pdf.samples import SHEET, words

from casedesk.pdf.blocks import Code, Heading, Text
from casedesk.pdf.page import printed

LINES = ("ABCD EFGH 12", "JKMN PQRS 34")


def test_every_letter_is_printed_with_the_number_of_its_line() -> None:
    read = words(printed(SHEET, [Code(LINES)])).replace(" ", "")

    assert "1ABCDEFGH122JKMNPQRS34" in read


def test_the_square_carries_the_lines() -> None:
    from casedesk.pdf.code import square_of

    one, other = square_of(" ".join(LINES)), square_of("something else")

    assert one != other
    assert all(len(row) == len(one) for row in one)
    # The three corners by which a reader finds the square.
    corner = [[True] * 7, [True, *[False] * 5, True]]
    assert [row[:7] for row in one[:2]] == corner
    assert [row[-7:] for row in one[:2]] == corner
    assert [row[:7] for row in one[-1:-3:-1]] == corner


def test_code_stays_beneath_its_heading() -> None:
    filling = [Text("Text\n" * 40)]

    read = words(printed(SHEET, [*filling, Heading("Letters"), Code(LINES)]))

    assert "Letters 1 A B C D" in read
