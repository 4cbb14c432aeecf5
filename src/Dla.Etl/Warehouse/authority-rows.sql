-- The rows of a form and period that count as of a sequence, by local authority: an authority files a return of its own, or its province
-- compiles one for many, a file for each district perhaps. Of all that were loaded, the one loaded last that has rows of an authority has the last
-- word about it, so that nobody vanishes because a later file of the same unit is silent about him.
-- Versions that a revert went back behind have no word. {units} narrows it to the returns of some units.
WITH undone AS (
  SELECT v.id
  FROM return_version v
  JOIN return_version r ON r.form = v.form AND r.fiscal_year = v.fiscal_year AND r.unit = v.unit
  WHERE v.form = @form AND v.fiscal_year = @year AND r.sequence <= @sequence AND r.reverts_version < v.version AND v.version < r.version
),
standing AS (
  SELECT id, unit, version, sequence, received_at, timeliness
  FROM return_version
  WHERE form = @form AND fiscal_year = @year AND sequence <= @sequence AND id NOT IN (SELECT id FROM undone) {units}
),
-- A window and no join of the rows with the newest sequence of each authority: SQLite has no index on what a WITH gives, and would compare every row with every authority.
named AS (
  SELECT s.id AS version_id, s.unit, s.version, s.sequence, s.received_at, s.timeliness, f.row_position, f.group_code, f.text AS authority,
    max(s.sequence) OVER (PARTITION BY f.text) AS newest
  FROM standing s
  JOIN fact f ON f.version_id = s.id
  WHERE f.field_code = 'authority' AND f.text IS NOT NULL
)
SELECT version_id, row_position, group_code, authority, unit, version, sequence, received_at, timeliness
FROM named
WHERE sequence = newest
