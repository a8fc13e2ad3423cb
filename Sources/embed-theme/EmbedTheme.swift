import Foundation

/// Writes the files of a folder as one Swift source: `embed-theme FOLDER OUTPUT`.
///
/// Text is written as raw string literals, which compile at once; an array literal of the same
/// bytes takes the compiler seconds. Pictures that are no text are written in base 64.
@main
struct EmbedTheme {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      throw EmbedError(description: "usage: embed-theme FOLDER OUTPUT")
    }
    let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
    var entries: [(path: String, text: String)] = []
    var pictures: [(path: String, base64: String)] = []
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for name in names.sorted() {
      let file = folder.appendingPathComponent(name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      let data = try Data(contentsOf: file)
      if name.hasSuffix(".png") {
        pictures.append((name, data.base64EncodedString()))
        continue
      }
      guard let text = String(data: data, encoding: .utf8) else {
        throw EmbedError(description: "\(file.path): not UTF-8 text")
      }
      entries.append((name, text))
    }
    var source = "// Generated from templates/ by embed-theme.\nextension DefaultTheme {\n"
    source += "  static let files: [(path: String, text: String)] = [\n"
    for entry in entries {
      let fence = fence(for: entry.text)
      source += "    (\"\(entry.path)\", \(fence)\"\"\"\n\(entry.text)\n\"\"\"\(fence)),\n"
    }
    source += "  ]\n\n  static let pictures: [(path: String, base64: String)] = [\n"
    for picture in pictures { source += "    (\"\(picture.path)\", \"\(picture.base64)\"),\n" }
    source += "  ]\n}\n"
    try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }

  /// The shortest run of `#` that makes the text safe inside a raw multi-line literal.
  private static func fence(for text: String) -> String {
    var fence = "#"
    while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    return fence
  }
}

struct EmbedError: Error, CustomStringConvertible {
  let description: String
}
