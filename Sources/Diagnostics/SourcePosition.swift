/// A place in a text file as an editor shows it.
///
/// Both numbers count from one. The column counts Unicode scalars, as Yams does; cmark counts
/// bytes. ``SourceText`` is the one place that converts between the two.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// The start of a file.
  public static let start = SourcePosition(line: 1, column: 1)

  /// Makes a position; both numbers count from one.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders positions as they follow each other in a file.
  public static func < (first: SourcePosition, second: SourcePosition) -> Bool {
    (first.line, first.column) < (second.line, second.column)
  }
}
