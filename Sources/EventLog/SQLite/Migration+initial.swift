extension Migration {
  /// Events, each kind in its table, beside the totals that keep reports quick.
  ///
  /// Times are milliseconds since 1970 UTC, days are whole days since then.
  static let initial = Migration(
    sql: """
      CREATE TABLE view (
        time INTEGER NOT NULL,
        article TEXT NOT NULL,
        language TEXT NOT NULL,
        source TEXT NOT NULL,
        referrer_host TEXT,
        visitor BLOB
      );
      CREATE INDEX view_by_time ON view (time);
      CREATE TABLE view_total (
        article TEXT NOT NULL,
        language TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (article, language)
      ) WITHOUT ROWID;
      CREATE TABLE view_day (
        day INTEGER NOT NULL,
        article TEXT NOT NULL,
        language TEXT NOT NULL,
        source TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (day, article, language, source)
      ) WITHOUT ROWID;

      CREATE TABLE search (
        time INTEGER NOT NULL,
        query TEXT NOT NULL,
        language TEXT NOT NULL,
        filters TEXT NOT NULL,
        hits INTEGER NOT NULL,
        microseconds INTEGER NOT NULL
      );
      CREATE INDEX search_by_time ON search (time);
      CREATE TABLE query_day (
        day INTEGER NOT NULL,
        language TEXT NOT NULL,
        query TEXT NOT NULL,
        count INTEGER NOT NULL,
        empty INTEGER NOT NULL,
        PRIMARY KEY (day, language, query)
      ) WITHOUT ROWID;

      CREATE TABLE share (
        id TEXT NOT NULL PRIMARY KEY,
        time INTEGER NOT NULL,
        article TEXT NOT NULL,
        language TEXT NOT NULL,
        channel TEXT NOT NULL,
        agent TEXT NOT NULL,
        conversation TEXT,
        recipient TEXT,
        customer TEXT,
        note TEXT
      );
      CREATE INDEX share_by_time ON share (time);
      CREATE TABLE opening (
        share TEXT NOT NULL,
        time INTEGER NOT NULL
      );
      CREATE INDEX opening_by_share ON opening (share);
      CREATE INDEX opening_by_time ON opening (time);

      CREATE TABLE agent (
        name TEXT NOT NULL,
        token_hash BLOB NOT NULL UNIQUE,
        added INTEGER NOT NULL,
        revoked INTEGER
      );
      CREATE UNIQUE INDEX agent_by_name ON agent (name) WHERE revoked IS NULL;
      """)
}
