import Foundation
import Markup
import Testing

/// Renders each case of `GFM/cases.txt` here and with Debian's program; both must agree.
struct GFMAgreementTests {
  @Test func `every case renders as cmark-gfm renders it`() throws {
    let program = try #require(
      Self.program, "cmark-gfm is not on PATH: install the package 'cmark-gfm'")
    let cases = try Self.cases()
    #expect(cases.count >= 200)
    for (name, input) in cases {
      let expected = try Self.run(program, input)
      let actual = MarkupParser().parse(input).html(.commonMark)
      #expect(
        String(decoding: actual, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
        "\(name)")
    }
  }

  @Test func `the cases agree with CR LF line ends`() throws {
    let program = try #require(
      Self.program, "cmark-gfm is not on PATH: install the package 'cmark-gfm'")
    let cases = try Self.cases()
    var input: [UInt8] = []
    for (_, text) in cases.prefix(60) { input += text + Array("\n***\n\n".utf8) }
    input = input.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let actual = MarkupParser().parse(input).html(.commonMark)
    let expected = try Self.run(program, input)
    #expect(actual == expected)
  }

  @Test func `filtering changes nothing where there is no raw HTML and no unsafe address`() throws {
    for (name, input) in try Self.cases() {
      let document = MarkupParser().parse(input)
      guard !document.allNodes.contains(where: { $0.kind == .htmlBlock || $0.kind == .htmlInline }),
        !name.contains("javascript")
      else { continue }
      #expect(document.html(.plain) == document.html(.commonMark), "\(name)")
    }
  }

  /// Where the program is, on PATH.
  static let program: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { URL(fileURLWithPath: "\($0)/cmark-gfm") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// The cases: `=== name`, then the input up to the next one.
  static func cases() throws -> [(name: String, input: [UInt8])] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("GFM/cases.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    var cases: [(name: String, input: [UInt8])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        cases.append((name: String(line.dropFirst(4)), input: []))
      } else if !cases.isEmpty {
        cases[cases.count - 1].input += Array(line.utf8) + [0x0A]
      }
    }
    return cases
  }

  static func run(_ program: URL, _ input: [UInt8]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = program
    process.arguments =
      ["--unsafe"]
      + ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("balise-gfm-\(UUID().uuidString).md")
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.arguments?.append(file.path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(data)
  }
}
