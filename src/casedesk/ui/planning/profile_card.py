"""What the law asks a plan of this kind to say, and what of it is still empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.practice import PaperLanguage
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext, spoken
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import Tone, plain_label
from casedesk.ui.widgets.record_form import Deeds, RecordForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.plan import Plan
    from casedesk.domain.plan_profile import Fulfilment, PlanProfile
    from casedesk.ui.desk import Desk


class ProfileCard(Card):
    """Lists the contents; those that nothing else holds get a text here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk = desk
        self._shown: tuple[str, str, str] | None = None
        self.form: RecordForm | None = None
        self.about = plain_label("", "small", self, wraps=True)
        self.missing = plain_label("", "warning-small", self, wraps=True)
        self.held = plain_label("", "small", self, wraps=True)
        for widget in (self.about, self.missing, self.held):
            self.add(widget)

    def show_plan(self, plan: Plan) -> None:
        """Show the contents of a version's profile; without any, nothing is shown."""
        versions = self._desk.session.plan_versions
        language = PaperLanguage(spoken())
        profile = versions.profile(plan, language)
        found = versions.fulfilments(plan.id, language)
        self.setVisible(bool(found))
        if profile is None or not found:
            self._drop_form()
            return
        self.set_title(profile.name)
        self._show_words(profile, found)
        shown = (plan.id, profile.id, profile.version)
        if shown != self._shown:
            self._make_form(found)
            self._shown = shown
        self._show_texts(plan, found)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        if self.form is not None:
            self.form.flush()

    def _show_words(self, profile: PlanProfile, found: list[Fulfilment]) -> None:
        empty = [each.content.words for each in found if not each.is_filled]
        note = ngettext("{n} content is empty", "{n} contents are empty", len(empty))
        if empty:
            self.set_note(note.format(n=len(empty)), Tone.WARNING)
        else:
            self.set_note(_("nothing is missing"), Tone.OK)
        as_of = _("Contents by {law}, as of {day}. {note}").format(
            law=profile.named_law, day=wording.day(profile.as_of), note=profile.note
        )
        self.about.setText(as_of.strip())
        self.missing.setText(
            _("Still empty: {contents}").format(contents="; ".join(empty))
        )
        self.missing.setVisible(bool(empty))
        held = [e.content.words for e in found if e.is_filled and e.content.held_by]
        self.held.setText(_("In the plan: {contents}").format(contents="; ".join(held)))
        self.held.setVisible(bool(held))

    def _make_form(self, found: list[Fulfilment]) -> None:
        self._drop_form()
        own = [each.content for each in found if not each.content.held_by]
        self.form = RecordForm(
            [fields.text(each.key, each.words, lines=1) for each in own]
        )
        self.add(self.form)

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.flush()
            self.form.hide()
            self.form.deleteLater()
        self.form, self._shown = None, None

    def _show_texts(self, plan: Plan, found: list[Fulfilment]) -> None:
        if self.form is None:
            return
        planning = self._desk.session.planning
        may_change = plan.agreed_on is None and not self._desk.session.is_read_only

        def save(key: str, value: object, sitting: str) -> None:
            planning.write_section(plan.id, key, str(value), sitting)

        self.form.bind(
            Deeds(
                save=save,
                keep_draft=lambda _key, _text: None,  # every text is a value
                drop_draft=lambda _key: None,
                words=wording.problem,
                may_change=may_change,
            )
        )
        self.form.set_locked(not may_change)
        self.form.show_values({each.content.key: each.text for each in found}, {})
