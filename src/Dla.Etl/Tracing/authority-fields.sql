-- One field of the rows that count for local authorities; {authority_rows} is the text of Warehouse/authority-rows.sql.
SELECT a.authority AS Authority, a.version_id AS VersionId, a.row_position AS RowPosition,
  max(CASE WHEN f.field_code = @field THEN f.type END) AS Type, max(CASE WHEN f.field_code = @field THEN f.amount END) AS Amount
FROM {authority_rows} a
JOIN fact f ON f.version_id = a.version_id AND f.row_position = a.row_position
WHERE a.group_code = @group AND (@authority IS NULL OR a.authority = @authority) AND (@province IS NULL OR substr(a.authority, 3, 2) = @province)
GROUP BY a.authority, a.version_id, a.row_position
HAVING @onlyField IS NULL OR max(CASE WHEN f.field_code = @onlyField THEN f.text END) = @onlyText
