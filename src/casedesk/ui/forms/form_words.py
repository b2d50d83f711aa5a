"""The words around the texts of forms: places, place-holders, points and faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.words.form_check import FaultKind
from casedesk.words.form_template import Placeholder

if TYPE_CHECKING:
    from casedesk.domain.own_form import OwnForm
    from casedesk.services.forms import FormLine
    from casedesk.words.form_check import FormFault
    from casedesk.words.form_template import FormTemplate


def title(form: FormTemplate) -> str:
    """Name a form: what it is, in which language, for which country."""
    parts = (form.kind, form.language, form.country)
    return " · ".join(wording.label(part) for part in parts)


def state(line: FormLine) -> str:
    """Say which text papers take, and whether another one is being written."""
    said = _("own text") if line.in_use else _("shipped text")
    if line.is_overtaken:
        said = _("own text; a newer one is shipped")
    return _("{text}, draft begun").format(text=said) if line.draft else said


def variant(own: OwnForm) -> str:
    """Say from when to when an own text was in use."""
    if own.as_of is None:
        return _("never used") if own.retired_on else _("draft")
    begun = _("in use from {day}").format(day=wording.day(own.as_of))
    if own.retired_on is None:
        return begun
    return _("{begun} to {day}").format(begun=begun, day=wording.day(own.retired_on))


def group_title(place: str, form: FormTemplate) -> str:
    """Name the part of the form in which a passage stands."""
    part, _dot, rest = place.partition(".")
    name = rest.partition(".")[0]
    if part == "sections":
        return next(each.heading for each in form.sections if each.id == name)
    if part == "parties":
        return form.parties[int(name)].heading
    if part == "signatures":
        block = next(each for each in form.signatures if each.role == name)
        return _("Signature: {who}").format(who=block.heading)
    return {
        "title": _("Beginning"),
        "intro": _("Beginning"),
        "table": _("Table of recipients"),
        "explanation": _("Record of the explanation"),
        "revocation": _("Withdrawal"),
        "defaults": _("Texts that are offered and can be changed in each case"),
    }[part]


def field_label(place: str) -> str:
    """Name a passage within its part."""
    name = place.rpartition(".")[2]
    if place.startswith("defaults."):
        return placeholder(name)
    return {
        "title": _("Title of the paper"),
        "intro": _("Introduction, one paragraph on each line"),
        "heading": _("Heading"),
        "lines": _("Lines"),
        "paragraphs": _("Paragraphs, one on each line"),
        "bullets": _("Points, one on each line"),
        "closing": _("Closing paragraphs, one on each line"),
        "capacity": _("Name of the capacity to decide"),
        "capacity_note": _("About the capacity to decide"),
        "statement": _("What the signature says"),
    }[name]


def fault(found: FormFault, form: FormTemplate) -> str:
    """Say what is wrong with a passage and which required point it touches."""
    names = ", ".join(found.names)
    said = {
        FaultKind.UNKNOWN_PLACEHOLDER: _("this form knows no place-holder {names}"),
        FaultKind.MISSING_PLACEHOLDER: _("the place-holder {names} is missing"),
        FaultKind.NO_WORDS: _("there are no words"),
        FaultKind.MISSING_NOTION: _("nothing is said with one of these words: {names}"),
    }[found.kind].format(names=names)
    where = group_title(found.place, form) or field_label(found.place)
    line = _("{where}: {said}").format(where=where, said=said)
    if not found.points:
        return line
    points = "; ".join(point(each) for each in found.points)
    return _("{line}. It has to contain: {points}").format(line=line, points=points)


def point(number: int) -> str:
    """Name something that a consent has to contain."""
    names = {
        1: _("title, version, language and day of the text"),
        2: _("who the client is"),
        3: _("who the case manager is and how to be reached"),
        4: _("the aim in the client's words"),
        5: _("each purpose"),
        6: _("the consequences of agreeing, refusing and withdrawing"),
        7: _("each recipient with direction, data, means and end"),
        8: _("data that are specially protected"),
        9: _("what is said about the duty of confidentiality"),
        10: _("that it is voluntary"),
        11: _("how it is withdrawn, and what that means"),
        12: _("how long it is valid"),
        13: _("how long data are kept"),
        14: _("the client's rights"),
        15: _("other countries and automated decisions"),
        16: _("the record of the explanation"),
        17: _("the capacity to decide"),
        18: _("the signatures"),
        19: _("the block for a withdrawal"),
    }
    return names[number]


def placeholders(text: str) -> str:
    """List the place-holders of a text with what stands for them on the paper."""
    found = [each for each in Placeholder if f"{{{each}}}" in text]
    if not found:
        return ""
    listed = ", ".join(f"{{{each}}} = {placeholder(each)}" for each in found)
    return _("Place-holders: {listed}").format(listed=listed)


def placeholder(name: str) -> str:
    """Say what stands for a place-holder on the paper."""
    return {
        Placeholder.CLIENT_NAME: _("name of the client"),
        Placeholder.CLIENT_BORN: _("birth date of the client"),
        Placeholder.CLIENT_ADDRESS: _("address of the client"),
        Placeholder.CASE_NUMBER: _("number of the case"),
        Placeholder.REPRESENTATIVE: _("representative, if there is one"),
        Placeholder.HOLDER_NAME: _("your name"),
        Placeholder.PRACTICE_NAME: _("name of the practice"),
        Placeholder.PRACTICE_ADDRESS: _("address of the practice"),
        Placeholder.PRACTICE_CONTACT: _("telephone and e-mail of the practice"),
        Placeholder.DEPUTY: _("deputy, if there is one"),
        Placeholder.DATA_PROTECTION_CONTACT: _("contact for data protection, if any"),
        Placeholder.SUPERVISORY_AUTHORITY: _("supervisory authority"),
        Placeholder.COMPLAINT_BODY: _("body for complaints, if any"),
        Placeholder.AIM: _("aim"),
        Placeholder.PURPOSE: _("purposes, one on each line"),
        Placeholder.CONSEQUENCES_AGREE: _("consequences of agreeing"),
        Placeholder.CONSEQUENCES_REFUSE: _("consequences of refusing"),
        Placeholder.CONSEQUENCES_WITHDRAW: _("consequences of withdrawing"),
        Placeholder.VALID_UNTIL: _("until when it is valid"),
        Placeholder.RETENTION: _("how long data are kept"),
        Placeholder.THIRD_COUNTRY: _("disclosure to other countries"),
        Placeholder.SECRECY: _("duty of confidentiality of your profession"),
        Placeholder.BODIES: _("offices, one on each line"),
        Placeholder.SCOPE: _("what the power of attorney allows, one on each line"),
        Placeholder.EXCLUSIONS: _("what is not included, one on each line"),
        Placeholder.MANDATE_SCOPE: _("what you do for the client, one on each line"),
        Placeholder.MANDATE_PERIOD: _("beginning and end of the mandate"),
        Placeholder.NOTICE_PERIOD: _("period of notice"),
        Placeholder.FEE: _("fee"),
        Placeholder.PAYER: _("payer"),
    }[Placeholder(name)]
