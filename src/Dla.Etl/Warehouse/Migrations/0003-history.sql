-- Who did what and when: written in the transaction of the act itself; nothing updates or deletes it, and the triggers of 0005 see to that.
CREATE TABLE audit (
  number BIGINT NOT NULL PRIMARY KEY, -- from counter 'audit': in the order of the commits, without gaps
  at TEXT NOT NULL,
  who TEXT NOT NULL,                 -- account of the operating system under which the program ran
  node TEXT NOT NULL,                -- the machine or node
  action TEXT NOT NULL,              -- version_loaded, version_reverted, definitions_changed …: the list is AuditAction
  subject TEXT NOT NULL,             -- what it was done to, for example 'unit-cost-quantity 2564 56'
  detail TEXT NOT NULL,              -- in plain Thai, as it was said then
  reason TEXT,                       -- given by the person who did it
  run_id TEXT REFERENCES run (id),
  sequence BIGINT REFERENCES commit_log (sequence) -- the commit that it belongs to, when it made one
);
CREATE INDEX audit_sequence ON audit (sequence);
INSERT INTO counter (name, last) VALUES ('audit', 0);

-- The definition files in force together: forms, reports with their templates and queries, wording. The id is one hash over paths and hashes.
CREATE TABLE definition_set (
  id TEXT NOT NULL,
  path TEXT NOT NULL,                -- relative to the templates folder, with /
  sha256 TEXT NOT NULL REFERENCES definition (sha256), -- its bytes lie in the archive
  PRIMARY KEY (id, path)
);

-- Which of them a run worked with. What was in force at an instant is the last line up to it.
CREATE TABLE run_definition (
  number BIGINT NOT NULL PRIMARY KEY, -- from counter 'run_definition'
  run_id TEXT NOT NULL REFERENCES run (id),
  definition_set TEXT NOT NULL,
  in_force_at TEXT NOT NULL          -- never before that of the line below it, whatever the clock does
);
CREATE INDEX run_definition_in_force_at ON run_definition (in_force_at, number);
INSERT INTO counter (name, last) VALUES ('run_definition', 0);

-- A revert is a new version with the facts of an earlier one; its received_file is that one's, so the lineage of every figure stays.
ALTER TABLE return_version ADD COLUMN reverts_version INTEGER;
ALTER TABLE return_version ADD COLUMN reason TEXT;

-- The office was told that the department went back to an earlier version; a revert without this row is told by the next run.
CREATE TABLE revert_notice (
  version_id TEXT NOT NULL PRIMARY KEY REFERENCES return_version (id),
  path TEXT NOT NULL,                -- relative to the replies folder
  written_at TEXT NOT NULL
);

-- A back-filled report stands beside the current one and says as known when it is; of the current ones this is null.
ALTER TABLE report_written ADD COLUMN back_filled_for TEXT;
ALTER TABLE report_written ADD COLUMN definition_set TEXT;
-- Over all nodes the current report is written once as of a sequence from the same sources.
CREATE UNIQUE INDEX report_written_once ON report_written (report, fiscal_year, as_of_sequence, sources_hash) WHERE back_filled_for IS NULL;
