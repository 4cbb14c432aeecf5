-- One field of the rows that count for local authorities; {authority_rows} is the text of Warehouse/authority-rows.sql.
-- Each fact of the versions that have such rows is read once, and the rows are put side by side with them by grouping: row by row the facts would be searched
-- as often as a version has rows, and SQLite, which cannot tell how many lines a WITH gives, would compare every one with every other.
WITH counting AS (
  SELECT authority, version_id, row_position FROM {authority_rows} counted
  WHERE group_code = @group AND (@authority IS NULL OR authority = @authority) AND (@province IS NULL OR substr(authority, 3, 2) = @province)
),
side_by_side AS (
  SELECT together.version_id, together.row_position, max(together.authority) AS authority,
    max(CASE WHEN together.field_code = @field THEN together.type END) AS type, max(CASE WHEN together.field_code = @field THEN together.amount END) AS amount,
    max(CASE WHEN together.field_code = @onlyField THEN together.text END) AS only_text, max(together.has_field) AS has_field
  FROM (
    SELECT version_id, row_position, authority, NULL AS field_code, NULL AS type, CAST(NULL AS BIGINT) AS amount, NULL AS text, 0 AS has_field FROM counting
    UNION ALL
    SELECT f.version_id, f.row_position, NULL, f.field_code, f.type, f.amount, f.text, 1
    FROM (SELECT DISTINCT version_id FROM counting) v
    JOIN fact f ON f.version_id = v.version_id
    WHERE f.field_code = @field OR f.field_code = @onlyField
  ) together
  GROUP BY together.version_id, together.row_position
)
SELECT authority AS Authority, version_id AS VersionId, row_position AS RowPosition, type AS Type, amount AS Amount
FROM side_by_side
WHERE authority IS NOT NULL AND has_field = 1 AND (@onlyField IS NULL OR only_text = @onlyText)
