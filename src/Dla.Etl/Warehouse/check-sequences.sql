-- One line a commit; a complaint when the one before is not there or was later. The counter's row is looked at with the last.
SELECT CASE
  WHEN c.sequence > 1 AND p.sequence IS NULL THEN 'sequence ' || (c.sequence - 1) || ' is not in the log'
  WHEN p.committed_at > c.committed_at THEN 'sequence ' || c.sequence || ' is earlier than the one before'
  WHEN c.sequence > n.last THEN 'sequence ' || c.sequence || ' is beyond the counter (' || n.last || ')'
  WHEN c.sequence < n.last AND f.sequence IS NULL THEN 'the counter stands at ' || n.last || ', the log ends at ' || c.sequence
END
FROM commit_log c
CROSS JOIN (SELECT last FROM counter WHERE name = 'commit') n
LEFT JOIN commit_log p ON p.sequence = c.sequence - 1
LEFT JOIN commit_log f ON f.sequence = c.sequence + 1
ORDER BY c.sequence
