-- Originals that nobody needs for work any more (decided, answered, moved) and that were received up to @standing, when the version that
-- stands for their unit and year rests on them, or up to @others. A bound that is null lets nothing through.
SELECT o.*
FROM (
  SELECT f.id AS "Id", f.receipt_number AS "ReceiptNumber", f.file_name AS "FileName", f.size AS "Size", f.archived_at AS "ReceivedAt",
    (SELECT e.number FROM received_mail e WHERE e.id = f.mail_id AND e.sha256 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM mail_removed g WHERE g.mail_id = e.id)) AS "Mail",
    CASE WHEN EXISTS (
      SELECT 1 FROM return_version v
      WHERE v.received_file_id = f.id AND NOT EXISTS (
        SELECT 1 FROM return_version later
        WHERE later.form = v.form AND later.fiscal_year = v.fiscal_year AND later.unit = v.unit AND later.version > v.version)
    ) THEN 1 ELSE 0 END AS "Standing"
  FROM received_file f
    JOIN outcome d ON d.received_file_id = f.id
  WHERE NOT EXISTS (SELECT 1 FROM original_removed r WHERE r.received_file_id = f.id)
    AND CASE WHEN f.mail_id IS NULL
      THEN EXISTS (SELECT 1 FROM received_move m WHERE m.received_file_id = f.id) AND EXISTS (SELECT 1 FROM answer a WHERE a.outcome_id = d.id)
      ELSE EXISTS (SELECT 1 FROM mail_answer a WHERE a.mail_id = f.mail_id AND a.occasion = coalesce('released-' || f.mail_release, 'received')) END
) o
WHERE (o."Standing" = 1 AND o."ReceivedAt" <= @standing) OR (o."Standing" = 0 AND o."ReceivedAt" <= @others)
ORDER BY o."ReceiptNumber"
