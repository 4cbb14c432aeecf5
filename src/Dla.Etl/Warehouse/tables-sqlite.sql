SELECT t.name AS "Table", c.name AS "Column", c.type AS "Type", c.pk AS "KeyPosition"
FROM sqlite_master t JOIN pragma_table_info(t.name) c
WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
ORDER BY t.name, c.cid
