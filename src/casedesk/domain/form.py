"""The papers of a consent set, and in which languages there are texts of them."""

from __future__ import annotations

from enum import StrEnum

from casedesk.domain.practice import PLAIN, Country, PaperLanguage, home_language


class FormKind(StrEnum):
    """A paper of the consent set; the first four are kinds of a declaration."""

    AGREEMENT = "agreement"
    POWER_OF_ATTORNEY = "power_of_attorney"
    RELEASE = "release"
    DATA_PROTECTION = "data_protection"
    INFORMATION = "information"


class FormLanguage(StrEnum):
    """The language of a text; which German it is follows from its country."""

    GERMAN = "de"
    PLAIN_GERMAN = "plain"
    ENGLISH = "en"
    FRENCH = "fr"
    ITALIAN = "it"


_OTHER_THAN_GERMAN = {
    PaperLanguage.EN: FormLanguage.ENGLISH,
    PaperLanguage.FR: FormLanguage.FRENCH,
    PaperLanguage.IT: FormLanguage.ITALIAN,
}


def form_language(language: PaperLanguage) -> FormLanguage:
    """Return in which language a paper takes its text."""
    if language.is_plain:
        return FormLanguage.PLAIN_GERMAN
    return _OTHER_THAN_GERMAN.get(language, FormLanguage.GERMAN)


def paper_language(language: FormLanguage, country: Country) -> PaperLanguage:
    """Return the language of a paper that takes this text."""
    if language is FormLanguage.GERMAN:
        return PaperLanguage(home_language(country))
    if language is FormLanguage.PLAIN_GERMAN:
        return PLAIN[country]
    return PaperLanguage(language.value)
