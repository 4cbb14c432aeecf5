-- One field of the rows that count for local authorities; {authority_rows} is the text of Warehouse/authority-rows.sql.
-- The facts of a version are read once and put side by side before they meet the rows that count: row by row they would be searched as often as a version has rows.
WITH counting AS (
  SELECT authority, version_id, row_position FROM {authority_rows} counted
  WHERE group_code = @group AND (@authority IS NULL OR authority = @authority) AND (@province IS NULL OR substr(authority, 3, 2) = @province)
),
side_by_side AS (
  SELECT f.version_id, f.row_position, max(CASE WHEN f.field_code = @field THEN f.type END) AS type, max(CASE WHEN f.field_code = @field THEN f.amount END) AS amount,
    max(CASE WHEN f.field_code = @onlyField THEN f.text END) AS only_text
  FROM (SELECT DISTINCT version_id FROM counting) v
  JOIN fact f ON f.version_id = v.version_id
  WHERE f.field_code = @field OR f.field_code = @onlyField
  GROUP BY f.version_id, f.row_position
)
SELECT c.authority AS Authority, c.version_id AS VersionId, c.row_position AS RowPosition, s.type AS Type, s.amount AS Amount
FROM counting c
JOIN side_by_side s ON s.version_id = c.version_id AND s.row_position = c.row_position
WHERE @onlyField IS NULL OR s.only_text = @onlyText
