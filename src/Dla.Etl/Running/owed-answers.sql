-- Outcomes, with the version that stood for the same unit and year when the file was decided on. Which of them, whoever asks adds.
SELECT o.id AS OutcomeId, r.id AS ReceivedFileId, o.verdict AS Verdict, o.form AS Form, o.fiscal_year AS FiscalYear, o.unit AS Unit,
  o.timeliness AS Timeliness, loaded.version AS Version,
  (SELECT count(DISTINCT f.row_position) FROM fact f WHERE f.version_id = loaded.id) AS LoadedRows,
  (SELECT count(DISTINCT f.field_code) FROM fact f WHERE f.version_id = loaded.id AND f.role = 'figure' AND f.type = 'baht' AND f.amount IS NOT NULL) AS LoadedMoneyFields,
  (SELECT CAST(sum(f.amount) AS BIGINT) FROM fact f WHERE f.version_id = loaded.id AND f.role = 'figure' AND f.type = 'baht') AS LoadedSatang,
  stood.version AS StoodVersion, stood_file.receipt_number AS StoodReceipt, stood.received_at AS StoodReceivedAt
FROM outcome o
JOIN received_file r ON r.id = o.received_file_id
LEFT JOIN return_version loaded ON loaded.id = o.version_id AND loaded.sequence = o.sequence
LEFT JOIN return_version stood ON stood.form = o.form AND stood.fiscal_year = o.fiscal_year AND stood.unit = o.unit
  AND stood.sequence = (
    SELECT max(before.sequence) FROM return_version before
    WHERE before.form = o.form AND before.fiscal_year = o.fiscal_year AND before.unit = o.unit AND before.sequence < o.sequence)
LEFT JOIN received_file stood_file ON stood_file.id = stood.received_file_id
