-- Reverts of which the office has not been told, with the file gone back to and the file that stood before.
SELECT v.id AS VersionId, v.form AS Form, v.fiscal_year AS FiscalYear, v.unit AS Unit, v.version AS Version, v.reverts_version AS RevertsVersion,
  v.reason AS Reason, c.committed_at AS RevertedAt, v.received_file_id AS ReceivedFileId,
  b.version AS StoodVersion, b.received_file_id AS StoodFileId, r.mail_id AS MailId
FROM return_version v
JOIN commit_log c ON c.sequence = v.sequence
JOIN received_file r ON r.id = v.received_file_id
JOIN return_version b ON b.form = v.form AND b.fiscal_year = v.fiscal_year AND b.unit = v.unit AND b.version = v.version - 1
WHERE v.reverts_version IS NOT NULL AND NOT EXISTS (SELECT 1 FROM revert_notice n WHERE n.version_id = v.id)
ORDER BY v.sequence
