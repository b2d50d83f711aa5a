from __future__ import annotations

from dataclasses import replace

import pytest

from casedesk.domain.practice import PaperLanguage
from casedesk.domain.text_block import (
    AbbreviationBroken,
    AbbreviationTaken,
    TextBlock,
    TextBlockId,
    check_block,
    check_taken,
    expanded,
)

PLAIN = TextBlock(id=TextBlockId("1"), abbreviation="hb", text="Hausbesuch.")
FRENCH = TextBlock(
    id=TextBlockId("2"),
    abbreviation="hb",
    text="Visite à domicile.",
    language=PaperLanguage.FR,
)


@pytest.mark.parametrize("abbreviation", ["h b", "a\nb", "x" * 21])
def test_an_abbreviation_is_one_short_word(abbreviation: str) -> None:
    with pytest.raises(AbbreviationBroken):
        check_block(TextBlock(id=TextBlockId("1"), abbreviation=abbreviation))


def test_an_abbreviation_is_given_once_in_a_language() -> None:
    other = TextBlock(id=TextBlockId("3"), abbreviation="hb")

    check_taken(PLAIN, [PLAIN, FRENCH])
    with pytest.raises(AbbreviationTaken):
        check_taken(other, [PLAIN, FRENCH])


def test_blocks_that_have_no_abbreviation_yet_do_not_clash() -> None:
    empty = TextBlock(id=TextBlockId("4"))

    other = TextBlock(id=TextBlockId("5"))
    check_taken(other, [empty])

    named = replace(empty, abbreviation="hb")
    with pytest.raises(AbbreviationTaken):
        check_taken(replace(other, abbreviation="hb"), [empty, named])


def test_the_text_of_the_language_goes_before_the_others() -> None:
    blocks = [PLAIN, FRENCH]

    assert expanded("hb", blocks) == "Hausbesuch."
    assert expanded("hb", blocks, PaperLanguage.FR) == "Visite à domicile."
    assert expanded("hb", blocks, PaperLanguage.IT) == "Hausbesuch."
    assert expanded("hbx", blocks) == expanded("", blocks) == ""
