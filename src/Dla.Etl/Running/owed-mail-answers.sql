-- Mails of which it is not decided yet how they are answered, as soon as what they brought is decided on: once about the files that came at once
-- (mail_release is null, or there were none), and once about those of each release.
SELECT m.id AS Id, m.number AS Number, m.message_id AS MessageId, m.sender AS Sender, m.subject AS Subject, m.received_at AS ReceivedText,
  m.disposition AS DispositionName, m.reply_to AS ReplyTo, m.thread AS Thread, part.release AS "Release", part.occasion AS Occasion,
  CASE WHEN EXISTS (SELECT 1 FROM received_file f WHERE f.mail_id = m.id AND f.mail_release IS NOT NULL) THEN 1 ELSE 0 END AS LetIn
FROM received_mail m
JOIN (
  SELECT id AS mail_id, NULL AS release, 'received' AS occasion FROM received_mail
  UNION ALL
  SELECT DISTINCT mail_id, mail_release, 'released-' || mail_release FROM received_file WHERE mail_release IS NOT NULL
) part ON part.mail_id = m.id
WHERE NOT EXISTS (SELECT 1 FROM mail_answer a WHERE a.mail_id = m.id AND a.occasion = part.occasion)
  AND NOT EXISTS (
    SELECT 1 FROM received_file f
    WHERE f.mail_id = m.id AND coalesce(f.mail_release, 0) = coalesce(part.release, 0)
      AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = f.id))
ORDER BY m.number, coalesce(part.release, 0)
