"""What each page is for, in words."""

from __future__ import annotations

from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page


def help_on(page: Page) -> str:
    """Say what a page is for."""
    words = (
        _wide_pages(),
        _first_phases(),
        _later_phases(),
        _client_pages(),
        _work_pages(),
    )
    return next(each[page] for each in words if page in each)


def _wide_pages() -> dict[Page, str]:
    """Tell about the pages over all cases."""
    return {
        Page.TODAY: _(
            "Your tasks over all cases and beside them: type one with its day at the "
            "end, tick it off, or press its day to move it; the old day stays known. "
            "Beneath, everything that is missing or due within thirty days. "
            "“Show” leads to the place where it is mended. Scans of signed papers can "
            "be dropped anywhere on the window; what came back is named at the top."
        ),
        Page.NETWORK: _(
            "Persons and organisations are entered once and used in many cases. A "
            "person can act for an organisation. What they offer, where and how soon "
            "is noted beneath; your own experience with them stands on no paper."
        ),
        Page.PRACTICE: _(
            "Your practice as it stands on every paper. Country and profession decide "
            "the wording of the forms. Beneath, text blocks, kinds of information and "
            "own texts of the forms; terms of billing: what an hour costs, how time is "
            "rounded, and what you have chosen about VAT."
        ),
        Page.STATISTICS: _(
            "Your own figures over all cases, for a period, an area or a payer. Enter "
            "on a line shows the cases behind it; “How is this counted?” says how. On "
            "paper and in a saved table, figures behind which fewer than five cases "
            "stand are left out, and those that would tell them. Beneath, the capacity "
            "calculator. How complex a case is, is noted in its overview."
        ),
        Page.INVOICES: _(
            "The invoices of all cases for which money is awaited, those due first at "
            "the top. Enter opens one in its case."
        ),
    }


def _first_phases() -> dict[Page, str]:
    """Tell about the way to the agreed plan."""
    return {
        Page.INTAKE: _(
            "The first call in the words of those involved, whether case management is "
            "indicated, and the decision with its reason."
        ),
        Page.ASSESSMENT: _(
            "Sixteen domains of life, each seen from three sides. Domains to act on "
            "become needs that the plan has to answer. Confirmed with the client, an "
            "assessment stays as it is. A new one stands beside it: F8 takes a domain "
            "over as unchanged, Shift+F8 to change it. Alt+1 and so on choose the "
            "view. Profile, network map and genogram show the same as pictures: there "
            "Page up and down choose somebody, arrows move them, Enter opens the form, "
            "Ctrl+Z undoes."
        ),
        Page.PLANNING: _(
            "Goals in the client's words and the measures that serve them. Needs "
            "without a goal stand at the top: make a goal of them, or say why there "
            "is none. Press a goal or a measure to edit it; what is rarely used "
            "unfolds beneath. A template becomes dated measures and tasks, after a "
            "look at each of them. An agreed version stays as it is, with its pages; "
            "“Versions” shows who has which one and what changed."
        ),
    }


def _later_phases() -> dict[Page, str]:
    """Tell about the work with the plan."""
    return {
        Page.IMPLEMENTATION: _(
            "What is planned and still to be arranged; referrals and inquiries, "
            "applications, cost approvals. Press a line to open it: its letter is "
            "printed from there, through the check of the consents. What is overdue "
            "comes first. A deadline is only worked out; you enter it yourself."
        ),
        Page.COORDINATION: _(
            "Tasks of the case, case conferences, and notes on how those involved "
            "work together. A conference has three parts, chosen by Alt+1 to Alt+3. "
            "Prepare: who may come is said by the consents; who may not is shown with "
            "the reason and the way to the missing release. Hold: one item after the "
            "other, with Ctrl+Page down; Ctrl+Enter notes a decision, "
            "Ctrl+Shift+Enter an assignment, Alt+Enter an information. Follow up: the "
            "minutes, and with one press a task or a measure. Issued minutes stay; a "
            "correction is a new version."
        ),
        Page.MONITORING: _(
            "A review goes through all open goals and measures by keyboard: Tab or "
            "Enter goes on, levels are typed as they are written (-1, 0, +2), answers "
            "by their place. Confirmed, it stays as it is, and the next one is due by "
            "the rhythm of the case. Risks and warning notes, the courses of goals, "
            "instruments and hours, and working notes stand on the same page."
        ),
        Page.EVALUATION: _(
            "The look back with the client: how far each goal was reached, what has "
            "changed, six questions to the client, hours and cost, what can be "
            "learned. Beneath it the case is closed: what is still open is named and "
            "leads to where it is mended. A closed case is only read."
        ),
    }


def _client_pages() -> dict[Page, str]:
    """Tell about the pages of the client, of consents and what goes out."""
    return {
        Page.OVERVIEW: _(
            "The case at a glance: what is due, whom to call, how goals and phases "
            "stand. Mandate and people are edited beneath."
        ),
        Page.CLIENT: _(
            "What belongs to the person: names, addresses, numbers, representation. "
            "Nothing here is required; what is missing can follow later."
        ),
        Page.CONSENTS: _(
            "Each declaration goes its way: explain, print, sign, perhaps withdraw. "
            "A signature counts only after the explanation, and each row only when the "
            "client has said yes to it; F2 says yes to all in the dialog of the "
            "signature. Rows are withdrawn and renewed alone. Whoever had received "
            "something under what was withdrawn is listed, to be told."
        ),
        Page.MATRIX: _(
            "May I ask or tell somebody about something now? Each row is somebody of "
            "the case, each column a kind of information. Arrows go from cell to cell; "
            "beneath, the cell is answered in words. Where something is missing, the "
            "release can be prepared from there."
        ),
        Page.DISCLOSURES: _(
            "What was obtained and passed on, to whom and on what ground. The log "
            "writes itself; it can be added to, but never changed. The list for the "
            "client answers who got what."
        ),
        Page.DOCUMENTS: _(
            "Every paper that was given out, frozen as it was, with number and "
            "version, and what came back signed. Scans are filed by the square code "
            "on each page."
        ),
    }


def _work_pages() -> dict[Page, str]:
    """Tell about the record and what is made of it."""
    return {
        Page.ACCOUNTS: _(
            "How much of the approved time is used. Time sheets are made of the "
            "billable entries of the record and show their neutral texts alone; "
            "printing or saving one issues it and locks its entries. Invoices are made "
            "of issued time sheets, by hours, units of 45 minutes or flat fees. "
            "Payments in part are noted, and reminders are written for what is still "
            "open. What was issued is corrected by cancelling it."
        ),
        Page.REPORTS: _(
            "Reports on the course, at the end, and to who pays, put together from the "
            "file for the one who gets them. Each section says where its words come "
            "from and what was left out for this recipient, and why. Change what you "
            "like: your words stay when the file is taken again. Printing or saving a "
            "report issues it; from then on it stays as it is, and a correction is a "
            "new report that replaces it. A closed case can still be reported on."
        ),
        Page.COVERAGE: _(
            "Who answers which need: each row is a need or a domain of life, each "
            "column somebody who helps. A triangle marks a gap, two squares what is "
            "done twice; beside it stands why. A finding leads to where it is mended, "
            "or is accepted with a reason; it comes back when its matter changes. The "
            "week of care shows who comes when."
        ),
        Page.QUALITY: _(
            "What the file of the case should hold by now and does not, by the ten "
            "core points of Netzwerk Case Management Schweiz: a list of what is "
            "missing, no mark. Each line leads to where it is mended. What does not "
            "apply in this case is set aside with a reason; it comes back when its "
            "matter changes. The quality record on paper is for audits and "
            "supervision: it shows what is there, with its days, and what is missing, "
            "and names neither the client nor a diagnosis."
        ),
        Page.RECORD: _(
            "Everything that happened, newest first: what you write down, and by "
            "itself phases, declarations, papers, disclosures, goals, measures, tasks. "
            "A press on a line leads to the thing. A day after it was written down, or "
            "once it was printed, an entry is locked: then addenda follow beneath it. "
            "“Start a call” takes the time, which runs on whatever happens to the "
            "program. In long texts Space or Tab writes out an abbreviation, "
            "Ctrl+Space shows all text blocks."
        ),
    }
