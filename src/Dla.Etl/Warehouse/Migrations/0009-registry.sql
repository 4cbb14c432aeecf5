-- The registry of local authorities as it was imported: each import is an edition that holds from its effective day on until the next edition's, and
-- nothing of it is ever changed. A corrected file for the same day is another edition, which stands in the place of the first from its sequence on; so
-- "as of a day and as of a sequence" finds the same edition for ever.
CREATE TABLE authority_edition (
  number BIGINT NOT NULL PRIMARY KEY, -- from counter 'authority_edition'
  effective TEXT NOT NULL,           -- day yyyy-MM-dd, common era
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,              -- of the file
  authorities INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES run (id),
  sequence BIGINT NOT NULL UNIQUE REFERENCES commit_log (sequence)
);
CREATE INDEX authority_edition_effective ON authority_edition (effective, sequence);
CREATE TABLE authority (
  edition BIGINT NOT NULL REFERENCES authority_edition (number),
  code TEXT NOT NULL,                -- eight digits
  type TEXT NOT NULL,                -- special, provincial_organization, city_municipality …: the list is AuthorityType
  name TEXT NOT NULL,                -- without the type: หนองบัว
  province TEXT NOT NULL,            -- two digits
  district TEXT NOT NULL,            -- without อำเภอ
  PRIMARY KEY (edition, code)
);
INSERT INTO counter (name, last) VALUES ('authority_edition', 0);
