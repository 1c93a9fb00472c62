"""What cells of tables of data say in words is coded, of the place that their row is about."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Code


def page(heading: str, *rows: str) -> str:
    told = "".join(f"<tr><td>{row.replace(' | ', '</td><td>')}</td></tr>" for row in rows)
    title = "How Alpha Together and Beta Together work"
    return f"<html><body><h1>{title}</h1><h2>{heading}</h2><table>{told}</table></body></html>"


def features(code: Code, text: str) -> set[tuple[str, str | None, str]]:
    return {(row.feature, row.place_id, row.status) for row in code(text, "governance")}


def test_each_row_is_of_its_place(code: Code) -> None:
    text = page(
        "The past year",
        "Place | Position in June",
        "Alpha | The partnership's board meets monthly in public",
        "Beta | A budget for equipment is pooled by the council and the ICB",
    )
    found = features(code, text)
    assert ("meeting_frequency", "north/alpha", "in_place") in found
    assert ("pooled_budget", "north/beta", "in_place") in found
    assert not {place for feature, place, _ in found if feature == "pooled_budget"} & {"north/alpha"}


def test_a_row_on_a_place_elsewhere_says_nothing(code: Code) -> None:
    text = page(
        "What others do",
        "Place | How it works today",
        "Alpha | The partnership's board meets monthly in public",
        "Jersey | One budget for care is pooled by all who provide it",
    )
    assert "pooled_budget" not in {feature for feature, *_ in features(code, text)}


@pytest.mark.parametrize(
    ("heading", "header", "cell"),
    [
        ("Risk register", "Number | Description", "The budget for equipment is pooled and may be overspent"),
        ("Alpha", "Model | What it is", "The budget for equipment is pooled by the council and the ICB"),
        ("Alpha", "Area | Next steps", "The budget for equipment is pooled by the council and the ICB"),
        ("Alpha", "Area | Summary", "Opportunities for a pooled budget of the council and the ICB"),
    ],
)
def test_what_may_be_is_not_there(code: Code, heading: str, header: str, cell: str) -> None:
    text = page(heading, header, f"One | {cell}", "Two | Staff share an office in the town of Alpha")
    assert "pooled_budget" not in {feature for feature, *_ in features(code, text)}


def test_what_is_said_beside_a_group_is_that_groups(code: Code) -> None:
    text = page("Who does what", "Body | Work", "Delivery Group | Leads the daily work and meets each month")
    assert "meeting_frequency" not in {feature for feature, *_ in features(code, text)}


def test_what_is_renewed_until_a_day_is_there(code: Code) -> None:
    text = "News from Alpha\n\nMembers noted that the pooled budget had been renewed until March 2036.\n"
    assert ("pooled_budget", "north/alpha", "in_place") in features(code, text)


def test_what_a_row_tells_is_not_told_again_by_its_cell(code: Code) -> None:
    rows = "Service | Who decides\nPodiatry | Delegated to the Place Committee by the ICB\n"
    found = code(f"What has gone to the Alpha Place Committee\n\n{rows}", "delegations")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Each place partnership must have", "expected"),
        ("Partnerships may also choose to have", "option"),
        ("What each place has", "in_place"),
        ("What each place partnership is working towards", "planned"),
    ],
)
def test_a_heading_that_is_left_open_says_how_far_its_list_is_there(
    code: Code, heading: str, status: str
) -> None:
    page = f"<h1>Place partnerships</h1><h2>{heading}</h2><ul><li>a pooled budget for equipment</li></ul>"
    text = f"<html><body>{page}<p>So the ICB wrote to Alpha and to Beta.</p></body></html>"
    told = {row.status for row in code(text, "governance") if row.feature == "pooled_budget"}
    assert told == {status}
