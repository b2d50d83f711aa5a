"""Makes a vault in three short steps."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from casedesk.domain.practice import Practice
from casedesk.domain.problems import PassphrasesDiffer, Problem
from casedesk.services import vaults
from casedesk.ui.language import chosen_language
from casedesk.ui.language import gettext as _
from casedesk.ui.start.contact_step import ContactStep
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.practice_step import PracticeStep
from casedesk.ui.start.progress_line import ProgressLine
from casedesk.ui.start.room import make_room
from casedesk.ui.start.vault_step import VaultStep
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance
    from casedesk.ui.start.step import Step


class Assistant(QDialog):
    """Practice, vault, letterhead; then the vault is made and opened."""

    created = Signal(object)  # the session

    def __init__(
        self,
        entrance: Entrance,
        parent: QWidget | None = None,
        *,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._entrance = entrance
        language = chosen_language(entrance.preferences.chosen.language)
        self.practice_step = PracticeStep(language, self)
        self.vault_step = VaultStep(entrance.jobs, folder or _documents(), self)
        self.contact_step = ContactStep(self)
        self._steps: tuple[Step, ...] = (
            self.practice_step,
            self.vault_step,
            self.contact_step,
        )
        self._stack = QStackedWidget(self)
        self._count = plain_label("", "small", self)
        self._progress = ProgressLine(self)
        self.back = button(_("&Back"), "", self)
        self.next = button("", "primary", self)
        self._build()
        self._go(0)

    def step(self) -> int:
        """Return the number of the step that is shown, from 0."""
        return self._stack.currentIndex()

    def practice(self) -> Practice:
        """Return the practice as it is typed so far."""
        # Any: each value has the type of its field.
        values: dict[str, Any] = {
            **self.practice_step.values(),
            **self.contact_step.values(),
        }
        return Practice(**values)

    def _build(self) -> None:
        self.setWindowTitle(_("New vault"))
        make_room(self, letters=100, lines=32)
        for step in self._steps:
            page = ScrollPage(self._stack, margin=3 * GRID)
            page.add(step)
            self._stack.addWidget(page)
        cancel = button(_("Cancel"), "link", self)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(GRID)
        row.addWidget(self._count)
        row.addStretch(1)
        for each in (cancel, self.back, self.next):
            row.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._progress)
        layout.addLayout(row)
        self.next.setDefault(True)  # Enter anywhere goes on
        cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.vault_step.new.agreed.connect(self._on_agreed)

    def _go(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._count.setText(
            _("Step {number} of {count}").format(
                number=number + 1, count=len(self._steps)
            )
        )
        is_last = number == len(self._steps) - 1
        self.back.setEnabled(number > 0)
        self.next.setText(_("&Start") if is_last else _("&Next"))
        set_look(self.next, "primary")
        self._steps[number].begin()

    def _say(self, words: str) -> None:
        self._steps[self.step()].trouble.setText(words)

    def _set_busy(self, words: str) -> None:
        self._progress.set_busy(words)
        self._stack.setEnabled(not words)
        self.next.setEnabled(not words)
        self.back.setEnabled(not words and self.step() > 0)

    def _on_back(self) -> None:
        self._go(self.step() - 1)

    def _on_next(self) -> None:
        self._say("")
        if self.step() == 0:
            self.vault_step.propose(str(self.practice_step.values()["name"]))
            self.vault_step.new.meter.set_known(self._known_names())
            self._go(1)
        elif self.step() == 1:
            self._check_vault()
        else:
            self._derive()

    def _check_vault(self) -> None:
        problem = self.vault_step.problem_of_place()
        if problem is not None:
            self._say(words_for(problem))
            return
        typed, known = self.vault_step.new.typed(), self._known_names()
        self._set_busy(_("The passphrase is being judged …"))
        work = partial(
            vaults.check_new_passphrase, typed.passphrase, typed.again, known
        )
        self._entrance.jobs.run(attempted(work), self._on_checked, owner=self)

    def _known_names(self) -> tuple[str, ...]:
        return vaults.known_names(self.practice(), self.vault_step.path())

    def _on_agreed(self) -> None:
        trouble = self.vault_step.trouble
        if trouble.text() == words_for(PassphrasesDiffer()):
            trouble.setText("")

    def _on_checked(self, problem: Problem | None) -> None:
        self._set_busy("")
        if problem is None:
            self._go(2)
        else:
            self._say(words_for(problem))
            self.vault_step.begin()

    def _derive(self) -> None:
        self._set_busy(_("The vault is being made …"))
        passphrase = self.vault_step.new.typed().passphrase
        profile = self._entrance.profile or vaults.STRONG
        work = partial(vaults.make_key, passphrase, self._entrance.clock, profile)
        self._entrance.jobs.run(attempted(work), self._on_key, owner=self)

    def _on_key(self, key: VaultKey | Problem) -> None:
        made = key if isinstance(key, Problem) else self._create(key)
        self._set_busy("")
        if isinstance(made, Problem):
            self._say(words_for(made))
            return
        self.vault_step.new.clear()
        self._entrance.preferences.change(language=self.practice().language.value)
        self.accept()
        self.created.emit(made)

    def _create(self, key: VaultKey) -> Session | Problem:
        path = self.vault_step.path()
        create = partial(
            vaults.create, path, key, self.practice(), self._entrance.clock
        )
        session = attempted(create)()
        image = self.contact_step.logo.image()
        if image and not isinstance(session, Problem):
            session.practice.set_logo(image)
        return session


def _documents() -> Path:
    """Return the user's documents, unless a cloud copies them: a vault lies at home."""
    from platformdirs import user_documents_path

    from casedesk.services.cloud_folders import cloud_of

    documents = user_documents_path()
    is_ours = documents.is_dir() and cloud_of(documents) is None
    return documents if is_ours else Path.home()
