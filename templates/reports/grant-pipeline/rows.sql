-- The projects of specific grants that count for each local authority, one line a project. {authority_rows} is the warehouse's own selection.
-- The facts of a version are read once and put side by side before they meet the rows that count (see grant-disbursement/rows.sql).
WITH counting AS (
  SELECT authority, version_id, row_position FROM {authority_rows} counted WHERE group_code = 'project'
),
side_by_side AS (
  SELECT f.version_id, f.row_position, max(f.item_code) AS item_code,
    max(CASE WHEN f.field_code = 'project' AND f.text <> 'none' THEN f.text END) AS project,
    max(CASE WHEN f.field_code = 'stage' THEN f.text END) AS stage,
    max(CASE WHEN f.field_code = 'allocated' THEN f.amount END) AS allocated,
    max(CASE WHEN f.field_code = 'committed' THEN f.amount END) AS committed,
    max(CASE WHEN f.field_code = 'disbursed' THEN f.amount END) AS disbursed,
    max(CASE WHEN f.field_code = 'carried_over' THEN f.amount END) AS carried_over,
    max(CASE WHEN f.field_code = 'contract_number' THEN f.text END) AS contract_number,
    max(CASE WHEN f.field_code = 'contract_date' THEN f.amount END) AS contract_date,
    max(CASE WHEN f.field_code = 'reason' THEN f.text END) AS reason
  FROM (SELECT DISTINCT version_id FROM counting) v
  JOIN fact f ON f.version_id = v.version_id
  GROUP BY f.version_id, f.row_position
)
SELECT c.authority AS Authority, s.item_code AS Key, c.version_id AS VersionId, c.row_position AS RowPosition, s.project AS Project, s.stage AS Stage,
  s.allocated AS Allocated, s.committed AS Committed, s.disbursed AS Disbursed, s.carried_over AS CarriedOver,
  s.contract_number AS ContractNumber, s.contract_date AS ContractDate, s.reason AS Reason
FROM counting c
JOIN side_by_side s ON s.version_id = c.version_id AND s.row_position = c.row_position
ORDER BY c.authority, c.row_position
