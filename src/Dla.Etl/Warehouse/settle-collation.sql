-- One ALTER TABLE for each table of the schema that has text in another order than that of the bytes.
SELECT format('ALTER TABLE %I.%I %s', n.nspname, c.relname,
  string_agg(format('ALTER COLUMN %I TYPE %s COLLATE "C"', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum))
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = @schema AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attcollation <> 0 AND a.attcollation <> 'pg_catalog."C"'::regcollation
GROUP BY n.nspname, c.relname
ORDER BY c.relname
