-- The projects of specific grants that count for each local authority, one line a project. {authority_rows} is the warehouse's own selection.
SELECT a.authority AS Authority, max(f.item_code) AS Key, a.version_id AS VersionId, a.row_position AS RowPosition,
  max(CASE WHEN f.field_code = 'project' AND f.text <> 'none' THEN f.text END) AS Project,
  max(CASE WHEN f.field_code = 'stage' THEN f.text END) AS Stage,
  max(CASE WHEN f.field_code = 'allocated' THEN f.amount END) AS Allocated,
  max(CASE WHEN f.field_code = 'committed' THEN f.amount END) AS Committed,
  max(CASE WHEN f.field_code = 'disbursed' THEN f.amount END) AS Disbursed,
  max(CASE WHEN f.field_code = 'carried_over' THEN f.amount END) AS CarriedOver,
  max(CASE WHEN f.field_code = 'contract_number' THEN f.text END) AS ContractNumber,
  max(CASE WHEN f.field_code = 'contract_date' THEN f.amount END) AS ContractDate,
  max(CASE WHEN f.field_code = 'reason' THEN f.text END) AS Reason
FROM {authority_rows} a
JOIN fact f ON f.version_id = a.version_id AND f.row_position = a.row_position
WHERE a.group_code = 'project'
GROUP BY a.authority, a.version_id, a.row_position
ORDER BY a.authority, a.version_id, a.row_position
