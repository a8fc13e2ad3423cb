extension Migration {
  /// What shares are for, how long their links work, and the outbox of what is sent with them.
  ///
  /// A message is kept whole until it is sent, and emptied then: it holds what people wrote.
  static let delivery = Migration(
    sql: """
      ALTER TABLE share ADD COLUMN kind TEXT NOT NULL DEFAULT 'reference';
      ALTER TABLE share ADD COLUMN anchor TEXT;
      ALTER TABLE share ADD COLUMN expires INTEGER;
      ALTER TABLE share ADD COLUMN revoked INTEGER;
      CREATE INDEX share_by_conversation ON share (conversation, time);
      CREATE INDEX share_by_agent ON share (agent, time);

      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY,
        share TEXT NOT NULL UNIQUE REFERENCES share (id),
        channel TEXT NOT NULL,
        message BLOB NOT NULL,
        state TEXT NOT NULL,
        due INTEGER NOT NULL,
        lease INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        fault TEXT,
        changed INTEGER NOT NULL
      );
      CREATE INDEX outbox_by_state ON outbox (state, due);

      CREATE TABLE answered_request (
        key BLOB NOT NULL PRIMARY KEY,
        fingerprint BLOB NOT NULL,
        time INTEGER NOT NULL,
        status INTEGER,
        body BLOB
      ) WITHOUT ROWID;
      CREATE INDEX answered_request_by_time ON answered_request (time);
      """)
}
