-- One line an outcome; a complaint when a return that was loaded is not the version of its own file and commit,
-- or when one that was refused has a version.
SELECT CASE
  WHEN o.verdict IN ('loaded', 'loaded_with_warnings') AND (v.received_file_id <> o.received_file_id OR v.sequence <> o.sequence)
    THEN 'outcome ' || o.id || ' (' || o.verdict || ') points to a version of another file or commit'
  WHEN o.verdict NOT IN ('loaded', 'loaded_with_warnings') AND o.rows_loaded <> 0
    THEN 'outcome ' || o.id || ' (' || o.verdict || ') counts rows as loaded'
  WHEN o.verdict NOT IN ('loaded', 'loaded_with_warnings')
    AND EXISTS (SELECT 1 FROM return_version n WHERE n.sequence = o.sequence)
    THEN 'outcome ' || o.id || ' (' || o.verdict || ') made a version'
END
FROM outcome o
LEFT JOIN return_version v ON v.id = o.version_id
ORDER BY o.sequence
