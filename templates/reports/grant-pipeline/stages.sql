-- The stage of each project in every earlier month of the fiscal year, as of @sequence: of the returns of a month the one loaded last has the last word about an authority that it has rows of (Warehouse/authority-rows.sql).
-- Months are numbers such as 256605 that sort as time; @year is the month of the report, and its fiscal year begins in October of the year before or of its own.
WITH undone AS (
  SELECT v.id
  FROM return_version v
  JOIN return_version r ON r.form = v.form AND r.fiscal_year = v.fiscal_year AND r.unit = v.unit
  WHERE v.form = @form AND v.fiscal_year < @year AND r.sequence <= @sequence AND r.reverts_version < v.version AND v.version < r.version
),
standing AS (
  SELECT v.id, v.fiscal_year, v.sequence
  FROM return_version v
  WHERE v.form = @form AND v.sequence <= @sequence AND v.fiscal_year < @year
    AND v.fiscal_year >= CASE WHEN @year % 100 >= 10 THEN @year / 100 * 100 + 10 ELSE @year / 100 * 100 - 90 END
    AND v.id NOT IN (SELECT id FROM undone)
),
named AS (
  SELECT s.id, s.fiscal_year, s.sequence, f.row_position, f.item_code,
    max(CASE WHEN f.field_code = 'authority' THEN f.text END) AS authority, max(CASE WHEN f.field_code = 'stage' THEN f.text END) AS stage
  FROM standing s
  JOIN fact f ON f.version_id = s.id
  WHERE f.field_code IN ('authority', 'stage')
  GROUP BY s.id, s.fiscal_year, s.sequence, f.row_position, f.item_code
),
ranked AS (
  SELECT fiscal_year, item_code, stage, sequence, max(sequence) OVER (PARTITION BY fiscal_year, authority) AS newest FROM named WHERE authority IS NOT NULL
)
SELECT fiscal_year AS Period, item_code AS Key, stage AS Stage
FROM ranked
WHERE sequence = newest AND stage IS NOT NULL
ORDER BY fiscal_year, item_code
