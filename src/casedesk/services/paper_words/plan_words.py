"""What both versions of the care plan say about goals, measures and their plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.measure import NO_LONGER_SERVES, Responsible
from casedesk.domain.permission import recipients_on
from casedesk.domain.plan import Agreement
from casedesk.pdf.blocks import Column, Fact, Stacked, Table
from casedesk.services.paper_words.case_records import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from casedesk.domain.case import PartyRole
    from casedesk.domain.goal import Goal, GoalId
    from casedesk.domain.measure import Measure
    from casedesk.domain.plan import Plan
    from casedesk.domain.plan_version import PlanDissent
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.plan_records import PlanRecords
    from casedesk.words.catalog import Words


def measures_of(goal: Goal, records: PlanRecords) -> list[Measure]:
    """Return the measures of a goal in their order."""
    return [m for m in records.measures if m.goal_id == goal.id]


def party_named(
    measure: Measure, case: CaseRecords, names: Mapping[str, str] | None = None
) -> str:
    """Name the party of a measure, if it has one; `names` are those of left parties."""
    if measure.party_id is None:
        return ""
    party = case.parties.get(measure.party_id)
    return party.name if party else (names or {}).get(measure.party_id, "")


def who(
    measure: Measure,
    case: CaseRecords,
    words: Words,
    names: Mapping[str, str] | None = None,
) -> tuple[str, str]:
    """Say who sees to a measure, and with whom."""
    party = party_named(measure, case, names)
    own = {
        Responsible.CLIENT: case.client.full_name,
        Responsible.CASE_MANAGER: case.practice.holder_name,
    }
    if measure.responsible in own:
        return own[measure.responsible] or words.label(measure.responsible), party
    return party or words.label(measure.responsible), ""


def period(first: date | None, last: date | None, words: Words) -> str:
    """Write from when to when, as far as it is known."""
    if first and last:
        return f"{words.day(first)} – {words.day(last)}"
    if first:
        return words("from {first}").format(first=words.day(first))
    return words("until {last}").format(last=words.day(last)) if last else ""


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that hold something, without their bullets."""
    stripped = (line.strip().lstrip("-–•*").strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)


def client_tasks(case: CaseRecords, records: PlanRecords) -> tuple[str, ...]:
    """Return what the client has taken on, in the plan and by measures."""
    written = lines(records.plan.client_tasks)
    measures = (
        one_line(measure.what, measure.frequency)
        for measure in records.measures
        if measure.responsible is Responsible.CLIENT
        and measure.state not in NO_LONGER_SERVES
        and measure.what.strip()
    )
    return tuple(dict.fromkeys((*written, *measures)))


def numbers_to_call(
    case: CaseRecords,
    words: Words,
    *,
    one_line_each: bool = False,
    only: Iterable[PartyRole] = (),
) -> Table:
    """Return whom to call: case manager, emergency contact, parties of the case.

    With roles in `only`, no other parties stand among them.
    """
    client, practice = case.client, case.practice
    nearest = set(only)
    contacts = [(practice.holder_name, words("case management"), practice.phone)]
    if client.emergency_phone:
        relation = client.emergency_relation or words("emergency contact")
        contacts.append((client.emergency_name, relation, client.emergency_phone))
    known = {(name, phone) for name, _, phone in contacts}
    contacts.extend(
        (party.name, party.function(words), party.phone)
        for party in case.parties.values()
        if party.phone
        and (party.name, party.phone) not in known
        and (not nearest or nearest.intersection(party.party.roles))
    )
    return Table(
        columns=(
            Column(title=words("Name"), share=116),
            Column(title=words("Telephone"), share=54),
        ),
        rows=tuple(
            (
                one_line(name, function)
                if one_line_each
                else Stacked(name, (Fact(label="", value=function),)),
                phone,
            )
            for name, function, phone in contacts
        ),
    )


def agreement(plan: Plan, words: Words) -> str:
    """Say how, when and by whom the plan was agreed, if it was."""
    if plan.agreed_on is None:
        return ""
    day = words.day(plan.agreed_on)
    said = {
        Agreement.SIGNATURE: words("Agreed by signature on {day}."),
        Agreement.ON_SCREEN: words("Agreed by a signature on the screen on {day}."),
        Agreement.ORAL: words("Agreed orally on {day}."),
    }[plan.agreed_by].format(day=day)
    reason = plan.oral_reason.strip()
    if plan.agreed_by is Agreement.ORAL and reason:
        why = words("Reason: {reason}").format(reason=reason)
        said = f"{said} {why}"
    return f"{said} {plan.agreement_note}".strip()


def dissent_about(goal_id: GoalId, records: PlanRecords) -> str:
    """Return who sees a goal differently, and how."""
    about = (each for each in records.dissents if each.goal_id == goal_id)
    return "\n".join(filter(None, map(_dissent, about)))


def all_dissent(records: PlanRecords, words: Words) -> str:
    """Return what is seen differently: on the whole, then goal by goal."""
    goals = {goal.id: number for number, goal in enumerate(records.goals, start=1)}
    lines = [records.plan.dissent.strip()]
    for each in records.dissents:
        said = _dissent(each)
        if each.goal_id is not None:
            if each.goal_id not in goals:
                continue
            about = words("Goal {number}").format(number=goals[each.goal_id])
            said = f"{about}: {said}"
        lines.append(said)
    return "\n".join(filter(None, lines))


def _dissent(dissent: PlanDissent) -> str:
    if not dissent.text.strip():
        return ""
    said_by = dissent.said_by.strip()
    return f"{said_by}: {dissent.text}" if said_by else dissent.text


def distribution(case: CaseRecords, words: Words) -> tuple[str, ...]:
    """Name who gets the plan: the client, and whom a consent in force allows."""
    allowed = recipients_on(case.today, case.permissions)
    parties = (
        one_line(party.name, party.function(words))
        for party_id, party in case.parties.items()
        if party_id in allowed
    )
    return (one_line(case.client.full_name, words("Client")), *parties)
