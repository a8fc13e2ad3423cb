/// Why a score is what it is: a tree whose values add up.
public struct Explanation: Sendable, Equatable, CustomStringConvertible {
  /// What this part of the score is for.
  public var label: String
  /// Its share of the score.
  public var value: Float
  /// The parts it is the sum of; empty for a leaf.
  public var children: [Explanation]

  /// Describes one part of a score.
  ///
  /// - Parameters:
  ///   - label: What the part is for.
  ///   - value: Its share of the score.
  ///   - children: The parts it is the sum of.
  public init(label: String, value: Float, children: [Explanation] = []) {
    self.label = label
    self.value = value
    self.children = children
  }

  /// The tree as indented lines, one part a line.
  public var description: String { lines(depth: 0).joined(separator: "\n") }

  private func lines(depth: Int) -> [String] {
    [String(repeating: "  ", count: depth) + "\(value) \(label)"]
      + children.flatMap { $0.lines(depth: depth + 1) }
  }
}
