from __future__ import annotations

import pytest

from casedesk.pdf.fonts import SUBSTITUTE, markup, printable


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("Mu\u0308ller", "Müller", id="composed"),
        pytest.param(
            "A\x00\x1bB\u200b\xad\u202e\ufeffC", "ABC", id="control characters"
        ),
        pytest.param("a\r\nb\rc\u2028d\te", "a\nb\nc\nd e", id="line ends and tabs"),
        pytest.param("李 Li", f"{SUBSTITUTE} Li", id="no glyph"),
        pytest.param("שלום", SUBSTITUTE * 4, id="would print backwards"),
        pytest.param("❤\ufe0f", "❤", id="variation selector"),
    ],
)
def test_text_is_shown_as_paper_can_show_it(typed: str, shown: str) -> None:
    assert printable(typed) == shown


def test_ordinary_names_and_signs_are_printable() -> None:
    ordinary = "Łukasz Ayşe Αλέξης Надежда Шевченко Đorđe Nguyễn ß ẞ «» „“ – … ☐ ✓ →"

    assert printable(ordinary) == ordinary


def test_markup_is_disarmed_and_line_ends_are_kept() -> None:
    assert markup("<b>A & B</b>\nC") == "&lt;b&gt;A &amp; B&lt;/b&gt;<br/>C"
