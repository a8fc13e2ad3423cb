/// Aligned columns for a person who reads a terminal.
struct Table {
  /// How a column is set.
  enum Alignment { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// Starts a table with its headings; columns stand left unless told otherwise.
  init(_ headings: [String], _ alignments: [Alignment] = []) {
    rows = [headings]
    self.alignments =
      alignments + Array(repeating: .left, count: max(0, headings.count - alignments.count))
  }

  /// Whether there is nothing below the headings.
  var isEmpty: Bool { rows.count == 1 }

  /// Adds a row; one cell for each heading.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// All rows, two spaces between columns, none at the ends of lines.
  ///
  /// - Parameter accent: paints the headings.
  /// - Returns: lines, each ending in a line feed.
  func text(accent: (String) -> String = { $0 }) -> String {
    var widths = [Int](repeating: 0, count: alignments.count)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    var result = ""
    for (index, row) in rows.enumerated() {
      var line = ""
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        line += alignments[column] == .left ? cell + blanks : blanks + cell
        line += "  "
      }
      while line.hasSuffix(" ") { line.removeLast() }
      result += (index == 0 ? accent(line) : line) + "\n"
    }
    return result
  }
}
