-- Forms and years that have versions newer than their consolidated figures.
SELECT v.form AS Form, v.fiscal_year AS FiscalYear, coalesce(p.sequence, 0) AS Since
FROM return_version v
LEFT JOIN consolidated_period p ON p.form = v.form AND p.fiscal_year = v.fiscal_year
WHERE v.sequence > coalesce(p.sequence, 0)
GROUP BY v.form, v.fiscal_year, coalesce(p.sequence, 0)
ORDER BY v.form, v.fiscal_year
