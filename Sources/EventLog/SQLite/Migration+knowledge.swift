extension Migration {
  /// What tells which articles help: votes, requests, solutions, what came of searches and shares.
  static let knowledge = Migration(
    sql: """
      ALTER TABLE search ADD COLUMN audience TEXT NOT NULL DEFAULT 'reader';
      ALTER TABLE search ADD COLUMN clicked_rank INTEGER;
      ALTER TABLE search ADD COLUMN clicked_article TEXT;
      ALTER TABLE search ADD COLUMN reformulated INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE query_day ADD COLUMN clicked INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE query_day ADD COLUMN reformulated INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE query_day ADD COLUMN agents INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE query_day ADD COLUMN agents_empty INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE query_visitor ADD COLUMN found INTEGER NOT NULL DEFAULT 1;

      CREATE TABLE vote (
        article TEXT NOT NULL,
        visitor BLOB NOT NULL,
        time INTEGER NOT NULL,
        language TEXT NOT NULL,
        helpful INTEGER,
        rating INTEGER,
        reason TEXT,
        comment TEXT,
        PRIMARY KEY (article, visitor)
      ) WITHOUT ROWID;
      CREATE INDEX vote_by_time ON vote (time);

      CREATE TABLE request (
        id TEXT NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        time INTEGER NOT NULL,
        article TEXT,
        language TEXT NOT NULL,
        query TEXT,
        text TEXT,
        agent TEXT,
        conversation TEXT,
        closed INTEGER
      );
      CREATE INDEX request_by_time ON request (time);

      CREATE TABLE solved (
        time INTEGER NOT NULL,
        article TEXT NOT NULL,
        language TEXT NOT NULL,
        agent TEXT NOT NULL,
        conversation TEXT
      );
      CREATE INDEX solved_by_time ON solved (time);

      CREATE TABLE pin (
        agent TEXT NOT NULL,
        article TEXT NOT NULL,
        time INTEGER NOT NULL,
        PRIMARY KEY (agent, article)
      ) WITHOUT ROWID;

      CREATE TABLE share_outcome (
        share TEXT NOT NULL,
        kind TEXT NOT NULL,
        time INTEGER NOT NULL,
        PRIMARY KEY (share, kind)
      ) WITHOUT ROWID;

      CREATE TABLE program_day (
        day INTEGER NOT NULL,
        kind TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (day, kind)
      ) WITHOUT ROWID;
      """)
}
