-- What PostgreSQL itself has to say of the schema: an index it does not trust, a constraint it has not looked at, a check or trigger that
-- somebody switched off, text whose order depends on the server. One line a complaint.
SELECT 'index ' || i.relname || ' of ' || t.relname || ' is not valid; mend it with: REINDEX INDEX ' || n.nspname || '.' || i.relname
FROM pg_index x
JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_class t ON t.oid = x.indrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE n.nspname = @schema AND NOT (x.indisvalid AND x.indisready)
UNION ALL
SELECT 'constraint ' || k.conname || ' of ' || t.relname || ' was never checked on all rows'
FROM pg_constraint k
JOIN pg_class t ON t.oid = k.conrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE n.nspname = @schema AND NOT k.convalidated
UNION ALL
SELECT 'trigger ' || g.tgname || ' of ' || t.relname || ' is switched off; mend it with: ALTER TABLE ' || n.nspname || '.' || t.relname || ' ENABLE TRIGGER ALL'
FROM pg_trigger g
JOIN pg_class t ON t.oid = g.tgrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE n.nspname = @schema AND g.tgenabled IN ('D', 'R')
UNION ALL
SELECT 'column ' || a.attname || ' of ' || t.relname || ' is not ordered by its bytes (COLLATE "C")'
FROM pg_attribute a
JOIN pg_class t ON t.oid = a.attrelid AND t.relkind = 'r'
JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE n.nspname = @schema AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attcollation <> 0 AND a.attcollation <> 'pg_catalog."C"'::regcollation
UNION ALL
SELECT 'the server has found ' || d.checksum_failures || ' damaged pages in the database; restore it from a backup'
FROM pg_stat_database d
WHERE d.datname = current_database() AND d.checksum_failures > 0
