"""Rules on maturity as headings, paragraphs and lists, or as values for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from placebench.cli.pages import Block, Heading, Items, Paragraph
from placebench.codebook.maturity_rules import AT_LEAST, NOT_GIVEN, Condition, MaturityRule

_ABOUT = (
    "A rule draws a bound on a stage from facts about a place. It is no rating: it is shown only when asked "
    "for, apart from ratings, with the facts. A bound from above rests on a stated lack of what a stage asks "
    "for; a bound from below rests on a stated fact that one criterion of the stage asks for."
)


def rules_document(rules: Iterable[MaturityRule]) -> Iterator[Block]:
    """Yield all rules under headings, by framework."""
    yield Heading(2, "Rules on maturity: what facts say of a stage")
    yield Paragraph(_ABOUT)
    for framework, members in groupby(rules, key=lambda rule: rule.framework):
        yield Paragraph(f"For the framework {framework}:")
        yield from rule_blocks(members)


def rule_blocks(rules: Iterable[MaturityRule]) -> Iterator[Block]:
    """Yield some rules."""
    for rule in rules:
        yield Heading(3, rule.rule)
        yield Paragraph(rule.reason)
        yield Items("Bound", (f"{_bound(rule)} {rule.stage}", f"theme: {rule.theme}"))
        yield Items("Criterion with the words", (rule.criterion,))
        yield Items("Facts, all of them", tuple(_fact(condition) for condition in rule.when))


def rule_values(rules: Iterable[MaturityRule]) -> Sequence[Mapping[str, object]]:
    """Return rules as values for JSON."""
    return [
        {
            "rule": rule.rule,
            "framework": rule.framework,
            "theme": rule.theme,
            rule.bound: rule.stage,
            "criterion": rule.criterion,
            "reason": rule.reason,
            "when": [{"table": one.table, **one.columns} for one in rule.when],
        }
        for rule in rules
    ]


def _bound(rule: MaturityRule) -> str:
    return "at least" if rule.bound == AT_LEAST else "below"


def _fact(condition: Condition) -> str:
    columns = (f"{name} = {_codes(codes)}" for name, codes in condition.columns.items())
    return f"{condition.table}: {', '.join(columns)}"


def _codes(codes: tuple[str, ...]) -> str:
    return " or ".join("not given" if code == NOT_GIVEN else code for code in codes)
