-- Who does what on which node. Leases, claims and nodes are the state of the moment: they are updated, and nothing refers to them.
-- On PostgreSQL the times of leases, claims and heartbeats are those of the database's clock, so the clocks of the nodes need not agree.

ALTER TABLE run ADD COLUMN node TEXT;
ALTER TABLE run ADD COLUMN started_by TEXT; -- account of the operating system
ALTER TABLE run ADD COLUMN lease TEXT;      -- the lease under which it works; null for none
ALTER TABLE run ADD COLUMN token BIGINT;    -- the token of that lease: a run with an older one was interrupted
CREATE INDEX run_open ON run (lease) WHERE ended_at IS NULL;

-- One holder at a time. The token grows with every holder, so that one who was thought dead and wakes is known by his old one.
-- On SQLite a locked file in the archive says whether it is held; there expires_at is null.
CREATE TABLE lease (
  name TEXT NOT NULL PRIMARY KEY,
  node TEXT NOT NULL,
  instance TEXT NOT NULL,
  token BIGINT NOT NULL,
  taken_at TEXT NOT NULL,
  length_ms BIGINT NOT NULL,
  expires_at TEXT                    -- null when it was given back
);

-- A received file that is not decided yet, as the nodes share the work out; the row goes when the file is decided.
CREATE TABLE claim (
  received_file_id TEXT NOT NULL PRIMARY KEY REFERENCES received_file (id),
  receipt_number BIGINT NOT NULL UNIQUE,
  node TEXT,                         -- who has or had it
  instance TEXT,
  token BIGINT NOT NULL,
  length_ms BIGINT NOT NULL,
  expires_at TEXT,                   -- null when nobody has it
  takes INTEGER NOT NULL,            -- how often it was taken and nothing was heard since
  attempts INTEGER NOT NULL,         -- how often the program broke on it and said so
  last_error TEXT,
  failed_at TEXT,
  given_up_at TEXT                   -- nobody takes it any more until an operator says so
);

-- Every node that ever worked, as it was last seen.
CREATE TABLE node (
  name TEXT NOT NULL PRIMARY KEY,
  instance TEXT NOT NULL,
  started_at TEXT NOT NULL,
  heartbeat TEXT NOT NULL,
  left_at TEXT,                      -- null while it works, or when it was killed
  version TEXT NOT NULL,
  host TEXT NOT NULL,
  started_by TEXT NOT NULL
);

-- Which archive belongs to this warehouse: the id in the file .dla-etl-archive of its folder.
CREATE TABLE archive_mark (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  noted_at TEXT NOT NULL
);
