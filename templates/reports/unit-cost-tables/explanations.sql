-- The explanations of the standing returns as of @sequence.
WITH latest AS (
  SELECT unit, max(version) AS version
  FROM return_version
  WHERE form = @form AND fiscal_year = @year AND sequence <= @sequence
  GROUP BY unit
)
SELECT v.id AS VersionId, f.row_position AS RowPosition, f.item_code AS Item,
  max(CASE WHEN f.field_code = 'table' THEN f.text END) AS "Table",
  coalesce(max(CASE WHEN f.field_code = 'explanation' THEN f.text END), '') AS Explanation
FROM latest l
JOIN return_version v ON v.form = @form AND v.fiscal_year = @year AND v.unit = l.unit AND v.version = l.version
JOIN fact f ON f.version_id = v.id
WHERE f.group_code = 'explanation'
GROUP BY v.id, v.unit, f.row_position, f.item_code
ORDER BY v.unit, f.row_position
