"""The study file: a `Study` in TOML, and errors that name its lines."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from placebench.benchmark.study.choices import (
    METHODS,
    RATINGS,
    ChangeChoices,
    ConfigurationChoices,
    MaturityChoices,
    OrderChoices,
    PeerChoices,
    Study,
)
from placebench.errors import CodebookError
from placebench.model.vocabularies import ASSESSMENT_KIND, BASIS
from placebench.toml_file import TomlTable, parse_toml

_SUPPRESSED = 2
_KEYS = frozenset(
    {
        "title",
        "systems",
        "places",
        "since",
        "until",
        "basis",
        "methods",
        "suppress_below",
        "maturity",
        "order",
        "peers",
        "configurations",
        "change",
    }
)


def load_study(path: Path | str) -> Study:
    """Read a study file; paths in it are taken from its folder.

    Raises:
        CodebookError: The file does not exist, is not TOML, or has an entry that cannot be used.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        hint = "`placebench study` prints one to begin with"
        found = (error.strerror or type(error).__name__).lower()
        raise CodebookError("a study file", found, where=str(path), hint=hint) from error
    return parse_study(path.name, data, path.parent)


def parse_study(name: str, data: bytes, folder: Path) -> Study:
    """Read a study file from its bytes.

    Args:
        name: What to call it in messages.
        data: Its bytes.
        folder: Where paths in it begin.

    Raises:
        CodebookError: The bytes are not TOML, or have an entry that cannot be used.
    """
    file = parse_toml(name, data, "a study")
    file.check_keys(_KEYS, ())
    since, until = file.date("since"), file.date("until")
    if since and until and since > until:
        raise file.fault("since before until", f"{since} and {until}", "since")
    given = {} if file.optional("title") is None else {"title": file.text("title")}
    study = Study(
        **given,
        systems=file.texts("systems"),
        places=file.texts("places"),
        since=since,
        until=until,
        basis=file.choices("basis", tuple(BASIS.codes)),
        methods=file.choices("methods", METHODS),
        suppress_below=file.whole("suppress_below", least=_SUPPRESSED),
        maturity=_maturity(file.table("maturity"), folder),
        order=_order(file.table("order")),
        peers=_peers(file.table("peers"), folder),
        configurations=_configurations(file.table("configurations")),
        change=_change(file.table("change"), folder),
    )
    for method in ("configurations", "change"):
        if method in study.methods and getattr(study, method) is None:
            raise file.fault(f"a table [{method}] with the choices of that method", "none", "methods", method)
    return study


def _maturity(table: TomlTable | None, folder: Path) -> MaturityChoices:
    if table is None:
        return MaturityChoices()
    table.check_keys({"framework", "basis", "themes", "assessors", "rules"}, ())
    return MaturityChoices(
        framework=table.optional("framework"),
        basis=table.choices("basis", tuple(ASSESSMENT_KIND.codes)) or RATINGS,
        themes=table.texts("themes"),
        assessors=table.texts("assessors"),
        rules=tuple(_file(table, "rules", name, folder) for name in table.texts("rules")),
    )


def _order(table: TomlTable | None) -> OrderChoices:
    if table is None:
        return OrderChoices()
    table.check_keys({"draws", "seed"}, ())
    return OrderChoices(draws=table.whole("draws", least=1), seed=table.whole("seed", otherwise=0) or 0)


def _peers(table: TomlTable | None, folder: Path) -> PeerChoices:
    if table is None:
        return PeerChoices()
    table.check_keys({"k", "min_shared", "groups", "context"}, ())
    context = table.optional("context")
    plain = PeerChoices()
    return PeerChoices(
        k=table.whole("k", least=1) or plain.k,
        min_shared=table.whole("min_shared", least=1) or plain.min_shared,
        groups=table.whole("groups", least=1),
        context=None if context is None else _file(table, "context", context, folder),
    )


def _configurations(table: TomlTable | None) -> ConfigurationChoices | None:
    if table is None:
        return None
    keys = {"conditions", "outcome", "frequency", "inclusion", "expectations"}
    table.check_keys(keys, ("conditions", "outcome"))
    conditions = table.texts("conditions")
    if not conditions:
        raise table.fault("a condition or more", "none", "conditions")
    return ConfigurationChoices(
        conditions=conditions,
        outcome=table.text("outcome"),
        frequency=table.whole("frequency", least=1) or 1,
        inclusion=table.share("inclusion", otherwise=1.0),
        expectations=_expectations(table, conditions),
    )


def _expectations(table: TomlTable, conditions: Collection[str]) -> tuple[str, ...]:
    return table.choices("expectations", [*conditions, *(f"~{name}" for name in conditions)])


def _change(table: TomlTable | None, folder: Path) -> ChangeChoices | None:
    if table is None:
        return None
    table.check_keys({"first", "last", "against"}, ())
    first, last, against = table.date("first"), table.date("last"), table.optional("against")
    if against is not None and (first or last):
        raise table.fault("either against, or first and last", "both", "against")
    if against is None and (first is None or last is None or first >= last):
        given = ", ".join(table.content) or "nothing"
        raise table.fault("first and a later last, or the folder of a dataset in against", f"only {given}")
    older = None if against is None else _file(table, "against", against, folder)
    return ChangeChoices(first=first, last=last, against=older)


def _file(table: TomlTable, key: str, name: str, folder: Path) -> Path:
    path = folder / name
    if not path.exists():
        raise table.fault(f"a file or folder for {key}", f"nothing at {path}", key, name)
    return path
