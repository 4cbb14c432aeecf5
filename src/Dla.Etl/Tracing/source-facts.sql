-- Facts with the file that each stands in; the caller appends what it asks for. A revert has the file of the version it went back to.
SELECT f.version_id AS VersionId, f.position AS Position, f.row_position AS RowPosition, f.group_code AS GroupCode, f.item_code AS ItemCode, f.field_code AS FieldCode,
  f.role AS Role, f.type AS Type, f.state AS State, f.amount AS Amount, f.unit_of_measure AS UnitOfMeasure, f.text AS Text,
  f.sheet_name AS Sheet, f.cell AS Cell, f.raw AS Raw,
  v.form AS Form, v.fiscal_year AS FiscalYear, v.unit AS Unit, v.version AS Version, v.reverts_version AS RevertsVersion, v.sequence AS Sequence,
  r.id AS FileId, r.file_name AS FileName, r.receipt_number AS Receipt, r.sha256 AS Sha256, v.received_at AS ReceivedAt, x.removed_at AS RemovedAt
FROM fact f
JOIN return_version v ON v.id = f.version_id
JOIN received_file r ON r.id = v.received_file_id
LEFT JOIN original_removed x ON x.received_file_id = r.id
