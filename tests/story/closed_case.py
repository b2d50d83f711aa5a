"""What may be pressed on the pages of a closed case."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

# What may be pressed in a closed case: it only shows, goes, prints, or goes on after
# the end. A new button of a page that changes a case is a `CaseAct`, or stands here.
SHOWS = (
    *("Back", "Changes", "Coverage", "First and newest assessment", "Go there"),
    *("Hide", "Hide dates", "Change dates", "Larger", "Log of disclosures", "More"),
    *("Next", "Open in the network", "Previous", "Quality check", "Removed …"),
    *("Rhythm of single goals and measures", "Show", "Smaller", "Edit", "Done"),
    *("Show everything", "Show older ones", "Show the document", "Versions …"),
    *("Texts and agreement", "To the crisis plan in the care plan", "To the case"),
    *("Show what is done", "Show more", "changed since then", "Large field"),
    *(
        "← All conferences",
        "Week of care",
        "Rules of law …",
        "Who may know what",
        "Show the declaration",
    ),
)
PRINTS = (
    *("Letter …", "List for the client …", "Print", "Print …", "Print care plan"),
    *("Print client version", "Print plan", "Print them empty", "Print in large"),
    *("Invitation for all …", "Show the minutes …", "Accompanying letter …"),
)
GOES_ON = (
    # Declarations, the log and papers that come back.
    *("New declaration", "Renew", "Withdraw …", "Note a wish", "Prepare the renewal"),
    *("Prepare a release", "Received today", "Receipts …", "Read in scans …"),
    *("Is this my document? …", "Record …", "Record something told …"),
    *("Record what was exchanged …", "Prepare the missing release"),
    *("Let all declarations end today", "Note what was exchanged …"),
    # The client as a person, and the end of the case itself.
    *("Open again as a new episode", "Closed by mistake", "Delete case …"),
    *("Open a further case", "Delete client …", "Add an address", "Add a number"),
    *(
        "Add a phone number or mail address",
        "Add a representation",
        "Remove",
        "Take out",
        "Choose …",
    ),
    # Addenda, tasks, accounts, and a look back.
    *("Write an addendum", "Make a task …", "Make a task of it …", "Add task", "⋯"),
    *("New time sheet", "Does not apply here …", "Ask for it again"),
    *("New report …", "Reports", "Preview and issue …", "Show the paper", "Throw away"),
    *("Write a correction", "Take all again from the file", "To the consents"),
)
FREE = {*SHOWS, *PRINTS, *GOES_ON}


def pressable(page: QWidget) -> set[str]:
    """Return the words of the buttons of a page that can be pressed."""
    return {
        each.text().removeprefix("+ ")
        for each in page.findChildren(QPushButton)
        if each.isVisible() and each.isEnabled() and not each.isCheckable()
    }
