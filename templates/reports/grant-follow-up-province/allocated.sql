-- Authorities of the province @unit that reported a project of a specific grant in some month of the fiscal year up to this one, as of @sequence: they received an allocation (S001).
SELECT DISTINCT said.authority AS Authority
FROM (
  SELECT max(CASE WHEN f.field_code = 'authority' THEN f.text END) AS authority, max(CASE WHEN f.field_code = 'stage' THEN f.text END) AS stage
  FROM return_version v
  JOIN fact f ON f.version_id = v.id
  WHERE v.form = @form AND (v.unit = @unit OR substr(v.unit, 3, 2) = @unit) AND v.sequence <= @sequence AND v.fiscal_year <= @year
    AND v.fiscal_year >= CASE WHEN @year % 100 >= 10 THEN @year / 100 * 100 + 10 ELSE @year / 100 * 100 - 90 END
    AND f.field_code IN ('authority', 'stage')
  GROUP BY f.version_id, f.row_position
) said
WHERE said.authority IS NOT NULL AND said.stage IS NOT NULL
ORDER BY said.authority
