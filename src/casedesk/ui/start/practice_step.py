"""First step of the assistant: whose practice this is, and which country's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.practice import Country, Language, Profession, home_language
from casedesk.ui import fields
from casedesk.ui.language import NAMES
from casedesk.ui.language import gettext as _
from casedesk.ui.start.step import Step
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import Field

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_HOME = {
    Language.DE_DE: Country.DE,
    Language.DE_AT: Country.AT,
}


class PracticeStep(Step):
    """Begins with the country of the window's language."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Your practice"),
            _("The country decides which forms and which law your papers go by."),
            parent,
        )
        languages = ChoiceBox(list(NAMES.items()), may_be_empty=False)
        self.add_fields(
            [
                fields.choice("country", _("Country"), Country),
                Field("language", _("Language of window and papers"), languages),
                fields.line("name", _("Name of the practice")),
                fields.line("holder_name", _("Your name")),
                fields.choice("profession", _("Your profession"), Profession),
            ]
        )
        self.cell("country").editor.set_value(_HOME.get(language, Country.CH))
        self.cell("language").editor.set_value(language)
        self.cell("profession").editor.set_value(Profession.NURSE)
        self.cell("country").edited.connect(self._on_country)

    def _on_country(self, _name: str) -> None:
        if self.values()["language"] is not Language.EN:
            country = Country(self.cell("country").editor.raw())
            self.cell("language").editor.set_value(home_language(country))
