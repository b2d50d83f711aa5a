"""The rows of the matrix: what is tried, how often, and what must come of it."""

from __future__ import annotations

from reliability import (
    access,
    backups,
    bit_rot,
    disk_full,
    fuzz,
    kills,
    large,
    locking,
    power,
    releases,
    replacing,
    salvage,
    scans,
    soak,
    tour,
)
from reliability import papers_of_the_vault as papers
from reliability.figures import Suite

_ROWS = (
    # number, what, target, times in a full run, in a short one, what runs it
    ("R1", "kill in a write loop", "0 lost, 0 unsound", 1000, 12, kills.while_writing),
    ("R2", "power cut", "0 lost, 0 damaged; control fails > 50 %", 10_000, 40, power.cuts),
    ("R3", "kill in passphrase change, backup, migration, restoring", "one key opens it, same content", 800, 16, replacing.killed),
    ("R4", "disk full at every write", "0 lost, last entry stored from the reserve, refused deed done again", 500, 12, disk_full.full),
    ("R5", "bit rot", "100 % noticed or harmless, 0 crashes", 2000, 36, bit_rot.in_the_file),
    ("R6", "fuzzed files and lines, for each reader", "0 crashes, 0 longer than 10 s, < 1 GB", 10_000, 60, fuzz.every_reader),
    ("R7", "plain text outside of the vault, a tour watched", "0 hits, 0 stray files, 0 connections", 3, 1, tour.watched),
    ("R8", "memory after a lock", "0 keys, 0 words", 20, 1, locking.memory),
    ("R9", "backup while writing", "100 % verified, step p95 < 50 ms", 100, 3, backups.while_writing),
    ("R10", "every backup that is kept restored, old schemas too", "100 %, same content", 20, 2, backups.restored),
    ("R11", "lock after suspend, idle, clock jump", "blank ≤ 1 s, key gone ≤ 3 s", 10, 1, locking.latency),
    ("R12", "second instance, killed holder", "0 open twice, taken over < 1 s", 100, 4, access.second_instance),
    ("R13", "vault file opened beside the engine", "0", 20, 1, access.stray_openings),
    ("R14", "unlock a vault of so many MB", "key 0.5 to 1.5 s, then < 50 ms", 1000, 8, large.unlocking),
    ("R15", "deed until it is on the disk", "p95 < 30 ms", 2000, 100, access.deeds),
    ("R16", "vault of so many MB", "per GB: backup < 30 s, check < 10 s, passphrase < 30 s", 1000, 8, large.work),
    ("R17", "a day of work with sleeps and kills", "0 invariants broken, journal ≤ 16 MB", 250, 8, soak.days),
    ("R18", "tampered trail, older copy", "100 % reported", 1000, 20, papers.tampered_trail),
    ("R19", "mistyped recovery sheet", "100 % caught in their line", 10_000, 1000, papers.mistyped_sheet),
    ("R20", "vaults of every schema version", "100 %, content as noted", 10, 1, releases.opened),
    ("R21", "scanned pages, turned, askew, noisy, JPEG quality 40", "0 filed wrong, ≥ 98 % filed right", 200, 6, scans.round_trip),
    ("R22", "damaged vault saved as far as it can be read", "0 invented, 0 unsound, the damaged one untouched", 200, 2, salvage.saved),
)  # fmt: skip
SUITES = {row[0]: Suite(*row) for row in _ROWS}
