-- Mails of which it is not decided yet how they are answered, as soon as everything in them is decided on; and once more those that were let in
-- after they had been answered, when what they brought is decided on.
SELECT m.id AS Id, m.number AS Number, m.message_id AS MessageId, m.sender AS Sender, m.subject AS Subject, m.received_at AS ReceivedText,
  m.disposition AS DispositionName, m.reply_to AS ReplyTo, m.thread AS Thread, 'received' AS Occasion,
  CASE WHEN EXISTS (SELECT 1 FROM mail_release r WHERE r.mail_id = m.id) THEN 1 ELSE 0 END AS Released
FROM received_mail m
WHERE NOT EXISTS (SELECT 1 FROM mail_answer a WHERE a.mail_id = m.id)
  AND NOT EXISTS (
    SELECT 1 FROM received_file f
    WHERE f.mail_id = m.id AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = f.id))
UNION ALL
SELECT m.id, m.number, m.message_id, m.sender, m.subject, m.received_at, m.disposition, m.reply_to, m.thread, 'released', 1
FROM received_mail m
JOIN mail_release r ON r.mail_id = m.id
JOIN mail_answer before ON before.mail_id = m.id AND before.occasion = 'received'
WHERE NOT EXISTS (SELECT 1 FROM mail_answer a WHERE a.mail_id = m.id AND a.occasion = 'released')
  AND NOT EXISTS (
    SELECT 1 FROM received_file f
    WHERE f.mail_id = m.id AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = f.id))
  AND EXISTS (
    SELECT 1 FROM received_file f
    JOIN outcome o ON o.received_file_id = f.id
    WHERE f.mail_id = m.id AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.outcome_id = o.id))
ORDER BY 2, 10
