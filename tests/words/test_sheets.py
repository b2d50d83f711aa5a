"""The texts of sheets: complete in every country and language."""

from datetime import date

import pytest

from casedesk.domain.practice import Country, PaperLanguage
from casedesk.words.resources import resource
from casedesk.words.sheets import SheetText, load_sheet

GERMAN = {
    Country.CH: PaperLanguage.DE_CH,
    Country.DE: PaperLanguage.DE_DE,
    Country.AT: PaperLanguage.DE_AT,
}
SHEETS = [
    pytest.param(country, language, id=f"{country}.{language}")
    for country in Country
    for language in (GERMAN[country], PaperLanguage.EN)
]
KNOWN = {"", "vault", "mark", "backups", "supervision"}


def texts(sheet: SheetText) -> list[str]:
    found = [sheet.title, sheet.edition, *sheet.intro]
    for section in sheet.sections:
        found += [section.heading, *section.paragraphs, *section.bullets]
        found += [field.label for field in section.fields]
    return found


@pytest.mark.parametrize(("country", "language"), SHEETS)
def test_the_emergency_sheet_says_which_one_it_is(
    country: Country, language: PaperLanguage
) -> None:
    sheet = load_sheet("emergency", country, language)

    assert sheet.country is country
    assert sheet.as_of >= date(2026, 1, 1)
    assert sheet.version in sheet.edition
    assert all(text.strip() for text in texts(sheet))


@pytest.mark.parametrize(("country", "language"), SHEETS)
def test_every_sheet_has_the_same_sections_and_lines_to_fill_in(
    country: Country, language: PaperLanguage
) -> None:
    model = load_sheet("emergency", Country.CH, PaperLanguage.DE_CH)

    sheet = load_sheet("emergency", country, language)

    assert [s.id for s in sheet.sections] == [s.id for s in model.sections]
    assert [
        [(field.value, field.lines) for field in section.fields]
        for section in sheet.sections
    ] == [
        [(field.value, field.lines) for field in section.fields]
        for section in model.sections
    ]
    assert {f.value for s in sheet.sections for f in s.fields} == KNOWN


def test_swiss_german_has_no_sharp_s_and_its_own_quotation_marks() -> None:
    text = resource("forms", "emergency.CH.de.toml").read_text("utf-8")

    assert "ß" not in text
    assert "„" not in text
