-- The versions that have rows which count as of @sequence, with the archived file each came in and the warnings that file was loaded with: of a unit
-- that sends a file for each district these are several. A version that goes back to an earlier one has that one's file, and so its warnings.
-- {authority_rows} is the warehouse's own selection (Warehouse/authority-rows.sql).
SELECT v.unit AS Unit, v.version AS Version, r.sha256 AS Sha256,
  (SELECT count(*)
   FROM outcome o JOIN finding f ON f.outcome_id = o.id
   WHERE o.received_file_id = v.received_file_id AND f.severity = 2) AS Warnings
FROM (SELECT DISTINCT version_id FROM {authority_rows} counted) c
JOIN return_version v ON v.id = c.version_id
JOIN received_file r ON r.id = v.received_file_id
ORDER BY v.unit, v.version
