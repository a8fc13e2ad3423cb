extension Migration {
  /// Who typed which query on which day, as hashes that no two queries and no two days share.
  static let queryVisitor = Migration(
    sql: """
      CREATE TABLE query_visitor (
        day INTEGER NOT NULL,
        language TEXT NOT NULL,
        query TEXT NOT NULL,
        visitor BLOB NOT NULL,
        PRIMARY KEY (day, language, query, visitor)
      ) WITHOUT ROWID;
      """)
}
