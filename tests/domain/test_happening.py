from __future__ import annotations

from casedesk.domain.entry import EntryKind
from casedesk.domain.happening import TOPICS, Event, Narrowing, Topic, kinds_of


def test_every_kind_belongs_to_one_topic() -> None:
    listed = [kind for topic in Topic for kind in TOPICS[topic]]

    assert sorted(listed) == sorted([*EntryKind, *Event])


def test_no_topic_stands_for_all_kinds() -> None:
    assert kinds_of(frozenset()) == frozenset()
    assert Narrowing().is_open
    assert not Narrowing(words="Spitex").is_open
