-- What counts for each local authority of its development plan, one line a row. {authority_rows} is the warehouse's own selection (Warehouse/authority-rows.sql).
-- Rows and facts are put side by side by grouping, not by a join (see grant-disbursement/rows.sql).
WITH counting AS (
  SELECT authority, version_id, row_position FROM {authority_rows} counted WHERE group_code = 'plan'
),
side_by_side AS (
  SELECT together.version_id, together.row_position, max(together.authority) AS authority,
    max(CASE WHEN together.field_code = 'result' AND together.text = 'none' THEN 1 ELSE 0 END) AS nothing_rows,
    max(CASE WHEN together.field_code = 'planned_projects' THEN together.amount END) AS planned_projects,
    max(CASE WHEN together.field_code = 'approved_projects' THEN together.amount END) AS approved_projects,
    max(CASE WHEN together.field_code = 'budgeted_projects' THEN together.amount END) AS budgeted_projects,
    max(CASE WHEN together.field_code = 'contracted_projects' THEN together.amount END) AS contracted_projects,
    max(CASE WHEN together.field_code = 'disbursed_projects' THEN together.amount END) AS disbursed_projects,
    max(CASE WHEN together.field_code = 'planned_baht' THEN together.amount END) AS planned_baht,
    max(CASE WHEN together.field_code = 'approved_baht' THEN together.amount END) AS approved_baht,
    max(CASE WHEN together.field_code = 'budgeted_baht' THEN together.amount END) AS budgeted_baht,
    max(CASE WHEN together.field_code = 'contracted_baht' THEN together.amount END) AS contracted_baht,
    max(CASE WHEN together.field_code = 'disbursed_baht' THEN together.amount END) AS disbursed_baht
  FROM (
    SELECT version_id, row_position, authority, NULL AS field_code, CAST(NULL AS BIGINT) AS amount, NULL AS text FROM counting
    UNION ALL
    SELECT f.version_id, f.row_position, NULL, f.field_code, f.amount, f.text
    FROM (SELECT DISTINCT version_id FROM counting) v
    JOIN fact f ON f.version_id = v.version_id
  ) together
  GROUP BY together.version_id, together.row_position
)
SELECT authority AS Authority, nothing_rows AS NothingRows,
  planned_projects AS PlannedProjects, approved_projects AS ApprovedProjects, budgeted_projects AS BudgetedProjects,
  contracted_projects AS ContractedProjects, disbursed_projects AS DisbursedProjects,
  planned_baht AS PlannedBaht, approved_baht AS ApprovedBaht, budgeted_baht AS BudgetedBaht,
  contracted_baht AS ContractedBaht, disbursed_baht AS DisbursedBaht
FROM side_by_side
WHERE authority IS NOT NULL
ORDER BY authority, version_id, row_position
