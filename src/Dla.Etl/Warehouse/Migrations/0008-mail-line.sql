-- How the line to the mailbox and to the relay stood at the last attempt: the state of the moment, updated, and nothing refers to it.
CREATE TABLE mail_line (
  name TEXT NOT NULL PRIMARY KEY CHECK (name IN ('mailbox', 'relay')),
  place TEXT NOT NULL,               -- host:port; another one in the settings makes the row a thing of the past
  tried_at TEXT NOT NULL,
  trouble TEXT,                      -- what was wrong, for the operator; null when all was well
  since TEXT                         -- the first of the attempts in a row that failed; null when all was well
);
