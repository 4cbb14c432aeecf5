SELECT t.relname::text AS "Table", c.attname::text AS "Column", format_type(c.atttypid, c.atttypmod) AS "Type",
  coalesce(array_position(k.indkey::int2[], c.attnum) + 1, 0) AS "KeyPosition"
FROM pg_class t
  JOIN pg_namespace n ON n.oid = t.relnamespace
  JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
  LEFT JOIN pg_index k ON k.indrelid = t.oid AND k.indisprimary
WHERE n.nspname = current_schema() AND t.relkind IN ('r', 'p')
ORDER BY t.relname::text COLLATE "C", c.attnum
