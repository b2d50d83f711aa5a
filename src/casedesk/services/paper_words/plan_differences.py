"""What changed between two versions of a plan, as a list in words."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from casedesk.domain.goal import in_order
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.plan_change import PLAN_TEXTS, PlanChangeKind
from casedesk.words import plan_fields
from casedesk.words.plan_profiles import plan_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casedesk.domain.life_domain import OwnDomain
    from casedesk.domain.plan_change import FieldDifference, ItemChange, PlanChanges
    from casedesk.domain.plan_version import PlanDissent
    from casedesk.services.paper_words.plan_records import PlanRecords
    from casedesk.words.catalog import Words

_DOMAINS = ("life_domain", "further_domains")
_GOALS = ("goal_id", "guiding_id", "further_goal_ids")
_OF_THREE = ("importance", "difficulty")
_LEVELS = ("baseline_level", "level")
_UNTOLD = frozenset({"id", "case_id", "plan_id", "position", "noted_on", "key"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that is different: what it is, and each field before and after."""

    heading: str
    kind: PlanChangeKind | None = None
    """What happened to it; nothing where a version is told as a whole."""
    rows: tuple[tuple[str, str, str], ...] = ()


def differences(
    changes: PlanChanges,
    before: PlanRecords,
    after: PlanRecords,
    names: Mapping[str, str],
    own_domains: Mapping[str, OwnDomain],
    words: Words,
) -> list[Difference]:
    """Return all differences in words: texts first, then goals, measures and the rest.

    `names` are those of everybody in the case, by the id of the party.
    """
    wordings = {**_wordings(before), **_wordings(after)}
    writer = _Writer(wordings, names, own_domains, words)
    return [*writer.all(changes, after)]


def told(
    records: PlanRecords,
    names: Mapping[str, str],
    own_domains: Mapping[str, OwnDomain],
    words: Words,
) -> list[Difference]:
    """Return everything that a version says: texts first, then goals with measures."""
    writer = _Writer(_wordings(records), names, own_domains, words)
    return [*writer.whole(records)]


def _wordings(records: PlanRecords) -> dict[str, str]:
    return {
        goal.id: goal.wording or goal.professional_wording for goal in records.goals
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes values in one language, with the names that stand behind ids."""

    goals: Mapping[str, str]
    names: Mapping[str, str]
    own_domains: Mapping[str, OwnDomain]
    words: Words

    def all(self, changes: PlanChanges, after: PlanRecords) -> Iterator[Difference]:
        """Yield the differences in the order in which they are read."""
        words = self.words
        if changes.texts:
            ordered = sorted(changes.texts, key=lambda e: PLAN_TEXTS.index(e.name))
            rows = (self._row(plan_fields.PLAN, each) for each in ordered)
            yield Difference(
                heading=words("Texts and dates"),
                kind=PlanChangeKind.CHANGED,
                rows=tuple(rows),
            )
        for goal in changes.goals:
            name = self._goal(goal.item.id)
            yield self._item(plan_fields.GOAL, name, goal)
        for measure in changes.measures:
            heading = words("Measure “{what}” for the goal “{goal}”").format(
                what=measure.item.what or words("(without words)"),
                goal=self._wording(measure.item.goal_id),
            )
            yield self._item(plan_fields.MEASURE, heading, measure)
        contents = self._contents(after)
        for section in changes.sections:
            heading = contents.get(section.item.key, section.item.key)
            yield self._item(plan_fields.SECTION, heading, section)
        for dissent in changes.dissents:
            heading = self._about(dissent.item)
            yield self._item(plan_fields.DISSENT, heading, dissent)

    def whole(self, records: PlanRecords) -> Iterator[Difference]:
        """Yield what a version says, in the order in which it is read."""
        words, plan = self.words, records.plan
        texts = (
            (words(plan_fields.PLAN[name]), "", self._said(name, getattr(plan, name)))
            for name in PLAN_TEXTS
        )
        rows = tuple(row for row in texts if row[2].strip())
        yield Difference(heading=words("Texts and dates"), rows=rows)
        for number, goal in enumerate(in_order(records.goals), start=1):
            heading = f"{number}  {self._goal(goal.id)}"
            yield self._shown(plan_fields.GOAL, heading, goal)
            for measure in records.measures:
                if measure.goal_id == goal.id:
                    heading = words("Measure “{what}”").format(
                        what=measure.what or words("(without words)")
                    )
                    yield self._shown(plan_fields.MEASURE, heading, measure)
        contents = self._contents(records)
        for section in records.sections:
            heading = contents.get(section.key, section.key)
            yield self._shown(plan_fields.SECTION, heading, section)
        for dissent in records.dissents:
            yield self._shown(plan_fields.DISSENT, self._about(dissent), dissent)

    # Any: a record of whatever kind.
    def _shown(self, labels: Mapping[str, str], heading: str, item: Any) -> Difference:
        return Difference(heading=heading, rows=tuple(self._filled(labels, item)))

    def _about(self, dissent: PlanDissent) -> str:
        heading = self.words("Differing opinion")
        if dissent.goal_id is None:
            return heading
        return f"{heading}: {self._goal(dissent.goal_id)}"

    def _goal(self, goal_id: str) -> str:
        return self.words("Goal “{goal}”").format(goal=self._wording(goal_id))

    def _wording(self, goal_id: str) -> str:
        return self.goals.get(goal_id, "").strip() or self.words("(without words)")

    def _contents(self, after: PlanRecords) -> dict[str, str]:
        plan = after.plan
        language = self.words.language
        profile = plan_profile(plan.profile, plan.profile_version, language)
        contents = () if profile is None else profile.contents
        return {content.key: content.words for content in contents}

    # Any: a change of whatever records.
    def _item(
        self, labels: Mapping[str, str], heading: str, change: ItemChange[Any]
    ) -> Difference:
        if change.kind is PlanChangeKind.CHANGED:
            rows = tuple(self._row(labels, each) for each in change.fields)
        elif change.kind is PlanChangeKind.ADDED:
            rows = tuple(self._filled(labels, change.item))
        else:
            rows = ()
        return Difference(heading=heading, kind=change.kind, rows=rows)

    def _row(
        self, labels: Mapping[str, str], change: FieldDifference
    ) -> tuple[str, str, str]:
        return (
            self.words(labels[change.name]),
            self._said(change.name, change.before),
            self._said(change.name, change.after),
        )

    # Any: a record of whatever kind.
    def _filled(
        self, labels: Mapping[str, str], item: Any
    ) -> Iterator[tuple[str, str, str]]:
        """Yield what a new record says; what was left as it begins is not told."""
        for field in fields(item):
            value = getattr(item, field.name)
            if field.name in _UNTOLD or field.name in _GOALS or value == field.default:
                continue
            if said := self._said(field.name, value):
                yield self.words(labels[field.name]), "", said

    def _said(self, name: str, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, tuple):
            return ", ".join(filter(None, (self._said(name, each) for each in value)))
        if isinstance(value, bool):
            return self.words("yes") if value else self.words("no")
        if isinstance(value, int):
            return _number(name, value)
        if isinstance(value, date):
            return self.words.day(value)
        return self._named(name, str(value), value)

    def _named(self, name: str, text: str, value: object) -> str:
        if name in _DOMAINS:
            key = value if isinstance(value, LifeDomain) else text
            return self.words.life_domain(key, self.own_domains)  # type: ignore[arg-type]  # a domain or an id
        if isinstance(value, StrEnum):
            return self.words.label(value)
        if name in _GOALS:
            return self.goals.get(text, "")
        if name == "party_id":
            return self.names.get(text, self.words("(no longer in the case)"))
        if name == "profile":
            profile = plan_profile(text, "", self.words.language)
            return text if profile is None else profile.name
        return text


def _number(name: str, value: int) -> str:
    if name in _OF_THREE:
        return f"{value} / 3"
    if name == "progress":
        return f"{value} / 10"
    if name in _LEVELS:
        return f"{value:+d}" if value else "0"
    return f"{value / 100:.2f}" if name.endswith("_cents") else str(value)


def counted(found: Iterable[Difference], kind: PlanChangeKind) -> int:
    """Return to how many parts something happened."""
    return sum(each.kind is kind for each in found)
