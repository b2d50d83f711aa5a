"""The texts after a withdrawal: the same in all countries, and careful with the law."""

from __future__ import annotations

import re

import pytest

from casedesk.domain.practice import Country, PaperLanguage
from casedesk.words.sheets import SheetText, load_sheet

GERMAN = {
    Country.CH: PaperLanguage.DE_CH,
    Country.DE: PaperLanguage.DE_DE,
    Country.AT: PaperLanguage.DE_AT,
}
KINDS = ("withdrawal_letter", "withdrawal_confirmation")
TEXTS = [
    pytest.param(kind, country, language, id=f"{kind}.{country}.{language}")
    for kind in KINDS
    for country in Country
    for language in (GERMAN[country], PaperLanguage.EN)
]


def words(sheet: SheetText) -> str:
    parts = [sheet.title, sheet.edition, *sheet.intro]
    for section in sheet.sections:
        parts += [section.heading, *section.paragraphs, *section.bullets]
    return "\n".join(parts)


@pytest.mark.parametrize(("kind", "country", "language"), TEXTS)
def test_each_text_has_the_passages_of_its_kind_and_no_other_place(
    kind: str, country: Country, language: PaperLanguage
) -> None:
    sheet = load_sheet(kind, country, language)
    model = load_sheet(kind, Country.CH, PaperLanguage.DE_CH)

    assert sheet.version in sheet.edition
    assert [s.id for s in sheet.sections] == [s.id for s in model.sections]
    assert set(re.findall(r"\{(\w+)\}", words(sheet))) <= {"client", "day"}


@pytest.mark.parametrize(("kind", "country", "language"), TEXTS)
def test_the_regulation_is_named_where_it_is_law(
    kind: str, country: Country, language: PaperLanguage
) -> None:
    text = words(load_sheet(kind, country, language))

    assert bool(re.search("DSGVO|GDPR", text)) is (country is not Country.CH)
    assert ("ß" in text) is False or country is not Country.CH


@pytest.mark.parametrize("country", Country)
def test_what_is_filled_in_is_never_read_for_places(country: Country) -> None:
    sheet = load_sheet("withdrawal_letter", country, GERMAN[country])

    filled = sheet.filled({"client": "{day} Brunner", "day": "14.03.2026"})

    assert "{day} Brunner" in words(filled)
    assert "{client}" not in words(filled)
