SELECT DISTINCT t.name AS "Table", f."table" AS "Parent"
FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f
WHERE t.type = 'table' AND f."table" <> t.name
ORDER BY 1, 2
