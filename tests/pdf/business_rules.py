"""The business rules of EN 16931, as the library ships them, read without a processor.

The library has them as a style sheet for XSLT 2.0, which nothing here can run. Its
tests are XPath, and all but a few are such as the parser of this process knows; the
numbers of those that are not are told, so that they can be looked at by other means.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import facturx
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

XSL = "{http://www.w3.org/1999/XSL/Transform}"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
SCHEMA = "http://www.w3.org/2001/XMLSchema"
FOLDER = Path(facturx.__file__).parent / "xsd_and_schematron" / "facturx-en16931"
# A sequence of two, which the older grammar says with two comparisons.
_EITHER = ("@schemeID = ('VA', 'FC')", "(@schemeID = 'VA' or @schemeID = 'FC')")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The numbers of the rules that were looked at, broken, or could not be read."""

    fired: frozenset[str]
    broken: frozenset[str]
    unread: frozenset[str]


def look_at(xml: bytes) -> Outcome:
    """Look at an invoice by every rule whose context is found in it."""
    tree = etree.fromstring(xml).getroottree()
    seen: defaultdict[bool | None, set[str]] = defaultdict(set)
    for rules in _patterns().values():
        for number, holds in _looked_at(tree, rules):
            seen[holds].add(number)
    return Outcome(
        fired=frozenset(seen[True] | seen[False]),
        broken=frozenset(seen[False]),
        unread=frozenset(seen[None]),
    )


def _looked_at(tree: Any, rules: list[Rule]) -> Iterator[tuple[str, bool | None]]:
    """Yield whether each rule holds; nothing where it cannot be read."""
    taken: set[Any] = set()  # within a pattern, the first rule that fits counts
    for context, variables, checks in rules:
        try:
            nodes = set(tree.xpath(context, namespaces=_names())) - taken
        except etree.XPathError:
            yield from ((number, None) for number in checks)
            continue
        taken |= nodes
        for node in nodes:
            known = {
                name: _text(node.xpath(select, namespaces=_names()))
                for name, select in variables.items()
            }
            for number, test in checks.items():
                yield number, _holds(test, node, known)


def _holds(test: str, node: Any, known: dict[str, str]) -> bool | None:
    try:
        return bool(_boolean(test)(node, **known))
    except etree.XPathError:
        return None


Rule = tuple[str, dict[str, str], dict[str, str]]


@cache
def _sheet() -> Any:
    return etree.parse(FOLDER / "FACTUR-X_EN16931.xslt").getroot()


def _names() -> dict[str, str]:
    return {name: uri for name, uri in _sheet().nsmap.items() if name}


@cache
def _patterns() -> dict[str, list[Rule]]:
    """Return the rules of each pattern, the one that goes first at the top."""
    found: defaultdict[str, list[tuple[float, Rule]]] = defaultdict(list)
    for template in _sheet().iter(f"{XSL}template"):
        checks = dict(_checks(template))
        if not checks:
            continue
        variables = {
            each.get("name"): each.get("select")
            for each in template.iter(f"{XSL}variable")
        }
        rule = (template.get("match"), variables, checks)
        found[template.get("mode")].append((float(template.get("priority")), rule))
    return {
        mode: [rule for _priority, rule in sorted(rules, key=lambda r: -r[0])]
        for mode, rules in found.items()
    }


def _checks(template: Any) -> Iterator[tuple[str, str]]:
    for choice in template.iter(f"{XSL}choose"):
        failed = choice.find(f"{XSL}otherwise/{SVRL}failed-assert")
        if failed is not None:
            number = failed.findtext(f"{XSL}attribute[@name='id']")
            yield number, choice.find(f"{XSL}when").get("test").replace(*_EITHER)


@cache
def _boolean(test: str) -> Any:
    functions = {
        (SCHEMA, "decimal"): lambda _, value: _number(value),
        (None, "upper-case"): lambda _, value: _text(value).upper(),
        (None, "exists"): lambda _, value: bool(value),
        (None, "abs"): lambda _, value: abs(_number(value)),
        (None, "document"): lambda _, _name: _codes(),
    }
    return etree.XPath(f"boolean({test})", namespaces=_names(), extensions=functions)


@cache
def _codes() -> Any:
    document = etree.Element("document")
    document.append(etree.parse(FOLDER / "FACTUR-X_EN16931_codedb.xml").getroot())
    return [document]


def _text(value: Any) -> str:
    first = next(iter(value), "") if isinstance(value, list) else value
    return str(first.text if hasattr(first, "text") else first)


def _number(value: Any) -> float:
    return float(_text(value) or "nan")
