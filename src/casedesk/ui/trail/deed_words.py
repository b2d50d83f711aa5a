"""What was done, in words."""

from __future__ import annotations

from casedesk.domain.binned import EraseGround
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.window.list_items import noun


def deed_words(action: str) -> str:
    """Say what an action was: the kind of record, and what became of it."""
    whole = _whole_actions().get(action)
    if whole is not None:
        return whole
    base, _dot, ground = action.rpartition(".")
    if base in _whole_actions() and ground in set(EraseGround):
        return f"{_whole_actions()[base]}: {wording.label(EraseGround(ground))}"
    subject, _dot, verb = action.partition(".")
    if subject == "demo":
        return _("Invented people of the demo written")
    named = {"case": "case_record", "phase": "case_record", "union": "kin_union"}.get(
        subject, subject
    )
    try:
        words = noun(named)
    except KeyError:
        return action
    verbs = _verbs()
    return f"{words}: {verbs[verb]}" if verb in verbs else f"{words}: {verb}"


def _whole_actions() -> dict[str, str]:
    return {**_of_the_house(), **_of_the_file(), **_of_the_work()}


def _of_the_house() -> dict[str, str]:
    return {
        "vault.unlock": _("Vault unlocked"),
        "vault.lock": _("Vault locked"),
        "vault.refuse": _("Vault not opened: wrong passphrase"),
        "vault.new_passphrase": _("Passphrase changed"),
        "vault.recover": _("Vault opened with the recovery sheet"),
        "vault.salvage": _("Readable records saved into a new vault"),
        "removed.take_back": _("What was removed brought back"),
        "backup.restore": _("Backup restored beside the vault"),
        "backup.remove": _("Backups removed"),
        "trail.export": _("Trail exported"),
        "statistics.export": _("Statistics saved outside the vault"),
        "statistics.print": _("Statistics printed"),
        "recovery.print": _("Recovery sheet printed"),
        "practice.add": _("Practice: added"),
        "practice.change": _("Practice: changed"),
        "practice.logo": _("Practice: logo changed"),
        "own_form.use": _("Own text of a form taken into use"),
        "own_form.give_up": _("Shipped text of a form taken into use again"),
    }


def _of_the_file() -> dict[str, str]:
    return {
        "goal.move": _("Goals: order changed"),
        "instrument_sheet.again": _("Instrument: filled in again"),
        "withdrawal_notice.tell": _("Recipient told of a withdrawal"),
        "assessment.begin": _("Assessment begun"),
        "assessment.confirm": _("Assessment confirmed with the client"),
        "assessment.correct": _("Correction of an assessment begun"),
        "assessment.take_over": _("Assessment: texts taken over"),
        "domain_entry.take_over": _("Assessment: a domain taken over as unchanged"),
        "domain_entry.move": _("Assessment: order of the needs changed"),
        "domain_set.arrange": _("Domains of life arranged"),
        "domain_set.reset": _("Domains of life as proposed again"),
        "review.begin": _("Review begun"),
        "evaluation.take_in": _("Evaluation: goals taken in"),
        "review.take_in": _("Review: goals and measures taken in"),
        "review.confirm": _("Review confirmed"),
        "evaluation.begin": _("Evaluation begun"),
        "evaluation.confirm": _("Evaluation confirmed"),
        "report.begin": _("Report begun"),
        "report.take_again": _("Report brought in step with the file"),
        "report.take_section": _("Report: a section taken from the file again"),
        "report.put_in": _("Report: an entry of the record put in"),
        "report.put_back": _("Report: a section put back"),
        "report.correct": _("Report that replaces an issued one begun"),
        "consent.end": _("Declarations ended with the closing of the case"),
        "no_goal.take_back": _("Need without a goal: open again"),
        "measure_template.make": _("Measures made from a template"),
        "plan.agree": _("Version of the plan agreed"),
        "accepted_finding.reopen": _("Accepted finding shown as open again"),
        "quality_waiver.reopen": _("Point of the quality check asked for again"),
        "care_slot.propose": _("Week: times proposed from the measures"),
        "care_slot.put_back": _("Week: put back"),
        "network_map.take_in": _("Network map: parties put on it"),
        "network_map.arrange": _("Network map: arranged anew"),
        "network_map.undo": _("Network map: put back"),
        "relative.arrange": _("Genogram: arranged anew"),
        "relative.undo": _("Genogram: put back"),
    }


def _of_the_work() -> dict[str, str]:
    return {
        "task.finish": _("Task done"),
        "task.move": _("Task moved to another day"),
        "task.move_back": _("Task moved back to its earlier day"),
        "task.drop": _("Task dropped"),
        "task.reopen": _("Task opened again"),
        "time_sheet.begin": _("Time sheet begun"),
        "time_sheet.take_in": _("Time sheet brought in step with the record"),
        "time_sheet.cancel": _("Time sheet cancelled"),
        "invoice.begin": _("Invoice begun"),
        "invoice.address": _("Invoice addressed"),
        "invoice.take_terms": _("Invoice: terms taken over"),
        "invoice.paid": _("Invoice: payment noted"),
        "invoice.remind": _("Invoice: reminder noted"),
        "invoice.payment_back": _("Invoice: payment taken back"),
        "reminder.begin": _("Payment reminder begun"),
        "invoice.credit": _("Credit note begun"),
        "conference.plan": _("Case conference planned"),
        "conference.add_party": _("Case conference: somebody of the case added"),
        "conference.add_trusted": _("Case conference: trusted person added"),
        "conference.invite": _("Case conference: noted as invited"),
        "conference.begin": _("Case conference: noted as taking place"),
        "conference.cancel": _("Case conference cancelled"),
        "conference.not_begun": _("Beginning of a case conference taken back"),
        "conference.reopen": _("Case conference takes place after all"),
        "conference.correct": _("Correction of minutes begun"),
        "agenda_item.move": _("Agenda: order changed"),
        "resolution.make_measure": _("Result of a conference made a measure"),
        "resolution.make_task": _("Result of a conference made a task"),
        "phase.begin": _("Phase begun"),
        "phase.finish": _("Phase finished"),
        "case.cycle": _("New cycle begun"),
        "case.close": _("Case closed"),
        "case.reopen": _("Case reopened"),
        "client.bin": _("Client moved to the bin"),
        "case.bin": _("Case moved to the bin"),
        "client.erase": _("Client erased for good"),
        "case.erase": _("Case erased for good"),
        "stopwatch.start": _("Time of a contact begun to be taken"),
        "stopwatch.stop": _("Time of a contact taken"),
        "stopwatch.discard": _("Time of a contact discarded"),
        "case.read": _("Case opened on the screen"),
    }


def _verbs() -> dict[str, str]:
    return {
        "add": _("added"),
        "change": _("changed"),
        "remove": _("removed"),
        "take_back": _("brought back"),
        "restore": _("restored to an earlier state"),
        "issue": _("issued"),
        "hand_out": _("handed out"),
        "record": _("recorded"),
        "prepare": _("prepared"),
        "sign": _("signed"),
        "withdraw": _("withdrawn"),
        "open": _("opened"),
        "renew": _("renewed"),
        "file": _("filed by hand"),
        "turn": _("turned"),
        "discard": _("discarded"),
        "take_out": _("moved to the tray"),
        "erase": _("discarded pages erased for good"),
        "as_printed": _("set back to what was printed"),
    }
