-- The version of each province that stood as of @sequence, with the archived file it came in and the warnings it was loaded with.
SELECT v.unit AS Unit, v.version AS Version, r.sha256 AS Sha256,
  (SELECT count(*)
   FROM outcome o JOIN finding f ON f.outcome_id = o.id
   WHERE o.version_id = v.id AND o.received_file_id = v.received_file_id AND o.sequence = v.sequence AND f.severity = 2) AS Warnings
FROM return_version v
JOIN received_file r ON r.id = v.received_file_id
WHERE v.form = @form AND v.fiscal_year = @year AND v.sequence <= @sequence
  AND v.version = (SELECT max(n.version) FROM return_version n
    WHERE n.form = v.form AND n.fiscal_year = v.fiscal_year AND n.unit = v.unit AND n.sequence <= @sequence)
ORDER BY v.unit
