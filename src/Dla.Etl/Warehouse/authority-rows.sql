-- The rows of a form and period that count as of a sequence, by local authority: an authority files a return of its own, or its province
-- compiles one for many; of several that stand, the one that was loaded last has the last word about an authority that it has rows of.
-- {units} narrows it to the returns of some units.
WITH latest AS (
  SELECT unit, max(version) AS version
  FROM return_version
  WHERE form = @form AND fiscal_year = @year AND sequence <= @sequence {units}
  GROUP BY unit
),
named AS (
  SELECT v.id AS version_id, v.unit, v.version, v.sequence, v.received_at, v.timeliness, f.row_position, f.group_code, f.text AS authority
  FROM latest l
  JOIN return_version v ON v.form = @form AND v.fiscal_year = @year AND v.unit = l.unit AND v.version = l.version
  JOIN fact f ON f.version_id = v.id
  WHERE f.field_code = 'authority' AND f.text IS NOT NULL
),
newest AS (
  SELECT authority, max(sequence) AS sequence FROM named GROUP BY authority
)
SELECT n.version_id, n.row_position, n.group_code, n.authority, n.unit, n.version, n.sequence, n.received_at, n.timeliness
FROM named n
JOIN newest w ON w.authority = n.authority AND w.sequence = n.sequence
