extension Migration {
  /// People with a role and a pass-phrase, their tokens, their sessions, and how they sign in.
  ///
  /// Of tokens, sessions and links there are only digests: whoever reads the file can use none.
  static let identity = Migration(
    sql: """
      ALTER TABLE agent RENAME TO agent_before;
      DROP INDEX agent_by_name;
      CREATE TABLE agent (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        passphrase TEXT,
        subject TEXT,
        added INTEGER NOT NULL,
        revoked INTEGER
      );
      INSERT INTO agent (id, name, role, added, revoked)
        SELECT rowid, name, 'agent', added, revoked FROM agent_before;
      CREATE UNIQUE INDEX agent_by_name ON agent (name) WHERE revoked IS NULL;
      CREATE UNIQUE INDEX agent_by_subject ON agent (subject) WHERE revoked IS NULL;

      CREATE TABLE token (
        id INTEGER PRIMARY KEY,
        agent INTEGER NOT NULL REFERENCES agent (id),
        label TEXT NOT NULL,
        hash BLOB NOT NULL UNIQUE,
        scopes TEXT NOT NULL,
        added INTEGER NOT NULL,
        expires INTEGER,
        revoked INTEGER
      );
      INSERT INTO token (agent, label, hash, scopes, added, revoked)
        SELECT rowid, '', token_hash, 'articles reports shares', added, revoked FROM agent_before;
      DROP TABLE agent_before;
      CREATE INDEX token_by_agent ON token (agent);

      CREATE TABLE session (
        hash BLOB NOT NULL PRIMARY KEY,
        agent INTEGER NOT NULL REFERENCES agent (id),
        started INTEGER NOT NULL,
        seen INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX session_by_agent ON session (agent);
      CREATE TABLE sign_in_link (
        hash BLOB NOT NULL PRIMARY KEY,
        agent INTEGER NOT NULL REFERENCES agent (id),
        expires INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE sign_in_attempt (
        key BLOB NOT NULL,
        time INTEGER NOT NULL
      );
      CREATE INDEX sign_in_attempt_by_key ON sign_in_attempt (key, time);
      CREATE TABLE secret (
        name TEXT NOT NULL PRIMARY KEY,
        value BLOB NOT NULL
      ) WITHOUT ROWID;
      """)
}
