-- One line for every stored calculation: a complaint, or null when every share and line of it leads from and to a place that is stored too.
SELECT CASE WHEN t.strays > 0
  THEN 'the stored calculation ' || t.number || ' has ' || t.strays || ' shares or lines without their place; restore it from a backup' END
FROM (
  SELECT c.number,
    (SELECT count(*) FROM calculation_edge e
     LEFT JOIN calculation_node g ON g.calculation = e.calculation AND g.position = e.giver
     LEFT JOIN calculation_node r ON r.calculation = e.calculation AND r.position = e.receiver
     WHERE e.calculation = c.number AND (g.position IS NULL OR r.position IS NULL))
    + (SELECT count(*) FROM calculation_input i
       LEFT JOIN calculation_node n ON n.calculation = i.calculation AND n.position = i.node
       WHERE i.calculation = c.number AND n.position IS NULL) AS strays
  FROM calculation c) t
