-- One line a version; a complaint when its facts are not all there, or when it breaks the chain of its unit and year.
SELECT CASE
  WHEN (SELECT count(*) FROM fact f WHERE f.version_id = v.id) <> v.facts
    THEN 'version ' || v.version || ' of ' || v.form || ' ' || v.fiscal_year || ' ' || v.unit || ' has not its ' || v.facts || ' facts'
  WHEN v.version > 1 AND p.sequence IS NULL
    THEN 'version ' || v.version || ' of ' || v.form || ' ' || v.fiscal_year || ' ' || v.unit || ' has no version before it'
  WHEN p.sequence > v.sequence
    THEN 'version ' || v.version || ' of ' || v.form || ' ' || v.fiscal_year || ' ' || v.unit || ' is older than the version before it'
END
FROM return_version v
LEFT JOIN return_version p
  ON p.form = v.form AND p.fiscal_year = v.fiscal_year AND p.unit = v.unit AND p.version = v.version - 1
ORDER BY v.sequence
