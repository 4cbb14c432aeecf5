SELECT DISTINCT t.relname::text AS "Table", p.relname::text AS "Parent"
FROM pg_constraint f
  JOIN pg_class t ON t.oid = f.conrelid
  JOIN pg_class p ON p.oid = f.confrelid
  JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE f.contype = 'f' AND n.nspname = current_schema() AND t.oid <> p.oid
ORDER BY 1, 2
