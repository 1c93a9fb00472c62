"""A table that an importer expects by its headers and that is not there is told, and nothing else is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from placebench.importer import KNOWS_EDITION, Claim, Expect, Fact
from placebench.model import Role
from placebench.pipeline import FAILED, OK, REFUSED
from tests.pipeline.running import claims, rows, run

HEADER = ("Place", "Post", "Held by")
REGISTER = "Place,Post,Held by\nDale,Chair,Chief executive of Dale Council\n"
RENAMED = REGISTER.replace("Held by", "Holder")
MINUTES = "Vale ICB\n\nPlace,Apologies\nDale,none\n"
PROFILE = """
[system]
id = "vale"
name = "Vale"
aliases = ["Vale ICB"]

[[place]]
id = "dale"
name = "Dale"
partnerships = [{ name = "Dale Health and Care Alliance" }]

[[edition]]
name = "register"
match = "register of posts"
columns = { roles = ["Place", "Post", "Held by"] }
"""
PAGE = """<h1>{title}</h1><h2>Vale ICB: health and care partnerships at place</h2>
<p>The Dale Health and Care Alliance meets every two months.
Its chair is the chief executive of Dale Council.</p>
<p>The alliance brings general practice, the hospital and social care together.</p>
<table><tr><th>Place</th><th>Post</th><th>{last}</th></tr>
<tr><td>Dale</td><td>Member</td><td>A GP</td></tr></table>
"""


@pytest.fixture
def register(toy: Any) -> Any:
    """Return what makes an importer that knows registers of posts by their headers, or claims everything."""

    class Register(toy):
        def identify(self, document: Any) -> Any:
            spans = tuple(table.span for table in registers(document))
            if spans or self.claims_all:
                given = spans or (document.span,)
                yield Claim(given, frozenset({"roles"}), KNOWS_EDITION, "a register")

        def extract(self, document: Any, claim: Claim) -> Any:
            del claim
            for row in (row for table in registers(document) for row in table.rows[1:]):
                said = document.quote(*(span for cell in row for span in cell.spans))
                yield Fact(Role(system_id="vale", role="chair", holder="chief executive"), (said,))

    return partial(Register, name="vale", expects={"roles": Expect(columns=HEADER)})


def registers(document: Any) -> list[Any]:
    return [table for table in document.tables if texts(document, table.rows[0]) == list(HEADER)]


def texts(document: Any, row: Any) -> list[str]:
    return [document.at(span) for cell in row for span in cell.spans]


def folder(path: Path, **files: str) -> Path:
    path.mkdir()
    for name, text in files.items():
        (path / name.replace("_", ".")).write_text(text)
    return path


def test_a_register_under_its_own_headers_is_read_and_nothing_is_told(tmp_path: Path, register: Any) -> None:
    done = run(folder(tmp_path / "papers", register_csv=REGISTER), register())
    assert (done.exit_code, done.reports[0].messages) == (0, ())
    assert rows(done, "roles", "role") == [("chair",)]


def test_a_renamed_header_is_told_where_another_part_is_claimed(tmp_path: Path, register: Any) -> None:
    done = run(folder(tmp_path / "papers", register_csv=RENAMED), register(claims_all=True))
    (report,) = done.reports
    assert (report.outcome, done.exit_code) == (FAILED, 1)
    assert report.messages[0] == (
        "register.csv, importer vale@1.0: expected a table with the columns “Place”, “Post”, “Held by”, for "
        "roles, found none; the nearest has “Place”, “Post”, “Holder”; where the layout is new, teach the "
        "importer its headers; `placebench drift` compares a document with an earlier edition."
    )
    assert ("vale@1.0", "roles", False, "failed") in claims(done)
    assert done.dataset.validate() == ()


def test_a_renamed_header_is_the_reason_of_a_refusal(tmp_path: Path, register: Any) -> None:
    done = run(folder(tmp_path / "papers", register_csv=RENAMED), register())
    (report,) = done.reports
    assert report.outcome == REFUSED
    assert "vale knows a table with the columns “Place”, “Post”, “Held by”, not with" in report.messages[0]


@pytest.mark.parametrize("text", [MINUTES, "Vale ICB met.\n", "Trust,Name,Grade\nA,B,C\n"])
def test_documents_of_other_kinds_raise_no_alarm(tmp_path: Path, register: Any, text: str) -> None:
    done = run(folder(tmp_path / "papers", other_csv=text), register(claims_all=True))
    assert done.reports[0].messages == ()


@pytest.mark.parametrize(
    ("title", "last", "outcome"),
    [
        ("Register of posts", "Held by", OK),
        ("Register of posts", "HELD  BY:", OK),
        ("Register of posts", "Holder", FAILED),
        ("Minutes", "Holder", OK),
    ],
)
def test_an_edition_of_a_profile_says_which_table_it_has(
    tmp_path: Path, title: str, last: str, outcome: str
) -> None:
    (tmp_path / "vale.toml").write_text(PROFILE)
    done = run(
        folder(tmp_path / "papers", paper_html=PAGE.format(title=title, last=last)),
        profiles=[tmp_path / "vale.toml"],
    )
    (report,) = done.reports
    assert report.outcome == outcome
    assert any("expected a table with the columns" in one for one in report.messages) == (outcome == FAILED)
    # What stands outside of the table is read in any case.
    assert ("chair",) in rows(done, "roles", "role")


GENERAL = PROFILE.partition("[[edition]]")[0] + '[columns]\nroles = ["Place", "Post", "Held by"]\n'


@pytest.mark.parametrize(("last", "outcome"), [("Held by", OK), ("Holder", FAILED)])
def test_a_profile_says_which_tables_documents_of_any_kind_have(
    tmp_path: Path, last: str, outcome: str
) -> None:
    (tmp_path / "vale.toml").write_text(GENERAL)
    papers = folder(tmp_path / "papers", paper_html=PAGE.format(title="Minutes", last=last))
    done = run(papers, profiles=[tmp_path / "vale.toml"])
    assert done.reports[0].outcome == outcome


def test_what_was_missing_is_told_again_from_the_cache(tmp_path: Path) -> None:
    (tmp_path / "vale.toml").write_text(PROFILE)
    papers = folder(tmp_path / "papers", paper_html=PAGE.format(title="Register of posts", last="Holder"))
    first, second = (
        run(papers, profiles=[tmp_path / "vale.toml"], cache=tmp_path / "cache") for _ in range(2)
    )
    assert first.reports == second.reports
