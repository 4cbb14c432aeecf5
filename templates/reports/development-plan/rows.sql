-- What counts for each local authority of its development plan, one line a row. {authority_rows} is the warehouse's own selection (Warehouse/authority-rows.sql).
-- The facts of a version are read once and put side by side before they meet the rows that count (see grant-disbursement/rows.sql).
WITH counting AS (
  SELECT authority, version_id, row_position FROM {authority_rows} counted WHERE group_code = 'plan'
),
side_by_side AS (
  SELECT f.version_id, f.row_position,
    max(CASE WHEN f.field_code = 'result' AND f.text = 'none' THEN 1 ELSE 0 END) AS nothing_rows,
    max(CASE WHEN f.field_code = 'planned_projects' THEN f.amount END) AS planned_projects,
    max(CASE WHEN f.field_code = 'approved_projects' THEN f.amount END) AS approved_projects,
    max(CASE WHEN f.field_code = 'budgeted_projects' THEN f.amount END) AS budgeted_projects,
    max(CASE WHEN f.field_code = 'contracted_projects' THEN f.amount END) AS contracted_projects,
    max(CASE WHEN f.field_code = 'disbursed_projects' THEN f.amount END) AS disbursed_projects,
    max(CASE WHEN f.field_code = 'planned_baht' THEN f.amount END) AS planned_baht,
    max(CASE WHEN f.field_code = 'approved_baht' THEN f.amount END) AS approved_baht,
    max(CASE WHEN f.field_code = 'budgeted_baht' THEN f.amount END) AS budgeted_baht,
    max(CASE WHEN f.field_code = 'contracted_baht' THEN f.amount END) AS contracted_baht,
    max(CASE WHEN f.field_code = 'disbursed_baht' THEN f.amount END) AS disbursed_baht
  FROM (SELECT DISTINCT version_id FROM counting) v
  JOIN fact f ON f.version_id = v.version_id
  GROUP BY f.version_id, f.row_position
)
SELECT c.authority AS Authority, s.nothing_rows AS NothingRows,
  s.planned_projects AS PlannedProjects, s.approved_projects AS ApprovedProjects, s.budgeted_projects AS BudgetedProjects,
  s.contracted_projects AS ContractedProjects, s.disbursed_projects AS DisbursedProjects,
  s.planned_baht AS PlannedBaht, s.approved_baht AS ApprovedBaht, s.budgeted_baht AS BudgetedBaht,
  s.contracted_baht AS ContractedBaht, s.disbursed_baht AS DisbursedBaht
FROM counting c
JOIN side_by_side s ON s.version_id = c.version_id AND s.row_position = c.row_position
ORDER BY c.authority, c.row_position
