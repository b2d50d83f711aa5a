"""Where everybody stands in a genogram: rows of generations, few lines that cross.

The families of two partners stand on either side of them, their children between and
beneath. Brothers and sisters stand from left to right by age; only who links two
families steps to the border between them, where the line would otherwise run across
the children of a brother or sister.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.kinship import Sex, generations
from casedesk.figures.kin_block import Block, beside, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casedesk.domain.kinship import (
        Family,
        Relative,
        RelativeId,
        Union,
        UnionId,
    )

LEFT, RIGHT = -1, 1


def places(family: Family) -> dict[RelativeId, tuple[float, int]]:
    """Return for each relative the place from the left, and the row from the top."""
    placing = _Placing(family)
    whole = placing.whole()
    first = min(whole.xs.values(), default=0)
    return {who: (x - first, placing.rows[who]) for who, x in whole.xs.items()}


def by_age(family: Family, children: Iterable[RelativeId]) -> list[RelativeId]:
    """Return children from the oldest on; of unknown age, as they were entered."""
    known = {relative.id: relative for relative in family.relatives}
    born: dict[RelativeId, float] = {}
    last = float("-inf")
    listed = [child for child in known if child in set(children)]
    for child in listed:
        last = known[child].born_year or last
        born[child] = last
    ordered = sorted(listed, key=lambda child: born[child])
    for child in listed:  # twins stand beside each other
        twin = known[child].twin_of_id
        if twin in ordered and twin != child:
            ordered.remove(child)
            ordered.insert(ordered.index(twin) + 1, child)
    return ordered


class _Placing:
    """Goes through a family once; each person and each union is placed once."""

    def __init__(self, family: Family) -> None:
        self.rows = generations(family)
        self._family = family
        self._known: dict[RelativeId, Relative] = {r.id: r for r in family.relatives}
        self._done: set[RelativeId] = set()
        self._met: set[UnionId] = set()
        self._late: list[tuple[RelativeId, Union]] = []
        self._unions_of: dict[RelativeId, list[Union]] = {}
        self._children: dict[UnionId, list[RelativeId]] = {}
        self._birth: dict[RelativeId, Union] = {}
        self._look()

    def _look(self) -> None:
        for union in self._family.unions:
            for side in (union.first_id, union.second_id):
                if side in self._known and side is not None:
                    self._unions_of.setdefault(side, []).append(union)
        by_id = {union.id: union for union in self._family.unions}
        for descent in self._family.descents:
            union = by_id[descent.union_id]
            # Somebody with two pairs of parents stands beneath the first.
            if descent.child_id not in self._birth:
                self._birth[descent.child_id] = union
                self._children.setdefault(union.id, []).append(descent.child_id)
        for union_id, children in self._children.items():
            self._children[union_id] = by_age(self._family, children)

    def whole(self) -> Block:
        """Place the family of the client first, then those who hang on nobody."""
        whole = Block()
        for start in sorted(self._known.values(), key=lambda r: not r.is_index):
            if start.id in self._done:
                continue
            part = self._from(start.id)
            self._add_late(part)
            by = overlap(whole, part, self.rows, gap=2)
            part.shift(max(by, 0) if whole.xs else 0)
            whole.take(part)
        return whole

    def _from(self, start: RelativeId) -> Block:
        linking = [u for u in self._unions_of.get(start, []) if self._links(start, u)]
        if linking and start in self._birth:
            return self._union(linking[-1])
        if start in self._birth:
            return self._union(self._birth[start])
        if linking:
            return self._union(linking[-1])
        return self._down(start)

    def _links(self, who: RelativeId, union: Union) -> bool:
        """Whether a union leads to somebody whose parents are in the picture, too."""
        partner = self._partner(who, union)
        return partner is not None and partner in self._birth

    def _partner(self, who: RelativeId, union: Union) -> RelativeId | None:
        return union.second_id if union.first_id == who else union.first_id

    def _union(
        self, union: Union, link: RelativeId | None = None, side: int = RIGHT
    ) -> Block:
        """Place two partners, the families of both, and their children between."""
        self._met.add(union.id)
        pair = [p for p in self._in_order(union) if p not in self._done]
        self._done.update(pair)
        blocks = [
            self._clan(who, RIGHT if number == 0 and len(pair) > 1 else LEFT)
            for number, who in enumerate(pair)
        ]
        children = self._siblings(union, link, side)
        if not pair:
            return children
        whole = beside(blocks, self.rows)
        if not children.xs:
            return whole
        middle = sum(whole.xs[who] for who in pair) / len(pair)
        children.shift(middle - self._middle(union, children))
        return self._parted(blocks, children)

    def _parted(self, blocks: list[Block], children: Block) -> Block:
        """Let the families of both partners give way to the children between them."""
        if len(blocks) == 2:
            left, right = blocks
            left.shift(-max(overlap(left, children, self.rows), 0))
            right.shift(max(overlap(children, right, self.rows), 0))
        elif overlap(blocks[0], children, self.rows) > float("-inf"):
            children.shift(max(overlap(blocks[0], children, self.rows), 0))
        whole = Block()
        for block in (*blocks, children):
            whole.take(block)
        return whole

    def _middle(self, union: Union, children: Block) -> float:
        own = [children.xs[c] for c in self._children[union.id] if c in children.xs]
        return (min(own) + max(own)) / 2 if own else 0.0

    def _in_order(self, union: Union) -> list[RelativeId]:
        """Return the partners, a man before a woman."""
        sides = (union.first_id, union.second_id)
        pair = [side for side in sides if side in self._known and side is not None]
        men = [self._known[who].sex is Sex.MALE for who in pair]
        return pair[::-1] if men == [False, True] else pair

    def _clan(self, who: RelativeId, side: int) -> Block:
        """Place somebody with parents and siblings; the partner is at a side."""
        birth = self._birth.get(who)
        if birth is None or birth.id in self._met:
            return self._with_partners(who, -side)
        return self._union(birth, who, side)

    def _siblings(self, union: Union, link: RelativeId | None, side: int) -> Block:
        children = [
            child
            for child in self._children.get(union.id, [])
            if child == link or child not in self._done
        ]
        order = self._with_link_at_border(children, link, side)
        self._done.update(children)
        blocks = [
            self._with_partners(child, -side) if child == link else self._down(child)
            for child in order
        ]
        return beside(blocks, self.rows)

    def _with_link_at_border(
        self, children: Sequence[RelativeId], link: RelativeId | None, side: int
    ) -> list[RelativeId]:
        order = list(children)
        if link not in order or link is None:
            return order
        place = order.index(link)
        between = order[place + 1 :] if side == RIGHT else order[:place]
        if any(self._unions_of.get(child) for child in between):
            order.remove(link)
            order.insert(len(order) if side == RIGHT else 0, link)
        return order

    def _down(self, who: RelativeId) -> Block:
        """Place somebody with partners and all that descends from them."""
        self._done.add(who)
        return self._with_partners(who, 0)

    def _with_partners(self, who: RelativeId, side: int) -> Block:
        """Place the partners who bring no family along, at a side or at both."""
        free: list[Union] = []
        for union in self._unions_of.get(who, []):
            partner = self._partner(who, union)
            if union.id in self._met or partner in self._done:
                continue
            if partner is not None and partner in self._birth:
                self._late.append((who, union))
                continue
            self._met.add(union.id)
            free.append(union)
        lefts, rights = self._sides(who, free, side)
        row = [self._partner(who, u) for u in lefts] + [who]
        row += [self._partner(who, u) for u in rights]
        known = [p for p in row if p is not None]
        own = Block({p: float(place) for place, p in enumerate(known)})
        self._done.update(own.xs)
        return self._above_children(who, own, (*lefts, *rights))

    def _sides(
        self, who: RelativeId, unions: list[Union], side: int
    ) -> tuple[list[Union], list[Union]]:
        if side == LEFT:
            return unions, []
        if side == RIGHT:
            return [], unions
        if len(unions) == 1:
            partner = self._partner(who, unions[0])
            is_man = partner is not None and self._known[partner].sex is Sex.MALE
            is_woman = self._known[who].sex is Sex.FEMALE
            return (unions, []) if is_man and is_woman else ([], unions)
        return unions[:-1], unions[-1:]

    def _above_children(
        self, who: RelativeId, own: Block, unions: Sequence[Union]
    ) -> Block:
        """Place the children of each union beneath it, and partners far enough."""
        whole_below = Block()
        middles: list[tuple[Union, float]] = []
        for union in unions:
            children = self._siblings(union, None, RIGHT)
            if not children.xs:
                continue
            partner = self._partner(who, union)
            between = (own.xs[who] + own.xs.get(partner or who, own.xs[who] + 1)) / 2
            children.shift(between - self._middle(union, children))
            children.shift(max(overlap(whole_below, children, self.rows), 0))
            whole_below.take(children)
            middles.append((union, self._middle(union, children)))
        self._spread(who, own, middles)
        own.take(whole_below)
        return own

    def _spread(
        self, who: RelativeId, own: Block, middles: list[tuple[Union, float]]
    ) -> None:
        """Move partners outwards, until each union has its children beneath it."""
        if len(middles) > 1:
            # The person between two unions stands between the children of both.
            middle = sum(x for _union, x in middles) / len(middles)
            own.shift(middle - own.xs[who])
        for union, middle in middles:
            partner = self._partner(who, union)
            if partner is None or partner not in own.xs:
                continue
            if own.xs[partner] < own.xs[who]:
                self._push(own, partner, min(own.xs[partner], middle - 0.5), LEFT)
            else:
                self._push(own, partner, max(own.xs[partner], middle + 0.5), RIGHT)

    def _push(self, own: Block, who: RelativeId, x: float, side: int) -> None:
        by = x - own.xs[who]
        start = own.xs[who]
        for other in own.xs:
            if (own.xs[other] - start) * side >= 0:
                own.xs[other] += by

    def _add_late(self, whole: Block) -> None:
        """Add the families of partners who were met on the way down."""
        while self._late:
            who, union = self._late.pop(0)
            partner = self._partner(who, union)
            if union.id in self._met or partner is None:
                continue
            self._met.add(union.id)
            if partner in self._done:
                continue
            middle = sum(whole.xs.values()) / len(whole.xs)
            side = RIGHT if whole.xs[who] >= middle else LEFT
            self._done.add(partner)
            clan = self._clan(partner, -side)
            children = self._siblings(union, None, RIGHT)
            if children.xs:
                children.shift(clan.xs[partner] - self._middle(union, children))
                inner = (children, clan) if side == RIGHT else (clan, children)
                clan.shift(side * max(overlap(*inner, self.rows), 0))
                clan.take(children)
            if side == RIGHT:
                clan.shift(overlap(whole, clan, self.rows))
            else:
                clan.shift(-overlap(clan, whole, self.rows))
            whole.take(clan)
