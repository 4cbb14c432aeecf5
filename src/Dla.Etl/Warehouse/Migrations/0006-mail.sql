-- Mail in both directions.
INSERT INTO counter (name, last) VALUES ('mail', 0), ('outbox', 0);

-- A message that was taken from the mailbox: its bytes lie in the archive; committed before it is moved there.
CREATE TABLE received_mail (
  id TEXT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,     -- เลขรับอีเมล, from counter 'mail'
  mailbox TEXT NOT NULL,             -- user@host/folder
  uid_validity BIGINT NOT NULL,
  uid BIGINT NOT NULL,
  message_id TEXT,                   -- as the sender's program wrote it, without < >
  sha256 TEXT,                       -- null when it was too large to be taken: then only its header was read
  size BIGINT NOT NULL,
  sender TEXT,                       -- the address in From, lower case; null when there is none that can be read
  subject TEXT NOT NULL,
  received_at TEXT NOT NULL,         -- when the mail server took it: the received time of the returns in it
  registered_at TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES run (id),
  disposition TEXT NOT NULL CHECK (disposition IN (
    'taken',                         -- what it brings was registered as received files
    'held',                          -- from a sender nobody knows: kept, nothing registered until it is released
    'automatic',                     -- from a machine: never answered, nothing registered
    'repeated',                      -- the same message again
    'nothing',                       -- nothing in it that could be a return
    'too_large',
    'unreadable')),
  why TEXT NOT NULL,                 -- in Thai, for the operator; '' when the disposition says enough
  authentication TEXT,               -- what the receiving server said of SPF, DKIM, DMARC; null when it said nothing or is not believed
  reply_to TEXT,                     -- where the answer goes when that is not the sender
  thread TEXT,                       -- the References of the answer: message ids with < >, one space between
  content_key TEXT,                  -- a hash over what is attached, or the text when nothing is: by it the same message is known on another way
  goes_to TEXT NOT NULL CHECK (goes_to IN ('received', 'problem')), -- the folder of the mailbox it belongs into
  repeats TEXT REFERENCES received_mail (id)
);
CREATE UNIQUE INDEX received_mail_uid ON received_mail (mailbox, uid_validity, uid);
CREATE INDEX received_mail_sha256 ON received_mail (sha256);
CREATE INDEX received_mail_message_id ON received_mail (message_id);
CREATE INDEX received_mail_sender ON received_mail (sender, received_at);

-- What there is to say of the message itself rather than of a return in it.
CREATE TABLE mail_finding (
  mail_id TEXT NOT NULL REFERENCES received_mail (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4),
  subject TEXT NOT NULL,
  found TEXT NOT NULL,
  expected TEXT NOT NULL,
  message TEXT NOT NULL,
  what_to_do TEXT NOT NULL,
  PRIMARY KEY (mail_id, position)
);

-- It has left the folder that is read; a received_mail without this row is moved by the next run.
CREATE TABLE mail_move (
  mail_id TEXT NOT NULL PRIMARY KEY REFERENCES received_mail (id),
  folder TEXT NOT NULL,
  moved_at TEXT NOT NULL
);

-- An operator, or the address book, let a message in that was held, or returns in it for another unit than the sender's.
CREATE TABLE mail_release (
  mail_id TEXT NOT NULL REFERENCES received_mail (id),
  number BIGINT NOT NULL,            -- 1 for the first of the message
  units TEXT NOT NULL,               -- codes of units that it may be for besides those of the sender in the address book, one space between
  released_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (mail_id, number)
);

-- A message that is being taken, or on which the program broke: after too many tries it is registered as unreadable, so that it holds up no other.
CREATE TABLE mail_trouble (
  mailbox TEXT NOT NULL,
  uid_validity BIGINT NOT NULL,
  uid BIGINT NOT NULL,
  takes BIGINT NOT NULL,             -- begun
  attempts BIGINT NOT NULL,          -- begun and ended by an error of the program
  last_error TEXT,
  begun_at TEXT NOT NULL,
  PRIMARY KEY (mailbox, uid_validity, uid)
);

-- The bytes of a message were removed on purpose from the archive. The row comes first and the removal after it, as for original_removed.
CREATE TABLE mail_removed (
  mail_id TEXT NOT NULL PRIMARY KEY REFERENCES received_mail (id),
  removed_at TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('retention', 'forget'))
);

-- A received file that came by mail; for those of the drop folder both are null.
ALTER TABLE received_file ADD COLUMN mail_id TEXT REFERENCES received_mail (id);
ALTER TABLE received_file ADD COLUMN mail_part TEXT; -- where in the message: the attachment's name, or zip/name
ALTER TABLE received_file ADD COLUMN mail_release BIGINT; -- number of the release by which it was registered; null when that was at once
CREATE INDEX received_file_mail ON received_file (mail_id);

-- A message was answered, or it was decided that it is not. One answer a message, 'received', about the files that it brought at once; another only
-- about those that a release let in: 'released-1' for the first.
CREATE TABLE mail_answer (
  mail_id TEXT NOT NULL REFERENCES received_mail (id),
  occasion TEXT NOT NULL CHECK (occasion = 'received' OR occasion LIKE 'released-%'),
  outbox_id TEXT,                    -- null when none is sent
  withheld TEXT,                     -- why none is sent, in Thai
  decided_at TEXT NOT NULL,
  PRIMARY KEY (mail_id, occasion),
  CHECK ((outbox_id IS NULL) = (withheld IS NOT NULL))
);

-- A mail that was decided on: written in the transaction of that decision, one row a recipient. What becomes of it is in outbox_state.
CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,     -- from counter 'outbox'
  occasion TEXT NOT NULL UNIQUE,     -- what it is for, the recipient's place in it included: never decided twice
  kind TEXT NOT NULL CHECK (kind IN ('answer', 'notice', 'report', 'report_failed', 'reminder', 'overdue')),
  message_id TEXT NOT NULL UNIQUE,   -- without < >, made from the occasion: the same mail never has two
  recipient TEXT NOT NULL,           -- an address
  subject TEXT NOT NULL,
  body_text TEXT NOT NULL,
  body_html TEXT NOT NULL,
  in_reply_to TEXT,                  -- with < >
  thread TEXT,                       -- References
  decided_at TEXT NOT NULL,
  run_id TEXT REFERENCES run (id)
);

CREATE TABLE outbox_attachment (
  outbox_id TEXT NOT NULL REFERENCES outbox (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,              -- lies in the archive
  size BIGINT NOT NULL,
  PRIMARY KEY (outbox_id, position)
);

-- What a mail of ours brought was removed on purpose from the archive, unless something else needs the same bytes; as for original_removed the row comes first.
CREATE TABLE attachment_removed (
  outbox_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  removed_at TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('retention', 'forget')),
  PRIMARY KEY (outbox_id, position),
  FOREIGN KEY (outbox_id, position) REFERENCES outbox_attachment (outbox_id, position)
);

-- The state of the moment of each mail. 'sending' that outlives its lease becomes 'uncertain': the relay may have it or not, and nobody sends it again but an operator.
CREATE TABLE outbox_state (
  outbox_id TEXT NOT NULL PRIMARY KEY REFERENCES outbox (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'written', 'uncertain', 'failed', 'cancelled')),
  tries INTEGER NOT NULL,
  next_try_at TEXT,                  -- null: at once, or never again
  last_error TEXT,
  token BIGINT,                      -- of the lease under which it is being sent
  changed_at TEXT NOT NULL
);
CREATE INDEX outbox_open ON outbox_state (state);

-- Which occasion of a subscription a mail answered and what the report said: never twice for one occasion, and "changed since the last one" is asked here.
CREATE TABLE subscription_mail (
  subscription TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  period TEXT NOT NULL,              -- month-2021-06-01, deadline-2021-05-31, night-…, version-…
  role TEXT NOT NULL,                -- the post, whoever holds it
  place INTEGER NOT NULL,            -- its n-th address, from 1
  outbox_id TEXT NOT NULL REFERENCES outbox (id),
  content_hash TEXT NOT NULL,
  PRIMARY KEY (subscription, fiscal_year, period, role, place)
);
