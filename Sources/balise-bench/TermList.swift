import Foundation
import Search

/// Prints the terms of each line of standard input, to compare the browser's analysis with.
///
/// A line of output is a JSON array of `[key, stem, role, stop]`: the key in hexadecimal, since it
/// holds bytes that are no text, and the role as 1 for a compound.
struct TermList {
  let language: String

  func run() throws {
    let language = Language(code: language)
    let input = [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
    var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var output: [UInt8] = []
    for line in lines {
      output.append(UInt8(ascii: "["))
      for (index, term) in TermListing.terms(of: Array(line), language: language).enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(term, to: &output)
      }
      output += "]\n".utf8
    }
    try FileHandle.standardOutput.write(contentsOf: Data(output))
  }

  /// A stem has letters, digits, `.`, `%` and `°` only: nothing that JSON escapes.
  private func append(_ term: TermListing.Entry, to output: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    output += "[\"".utf8
    for byte in term.key {
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
    output += "\",\"".utf8
    output += term.stem
    output += "\",\(term.isCompound ? 1 : 0),\(term.isStopWord)]".utf8
  }
}
