from __future__ import annotations

import pytest

from casedesk.domain.measure import NEAR
from casedesk.domain.measure_template import StepKind
from casedesk.domain.practice import Language
from casedesk.words.measure_templates import shipped_steps, shipped_templates

LANGUAGES = [pytest.param(each, id=each.value) for each in Language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_says_all_it_has_to_in_every_language(
    language: Language,
) -> None:
    templates = shipped_templates(language)

    assert len(templates) == 3
    for template in templates:
        assert template.name
        assert template.anchor
        assert template.goal
        assert template.version
        steps = shipped_steps(template.id, language)
        assert all(step.what for step in steps)
        assert len({step.id for step in steps}) == len(steps)


def test_swiss_words_are_swiss() -> None:
    [hospital] = [t for t in shipped_templates("de_CH") if "Spital" in t.name]
    texts = [hospital.name, hospital.anchor, hospital.goal]
    for template in shipped_templates("de_CH"):
        for step in shipped_steps(template.id, "de_CH"):
            texts += [step.what, step.near_help, step.frequency, step.plan_b]
            texts += [step.success_criterion, template.goal]

    assert not any("ß" in text or "Krankenhaus" in text for text in texts)


def test_each_template_offers_help_by_the_client_and_the_close_network() -> None:
    for template in shipped_templates("de_DE"):
        steps = shipped_steps(template.id, "de_DE")
        measures = [step for step in steps if step.kind is StepKind.MEASURE]
        assert any(step.responsible in NEAR for step in measures)
        for step in steps:
            assert step.until_day is None or step.until_day >= step.from_day
            assert step.review_day is None or step.review_day >= step.from_day


def test_an_unknown_template_has_no_steps() -> None:
    [first, *_] = shipped_templates("de_DE")

    assert shipped_steps(type(first.id)("shipped.nothing"), "de_DE") == []
