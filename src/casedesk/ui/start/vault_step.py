"""Second step of the assistant: where the vault lies, and its passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from casedesk.domain.problems import VaultExists, VaultMissing
from casedesk.services import vaults
from casedesk.services.cloud_folders import cloud_of
from casedesk.ui import fields
from casedesk.ui.backups import words
from casedesk.ui.file_traces import no_traces
from casedesk.ui.language import gettext as _
from casedesk.ui.start.new_passphrase import NewPassphraseFields
from casedesk.ui.start.step import Step
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.problems import Problem
    from casedesk.ui.jobs import BackgroundJobs

_FORBIDDEN = frozenset('<>:"/\\|?*')


class VaultStep(Step):
    """Offers a file in the user's documents."""

    def __init__(
        self, jobs: BackgroundJobs, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Your vault"),
            _(
                "Everything you note is kept in this one encrypted file. To move to "
                "another computer, copy the file."
            ),
            parent,
        )
        self._is_named = False
        self.add_fields(
            [
                fields.line("file", _("Name of the file")),
                fields.line("folder", _("Folder")),
            ]
        )
        self.choose = button(_("Choose &folder …"), "link", self)
        self.cloud = plain_label("", "warning", self, wraps=True)
        self.new = NewPassphraseFields(jobs, self)
        self.body.addWidget(self.cloud)
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(self.new)
        self.cell("folder").editor.set_value(str(folder))
        self.cell("file").edited.connect(self._on_named)
        self.cell("folder").edited.connect(self._on_folder)
        self.choose.clicked.connect(self._on_choose)
        self._advise()

    def propose(self, practice: str) -> None:
        """Name the file after the practice, unless the user has named it."""
        if not self._is_named:
            name = "".join(each for each in practice if each not in _FORBIDDEN)
            proposed = name.strip(" .") or _("My practice")
            self.cell("file").editor.set_value(proposed + vaults.SUFFIX)

    def path(self) -> Path:
        """Return where the vault is to lie."""
        values = self.values()
        name = str(values["file"]) or _("My practice")
        if not name.endswith(vaults.SUFFIX):
            name += vaults.SUFFIX
        return Path(str(values["folder"])).expanduser() / Path(name).name

    def problem_of_place(self) -> Problem | None:
        """Return what prevents a vault at this place, as far as can be seen."""
        path = self.path()
        if not path.is_absolute() or not path.parent.is_dir():
            return VaultMissing()
        return VaultExists() if path.exists() else None

    def begin(self) -> None:
        """Let the user begin with the passphrase; the place is usually right."""
        self.new.setFocus()

    def _on_named(self, _name: str) -> None:
        self._is_named = True

    def _on_folder(self, _name: str) -> None:
        self._advise()

    def _advise(self) -> None:
        folder = Path(str(self.values()["folder"])).expanduser()
        advice = words.new_vault_advice(cloud_of(folder))
        self.cloud.setText(advice)
        self.cloud.setVisible(bool(advice))

    def _on_choose(self) -> None:
        folder = str(self.values()["folder"])
        with no_traces():
            chosen = QFileDialog.getExistingDirectory(
                self, _("Folder of the vault"), folder
            )
        if chosen:
            self.cell("folder").editor.set_value(chosen)
            self._advise()
