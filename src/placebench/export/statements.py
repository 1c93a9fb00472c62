"""The plainest comparisons as SQL over the exported tables, for engines that hold more than one machine does.

The statements keep to what DuckDB and Spark both understand. They say what `coverage` and the counts of
`governance` say, without the lists of facts and without disagreements.
"""

from __future__ import annotations

from placebench.model import FACT_TABLES, columns_of
from placebench.model.vocabularies import FEATURES

_PERIODS = """
dated AS (
  SELECT *,
    CASE as_of_precision WHEN 'year' THEN make_date(year(as_of), 1, 1)
      WHEN 'month' THEN make_date(year(as_of), month(as_of), 1) ELSE as_of END AS first_day,
    CASE as_of_precision WHEN 'year' THEN make_date(year(as_of), 12, 31)
      WHEN 'month' THEN last_day(as_of) ELSE as_of END AS last_day
  FROM facts
),
spread AS (
  SELECT dated.*, places.place_id AS of_place
  FROM dated JOIN places ON places.system_id = dated.system_id
  WHERE (valid_from IS NULL OR last_day IS NULL OR valid_from <= last_day)
    AND (valid_to IS NULL OR first_day IS NULL OR valid_to >= first_day)
),
at_places AS (
  SELECT of_table, feature, value, status, place_id, source_id FROM facts
  WHERE body_kind = 'partnership' AND applies_to = 'place'
  UNION ALL
  SELECT of_table, feature, value, status, of_place AS place_id, source_id FROM spread
  WHERE body_kind = 'partnership' AND applies_to = 'each_place'
),
read_for AS (
  SELECT claims.table AS of_table, claims.source_id, claims.importer, places.place_id
  FROM claims LEFT JOIN places ON array_contains(claims.places, places.place_id)
  WHERE claims.won AND claims.outcome = 'read' AND claims.table IS NOT NULL
),
reads AS (
  SELECT place_id, of_table, source_id FROM read_for WHERE place_id IS NOT NULL
  UNION
  SELECT spread.of_place AS place_id, read_for.of_table, read_for.source_id
  FROM read_for JOIN spread
    ON spread.source_id = read_for.source_id AND spread.importer = read_for.importer
  WHERE read_for.place_id IS NULL
  UNION
  SELECT place_id, of_table, source_id FROM at_places
)"""

_COVERAGE = """
asked (number, of_table, feature, item) AS (
  VALUES
    {items}
),
read_counts AS (
  SELECT place_id, of_table, count(DISTINCT source_id) AS n_sources_read
  FROM reads GROUP BY place_id, of_table
),
answers AS (
  SELECT place_id, of_table, '' AS feature, source_id, status FROM at_places
  UNION ALL
  SELECT place_id, of_table, feature, source_id, status FROM at_places WHERE of_table = 'governance'
),
stated AS (
  SELECT place_id, of_table, feature, count(DISTINCT source_id) AS n_sources,
    max(CASE status WHEN 'absent' THEN 0 ELSE 1 END) AS there
  FROM answers GROUP BY place_id, of_table, feature
)
SELECT spoken_of.place_id, asked.item,
  CASE WHEN there = 1 THEN 'stated' WHEN there = 0 THEN 'stated_absent'
    WHEN n_sources_read > 0 THEN 'not_stated' ELSE 'no_source' END AS status,
  coalesce(n_sources, 0) AS n_sources, coalesce(n_sources_read, 0) AS n_sources_read
FROM (SELECT DISTINCT place_id FROM reads) AS spoken_of CROSS JOIN asked
LEFT JOIN read_counts ON read_counts.place_id = spoken_of.place_id AND read_counts.of_table = asked.of_table
LEFT JOIN stated ON stated.place_id = spoken_of.place_id AND stated.of_table = asked.of_table
  AND stated.feature = asked.feature
ORDER BY asked.number, spoken_of.place_id
"""

_GOVERNANCE = """
SELECT feature, value, status, count(DISTINCT place_id) AS places,
  (SELECT count(DISTINCT place_id) FROM reads WHERE of_table = 'governance') AS places_read
FROM at_places WHERE of_table = 'governance'
GROUP BY feature, value, status
ORDER BY feature, value, status
"""


def coverage_statement() -> str:
    """Return the statement of what sources state of each place: a row a place and item.

    Its columns are `place_id`, `item`, `status`, `n_sources` and `n_sources_read`, as `coverage` has them.
    """
    items = [(table, "", table) for table in FACT_TABLES]
    items += [("governance", feature, f"governance:{feature}") for feature in FEATURES]
    rows = [
        f"({number}, '{table}', '{feature}', '{item}')" for number, (table, feature, item) in enumerate(items)
    ]
    return f"WITH {_facts()},{_PERIODS},{_COVERAGE.format(items=(',' + chr(10) + '    ').join(rows))}"


def governance_statement() -> str:
    """Return the statement that counts places by feature of governance, value and status.

    Its columns are `feature`, `value`, `status`, `places`, and `places_read`, those with a source for it.
    """
    return f"WITH {_facts()},{_PERIODS}{_GOVERNANCE}"


def _facts() -> str:
    return "facts AS (\n  " + "\n  UNION ALL\n  ".join(map(_facts_of, FACT_TABLES)) + "\n)"


def _facts_of(table: str) -> str:
    names = {column.name for column in columns_of(FACT_TABLES[table])}
    body = "body_kind" if "body_kind" in names else "'partnership' AS body_kind"
    own = "feature, value" if table == "governance" else "'' AS feature, NULL AS value"
    return (
        f"SELECT '{table}' AS of_table, {own}, status, {body}, applies_to, system_id, place_id, source_id,"  # noqa: S608 - names are the model's own
        f" importer, as_of, as_of_precision FROM {table}"
    )
