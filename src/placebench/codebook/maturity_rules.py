"""Rules that lead from facts to bounds on a stage of maturity, as data in `maturity/` and in files of users.

A rule says which facts about a place show that it has begun a stage of a theme, or has not reached it. What
it draws is never a rating: comparisons show it apart, with the rule and the facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import attrs

from placebench.errors import UsageError
from placebench.nearest import did_you_mean
from placebench.toml_file import TomlTable

Bound = Literal["at_least", "below"]
AT_LEAST: Bound = "at_least"
BELOW: Bound = "below"
GROUP = "maturity"
NOT_GIVEN = ""
"""What stands among the codes of a condition for a column without a value."""

_DIGEST = r"-[0-9a-f]{8}$"


@attrs.frozen
class Condition:
    """A fact that a rule asks for.

    Attributes:
        table: The fact table.
        columns: Codes or texts by column, any of which will do; `NOT_GIVEN` for no value.
    """

    table: str
    columns: Mapping[str, tuple[str, ...]] = attrs.field(hash=False)


@attrs.frozen
class MaturityRule:
    """What some facts about a place say of its stage on a theme.

    Attributes:
        rule: Identifier, `maturity.<name>`, with `@<file>` where a user added it.
        framework: Identifier of the framework without the digest of its edition.
        theme: Name of the theme, or its number.
        bound: `at_least` the stage, or `below` it.
        stage: Name of the stage.
        criterion: Words of the criterion that justifies the rule.
        reason: Why the facts bear on it.
        when: The facts; all of them are needed.
        table: The table of its file, for errors that name the line.
    """

    rule: str
    framework: str
    theme: str | int
    bound: Bound
    stage: str
    criterion: str
    reason: str
    when: tuple[Condition, ...]
    table: TomlTable = attrs.field(eq=False, repr=False)

    @property
    def name(self) -> str:
        """Name of the rule in its file."""
        return self.rule.removeprefix(f"{GROUP}.").partition("@")[0]


@attrs.frozen
class MaturityRules:
    """Rules of the package and of users.

    Attributes:
        rules: The rules, in the order of their files.
        digest: sha256 of all files, 64 hex digits.
    """

    rules: tuple[MaturityRule, ...]
    digest: str

    def of(self, framework_id: str) -> tuple[MaturityRule, ...]:
        """Return the rules for a framework, whatever edition its identifier names."""
        return tuple(rule for rule in self.rules if edition_of(rule.framework, framework_id))

    def find(self, name: str) -> tuple[MaturityRule, ...]:
        """Return the rules that are called `maturity`, `maturity.<name>`, or what a column `rule` has.

        Raises:
            UsageError: A name under `maturity.` is no rule; the hint names the nearest.
        """
        if name == GROUP:
            return self.rules
        found = tuple(rule for rule in self.rules if name in (rule.rule, f"{GROUP}.{rule.name}"))
        if found or not name.startswith(f"{GROUP}."):
            return found
        every = "`placebench codebook maturity` prints them all"
        hint = did_you_mean(name, [rule.rule for rule in self.rules], otherwise=every, most=3)
        raise UsageError("a rule on maturity", f"“{name}”", where="ENTRY", hint=hint)


def edition_of(framework: str, framework_id: str) -> bool:
    """Tell whether an identifier is that of a framework, with the digest of an edition or without."""
    return re.sub(_DIGEST, "", framework_id) == framework or framework_id == framework
