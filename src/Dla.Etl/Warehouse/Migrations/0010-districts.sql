-- Lists of districts as they were imported, kept as the registry of local authorities is (0009): each import is an edition that holds from its
-- effective day on, nothing of it is ever changed, and a corrected file for the same day stands in the place of the first from its sequence on.
CREATE TABLE district_edition (
  number BIGINT NOT NULL PRIMARY KEY, -- from counter 'district_edition'
  effective TEXT NOT NULL,           -- day yyyy-MM-dd, common era
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,              -- of the file
  districts INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES run (id),
  sequence BIGINT NOT NULL UNIQUE REFERENCES commit_log (sequence)
);
CREATE INDEX district_edition_effective ON district_edition (effective, sequence);
CREATE TABLE district (
  edition BIGINT NOT NULL REFERENCES district_edition (number),
  code TEXT NOT NULL,                -- four digits; the first two are the province
  name TEXT NOT NULL,                -- without อำเภอ
  name_english TEXT NOT NULL,        -- empty when the file has none
  PRIMARY KEY (edition, code)
);
INSERT INTO counter (name, last) VALUES ('district_edition', 0);
