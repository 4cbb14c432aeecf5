-- Instants are UTC text 'yyyy-MM-ddTHH:mm:ss.fffffffZ', which sorts as time on both engines.
-- Ids are version 7 GUIDs as text: they sort by time and need no sequence of the engine.
-- Nothing but run, sighting and the consolidated_* tables is ever updated; those can be rebuilt or only close a line.

CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  last BIGINT NOT NULL
);
INSERT INTO counter (name, last) VALUES ('commit', 0), ('receipt', 0);

-- Every commit that changes what is known takes the next sequence under the lock of its counter row; "as of" means a sequence.
CREATE TABLE commit_log (
  sequence BIGINT NOT NULL PRIMARY KEY,
  committed_at TEXT NOT NULL,
  run_id TEXT,
  what TEXT NOT NULL
);

CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY,
  command TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  status TEXT NOT NULL,              -- running, finished, failed
  program_version TEXT NOT NULL
);

CREATE TABLE run_step (
  run_id TEXT NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  step TEXT NOT NULL,                -- intake, read, recognise, normalise, validate, load, consolidate, report, answer
  received_file_id TEXT,
  started_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  counted_in BIGINT NOT NULL,
  counted_out BIGINT NOT NULL,
  rejected BIGINT NOT NULL,          -- counted_in = counted_out + rejected, always
  PRIMARY KEY (run_id, position)
);

-- A file seen in the drop folder and not yet taken: when it was first seen, and since when size and time stand still.
CREATE TABLE sighting (
  path TEXT NOT NULL PRIMARY KEY,
  size BIGINT NOT NULL,
  modified_at TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  steady_since TEXT NOT NULL
);

CREATE TABLE received_file (
  id TEXT NOT NULL PRIMARY KEY,
  receipt_number BIGINT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,           -- as delivered
  folder TEXT,                       -- drop subfolder, null for the top
  drop_path TEXT NOT NULL,           -- relative to the drop folder
  size BIGINT NOT NULL,
  modified_at TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,       -- the received time: decides late or on time
  archived_at TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES run (id)
);
CREATE INDEX received_file_sha256 ON received_file (sha256);

-- The original has left the drop folder; a received_file without this row is finished by the next run.
CREATE TABLE received_move (
  received_file_id TEXT NOT NULL PRIMARY KEY REFERENCES received_file (id),
  moved_to TEXT NOT NULL,            -- relative to the received folder
  moved_at TEXT NOT NULL
);

-- What became of a received file. A received_file without an outcome is processed by the next run.
CREATE TABLE outcome (
  id TEXT NOT NULL PRIMARY KEY,
  received_file_id TEXT NOT NULL REFERENCES received_file (id),
  run_id TEXT NOT NULL REFERENCES run (id),
  sequence BIGINT NOT NULL REFERENCES commit_log (sequence),
  decided_at TEXT NOT NULL,
  verdict TEXT NOT NULL,             -- loaded, loaded_with_warnings, rejected, duplicate, not_recognised, unreadable
  form TEXT,
  fiscal_year INTEGER,
  unit TEXT,                         -- province code
  timeliness TEXT,                   -- on_time, late
  version_id TEXT,                   -- the version loaded, or for a duplicate the version that stands
  form_hash TEXT
);
CREATE INDEX outcome_received_file ON outcome (received_file_id);
CREATE INDEX outcome_period ON outcome (form, fiscal_year, sequence);

CREATE TABLE return_version (
  id TEXT NOT NULL PRIMARY KEY,
  form TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  version INTEGER NOT NULL,
  received_file_id TEXT NOT NULL REFERENCES received_file (id),
  run_id TEXT NOT NULL REFERENCES run (id),
  sequence BIGINT NOT NULL REFERENCES commit_log (sequence),
  received_at TEXT NOT NULL,
  timeliness TEXT NOT NULL,
  form_hash TEXT NOT NULL,
  UNIQUE (form, fiscal_year, unit, version)
);
CREATE INDEX return_version_period ON return_version (form, fiscal_year, unit, sequence);

-- The grid as read, one line a row with content: cells is a JSON array of [column, kind, value, number format].
CREATE TABLE raw_row (
  received_file_id TEXT NOT NULL REFERENCES received_file (id),
  sheet_index INTEGER NOT NULL,
  row_index INTEGER NOT NULL,        -- zero-based
  sheet_name TEXT,
  cells TEXT NOT NULL,
  PRIMARY KEY (received_file_id, sheet_index, row_index)
);

CREATE TABLE fact (
  version_id TEXT NOT NULL REFERENCES return_version (id),
  position INTEGER NOT NULL,         -- order in the return
  group_code TEXT NOT NULL,
  item_code TEXT NOT NULL,           -- code of the listed item, or the key of an open row
  field_code TEXT NOT NULL,
  state TEXT NOT NULL,               -- value, stated_zero, missing
  amount BIGINT,                     -- in the scale of the field's type; null when missing
  unit_of_measure TEXT,
  text TEXT,
  sheet_index INTEGER,
  sheet_name TEXT,
  cell TEXT,                         -- Excel address of the source, for example K9
  raw TEXT,                          -- as the sender wrote it
  PRIMARY KEY (version_id, position)
);
CREATE INDEX fact_item ON fact (version_id, group_code, item_code, field_code);

CREATE TABLE finding (
  outcome_id TEXT NOT NULL REFERENCES outcome (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,                -- id in the findings catalogue
  severity INTEGER NOT NULL,         -- 1 info, 2 warning, 3 error, 4 fatal
  sheet_name TEXT,
  cell TEXT,
  subject TEXT NOT NULL,
  found TEXT NOT NULL,
  expected TEXT NOT NULL,
  message TEXT NOT NULL,             -- as it was said then
  PRIMARY KEY (outcome_id, position)
);

-- The answer has been written; an outcome without this row is answered by the next run.
CREATE TABLE answer (
  outcome_id TEXT NOT NULL PRIMARY KEY REFERENCES outcome (id),
  path TEXT NOT NULL,                -- relative to the replies folder
  written_at TEXT NOT NULL
);

-- Consolidated figures: derived from the standing versions, refreshed for what changed, rebuilt whole on demand.
CREATE TABLE consolidated_unit (
  form TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  group_code TEXT NOT NULL,
  item_code TEXT NOT NULL,
  field_code TEXT NOT NULL,
  unit_of_measure TEXT NOT NULL,     -- '' when none is stated
  amount BIGINT NOT NULL,
  version_id TEXT NOT NULL,
  PRIMARY KEY (form, fiscal_year, unit, group_code, item_code, field_code)
);

CREATE TABLE consolidated_item (
  form TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  group_code TEXT NOT NULL,
  item_code TEXT NOT NULL,
  field_code TEXT NOT NULL,
  unit_of_measure TEXT NOT NULL,     -- quantities of different units are never added
  total BIGINT NOT NULL,
  units_reported INTEGER NOT NULL,
  smallest BIGINT NOT NULL,
  largest BIGINT NOT NULL,
  PRIMARY KEY (form, fiscal_year, group_code, item_code, field_code, unit_of_measure)
);

-- Up to which sequence the consolidated figures of a form and year hold.
CREATE TABLE consolidated_period (
  form TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (form, fiscal_year)
);

-- Forms, templates and rules that a run used, by hash; their bytes lie in the archive under the same hash.
CREATE TABLE definition (
  sha256 TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,                -- form, report, template, query
  path TEXT NOT NULL,
  archived_at TEXT NOT NULL
);

CREATE TABLE report_written (
  id TEXT NOT NULL PRIMARY KEY,
  run_id TEXT,
  report TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  as_of_sequence BIGINT NOT NULL,
  written_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  template_hash TEXT NOT NULL,
  definition_hash TEXT NOT NULL,
  file_name TEXT NOT NULL
);
