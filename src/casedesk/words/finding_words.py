"""Findings of the coverage check in sentences: why each was raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.finding import FindingKind
from casedesk.domain.help import Giver
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from casedesk.domain.coverage_facts import Aim, Grant, Need
    from casedesk.domain.finding import Finding
    from casedesk.domain.help import Help
    from casedesk.domain.life_domain import DomainKey, OwnDomain

    Translate = Callable[[str], str]

LONGEST = 60  # letters of what somebody wrote, within a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWords:
    """Says findings in one language; `today` is for how long something has lasted."""

    words: Translate
    own_domains: Mapping[str, OwnDomain]
    today: date

    def said(self, finding: Finding) -> str:
        """Say in a sentence why a finding was raised."""
        if finding.is_duplicate:
            return self._twice(finding)
        if finding.kind in _OF_NEEDS:
            return self._of_need(finding)
        if finding.kind in (FindingKind.GRANT_ENDS, FindingKind.ENDS_BEFORE_TARGET):
            return self._ending(finding)
        if finding.kind is FindingKind.GRANT_USED and finding.grant is not None:
            _ = self.words
            return _(
                "{percent} % of the approval of {payer} for {what} is used."
            ).format(
                percent=finding.grant.used_percent,
                payer=finding.grant.payer or _("(payer not named)"),
                what=self._quoted(finding.grant.what),
            )
        return self._of_help(finding)

    def about(self, finding: Finding) -> str:
        """Name in a few words what a finding is about."""
        if finding.helps:
            return self.what(finding.helps[0])
        if finding.grant is not None:
            return self._quoted(finding.grant.what)
        return self.need(finding.need) if finding.need is not None else ""

    def domain(self, key: DomainKey | None) -> str:
        """Name a domain of life."""
        if key is None:
            return self.words("no domain named")
        return phrases.life_domain(key, self.own_domains, self.words)

    def need(self, need: Need) -> str:
        """Name a need: its domain, how much it presses, and its words."""
        level = "" if need.level is None else phrases.label(need.level, self.words)
        named = self.domain(need.domain) + (f" ({level})" if level else "")
        return f"{named}: {self._quoted(need.words)}" if need.words.strip() else named

    def giver(self, piece: Help) -> str:
        """Name who helps."""
        if piece.name:
            return piece.name
        if piece.giver is Giver.CLIENT:
            return self.words("the client")
        return phrases.label(piece.giver, self.words)

    def what(self, piece: Help) -> str:
        """Name help with who gives it."""
        quoted = self._quoted(piece.what)
        if piece.giver is Giver.MONEY and not piece.name:
            return quoted
        return f"{quoted} ({self.giver(piece)})"

    def day(self, on: date | None) -> str:
        """Write a day."""
        return phrases.day(on, self.words)

    def _quoted(self, text: str) -> str:
        short = " ".join(text.split()) or self.words("(not named)")
        if len(short) > LONGEST:
            short = short[:LONGEST].rsplit(" ", 1)[0] + " …"
        return self.words("“{words}”").format(words=short)

    def _of_need(self, finding: Finding) -> str:
        _ = self.words
        need, piece = finding.need, next(iter(finding.helps), None)
        named = self.need(need) if need else ""
        if finding.kind is FindingKind.NEED_OPEN:
            return _(
                "{need} – there is no measure, no service and no help for it."
            ).format(need=named)
        if finding.kind is FindingKind.GOAL_WITHOUT_MEASURE:
            return _("{need} – the goal {goal} has no measure yet.").format(
                need=named, goal=self._aim(finding.aim)
            )
        if piece is None or need is None:
            return named
        if finding.kind is FindingKind.ONLY_OLDER_HELP:
            return _(
                "{need} – nothing in the plan answers it. {help} was there already "
                "when the need was found on {day}."
            ).format(need=named, help=self.what(piece), day=self.day(need.assessed_on))
        if finding.kind is FindingKind.NOTHING_UNTIL:
            return _(
                "{need} – {help} begins on {day}; nobody helps until then."
            ).format(need=named, help=self.what(piece), day=self.day(finding.on))
        return _(
            "{need} – most of the help comes from {name}, and on the network map "
            "nobody steps in."
        ).format(need=named, name=self.giver(piece))

    def _of_help(self, finding: Finding) -> str:
        _ = self.words
        piece = finding.helps[0]
        told = {"help": self.what(piece), "day": self.day(finding.on)}
        sentences = {
            FindingKind.ENDED: _("{help} ended on {day}; nothing follows."),
            FindingKind.REFUSED: _(
                "{help} was refused on {day}; nothing has come in its place."
            ),
            FindingKind.NOT_BEGUN: _("{help} was to begin on {day} and has not begun."),
            FindingKind.REVIEW_OVERDUE: _("The review of {help} was due on {day}."),
        }
        if finding.on is None:
            sentences |= {
                FindingKind.ENDED: _("{help} is over; nothing follows."),
                FindingKind.REFUSED: _(
                    "{help} was refused; nothing has come in its place."
                ),
            }
        if finding.kind is FindingKind.WAITING and finding.on is not None:
            return _(
                "{help} was asked for on {day}, {count} days ago, and has not begun."
            ).format(count=(self.today - finding.on).days, **told)
        sentence = sentences[finding.kind].format(**told)
        if finding.need is None:
            return sentence
        return f"{self.need(finding.need)} – {sentence}"

    def _ending(self, finding: Finding) -> str:
        _ = self.words
        day = self.day(finding.on)
        is_over = finding.on is not None and finding.on < self.today
        if finding.grant is not None:
            return self._granted(finding, finding.grant, is_over=is_over)
        piece, *longer = finding.helps
        parts = [_("{help} ends on {day}.").format(help=self.what(piece), day=day)]
        if finding.aim is not None:
            parts.append(
                _("The goal {goal} is to be reached by {day}.").format(
                    goal=self._aim(finding.aim), day=self.day(finding.aim.target_on)
                )
            )
        parts += [
            _("The measure {measure} goes on.").format(measure=self._quoted(each.what))
            for each in longer
        ]
        return " ".join([*parts, _("Nothing that follows is noted.")])

    def _granted(self, finding: Finding, grant: Grant, *, is_over: bool) -> str:
        """Say that an approval ends; of one that no measure names, no more is known."""
        _ = self.words
        sentence = (
            _("The approval of {payer} for {what} ended on {day}.")
            if is_over
            else _("The approval of {payer} for {what} ends on {day}.")
        )
        said = sentence.format(
            payer=grant.payer or _("(payer not named)"),
            what=self._quoted(grant.what),
            day=self.day(finding.on),
        )
        onwards = _("The help is to go on.")
        return f"{said} {onwards}" if finding.helps else said

    def _aim(self, aim: Aim | None) -> str:
        return self._quoted(aim.title if aim else "")

    def _twice(self, finding: Finding) -> str:
        _ = self.words
        grant, second = finding.grant, finding.other_grant
        if grant is not None and second is not None:
            return _("{help} was approved by two payers: {payer} and {other}.").format(
                help=self.what(finding.helps[0]), payer=grant.payer, other=second.payer
            )
        one, other = finding.helps
        told = {
            "one": self.what(one),
            "other": self.what(other),
            "domain": self.domain(finding.domain),
        }
        if finding.kind is FindingKind.TWO_PAYERS:
            return _(
                "{one} is paid by two: {payer}, and {other_payer} for {other}."
            ).format(payer=one.payer, other_payer=other.payer, **told)
        if finding.kind is FindingKind.TWO_BENEFITS:
            return _("{one} and {other} are had at the same time.").format(**told)
        if finding.kind is FindingKind.TWO_RESPONSIBLE:
            return _("One task has two who see to it: {one} and {other}.").format(
                **told
            )
        since = max(d for d in (one.starts_on, other.starts_on, self.today) if d)
        since = max((d for d in (one.starts_on, other.starts_on) if d), default=since)
        return _(
            "{one} and {other} do the same at the same time ({domain}), since {day}."
        ).format(day=self.day(since), **told)


_OF_NEEDS = frozenset(
    {
        FindingKind.NEED_OPEN,
        FindingKind.ONLY_OLDER_HELP,
        FindingKind.GOAL_WITHOUT_MEASURE,
        FindingKind.NOTHING_UNTIL,
        FindingKind.HANGS_ON_ONE,
    }
)
