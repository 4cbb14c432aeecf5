-- The lines of the register that a manifest may mean: those of its content hash, and those of its report, year and sequence.
SELECT w.report AS "Report", w.fiscal_year AS "Year", w.as_of_sequence AS "Sequence", w.content_hash AS "Hash", w.definition_set AS "DefinitionSet",
  w.written_at AS "WrittenAt", r.program_version AS "ProgramVersion"
FROM report_written w LEFT JOIN run r ON r.id = w.run_id
WHERE w.content_hash = @Hash OR (w.report = @Report AND w.fiscal_year = @year AND w.as_of_sequence = @Sequence)
ORDER BY w.written_at DESC
