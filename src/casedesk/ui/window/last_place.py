"""Where the user was last, remembered inside the vault; and which case was read."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from casedesk.domain.problems import Problem
from casedesk.ui.places import WITHOUT_CASE, Page, Place

if TYPE_CHECKING:
    from casedesk.services.session import Session

LAST_PLACE = "last_place"


def remember_place(session: Session, place: Place) -> None:
    """Remember where the user is."""
    session.practice.remember(
        LAST_PLACE, f"{place.page}|{place.case_id or ''}|{place.subject_id}"
    )


def note_reading(session: Session, before: Place, now: Place) -> None:
    """Note in the trail that a case comes on the screen."""
    is_another = now.case_id is not None and now.case_id != before.case_id
    if is_another and not session.is_read_only:
        with suppress(Problem):  # a full disk keeps nobody from reading
            session.trail.note("case.read", now.case_id)


def last_place(session: Session) -> Place:
    """Return where the user was, or Today if that is gone."""
    page, _bar, rest = session.practice.remembered(LAST_PLACE).partition("|")
    case_id, _bar, subject_id = rest.partition("|")
    if page not in set(Page):
        return Place(page=Page.TODAY)
    case = session.case_records.find(case_id) if case_id else None
    if case is None and Page(page) not in WITHOUT_CASE:
        return Place(page=Page.TODAY)
    return Place(
        page=Page(page), case_id=case.id if case else None, subject_id=subject_id
    )
