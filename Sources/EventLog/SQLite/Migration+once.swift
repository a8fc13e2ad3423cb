extension Migration {
  /// Whether what a request with a key brings about is stored, which its answer need not be.
  static let once = Migration(
    sql: "ALTER TABLE answered_request ADD COLUMN done INTEGER NOT NULL DEFAULT 0;")
}
