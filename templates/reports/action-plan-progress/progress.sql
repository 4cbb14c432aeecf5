-- What was told of each project in the month, as of @sequence: the fields of a row side by side. Days are counted from 0001-01-01.
WITH latest AS (
  SELECT unit, max(version) AS version
  FROM return_version
  WHERE form = @form AND fiscal_year = @year AND sequence <= @sequence
  GROUP BY unit
)
SELECT v.id AS VersionId, f.row_position AS RowPosition,
  coalesce(max(CASE WHEN f.field_code = 'project' THEN f.text END), f.item_code) AS Project,
  max(CASE WHEN f.field_code = 'target' THEN f.amount END) AS Target,
  max(CASE WHEN f.field_code = 'result' THEN f.amount END) AS Result,
  coalesce(max(CASE WHEN f.field_code = 'unit' THEN f.text END), '') AS Unit,
  max(CASE WHEN f.field_code = 'disbursed' THEN f.amount END) AS Disbursed,
  coalesce(max(CASE WHEN f.field_code = 'state' THEN f.text END), '') AS State,
  max(CASE WHEN f.field_code = 'started' THEN f.amount END) AS Started,
  max(CASE WHEN f.field_code = 'finished' THEN f.amount END) AS Finished,
  coalesce(max(CASE WHEN f.field_code = 'problem' THEN f.text END), '') AS Problem,
  coalesce(max(CASE WHEN f.field_code = 'note' THEN f.text END), '') AS Note
FROM latest l
JOIN return_version v ON v.form = @form AND v.fiscal_year = @year AND v.unit = l.unit AND v.version = l.version
JOIN fact f ON f.version_id = v.id
WHERE f.group_code = 'project'
GROUP BY v.id, v.unit, f.row_position, f.item_code
ORDER BY v.unit, f.row_position
