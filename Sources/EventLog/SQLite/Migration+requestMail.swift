extension Migration {
  /// Messages that go along with no share, but tell experts of a request.
  static let requestMail = Migration(
    sql: """
      ALTER TABLE outbox RENAME TO outbox_before;
      DROP INDEX outbox_by_state;
      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY,
        share TEXT UNIQUE REFERENCES share (id),
        request TEXT UNIQUE REFERENCES request (id),
        channel TEXT NOT NULL,
        message BLOB NOT NULL,
        state TEXT NOT NULL,
        due INTEGER NOT NULL,
        lease INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        fault TEXT,
        changed INTEGER NOT NULL,
        CHECK ((share IS NULL) <> (request IS NULL))
      );
      INSERT INTO outbox
        (id, share, channel, message, state, due, lease, attempts, failures, fault, changed)
        SELECT id, share, channel, message, state, due, lease, attempts, failures, fault, changed
        FROM outbox_before;
      DROP TABLE outbox_before;
      CREATE INDEX outbox_by_state ON outbox (state, due);
      """)
}
