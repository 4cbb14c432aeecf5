-- Authorities that reported a project of a specific grant in some month of the fiscal year up to this one, as of @sequence: they received an allocation (S001).
SELECT DISTINCT f.text AS Authority
FROM return_version v
JOIN fact f ON f.version_id = v.id
JOIN fact p ON p.version_id = f.version_id AND p.row_position = f.row_position
WHERE v.form = @form AND v.sequence <= @sequence AND v.fiscal_year <= @year
  AND v.fiscal_year >= CASE WHEN @year % 100 >= 10 THEN @year / 100 * 100 + 10 ELSE @year / 100 * 100 - 90 END
  AND f.field_code = 'authority' AND f.text IS NOT NULL AND p.field_code = 'stage' AND p.text IS NOT NULL
ORDER BY f.text
