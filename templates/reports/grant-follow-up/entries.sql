-- What stands of each local authority in one form of the month: who sent it, and when the first return came that had rows of the authority.
-- A row that says that there is nothing to report has the text none in the field that the form names for it. {authority_rows} is the warehouse's own selection.
-- What is known of rows and of authorities is put together by grouping, not by joins (see grant-disbursement/rows.sql).
WITH counting AS (
  SELECT authority, version_id, unit, received_at, row_position FROM {authority_rows} counted
),
by_row AS (
  SELECT together.version_id, together.row_position, max(together.authority) AS authority, max(together.unit) AS unit, max(together.received_at) AS received_at, max(together.says_nothing) AS says_nothing
  FROM (
    SELECT version_id, row_position, authority, unit, received_at, 0 AS says_nothing FROM counting
    UNION ALL
    SELECT f.version_id, f.row_position, NULL, NULL, NULL, 1
    FROM (SELECT DISTINCT version_id FROM counting) v
    JOIN fact f ON f.version_id = v.version_id
    WHERE f.text = 'none' AND f.field_code IN ('item', 'project', 'result')
  ) together
  GROUP BY together.version_id, together.row_position
),
by_authority AS (
  SELECT authority, unit, received_at, says_nothing, 1 AS counted, CAST(NULL AS TEXT) AS first_received_at FROM by_row WHERE authority IS NOT NULL
  UNION ALL
  SELECT f.text, NULL, NULL, 0, 0, min(v.received_at)
  FROM return_version v
  JOIN fact f ON f.version_id = v.id
  WHERE v.form = @form AND v.fiscal_year = @year AND v.sequence <= @sequence AND f.field_code = 'authority' AND f.text IS NOT NULL
  GROUP BY f.text
)
SELECT authority AS Authority, max(unit) AS Unit, sum(counted) AS Rows, sum(says_nothing) AS NothingRows,
  min(first_received_at) AS FirstReceivedAt, max(received_at) AS ReceivedAt
FROM by_authority
GROUP BY authority
HAVING sum(counted) > 0
ORDER BY authority
