-- The original of a received file was removed on purpose: its copy in the received folder, and its bytes in the archive unless another file
-- of the same bytes, or a definition, still needs them. The row comes first and the removal after it, so a kill between the two leaves
-- something that the next removal finishes. Hash, size, names and outcome of the file stay: they are the evidence that it came.
CREATE TABLE original_removed (
  received_file_id TEXT NOT NULL PRIMARY KEY REFERENCES received_file (id),
  removed_at TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('retention', 'forget'))
);
