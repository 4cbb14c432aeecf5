-- The rows of general grants that count for each local authority, one line a row. {authority_rows} is the warehouse's own selection (Warehouse/authority-rows.sql).
-- Each fact of the versions that have such rows is read once, and the rows are put side by side with them by grouping. A join would not do: row by row the facts
-- would be searched as often as a version has rows, and SQLite, which cannot tell how many lines a WITH gives, compares every one with every other.
WITH counting AS (
  SELECT authority, version_id, row_position FROM {authority_rows} counted WHERE group_code = 'grant'
),
side_by_side AS (
  SELECT together.version_id, together.row_position, max(together.authority) AS authority,
    max(CASE WHEN together.field_code = 'item' THEN together.text END) AS item,
    max(CASE WHEN together.field_code = 'received' THEN together.amount END) AS received,
    max(CASE WHEN together.field_code = 'disbursed' THEN together.amount END) AS disbursed,
    max(CASE WHEN together.field_code = 'carried_over' THEN together.amount END) AS carried_over
  FROM (
    SELECT version_id, row_position, authority, NULL AS field_code, CAST(NULL AS BIGINT) AS amount, NULL AS text FROM counting
    UNION ALL
    SELECT f.version_id, f.row_position, NULL, f.field_code, f.amount, f.text
    FROM (SELECT DISTINCT version_id FROM counting) v
    JOIN fact f ON f.version_id = v.version_id
    WHERE f.field_code IN ('item', 'received', 'disbursed', 'carried_over')
  ) together
  GROUP BY together.version_id, together.row_position
)
SELECT authority AS Authority, item AS Item, received AS Received, disbursed AS Disbursed, carried_over AS CarriedOver
FROM side_by_side
WHERE authority IS NOT NULL AND item IS NOT NULL
ORDER BY authority, version_id, row_position
