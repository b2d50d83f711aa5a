"""The papers of a consent set, and the own variants of their texts."""

from __future__ import annotations

from enum import StrEnum

from casedesk.domain.practice import PaperLanguage


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
