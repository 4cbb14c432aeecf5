-- The rows of general grants that count for each local authority, one line a row. {authority_rows} is the warehouse's own selection (Warehouse/authority-rows.sql).
-- The facts of a version are read once and put side by side before they meet the rows that count: row by row they would be searched as often as a version has rows.
WITH counting AS (
  SELECT authority, version_id, row_position FROM {authority_rows} counted WHERE group_code = 'grant'
),
side_by_side AS (
  SELECT f.version_id, f.row_position,
    max(CASE WHEN f.field_code = 'item' THEN f.text END) AS item,
    max(CASE WHEN f.field_code = 'received' THEN f.amount END) AS received,
    max(CASE WHEN f.field_code = 'disbursed' THEN f.amount END) AS disbursed,
    max(CASE WHEN f.field_code = 'carried_over' THEN f.amount END) AS carried_over
  FROM (SELECT DISTINCT version_id FROM counting) v
  JOIN fact f ON f.version_id = v.version_id
  WHERE f.field_code IN ('item', 'received', 'disbursed', 'carried_over')
  GROUP BY f.version_id, f.row_position
)
SELECT c.authority AS Authority, s.item AS Item, s.received AS Received, s.disbursed AS Disbursed, s.carried_over AS CarriedOver
FROM counting c
JOIN side_by_side s ON s.version_id = c.version_id AND s.row_position = c.row_position
WHERE s.item IS NOT NULL
ORDER BY c.authority, c.row_position
