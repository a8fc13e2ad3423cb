import Foundation
public import Testing

/// Expects `actual` to equal the golden file `Goldens/NAME` beside the calling test's source.
///
/// `GOLDEN=update swift test` writes the file instead; review the difference before committing it.
/// On a mismatch the first line that differs is reported and the actual text is attached.
public func expectGolden(
  _ actual: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["GOLDEN"] == "update" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record(
      "no golden file \(name); record it with GOLDEN=update", sourceLocation: sourceLocation)
    return
  }
  guard actual != expected else { return }
  Attachment.record(actual, named: name, sourceLocation: sourceLocation)
  let (actualLines, expectedLines) = (lines(actual), lines(expected))
  let index =
    zip(actualLines, expectedLines).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    ?? min(actualLines.count, expectedLines.count)
  let wanted = index < expectedLines.count ? expectedLines[index] : "(end of file)"
  let found = index < actualLines.count ? actualLines[index] : "(end of file)"
  Issue.record(
    "\(name):\(index + 1) differs\nexpected: \(wanted)\nactual:   \(found)",
    sourceLocation: sourceLocation)
}

private func lines(_ text: String) -> [Substring] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
}
