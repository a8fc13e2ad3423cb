import Search

/// A score as a tree for a terminal, its values in one column.
///
///     12.410  score
///      8.300  ├─ word 'surchauffe'
///      4.110  └─ neighbours 'surchauffe batterie'
struct ExplanationText {
  /// One line for each part, without line ends.
  let lines: [String]

  /// Lays out a tree.
  init(_ explanation: Explanation) {
    var parts: [(value: String, label: String)] = []
    func add(_ part: Explanation, _ branch: String, _ indent: String) {
      parts.append((Self.thousandths(part.value), branch + SearchText.printable(part.label)))
      for (index, child) in part.children.enumerated() {
        let isLast = index == part.children.count - 1
        add(child, indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "))
      }
    }
    add(explanation, "", "")
    let width = parts.map(\.value.count).max() ?? 0
    lines = parts.map { value, label in
      let blanks = String(repeating: " ", count: width - value.count)
      return blanks + Terminal.accent(value, on: .standardOutput) + "  " + label
    }
  }

  /// A value with three digits behind the point.
  private static func thousandths(_ value: Float) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
    let number = Int((Double(value) * 1000).rounded())
    let rest = String(number.magnitude % 1000)
    let zeros = String(repeating: "0", count: 3 - rest.count)
    return (number < 0 ? "-" : "") + "\(number.magnitude / 1000).\(zeros)\(rest)"
  }
}
