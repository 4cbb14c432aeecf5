-- The lines of the register that a manifest may mean: those of its content hash, and those of its report, year, unit and sequence.
SELECT w.report AS "Report", w.fiscal_year AS "Year", w.unit AS "Unit", w.as_of_sequence AS "Sequence", w.content_hash AS "Hash", w.definition_set AS "DefinitionSet",
  w.written_at AS "WrittenAt", r.program_version AS "ProgramVersion"
FROM report_written w LEFT JOIN run r ON r.id = w.run_id
WHERE w.content_hash = @Hash OR (w.report = @Report AND w.fiscal_year = @year AND coalesce(w.unit, '') = @unit AND w.as_of_sequence = @Sequence)
ORDER BY w.written_at DESC
