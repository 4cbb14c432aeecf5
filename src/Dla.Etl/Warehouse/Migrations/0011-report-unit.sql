-- A report may be of one unit, each province with a workbook of its own: two digits of the province; null for a report of the whole country, as all were before.
ALTER TABLE report_written ADD COLUMN unit TEXT;
ALTER TABLE traced_report ADD COLUMN unit TEXT;
-- Over all nodes the current report of a unit is written once as of a sequence from the same sources.
DROP INDEX report_written_once;
CREATE UNIQUE INDEX report_written_once ON report_written (report, fiscal_year, as_of_sequence, sources_hash, coalesce(unit, '')) WHERE back_filled_for IS NULL;
