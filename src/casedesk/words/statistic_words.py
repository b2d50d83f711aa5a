"""Own statistics as tables of words: the same for window, paper and other programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from casedesk.domain.case import WEIGHTS, Area
from casedesk.domain.closure import ClosingReason
from casedesk.domain.entry import TimeCategory
from casedesk.domain.evaluation import Attainment
from casedesk.domain.protected_figures import BILLABLE, NOT_BILLABLE, values_of
from casedesk.domain.statistics import (
    NOBODY,
    NOT_SAID,
    PRIVATE,
    SPLIT_MEASURES,
    By,
    Key,
    Measure,
    Step,
)
from casedesk.words import phrases
from casedesk.words.statistic_definitions import Part, definitions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from enum import StrEnum

    from casedesk.domain.protected_figures import Protection
    from casedesk.domain.statistics import Statistics

    Translate = Callable[[str], str]
    Number = int | float | Fraction

HIDDEN = "•"
_HOUR = 60
_PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One figure: how it is written, its number, and what it is followed by."""

    text: str = ""
    number: Number | None = None
    key: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a table."""

    label: str
    shown: tuple[Shown, ...]
    is_sum: bool = False
    """Whether it sums up other lines; no picture shows it."""

    @property
    def is_nothing(self) -> bool:
        """Whether all of it is 0."""
        return all(each.number == 0 for each in self.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTable:
    """A part as a table, with how its figures are counted."""

    part: Part
    title: str
    columns: tuple[str, ...]
    """The first one is that of the labels."""
    lines: tuple[Line, ...]
    definitions: tuple[str, ...]

    def filled(self) -> PartTable:
        """Return the same without lines that hold nothing but 0."""
        kept = tuple(line for line in self.lines if not line.is_nothing)
        return PartTable(
            part=self.part,
            title=self.title,
            columns=self.columns,
            lines=kept,
            definitions=self.definitions,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticWords:
    """Says statistics in one language; what is protected is left out."""

    words: Translate
    statistics: Statistics
    protection: Protection
    payer_names: Mapping[str, str]

    def tables(self) -> Iterator[PartTable]:
        """Yield every part in its order."""
        for part in Part:
            yield self.table(part)

    def narrowed(self) -> Iterator[tuple[str, str]]:
        """Yield to which area and payer the figures are narrowed, if to any."""
        _ = self.words
        scope = self.statistics.scope
        if scope.area is not None:
            yield _("Application area"), phrases.label(scope.area, _)
        if scope.payer:
            yield _("Payer"), self._payer(scope.payer)

    def hidden_words(self) -> str:
        """Say what the mark of a figure means that is left out."""
        return self.words(
            "• is left out: fewer than five cases stand behind it, or it would tell a "
            "figure behind which fewer than five stand. Do not hand on several "
            "statistics whose periods or cases differ little; they would tell what "
            "each leaves out."
        )

    def table(self, part: Part) -> PartTable:
        """Return one part."""
        _ = self.words
        titles = {
            Part.CASELOAD: _("Caseload"),
            Part.COURSE: _("Over time"),
            Part.COMPLEXITY: _("Open cases by complexity"),
            Part.TIMES: _("Waiting times and duration, in days"),
            Part.HOURS: _("Hours by category"),
            Part.GOALS: _("Goals"),
            Part.SCORES: _("Goal attainment as a T-score"),
            Part.REASONS: _("Why cases were closed"),
            Part.AREAS: _("By area of application"),
            Part.PAYERS: _("By payer"),
            Part.YEARS: _("By year"),
        }
        makers: dict[Part, Callable[[], Iterator[Line]]] = {
            Part.CASELOAD: self._caseload,
            Part.COURSE: self._course,
            Part.COMPLEXITY: self._complexity,
            Part.TIMES: self._times,
            Part.HOURS: self._hours,
            Part.GOALS: self._goals,
            Part.SCORES: self._scores,
            Part.REASONS: self._reasons,
            Part.AREAS: lambda: self._groups(By.AREA),
            Part.PAYERS: lambda: self._groups(By.PAYER),
            Part.YEARS: self._years,
        }
        return PartTable(
            part=part,
            title=titles[part],
            columns=self._columns(part),
            lines=tuple(makers[part]()),
            definitions=definitions(part, _),
        )

    def _columns(self, part: Part) -> tuple[str, ...]:
        _ = self.words
        flows = (_("New"), _("Closed"), _("Open at the end"))
        groups = (_("At work"), *flows, _("Hours"))
        spread = (_("Cases"), _("Lower quartile"), _("Median"), _("Upper quartile"))
        return {
            Part.CASELOAD: (_("Figure"), _("Value")),
            Part.COURSE: (_("Month"), *flows),
            Part.COMPLEXITY: (_("Complexity"), _("Open cases")),
            Part.TIMES: (_("From – to"), *spread),
            Part.HOURS: (_("Category"), _("Hours"), _("Share")),
            Part.GOALS: (_("Outcome"), _("Goals"), _("Share")),
            Part.SCORES: (_("Figure"), _("Mean"), _("Evaluations")),
            Part.REASONS: (_("Reason"), _("Cases"), _("Share")),
            Part.AREAS: (_("Application area"), *groups),
            Part.PAYERS: (_("Payer"), *groups),
            Part.YEARS: (_("Year"), *flows, _("Hours")),
        }[part]

    def value(self, by: By, value: str) -> str:
        """Name a group of cases."""
        if by is By.PAYER:
            return self._payer(value)
        if value == NOT_SAID:
            return self._not_said(by)
        return self._named(by, value)

    def _named(self, by: By, value: str) -> str:
        _ = self.words
        if by is By.MONTH:
            return phrases.month(date.fromisoformat(f"{value}-01"), _)
        if by is By.WEIGHT:
            return self._weight(int(value))
        choices: dict[By, type[StrEnum]] = {
            By.AREA: Area,
            By.REASON: ClosingReason,
            By.CATEGORY: TimeCategory,
            By.ATTAINMENT: Attainment,
        }
        return phrases.label(choices[by](value), _) if by in choices else value

    def _not_said(self, by: By) -> str:
        _ = self.words
        return {
            By.REASON: _("No reason noted"),
            By.CATEGORY: _("Without a category"),
            By.ATTAINMENT: _("Not said"),
        }[by]

    def _payer(self, value: str) -> str:
        _ = self.words
        if value == PRIVATE:
            return _("Private persons")
        if value == NOBODY:
            return _("No payer named")
        return self.payer_names.get(value, _("No payer named"))

    def _weight(self, weight: int) -> str:
        ends = complexity_words(self.words)
        return f"{weight} – {ends[weight]}" if weight in ends else str(weight)

    def _caseload(self) -> Iterator[Line]:
        _ = self.words
        names = {
            Measure.OPEN_BEFORE: _("Open before the period"),
            Measure.NEW: _("New in the period"),
            Measure.AT_WORK: _("At work in the period"),
            Measure.CLOSED: _("Closed in the period"),
            Measure.OPEN: _("Open at the end"),
        }
        for measure, name in names.items():
            yield Line(label=name, shown=(self._count(measure),))
        is_open = self.statistics.cell(Measure.OPEN).value
        weight = self.statistics.weight
        mean = Fraction(weight, is_open) if is_open else None
        key = Key(measure=Measure.WEIGHT)
        label = _("Weighted caseload at the end")
        yield Line(label=label, shown=(self._figure(key, weight),))
        label = _("Complexity of an open case, mean")
        yield Line(label=label, shown=(self._figure(key, mean),))

    def _course(self) -> Iterator[Line]:
        by = By.MONTH if self.statistics.shows_months else By.YEAR
        measures = (Measure.NEW, Measure.CLOSED, Measure.OPEN)
        for value in values_of(self.statistics, by):
            shown = tuple(self._count(measure, by, value) for measure in measures)
            yield Line(label=self.value(by, value), shown=shown)

    def _years(self) -> Iterator[Line]:
        measures = (Measure.NEW, Measure.CLOSED, Measure.OPEN)
        for value in values_of(self.statistics, By.YEAR):
            counts = (self._count(measure, By.YEAR, value) for measure in measures)
            shown = (*counts, self._time(By.YEAR, value))
            yield Line(label=value, shown=shown)

    def _complexity(self) -> Iterator[Line]:
        for value in values_of(self.statistics, By.WEIGHT):
            shown = (self._count(Measure.OPEN, By.WEIGHT, value),)
            yield Line(label=self._weight(int(value)), shown=shown)

    def _times(self) -> Iterator[Line]:
        _ = self.words
        steps = {
            Step.TO_CONTACT: _("Inquiry – first contact with the client"),
            Step.TO_MANDATE: _("Inquiry – beginning of the mandate"),
            Step.CONTACT_TO_MANDATE: _("First contact – beginning of the mandate"),
            Step.TO_ASSESSMENT: _("Inquiry – first confirmed assessment"),
            Step.TO_PLAN: _("Inquiry – first agreed plan"),
        }
        for step, name in steps.items():
            key = Key(measure=Measure.WAITING, by=By.STEP, value=step)
            yield Line(label=name, shown=self._spread(key))
        label = _("Opening – closing")
        yield Line(label=label, shown=self._spread(Key(measure=Measure.DURATION)))

    def _spread(self, key: Key) -> tuple[Shown, ...]:
        spread = self.statistics.spreads.get(key)
        quartiles = None if spread is None else spread.quartiles()
        count = 0 if spread is None else spread.count
        shown = [self._figure(key, each) for each in quartiles or (None, None, None)]
        counted = self._figure(key, count)
        # It is the same number, or hardly less.
        is_new = key.measure is Measure.WAITING
        whole = Measure.NEW if is_new else Measure.CLOSED
        if self._hides(Key(measure=whole)):
            counted = Shown(text=HIDDEN, key=key)
        return (counted, *shown)

    def _hours(self) -> Iterator[Line]:
        _ = self.words
        for value in values_of(self.statistics, By.CATEGORY):
            yield self._hours_line(self.value(By.CATEGORY, value), By.CATEGORY, value)
        yield self._hours_line(_("All hours"), By.ALL, "")
        yield self._hours_line(_("Of these billable"), By.BILLABLE, BILLABLE)
        yield self._hours_line(_("Of these not billable"), By.BILLABLE, NOT_BILLABLE)

    def _hours_line(self, label: str, by: By, value: str) -> Line:
        key = Key(measure=Measure.MINUTES, by=by, value=value)
        shown = (self._time(by, value), self._share(key))
        return Line(label=label, shown=shown, is_sum=by is not By.CATEGORY)

    def _goals(self) -> Iterator[Line]:
        _ = self.words
        for value in values_of(self.statistics, By.ATTAINMENT):
            name = self.value(By.ATTAINMENT, value)
            yield self._share_line(name, Measure.GOALS, By.ATTAINMENT, value)
        yield self._share_line(_("All goals"), Measure.GOALS, By.ALL, "")

    def _reasons(self) -> Iterator[Line]:
        _ = self.words
        for value in values_of(self.statistics, By.REASON):
            name = self.value(By.REASON, value)
            yield self._share_line(name, Measure.CLOSED, By.REASON, value)
        yield self._share_line(_("All closed cases"), Measure.CLOSED, By.ALL, "")

    def _share_line(self, label: str, measure: Measure, by: By, value: str) -> Line:
        key = Key(measure=measure, by=by, value=value)
        shown = (self._count(measure, by, value), self._share(key))
        return Line(label=label, shown=shown, is_sum=by is By.ALL)

    def _scores(self) -> Iterator[Line]:
        _ = self.words
        attained = self.statistics.attained
        means = (
            (Measure.T_SCORE, _("T-score at the end"), attained.score),
            (Measure.T_CHANGE, _("Change since the beginning"), attained.change),
        )
        for measure, label, mean in means:
            key = Key(measure=measure)
            value = None if mean.value is None else round(mean.value, 1)
            counted = self._figure(key, mean.count)
            yield Line(label=label, shown=(self._figure(key, value), counted))
        left = self._figure(Key(measure=Measure.UNSCORED), attained.unscored.value)
        label = _("Goals without a level, left out")
        yield Line(label=label, shown=(left, Shown()))

    def _groups(self, by: By) -> Iterator[Line]:
        for value in values_of(self.statistics, by):
            counts = (self._count(measure, by, value) for measure in SPLIT_MEASURES)
            shown = (*counts, self._time(by, value))
            yield Line(label=self.value(by, value), shown=shown)
        totals = (self._count(measure) for measure in SPLIT_MEASURES)
        shown = (*totals, self._time())
        yield Line(label=self.words("All"), shown=shown, is_sum=True)

    def _count(self, measure: Measure, by: By = By.ALL, value: str = "") -> Shown:
        key = Key(measure=measure, by=by, value=value)
        return self._figure(key, self.statistics.cell(measure, by, value).value)

    def _time(self, by: By = By.ALL, value: str = "") -> Shown:
        key = Key(measure=Measure.MINUTES, by=by, value=value)
        minutes = self.statistics.cell(Measure.MINUTES, by, value).value
        return self._figure(key, Fraction(round(minutes * 10 / _HOUR), 10))

    def _share(self, key: Key) -> Shown:
        """Return the share of all, if both may be shown."""
        whole = Key(measure=key.measure)
        if self._hides(key) or self._hides(whole):
            return Shown(text=HIDDEN, key=key)
        total = self.statistics.cells.get(whole)
        part = self.statistics.cell(key.measure, key.by, key.value).value
        if total is None or not total.value:
            return Shown(key=key)
        percent = round(Fraction(part * _PERCENT, total.value))
        return Shown(text=f"{percent} %", number=percent, key=key)

    def _figure(self, key: Key, number: Number | None) -> Shown:
        if self._hides(key):
            return Shown(text=HIDDEN, key=key)
        if number is None:
            return Shown(text="–", key=key)
        text = phrases.figure(Fraction(number), self.words)
        return Shown(text=text, number=number, key=key)

    def _hides(self, key: Key) -> bool:
        return self.protection.hides(key)


def complexity_words(words: Translate) -> dict[int, str]:
    """Say what the ends and the middle of the scale of complexity mean."""
    _ = words
    return {
        WEIGHTS[0]: _("usual"),
        WEIGHTS[2]: _("complex"),
        WEIGHTS[-1]: _("very complex"),
    }
