"""Agreeing a version of a plan: it is frozen with the pages that say it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from casedesk.domain.drawn_signature import written
from casedesk.domain.goal import GoalId
from casedesk.domain.plan import Agreement, PlanId
from casedesk.domain.plan_profile import proposed_review
from casedesk.domain.plan_version import (
    Agreed,
    AgreedPlan,
    AgreedPlanId,
    PlanSection,
    PlanSectionId,
    PlanSignature,
    PlanSignatureId,
    check_agreement,
)
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.problems import NotFound
from casedesk.domain.signing import SignerRole
from casedesk.services.goals import accept_goals
from casedesk.services.paper_words.plan_records import read_living
from casedesk.services.paper_words.signing_lines import Drawing
from casedesk.services.papers import file_paper
from casedesk.services.plans import follow
from casedesk.services.signatures import valid_representations
from casedesk.words.plan_profiles import plan_profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.document import Document
    from casedesk.domain.drawn_signature import Stroke
    from casedesk.domain.plan import Plan
    from casedesk.domain.received import DocumentPart, DocumentPartId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.paper import Paper
    from casedesk.services.papers import PaperService
    from casedesk.store.columns import Stored
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

# What is read before it is agreed. Dissent is often noted only after that, and the day
# of the review may be moved at any time.
READ_BEFORE = (
    "valid_from",
    "participants",
    "situation",
    "crisis_plan",
    "not_covered",
    "client_tasks",
    "profile",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPlan:
    """A paper on which a version stands as a whole, and whether it still says so."""

    document: Document
    part: DocumentPart
    is_as_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPlan:
    """A plan with what was drawn beneath it, not agreed yet."""

    paper: Paper
    drawing: Drawing


class PlanAgreementService:
    """Notes agreements; each freezes the version it is about."""

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        clock: Clock,
        papers: PaperService,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock
        self._papers = papers

    def printed(self, plan_id: PlanId) -> list[PrintedPlan]:
        """Return the papers of a version that can have been signed, newest first."""
        with self._database.read() as tables:
            plan = tables.plans.get(plan_id)
            now = _now(tables, plan)
            parts = tables.document_parts.of_plan(plan_id)
            return [
                PrintedPlan(
                    document=tables.documents.get(part.document_id),
                    part=part,
                    is_as_now=_printed(part) == now,
                )
                for part in reversed(parts)
            ]

    def agree(self, plan_id: PlanId, agreed: Agreed, paper: Paper, pdf: bytes) -> Plan:
        """Note an agreement to a version as a paper says it that is filed with it.

        Raises the `RuleBroken` that forbids it; nothing is filed then.
        """
        with self._database.write("plan.agree", plan_id) as tables:
            document = file_paper(tables, paper, pdf, self._clock)
            part = _part_of(tables, document, plan_id)
            plan = freeze(tables, self._clock, plan_id, part, agreed)
        self._announce()
        return plan

    def agree_printed(
        self, plan_id: PlanId, part_id: DocumentPartId, agreed: Agreed
    ) -> Plan:
        """Note an agreement to a version as it stands on a paper issued before.

        What was written since then becomes the draft of the next version.
        """
        with self._database.write("plan.agree", plan_id) as tables:
            part = tables.document_parts.find(part_id)
            if part is None or part.plan_id != plan_id:
                raise NotFound
            plan = freeze(tables, self._clock, plan_id, part, agreed)
        self._announce()
        return plan

    def signers(self, plan_id: PlanId) -> dict[SignerRole, str]:
        """Return who can sign a version on the screen, each with the name if known."""
        with self._database.read() as tables:
            plan = tables.plans.get(plan_id)
            client = tables.clients.get(tables.cases.get(plan.case_id).client_id)
            valid = valid_representations(tables, plan.case_id, self._clock.today())
            persons = (tables.persons.find(each.person_id or "") for each in valid)
            names = [person.full_name for person in persons if person is not None]
        roles = (SignerRole.REPRESENTATIVE, SignerRole.SECOND_REPRESENTATIVE)
        represented = dict(zip(roles, names, strict=False))
        return {SignerRole.CLIENT: client.full_name, **represented}

    def drawn(
        self,
        plan_id: PlanId,
        shown: Paper,
        signatures: Mapping[SignerRole, tuple[Stroke, ...]],
        place: str = "",
    ) -> DrawnPlan:
        """Prepare the plan that was shown with the strokes on its lines.

        Raises `NothingDrawn` if one of the signatures is none.
        """
        for strokes in signatures.values():
            written(strokes)
        drawing = Drawing(
            said={}, signatures=signatures, place=place, at=self._clock.now()
        )
        with self._database.read() as tables:
            case_id = tables.plans.get(plan_id).case_id
        paper = self._papers.drawn_plan(case_id, shown, drawing)
        return DrawnPlan(paper=paper, drawing=drawing)

    def sign(
        self,
        plan_id: PlanId,
        drawn: DrawnPlan,
        pdf: bytes,
        names: Mapping[SignerRole, str],
    ) -> Plan:
        """Note an agreement drawn on the screen, with the pages that show it."""
        drawing = drawn.drawing
        at = drawing.at or self._clock.now()
        agreed = Agreed(
            on=at.astimezone().date(),
            how=Agreement.ON_SCREEN,
            by=tuple(drawing.signatures),
        )
        with self._database.write("plan.agree", plan_id) as tables:
            document = file_paper(tables, drawn.paper, pdf, self._clock)
            part = _part_of(tables, document, plan_id)
            plan = freeze(tables, self._clock, plan_id, part, agreed)
            for role, strokes in drawing.signatures.items():
                tables.plan_signatures.add(
                    PlanSignature(
                        id=PlanSignatureId(self._clock.new_id()),
                        case_id=plan.case_id,
                        plan_id=plan_id,
                        role=role,
                        name=names.get(role, ""),
                        drawn_at=at,
                        strokes=written(strokes),
                        document_id=document.id,
                        sha256=document.sha256,
                    )
                )
        self._announce()
        return plan

    def _announce(self) -> None:
        for noun in ("plan", "goal", "document"):
            self._announcer.announce(noun)


def freeze(
    tables: Tables, clock: Clock, plan_id: PlanId, part: DocumentPart, agreed: Agreed
) -> Plan:
    """Freeze a version as it stands in a part of a document, within a deed.

    Where it says something else by now, that becomes the draft of the next version.
    Raises the `RuleBroken` that forbids such an agreement.
    """
    now = tables.plans.get(plan_id)
    check_agreement(now, agreed, clock.today())
    printed = replace(now, **_read_before(tables, part))
    sections = _written(tables, part)
    if printed != now or sections != _living_sections(tables, plan_id):
        follow(tables, clock, now, valid_from=now.valid_from)
    _put_sections(tables, clock, now, sections)
    plan = _with_agreement(tables, printed, agreed)
    tables.plans.update(plan)
    tables.agreed_plans.add(
        AgreedPlan(
            id=AgreedPlanId(clock.new_id()),
            case_id=plan.case_id,
            plan_id=plan_id,
            document_id=part.document_id,
            part_id=part.id,
            frozen_at=clock.now(),
        )
    )
    agreed_goals = {GoalId(each["id"]) for each in json.loads(part.snapshot)["goals"]}
    accept_goals(tables, plan.case_id, agreed.on, agreed_goals)
    for name in (*READ_BEFORE, "dissent", "agreed_on"):
        tables.drafts.drop(plan_id, name)
    return plan


def _with_agreement(tables: Tables, plan: Plan, agreed: Agreed) -> Plan:
    """Return a version as agreed, in force, and with the review that its law wants.

    Without a law, the rhythm of the case says when it is looked at again.
    """
    [practice] = tables.practice.all()
    profile = plan_profile(plan.profile, "", PaperLanguage(practice.language))
    review_on = plan.next_review_on
    if review_on is None and profile is not None and profile.named_law:
        review_on = proposed_review(profile, plan.valid_from or agreed.on)
    return replace(
        agreed.said_in(plan),
        next_review_on=review_on,
        profile_version="" if profile is None else profile.version,
    )


def _part_of(tables: Tables, document: Document, plan_id: PlanId) -> DocumentPart:
    parts = tables.document_parts.of_document(document.id)
    part = next((each for each in parts if each.plan_id == plan_id), None)
    if part is None:
        raise NotFound
    return part


# Any: each field has its own type, which only the record class knows.
def _read_before(tables: Tables, part: DocumentPart) -> dict[str, Any]:
    printed: dict[str, Stored] = json.loads(part.snapshot)["plan"]
    known = {name: printed[name] for name in READ_BEFORE if name in printed}
    return tables.plans.read_fields(known)


def _written(tables: Tables, part: DocumentPart) -> dict[str, str]:
    """Return the own texts of a plan as they are printed, or as they are now."""
    printed = json.loads(part.snapshot)
    if "sections" in printed:
        return {
            each["key"]: each["text"]
            for each in printed["sections"]
            if each["text"].strip()
        }
    return _living_sections(tables, PlanId(str(printed["plan"]["id"])))


def _living_sections(tables: Tables, plan_id: PlanId) -> dict[str, str]:
    sections = tables.plan_sections.of(plan_id=plan_id)
    return {each.key: each.text for each in sections if each.text.strip()}


def _put_sections(
    tables: Tables, clock: Clock, plan: Plan, texts: Mapping[str, str]
) -> None:
    """Let the own texts of a version say what was printed."""
    there = {each.key: each for each in tables.plan_sections.of(plan_id=plan.id)}
    for key, section in there.items():
        if section.text != texts.get(key, ""):
            tables.plan_sections.update(replace(section, text=texts.get(key, "")))
    for key in texts.keys() - there.keys():
        tables.plan_sections.add(
            PlanSection(
                id=PlanSectionId(clock.new_id()),
                case_id=plan.case_id,
                plan_id=plan.id,
                key=key,
                text=texts[key],
            )
        )


def is_plan_as_printed(tables: Tables, part: DocumentPart) -> bool:
    """Whether a plan still says what stands in a part of a document."""
    plan = tables.plans.find(part.plan_id or "")
    return plan is not None and _printed(part) == _now(tables, plan)


def _now(tables: Tables, plan: Plan) -> dict[str, object]:
    """Return what a version says now, in the form in which papers keep it."""
    living = read_living(tables, plan)
    stored = tables.plans.stored(plan)
    return {
        "plan": {name: stored[name] for name in READ_BEFORE},
        "goals": [tables.goals.stored(each) for each in living.goals],
        "measures": [tables.measures.stored(each) for each in living.measures],
        "sections": _living_sections(tables, plan.id),
    }


def _printed(part: DocumentPart) -> dict[str, object]:
    printed = json.loads(part.snapshot)
    return {
        "plan": {name: printed["plan"].get(name) for name in READ_BEFORE},
        "goals": printed["goals"],
        "measures": printed["measures"],
        "sections": {
            each["key"]: each["text"]
            for each in printed.get("sections", ())
            if each["text"].strip()
        },
    }
