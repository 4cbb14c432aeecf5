-- Instants are UTC text 'yyyy-MM-ddTHH:mm:ss.fffffffZ', which sorts as time on both engines.
-- Ids are version 7 GUIDs as text: they sort by time and need no sequence of the engine.
-- Nothing but counter, run, sighting and the consolidated_* tables is ever updated; those count, close a line or can be rebuilt.
-- No TEXT column holds a NUL or half a surrogate pair: PostgreSQL refuses them, so StoredText replaces them on the way in.

CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  last BIGINT NOT NULL
);
INSERT INTO counter (name, last) VALUES ('commit', 0), ('receipt', 0);

CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY,
  command TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'stopped', 'failed')),
  program_version TEXT NOT NULL
);

-- Every commit that changes what is known takes the next sequence under the lock of its counter row; "as of" means a sequence.
CREATE TABLE commit_log (
  sequence BIGINT NOT NULL PRIMARY KEY,
  committed_at TEXT NOT NULL,        -- never before that of the sequence below it, whatever the clock does, so that an instant keeps its sequence
  run_id TEXT REFERENCES run (id),
  what TEXT NOT NULL
);
CREATE INDEX commit_log_committed_at ON commit_log (committed_at, sequence);

CREATE TABLE run_step (
  run_id TEXT NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  step TEXT NOT NULL,                -- intake, read, recognise, normalise, validate, load, consolidate, report, answer
  received_file_id TEXT,
  started_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  counted_in BIGINT NOT NULL,
  counted_out BIGINT NOT NULL CHECK (counted_out >= 0),
  rejected BIGINT NOT NULL CHECK (rejected >= 0),
  PRIMARY KEY (run_id, position),
  CHECK (counted_in = counted_out + rejected)
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

-- A return that passed. The version that stands as of a sequence is the highest one with a sequence up to it.
CREATE TABLE return_version (
  id TEXT NOT NULL PRIMARY KEY,
  form TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,      -- Buddhist era
  unit TEXT NOT NULL,                -- province code
  version INTEGER NOT NULL CHECK (version >= 1),
  received_file_id TEXT NOT NULL REFERENCES received_file (id),
  run_id TEXT NOT NULL REFERENCES run (id),
  sequence BIGINT NOT NULL UNIQUE REFERENCES commit_log (sequence),
  received_at TEXT NOT NULL,
  timeliness TEXT NOT NULL CHECK (timeliness IN ('on_time', 'late')),
  form_hash TEXT NOT NULL,
  facts INTEGER NOT NULL,            -- how many rows of fact belong to it
  UNIQUE (form, fiscal_year, unit, version)
);
CREATE INDEX return_version_period ON return_version (form, fiscal_year, unit, sequence);

-- What became of a received file: once and for ever. A received_file without an outcome is processed by the next run.
CREATE TABLE outcome (
  id TEXT NOT NULL PRIMARY KEY,
  received_file_id TEXT NOT NULL UNIQUE REFERENCES received_file (id),
  run_id TEXT NOT NULL REFERENCES run (id),
  sequence BIGINT NOT NULL UNIQUE REFERENCES commit_log (sequence),
  decided_at TEXT NOT NULL,
  verdict TEXT NOT NULL
    CHECK (verdict IN ('loaded', 'loaded_with_warnings', 'rejected', 'duplicate', 'not_recognised', 'unreadable', 'needs_permission')),
  form TEXT,
  fiscal_year INTEGER,
  unit TEXT,                         -- province code
  timeliness TEXT CHECK (timeliness IN ('on_time', 'late')),
  version_id TEXT REFERENCES return_version (id), -- the version loaded, or for a duplicate the version that stands
  form_hash TEXT,
  rows_in BIGINT NOT NULL,           -- rows of the return
  rows_loaded BIGINT NOT NULL CHECK (rows_loaded >= 0),
  rows_rejected BIGINT NOT NULL CHECK (rows_rejected >= 0),
  CHECK (rows_in = rows_loaded + rows_rejected),
  CHECK ((verdict IN ('loaded', 'loaded_with_warnings', 'duplicate')) = (version_id IS NOT NULL))
);
CREATE INDEX outcome_period ON outcome (form, fiscal_year, sequence);

-- The grid as read, one line a row with content: cells is a JSON array of [column, kind, value, number format], the column zero-based.
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
  position INTEGER NOT NULL,         -- order in the return, from 0
  row_position INTEGER NOT NULL,     -- the row of the return, from 0: fields of one row belong together
  group_code TEXT NOT NULL,
  item_code TEXT NOT NULL,           -- code of the listed item, or the key of an open row
  field_code TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('figure', 'unit_of_measure', 'ratio', 'text')),
  type TEXT NOT NULL CHECK (type IN ('text', 'quantity', 'baht', 'ratio', 'date')),
  state TEXT NOT NULL CHECK (state IN ('value', 'stated_zero', 'missing', 'no_column', 'unreadable')),
  amount BIGINT,                     -- in the scale of the type; null unless a value or a stated zero; always null for text
  unit_of_measure TEXT,              -- of a figure; '' when none is stated anywhere; null for the other roles
  text TEXT,                         -- clean text; for a quantity the unit written inside its cell
  sheet_index INTEGER,
  sheet_name TEXT,
  cell TEXT,                         -- Excel address of the source, for example K9
  raw TEXT,                          -- as the sender wrote it
  PRIMARY KEY (version_id, position),
  CHECK (CASE WHEN type = 'text' OR state NOT IN ('value', 'stated_zero') THEN amount IS NULL ELSE amount IS NOT NULL END)
);

CREATE TABLE finding (
  outcome_id TEXT NOT NULL REFERENCES outcome (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,                -- id in the findings catalogue
  severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4), -- info, warning, error, fatal
  sheet_name TEXT,
  cell TEXT,
  subject TEXT NOT NULL,
  found TEXT NOT NULL,
  expected TEXT NOT NULL,
  message TEXT NOT NULL,             -- as it was said then
  what_to_do TEXT NOT NULL,          -- likewise, so that an answer can still be written after a crash
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
  PRIMARY KEY (form, fiscal_year, unit, group_code, item_code, field_code, unit_of_measure)
);

CREATE TABLE consolidated_item (
  form TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  group_code TEXT NOT NULL,
  item_code TEXT NOT NULL,
  field_code TEXT NOT NULL,
  unit_of_measure TEXT NOT NULL,     -- quantities of different units are never added
  total BIGINT NOT NULL,
  units_reported INTEGER NOT NULL,   -- how many units stated the figure, zero included, missing not
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
  run_id TEXT REFERENCES run (id),
  report TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  as_of_sequence BIGINT NOT NULL,
  written_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  template_hash TEXT NOT NULL,
  definition_hash TEXT NOT NULL,
  sources_hash TEXT NOT NULL,
  file_name TEXT NOT NULL
);
