/// Writes what `git apply` reads.
enum UnifiedDiff {
  /// How many lines around a change tell where it belongs.
  private static let context = 3

  /// A file that was not there.
  static func newFile(_ path: String, lines: [String]) -> String {
    header(path, isNew: true) + "@@ -0,0 +1,\(lines.count) @@\n"
      + lines.map { "+\($0)\n" }.joined()
  }

  /// Lines that are put into a file.
  static func insertion(
    _ path: String, lines: [String], at place: Int, added: [String], endsWithLine: Bool
  ) -> String {
    let start = max(0, place - context)
    let end = min(lines.count, place + context)
    let old = end - start
    // A line without an end is written anew with one before anything can follow it.
    let needsEnd = !endsWithLine && end == lines.count
    var text = header(path, isNew: false)
    text += "@@ -\(start + 1),\(old) +\(start + 1),\(old + added.count) @@\n"
    for index in start..<place {
      if needsEnd, place == lines.count, index == lines.count - 1 {
        text += "-\(lines[index])\n\\ No newline at end of file\n+\(lines[index])\n"
      } else {
        text += " \(lines[index])\n"
      }
    }
    text += added.map { "+\($0)\n" }.joined()
    for index in place..<end {
      text += " \(lines[index])\n"
      if needsEnd, index == lines.count - 1 { text += "\\ No newline at end of file\n" }
    }
    return text
  }

  private static func header(_ path: String, isNew: Bool) -> String {
    "diff --git a/\(path) b/\(path)\n" + (isNew ? "new file mode 100644\n" : "")
      + "--- \(isNew ? "/dev/null" : "a/" + path)\n+++ b/\(path)\n"
  }
}
