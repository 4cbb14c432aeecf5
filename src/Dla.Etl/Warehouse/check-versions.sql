-- One line a version; a complaint when its facts are not all there, when neither a decision nor a revert made it, when a revert is not
-- what it goes back to, or when it breaks the chain of its unit and year.
SELECT CASE
  WHEN (SELECT count(*) FROM fact f WHERE f.version_id = v.id) <> v.facts
    THEN 'version ' || v.version || ' of ' || v.form || ' ' || v.fiscal_year || ' ' || v.unit || ' has not its ' || v.facts || ' facts'
  WHEN v.version > 1 AND p.sequence IS NULL
    THEN 'version ' || v.version || ' of ' || v.form || ' ' || v.fiscal_year || ' ' || v.unit || ' has no version before it'
  WHEN v.reverts_version IS NULL AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.sequence = v.sequence)
    THEN 'version ' || v.version || ' of ' || v.form || ' ' || v.fiscal_year || ' ' || v.unit || ' comes of no decision and of no revert'
  WHEN v.reverts_version IS NOT NULL AND (t.id IS NULL OR t.received_file_id <> v.received_file_id OR t.facts <> v.facts OR t.version >= v.version)
    THEN 'version ' || v.version || ' of ' || v.form || ' ' || v.fiscal_year || ' ' || v.unit || ' is not what version ' || v.reverts_version || ' was'
  WHEN p.sequence > v.sequence
    THEN 'version ' || v.version || ' of ' || v.form || ' ' || v.fiscal_year || ' ' || v.unit || ' is older than the version before it'
END
FROM return_version v
LEFT JOIN return_version p
  ON p.form = v.form AND p.fiscal_year = v.fiscal_year AND p.unit = v.unit AND p.version = v.version - 1
LEFT JOIN return_version t
  ON t.form = v.form AND t.fiscal_year = v.fiscal_year AND t.unit = v.unit AND t.version = v.reverts_version
ORDER BY v.sequence
