-- The projects of specific grants that count for each local authority, one line a project. {authority_rows} is the warehouse's own selection.
-- Rows and facts are put side by side by grouping, not by a join (see grant-disbursement/rows.sql).
WITH counting AS (
  SELECT authority, version_id, row_position FROM {authority_rows} counted WHERE group_code = 'project'
),
side_by_side AS (
  SELECT together.version_id, together.row_position, max(together.authority) AS authority,
    max(CASE WHEN together.item_code IS NOT NULL THEN together.item_code END) AS item_code,
    max(CASE WHEN together.field_code = 'project' AND together.text <> 'none' THEN together.text END) AS project,
    max(CASE WHEN together.field_code = 'stage' THEN together.text END) AS stage,
    max(CASE WHEN together.field_code = 'allocated' THEN together.amount END) AS allocated,
    max(CASE WHEN together.field_code = 'committed' THEN together.amount END) AS committed,
    max(CASE WHEN together.field_code = 'disbursed' THEN together.amount END) AS disbursed,
    max(CASE WHEN together.field_code = 'carried_over' THEN together.amount END) AS carried_over,
    max(CASE WHEN together.field_code = 'contract_number' THEN together.text END) AS contract_number,
    max(CASE WHEN together.field_code = 'contract_date' THEN together.amount END) AS contract_date,
    max(CASE WHEN together.field_code = 'reason' THEN together.text END) AS reason
  FROM (
    SELECT version_id, row_position, authority, NULL AS item_code, NULL AS field_code, CAST(NULL AS BIGINT) AS amount, NULL AS text FROM counting
    UNION ALL
    SELECT f.version_id, f.row_position, NULL, f.item_code, f.field_code, f.amount, f.text
    FROM (SELECT DISTINCT version_id FROM counting) v
    JOIN fact f ON f.version_id = v.version_id
  ) together
  GROUP BY together.version_id, together.row_position
)
SELECT authority AS Authority, item_code AS Key, version_id AS VersionId, row_position AS RowPosition, project AS Project, stage AS Stage,
  allocated AS Allocated, committed AS Committed, disbursed AS Disbursed, carried_over AS CarriedOver,
  contract_number AS ContractNumber, contract_date AS ContractDate, reason AS Reason
FROM side_by_side
WHERE authority IS NOT NULL
ORDER BY authority, version_id, row_position
