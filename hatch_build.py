"""Compiles the translations into the package that pip or uv builds."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsBuildHook(BuildHookInterface[Any]):  # Any: hatchling's own default
    """Puts the .mo file beside every .po file before files are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue; hatchling calls this before it builds."""
        for path in Path(self.root, "resources").glob("locale/*/*/casedesk.po"):
            with path.open("rb") as source:
                catalogue = read_po(source, locale=path.parent.parent.name)
            with path.with_suffix(".mo").open("wb") as built:
                write_mo(built, catalogue)
