"""The demo: an invented practice with twelve cases, to look around in."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import TYPE_CHECKING

from casedesk.domain.handing import TO_OWN_FILE
from casedesk.domain.practice import Practice
from casedesk.domain.problems import Problem
from casedesk.services import (
    demo_closing,
    demo_conference,
    demo_content,
    demo_monitoring,
)
from casedesk.services.clock import Clock
from casedesk.services.demo_accounts import BILLED_BEFORE, write_accounts
from casedesk.services.demo_provision import PROVISION_FILE, write_provisions
from casedesk.services.demo_record import write_text_blocks
from casedesk.services.demo_writer import DemoWriter, made
from casedesk.services.vaults import (
    DEMO_PASSPHRASE,
    SUFFIX,
    demo_key,
    derive_key,
    read_header,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedesk.domain.case import CaseId
    from casedesk.security.keys import VaultKey
    from casedesk.services.demo_content import Toml
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session
    from casedesk.store.database import Database

__all__ = ["DEMO_PASSPHRASE", "create_demo", "write_demo"]

VAULT_NAME = f"demo{SUFFIX}"
LIST_NAME = "demo.txt"
PRINTED_CASE = "Brunner"
_IDS = 3000  # more than the demo has records
_MORNING = time(8)


def create_demo(path: Path, key: VaultKey, clock: Clock) -> Session:
    """Make a vault with the invented practice and open it.

    The same clock makes the same records. Raises the `Problem` that prevents it.
    """
    from casedesk.services.demo_coverage import accept_some
    from casedesk.services.demo_plans import write_versions
    from casedesk.services.demo_reports import write_reports
    from casedesk.services.practice import IS_DEMO
    from casedesk.services.session import Session
    from casedesk.store import vault_file

    today = clock.today()
    network = demo_content.network(today)
    database = vault_file.create(path, key, clock.now)
    session = Session(database, path, clock, key)
    try:
        session.practice.set_up(made(Practice, network["practice"]))
        ids = _ascending_ids(clock)
        _write(database, network, demo_content.cases(today), ids)
        write_provisions(database, demo_content.part(PROVISION_FILE, today), ids)
        earlier = Session(database, path, _before(clock), key)
        write_accounts(session, earlier, _printed_case(session))
        demo_conference.add_coordination(session)
        demo_monitoring.add_reviews(database, clock)
        write_versions(session, database)
        demo_closing.add_closings(database, clock)
        accept_some(session)
        write_reports(session, earlier)
        session.practice.remember(IS_DEMO, "yes")
    except BaseException:
        session.lock()
        path.unlink()
        raise
    return session


def _write(
    database: Database, network: Toml, cases: list[Toml], ids: Iterator[str]
) -> None:
    writer = DemoWriter(database, ids)
    writer.write_network(network)
    opened: Counter[str] = Counter()
    for case in cases:
        year = case["case"]["opened_on"][:4]
        opened[year] += 1
        writer.write_case(case, f"{year}-{opened[year]:04}")
    write_text_blocks(database, ids)


def _before(clock: Clock) -> Clock:
    """Return a clock that stands where it stood when the demo was billed."""
    passed = timedelta(days=BILLED_BEFORE)
    return Clock(now=lambda: clock.now() - passed, random=clock.random)


def _ascending_ids(clock: Clock) -> Iterator[str]:
    # Made within one millisecond, ids would put records into an order of chance.
    return iter(sorted(clock.new_id() for _ in range(_IDS)))


def write_demo(out: Path) -> None:
    """Write the demo vault and every paper of one case into a folder.

    An earlier demo in that folder is replaced; nothing else there is touched.
    """
    out.mkdir(parents=True, exist_ok=True)
    _remove_earlier(out)
    clock = _morning_clock()
    session = create_demo(out / VAULT_NAME, demo_key(clock), clock)
    try:
        names = [_issued(session, paper, out) for paper in _papers(session)]
    finally:
        session.lock()
    listed = "\n".join([VAULT_NAME, *names])
    text = f"{listed}\n\nPassphrase: {DEMO_PASSPHRASE}\n"
    (out / LIST_NAME).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{out}:\n{text}")


def _morning_clock() -> Clock:
    """Return a clock that stands on this morning and by which all demos are alike."""
    morning = datetime.combine(date.today(), _MORNING).astimezone(UTC)  # noqa: DTZ011 - the day at this place
    ticks, chances = count(), count(1)
    return Clock(
        now=lambda: morning + timedelta(milliseconds=next(ticks)),
        random=lambda size: next(chances).to_bytes(size, "big"),
    )


def _papers(session: Session) -> Iterator[Paper]:
    case_id = _printed_case(session)
    consents = session.consents.of(case_id=case_id)
    yield session.papers.consent_set([consent.id for consent in consents])
    yield session.papers.care_plan(case_id)
    yield session.papers.care_plan_client(case_id)


def _printed_case(session: Session) -> CaseId:
    lines = session.cases.lines()
    return next(line.case_id for line in lines if line.family_name == PRINTED_CASE)


def _issued(session: Session, paper: Paper, out: Path) -> str:
    pdf = paper.render()
    document = session.papers.issue(paper, pdf, TO_OWN_FILE).document
    (out / document.file_name).write_bytes(pdf)
    return document.file_name


def _remove_earlier(out: Path) -> None:
    vault = out / VAULT_NAME
    if vault.exists() and _is_demo(vault):
        vault.unlink()
        for ending in ("-wal", "-journal"):
            vault.with_name(vault.name + ending).unlink(missing_ok=True)
    listed = out / LIST_NAME
    if listed.exists():
        for name in listed.read_text(encoding="utf-8").split():
            if name.startswith("CD-") and name.endswith(".pdf") and "/" not in name:
                (out / name).unlink(missing_ok=True)


def _is_demo(vault: Path) -> bool:
    try:
        derive_key(DEMO_PASSPHRASE, read_header(vault))
    except Problem:
        return False
    return True
