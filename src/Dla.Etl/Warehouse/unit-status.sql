-- What was known of each unit's return as of a sequence: the version that stands, the first one, and the last file decided on.
-- A unit that never sent anything that was recognised as its own has no line.
WITH known AS (
  SELECT o.unit, max(o.sequence) AS sequence,
    sum(CASE WHEN o.verdict = 'rejected' THEN 1 ELSE 0 END) AS rejected
  FROM outcome o
  WHERE o.form = @form AND o.fiscal_year = @year AND o.unit IS NOT NULL AND o.sequence <= @sequence
    AND o.verdict <> 'needs_permission' -- from somebody who may not send for the unit: no doing of the unit's
  GROUP BY o.unit
),
versions AS (
  SELECT v.unit, min(v.version) AS first_version, max(v.version) AS version
  FROM return_version v
  WHERE v.form = @form AND v.fiscal_year = @year AND v.sequence <= @sequence
  GROUP BY v.unit
)
SELECT
  k.unit AS Unit, k.rejected AS Rejections,
  o.verdict AS LastVerdict, r.first_seen_at AS LastReceivedAt, r.receipt_number AS LastReceipt,
  s.id AS VersionId, s.version AS Version, s.received_at AS ReceivedAt, s.timeliness AS Timeliness,
  s.reverts_version AS RevertsVersion, c.committed_at AS StandsSince,
  f.received_at AS FirstReceivedAt, f.timeliness AS FirstTimeliness
FROM known k
JOIN outcome o ON o.form = @form AND o.fiscal_year = @year AND o.unit = k.unit AND o.sequence = k.sequence
JOIN received_file r ON r.id = o.received_file_id
LEFT JOIN versions n ON n.unit = k.unit
LEFT JOIN return_version s
  ON s.form = @form AND s.fiscal_year = @year AND s.unit = k.unit AND s.version = n.version
LEFT JOIN commit_log c ON c.sequence = s.sequence
LEFT JOIN return_version f
  ON f.form = @form AND f.fiscal_year = @year AND f.unit = k.unit AND f.version = n.first_version
ORDER BY k.unit
