-- Authorities of the province @unit that reported a project of a specific grant in some month of the fiscal year up to this one, as of @sequence: they received an allocation (S001).
-- Of the returns of a month the one loaded last has the last word about an authority that it has rows of, and versions that a revert went back behind
-- have none (Warehouse/authority-rows.sql): a project that was corrected away is no allocation. Months are numbers such as 256605 that sort as time.
WITH undone AS (
  SELECT v.id
  FROM return_version v
  JOIN return_version r ON r.form = v.form AND r.fiscal_year = v.fiscal_year AND r.unit = v.unit
  WHERE v.form = @form AND (v.unit = @unit OR substr(v.unit, 3, 2) = @unit) AND v.fiscal_year <= @year AND r.sequence <= @sequence AND r.reverts_version < v.version AND v.version < r.version
),
standing AS (
  SELECT v.id, v.fiscal_year, v.sequence
  FROM return_version v
  WHERE v.form = @form AND (v.unit = @unit OR substr(v.unit, 3, 2) = @unit) AND v.sequence <= @sequence AND v.fiscal_year <= @year
    AND v.fiscal_year >= CASE WHEN @year % 100 >= 10 THEN @year / 100 * 100 + 10 ELSE @year / 100 * 100 - 90 END
    AND v.id NOT IN (SELECT id FROM undone)
),
said AS (
  SELECT s.fiscal_year, s.sequence,
    max(CASE WHEN f.field_code = 'authority' THEN f.text END) AS authority, max(CASE WHEN f.field_code = 'stage' THEN f.text END) AS stage
  FROM standing s
  JOIN fact f ON f.version_id = s.id
  WHERE f.field_code IN ('authority', 'stage')
  GROUP BY s.id, s.fiscal_year, s.sequence, f.row_position
),
ranked AS (
  SELECT authority, stage, sequence, max(sequence) OVER (PARTITION BY fiscal_year, authority) AS newest FROM said WHERE authority IS NOT NULL
)
SELECT DISTINCT authority AS Authority
FROM ranked
WHERE sequence = newest AND stage IS NOT NULL
ORDER BY authority
