extension Migration {
  /// Who votes, as the operator's own people make no rating; and no visitor of a view, as none is known.
  static let audience = Migration(
    sql: """
      ALTER TABLE vote ADD COLUMN audience TEXT NOT NULL DEFAULT 'reader';
      ALTER TABLE view DROP COLUMN visitor;
      """)
}
