"""Puts reviews of goals and measures, and risks, into the demo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.review import GoalRating, MeasureCheck, Review
from casedesk.domain.review_rhythm import ReviewRhythm
from casedesk.domain.risk import Risk
from casedesk.services import demo_content
from casedesk.services.demo_writer import made

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.case import CaseId
    from casedesk.services.clock import Clock
    from casedesk.services.demo_content import Toml
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

PARTS = ("ratings", "checks", "rhythms")
REVIEWED = {"Wiśniewski": "monitoring/wisniewski.toml"}


def add_reviews(database: Database, clock: Clock) -> None:
    """Add the reviews and risks of each case that has some."""
    for family_name, file in REVIEWED.items():
        toml = demo_content.part(file, clock.today())
        with database.write("demo.reviews") as tables:
            case_id = case_of(tables, family_name)
            for each in toml["reviews"]:
                _add_review(tables, case_id, each, clock.new_id)
            for each in toml["risks"]:
                belonging = {"id": clock.new_id(), "case_id": case_id}
                tables.risks.add(made(Risk, each | belonging))


def case_of(tables: Tables, family_name: str) -> CaseId:
    """Return the case of a client of the demo."""
    clients = tables.clients.all()
    [client] = [each for each in clients if each.family_name == family_name]
    return tables.cases.of(client_id=client.id)[-1].id


def _add_review(
    tables: Tables, case_id: CaseId, toml: Toml, new_id: Callable[[], str]
) -> None:
    own = {key: each for key, each in toml.items() if key not in PARTS}
    review = made(Review, own | {"id": new_id(), "case_id": case_id})
    tables.defer_links()  # its parts come first: it is confirmed
    belonging = {"case_id": case_id, "review_id": review.id}
    goals = tables.goals.of(case_id=case_id)
    for each in toml["ratings"]:
        goal = goals[each["goal"] - 1]
        said = {key: value for key, value in each.items() if key != "goal"}
        said |= {"goal_id": goal.id, "goal_words": goal.wording}
        said |= {"id": new_id(), "position": each["goal"]}
        rating = made(GoalRating, said | belonging)
        tables.goal_ratings.add(rating)
        tables.goals.update(
            replace(
                goal,
                level=rating.level,
                rated_on=review.held_on,
                review_rhythm=_rhythm(toml, each["goal"]),
            )
        )
    for place, each in enumerate(toml["checks"], 1):
        measures = tables.measures.of(goal_id=goals[each["goal"] - 1].id)
        measure = measures[each["measure"] - 1]
        said = {k: v for k, v in each.items() if k not in ("goal", "measure")}
        said |= {"measure_id": measure.id, "measure_words": measure.what}
        said |= {"id": new_id(), "position": place}
        tables.measure_checks.add(made(MeasureCheck, said | belonging))
        tables.measures.update(replace(measure, checked_on=review.held_on))
    tables.reviews.add(review)


def _rhythm(toml: Toml, goal: int) -> ReviewRhythm | None:
    """Return how often a goal is looked at from a review on, if that was agreed."""
    rhythm = toml.get("rhythms", {}).get(str(goal))
    return None if rhythm is None else ReviewRhythm(rhythm)
