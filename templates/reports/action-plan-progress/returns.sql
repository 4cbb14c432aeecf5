-- The version of each unit that stood as of @sequence, with the archived file it came in and the warnings that file was loaded with.
-- A version that goes back to an earlier one has that one's file, and so its warnings.
SELECT v.unit AS Unit, v.version AS Version, r.sha256 AS Sha256,
  (SELECT count(*)
   FROM outcome o JOIN finding f ON f.outcome_id = o.id
   WHERE o.received_file_id = v.received_file_id AND f.severity = 2) AS Warnings
FROM return_version v
JOIN received_file r ON r.id = v.received_file_id
WHERE v.form = @form AND v.fiscal_year = @year AND v.sequence <= @sequence
  AND v.version = (SELECT max(n.version) FROM return_version n
    WHERE n.form = v.form AND n.fiscal_year = v.fiscal_year AND n.unit = v.unit AND n.sequence <= @sequence)
ORDER BY v.unit
