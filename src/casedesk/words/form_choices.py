"""The words for the choices around forms and their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.form import FormKind, FormLanguage
from casedesk.domain.own_form import OwnFormState

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


FORM_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    FormKind: {
        FormKind.AGREEMENT: _("Case management agreement"),
        FormKind.POWER_OF_ATTORNEY: _("Power of attorney"),
        FormKind.RELEASE: _("Release from confidentiality"),
        FormKind.DATA_PROTECTION: _("Data protection consent"),
        FormKind.INFORMATION: _("Information sheet"),
    },
    FormLanguage: {
        FormLanguage.GERMAN: _("German"),
        FormLanguage.PLAIN_GERMAN: _("Plain German"),
        FormLanguage.ENGLISH: _("English"),
        FormLanguage.FRENCH: _("French"),
        FormLanguage.ITALIAN: _("Italian"),
    },
    OwnFormState: {
        OwnFormState.DRAFT: _("draft"),
        OwnFormState.IN_USE: _("in use"),
        OwnFormState.RETIRED: _("no longer in use"),
    },
}
