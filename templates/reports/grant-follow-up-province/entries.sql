-- What stands of each local authority of the province @unit in one form of the month: who sent it, and when the first return came that had rows of the authority.
-- A row that says that there is nothing to report has the text none in the field that the form names for it. {authority_rows} is the
-- warehouse's own selection, narrowed to the province; the third and fourth digit of an authority's code are those of its province.
WITH counting AS (
  SELECT authority, version_id, unit, received_at, row_position FROM {authority_rows} counted
),
said_nothing AS (
  SELECT DISTINCT c.version_id, c.row_position
  FROM (SELECT DISTINCT version_id FROM counting) v
  JOIN fact f ON f.version_id = v.version_id
  JOIN counting c ON c.version_id = f.version_id AND c.row_position = f.row_position
  WHERE f.text = 'none' AND f.field_code IN ('item', 'project', 'result')
),
first_entry AS (
  SELECT f.text AS authority, min(v.received_at) AS received_at
  FROM return_version v
  JOIN fact f ON f.version_id = v.id
  WHERE v.form = @form AND v.fiscal_year = @year AND v.sequence <= @sequence AND (v.unit = @unit OR substr(v.unit, 3, 2) = @unit)
    AND f.field_code = 'authority' AND f.text IS NOT NULL
  GROUP BY f.text
)
SELECT c.authority AS Authority, max(c.unit) AS Unit, count(*) AS Rows, count(n.version_id) AS NothingRows,
  min(o.received_at) AS FirstReceivedAt, max(c.received_at) AS ReceivedAt
FROM counting c
JOIN first_entry o ON o.authority = c.authority
LEFT JOIN said_nothing n ON n.version_id = c.version_id AND n.row_position = c.row_position
GROUP BY c.authority
ORDER BY c.authority
