-- Where every figure of a report comes from, stored when the report is written and never computed again. Amounts that were reported are not copied:
-- the facts are append-only, so a report's sequence finds them. Rows are added and never changed. Fractions are text p/q in lowest terms, in satang.
-- What is the same is stored once: the cells of a sheet come from the same places night after night, and a calculation changes only with its costs or rules.

-- A report by what it says; report_written, or a workbook that was made by hand, is the same report when all four agree.
CREATE TABLE traced_report (
  id TEXT NOT NULL PRIMARY KEY,
  report TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,      -- Buddhist era
  as_of_sequence BIGINT NOT NULL,
  content_hash TEXT NOT NULL,        -- as its sheet of evidence prints it
  title TEXT NOT NULL,
  traced_at TEXT NOT NULL,
  UNIQUE (content_hash, report, fiscal_year, as_of_sequence)
);

-- The origins of a sheet's cells, by one hash over them all.
CREATE TABLE sheet_trace (
  number BIGINT NOT NULL PRIMARY KEY, -- from counter 'sheet_trace'
  sha256 TEXT NOT NULL UNIQUE
);
CREATE TABLE report_sheet (
  traced_report_id TEXT NOT NULL REFERENCES traced_report (id),
  position INTEGER NOT NULL,         -- of the sheet in report.yaml, from 0
  sheet TEXT NOT NULL,
  measure TEXT NOT NULL,
  sheet_trace BIGINT NOT NULL REFERENCES sheet_trace (number),
  PRIMARY KEY (traced_report_id, position)
);
CREATE TABLE report_cell (
  sheet_trace BIGINT NOT NULL REFERENCES sheet_trace (number),
  cell TEXT NOT NULL,                -- Excel address in the written workbook
  origin TEXT NOT NULL,              -- JSON: Tracing/OriginJson
  PRIMARY KEY (sheet_trace, cell)
);

-- A year's allocation. Two reports that computed the same of the same lines share it.
CREATE TABLE calculation (
  number BIGINT NOT NULL PRIMARY KEY, -- from counter 'calculation'
  sha256 TEXT NOT NULL UNIQUE,       -- over all of its rows
  fiscal_year INTEGER NOT NULL,
  drivers_path TEXT NOT NULL,        -- relative to the templates folder
  drivers_hash TEXT NOT NULL         -- its bytes lie in the archive under this hash
);
CREATE TABLE report_calculation (
  traced_report_id TEXT NOT NULL REFERENCES traced_report (id),
  name TEXT NOT NULL,                -- as the origins of the report call it
  calculation BIGINT NOT NULL REFERENCES calculation (number),
  PRIMARY KEY (traced_report_id, name)
);
CREATE TABLE calculation_name (
  calculation BIGINT NOT NULL REFERENCES calculation (number),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (calculation, code)
);
-- A place that a cost reached, with its exact cost by source.
CREATE TABLE calculation_node (
  calculation BIGINT NOT NULL REFERENCES calculation (number),
  position INTEGER NOT NULL,
  level TEXT NOT NULL,
  code TEXT NOT NULL,
  category TEXT,
  behaviour TEXT,
  budget TEXT NOT NULL,
  off_budget TEXT NOT NULL,
  central TEXT NOT NULL,
  depreciation TEXT NOT NULL,
  PRIMARY KEY (calculation, position)
);
-- A driver or ratio as it stands in the driver file.
CREATE TABLE calculation_split (
  calculation BIGINT NOT NULL REFERENCES calculation (number),
  position INTEGER NOT NULL,
  place TEXT NOT NULL,               -- for example support[2].shares
  basis TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (calculation, position)
);
CREATE TABLE calculation_edge (
  calculation BIGINT NOT NULL REFERENCES calculation (number),
  position INTEGER NOT NULL,         -- in the order of the flow
  giver INTEGER NOT NULL,            -- position of a node
  receiver INTEGER NOT NULL,
  share TEXT NOT NULL,
  split INTEGER,                     -- null where costs are only added up
  PRIMARY KEY (calculation, position)
);
-- A line of a return and the place where its cost enters. What the line says is its facts.
CREATE TABLE calculation_input (
  calculation BIGINT NOT NULL REFERENCES calculation (number),
  position INTEGER NOT NULL,
  node INTEGER NOT NULL,
  version_id TEXT REFERENCES return_version (id), -- null for a line that came from no file
  row_position INTEGER,
  source TEXT NOT NULL,
  amount BIGINT NOT NULL,            -- satang
  PRIMARY KEY (calculation, position)
);
CREATE INDEX calculation_input_line ON calculation_input (version_id, row_position);
CREATE INDEX report_calculation_calculation ON report_calculation (calculation);
INSERT INTO counter (name, last) VALUES ('sheet_trace', 0), ('calculation', 0);
