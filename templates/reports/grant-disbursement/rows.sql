-- The rows of general grants that count for each local authority, one line a row. {authority_rows} is the warehouse's own selection (Warehouse/authority-rows.sql).
SELECT a.authority AS Authority,
  max(CASE WHEN f.field_code = 'item' THEN f.text END) AS Item,
  max(CASE WHEN f.field_code = 'received' THEN f.amount END) AS Received,
  max(CASE WHEN f.field_code = 'disbursed' THEN f.amount END) AS Disbursed,
  max(CASE WHEN f.field_code = 'carried_over' THEN f.amount END) AS CarriedOver
FROM {authority_rows} a
JOIN fact f ON f.version_id = a.version_id AND f.row_position = a.row_position
WHERE a.group_code = 'grant'
GROUP BY a.authority, a.version_id, a.row_position
HAVING max(CASE WHEN f.field_code = 'item' THEN f.text END) IS NOT NULL
ORDER BY a.authority, a.version_id, a.row_position
