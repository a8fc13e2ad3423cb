import Content
import SiteBuild

/// How the articles read, as a table for a person.
struct ReadabilityText {
  let report: ReadabilityReport

  /// One row for each article in each language, and what they come to last.
  func text() -> String {
    var table = Table(
      ["article", "difficulty", "score", "", "words", "a sentence"],
      [.left, .left, .right, .left, .right, .right])
    for row in report.rows {
      table.add([
        row.path, row.difficulty ?? "–", row.readability.score.map { "\($0)" } ?? "–",
        row.isTooHard == true ? "!" : "", Figures.count(row.readability.words),
        Figures.tenths(row.readability.wordsPerSentence),
      ])
    }
    let hard = report.rows.count { $0.isTooHard == true }
    let least = ReadabilityReport.least.sorted { $0.value > $1.value }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let sums = [
      "\(Figures.count(hard)) of \(Figures.count(report.rows.count)) read harder than they say",
      "at least: \(least)",
    ]
    return table.text(accent: { Terminal.quiet($0, on: .standardOutput) })
      + sums.joined(separator: " · ") + "\n"
  }
}
