-- The lines of cost, or of changes to them, of the standing returns as of @sequence: the fields of a row side by side, with the file and the cell of the amount.
-- A line without an amount does not come: its form requires one.
WITH latest AS (
  SELECT unit, max(version) AS version
  FROM return_version
  WHERE form = @form AND fiscal_year = @year AND sequence <= @sequence
  GROUP BY unit
)
SELECT v.id AS VersionId, f.row_position AS RowPosition, f.item_code AS Centre,
  max(CASE WHEN f.field_code = 'category' THEN f.text END) AS Category,
  max(CASE WHEN f.field_code = 'source' THEN f.text END) AS Source,
  max(CASE WHEN f.field_code = 'directness' THEN f.text END) AS Directness,
  max(CASE WHEN f.field_code = 'behaviour' THEN f.text END) AS Behaviour,
  max(CASE WHEN f.field_code = 'account' THEN f.text END) AS Account,
  max(CASE WHEN f.field_code = 'amount' THEN f.amount END) AS Amount,
  max(CASE WHEN f.field_code IN ('note', 'reason') THEN f.text END) AS Note,
  r.file_name AS FileName,
  max(CASE WHEN f.field_code = 'amount' THEN f.sheet_name END) AS SheetName,
  max(CASE WHEN f.field_code = 'amount' THEN f.cell END) AS Cell
FROM latest l
JOIN return_version v ON v.form = @form AND v.fiscal_year = @year AND v.unit = l.unit AND v.version = l.version
JOIN received_file r ON r.id = v.received_file_id
JOIN fact f ON f.version_id = v.id
WHERE f.group_code IN ('cost', 'adjustment')
GROUP BY v.id, v.unit, f.row_position, f.item_code, r.file_name
HAVING max(CASE WHEN f.field_code = 'amount' THEN f.amount END) IS NOT NULL
ORDER BY v.unit, f.row_position
