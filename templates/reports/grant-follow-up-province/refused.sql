-- Units of the province @unit, its office and its authorities, whose last file of the month was refused as of @sequence; a file from somebody who may not send for the unit is no doing of the unit's.
SELECT o.unit AS Unit, r.first_seen_at AS ReceivedAt
FROM outcome o
JOIN received_file r ON r.id = o.received_file_id
WHERE o.form = @form AND o.fiscal_year = @year AND o.sequence <= @sequence AND o.verdict = 'rejected'
  AND (o.unit = @unit OR substr(o.unit, 3, 2) = @unit)
  AND o.sequence = (SELECT max(l.sequence) FROM outcome l
    WHERE l.form = o.form AND l.fiscal_year = o.fiscal_year AND l.unit = o.unit AND l.sequence <= @sequence AND l.verdict <> 'needs_permission')
ORDER BY o.unit
