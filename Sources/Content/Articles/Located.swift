public import Diagnostics

/// A value together with where it stands in its file.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var place: SourcePlace

  /// Makes a value at a place.
  public init(_ value: Value, at place: SourcePlace = SourcePlace()) {
    self.value = value
    self.place = place
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A stretch of one line of a file, in twelve bytes: thousands of articles keep dozens each.
public struct SourcePlace: Hashable, Sendable {
  private let line: Int32
  private let column: Int32
  private let length: Int32

  /// The start of a file.
  public init() { (line, column, length) = (1, 1, 0) }

  /// Finds a byte range of a file.
  public init(_ range: Range<Int>, in source: SourceText) {
    let start = source.position(at: range.lowerBound)
    let end = source.position(at: range.upperBound)
    line = Int32(clamping: start.line)
    column = Int32(clamping: start.column)
    length = end.line == start.line ? Int32(clamping: end.column - start.column) : 0
  }

  /// Where it begins.
  public var start: SourcePosition { SourcePosition(line: Int(line), column: Int(column)) }

  /// Where it ends, exclusive; nil when it is not within one line.
  public var end: SourcePosition? {
    length > 0 ? SourcePosition(line: Int(line), column: Int(column) + Int(length)) : nil
  }
}
