-- The figures of a form and year as of a sequence: one line a unit, item, field and unit of measure.
-- @since is 0 for all of them, or an earlier sequence for the units whose standing version is newer than that.
-- Missing, unreadable and absent fields give no line, so they never count as zero; a stated zero does.
-- Returns whose rows name local authorities give none: one authority may stand in several returns, of which one counts (authority-rows.sql).
WITH latest AS (
  SELECT form, fiscal_year, unit, max(version) AS version
  FROM return_version
  WHERE form = @form AND fiscal_year = @year AND sequence <= @sequence
  GROUP BY form, fiscal_year, unit
),
standing AS (
  SELECT v.id, v.form, v.fiscal_year, v.unit
  FROM latest l
  JOIN return_version v
    ON v.form = l.form AND v.fiscal_year = l.fiscal_year AND v.unit = l.unit AND v.version = l.version
  WHERE v.sequence > @since
    AND NOT EXISTS (SELECT 1 FROM fact a WHERE a.version_id = v.id AND a.field_code = 'authority')
)
SELECT
  s.form, s.fiscal_year, s.unit, f.group_code, f.item_code, f.field_code, f.unit_of_measure,
  CAST(sum(f.amount) AS BIGINT) AS amount, s.id AS version_id
FROM standing s
JOIN fact f ON f.version_id = s.id
WHERE f.role = 'figure' AND f.type IN ('quantity', 'baht') AND f.state IN ('value', 'stated_zero')
GROUP BY s.form, s.fiscal_year, s.unit, f.group_code, f.item_code, f.field_code, f.unit_of_measure, s.id
