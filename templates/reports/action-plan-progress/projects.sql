-- The rows of the standing plan as of @sequence: the fields of a row side by side, with the place of its budget in the file.
WITH latest AS (
  SELECT unit, max(version) AS version
  FROM return_version
  WHERE form = @form AND fiscal_year = @year AND sequence <= @sequence
  GROUP BY unit
)
SELECT v.id AS VersionId, f.row_position AS RowPosition, f.item_code AS Project,
  coalesce(max(CASE WHEN f.field_code = 'fund' THEN f.text END), '') AS Fund,
  coalesce(max(CASE WHEN f.field_code = 'strategy' THEN f.text END), '') AS Strategy,
  coalesce(max(CASE WHEN f.field_code = 'target' THEN f.text END), '') AS Target,
  max(CASE WHEN f.field_code = 'budget' THEN f.amount END) AS Budget,
  coalesce(max(CASE WHEN f.field_code = 'budget' AND f.state = 'stated_zero' THEN f.raw END), '') AS NoBudget,
  max(CASE WHEN f.field_code = 'q1' THEN f.text END) AS Quarter1,
  max(CASE WHEN f.field_code = 'q2' THEN f.text END) AS Quarter2,
  max(CASE WHEN f.field_code = 'q3' THEN f.text END) AS Quarter3,
  max(CASE WHEN f.field_code = 'q4' THEN f.text END) AS Quarter4,
  coalesce(max(CASE WHEN f.field_code = 'office' THEN f.text END), '') AS Office
FROM latest l
JOIN return_version v ON v.form = @form AND v.fiscal_year = @year AND v.unit = l.unit AND v.version = l.version
JOIN fact f ON f.version_id = v.id
WHERE f.group_code = 'project'
GROUP BY v.id, v.unit, f.row_position, f.item_code
ORDER BY v.unit, f.row_position
