-- Everything that happened to the return of a unit, in order: every file decided on, every revert. Files of the unit's own folder
-- that could not be recognised come too: nobody can say of which form they were, and the office asks what became of them.
SELECT o.sequence AS Sequence, c.committed_at AS DecidedAt, o.run_id AS RunId, n.started_by AS Who, n.node AS Node, o.verdict AS Verdict, o.timeliness AS Timeliness,
  CASE WHEN v.sequence = o.sequence THEN v.version END AS Version, CASE WHEN v.sequence <> o.sequence THEN v.version END AS SameAs,
  CAST(NULL AS INTEGER) AS RevertsVersion, CAST(NULL AS TEXT) AS Reason,
  r.receipt_number AS Receipt, r.file_name AS FileName, r.first_seen_at AS ReceivedAt,
  (SELECT count(*) FROM finding f WHERE f.outcome_id = o.id AND f.severity >= 3) AS Errors,
  (SELECT count(*) FROM finding f WHERE f.outcome_id = o.id AND f.severity = 2) AS Warnings
FROM outcome o
JOIN received_file r ON r.id = o.received_file_id
JOIN commit_log c ON c.sequence = o.sequence
JOIN run n ON n.id = o.run_id
LEFT JOIN return_version v ON v.id = o.version_id
WHERE (o.form = @form AND o.fiscal_year = @year AND o.unit = @unit) OR (o.unit IS NULL AND r.folder IN (@folder, @unit))
UNION ALL
SELECT v.sequence, c.committed_at, v.run_id, n.started_by, n.node, NULL, v.timeliness, v.version, NULL, v.reverts_version, v.reason,
  r.receipt_number, r.file_name, r.first_seen_at,
  0, (SELECT count(*) FROM outcome o JOIN finding f ON f.outcome_id = o.id WHERE o.received_file_id = r.id AND f.severity = 2)
FROM return_version v
JOIN received_file r ON r.id = v.received_file_id
JOIN commit_log c ON c.sequence = v.sequence
JOIN run n ON n.id = v.run_id
WHERE v.form = @form AND v.fiscal_year = @year AND v.unit = @unit AND v.reverts_version IS NOT NULL
ORDER BY 1
