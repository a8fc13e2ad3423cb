/// Cuts a passage out of a text at word boundaries.
enum SnippetCutter {
  /// How far before a match its sentence may begin to be shown from there.
  private static let lead = 60
  /// How many bytes before a window may decide where its passage begins.
  static let lookBehind = lead + 4

  /// The passage around a window, with an ellipsis where text was left out.
  ///
  /// - Parameters:
  ///   - text: The whole text as UTF-8.
  ///   - window: The bytes to show, about.
  ///   - highlights: The bytes that match, in order.
  /// - Returns: The passage, on one line.
  static func cut(_ text: [UInt8], _ window: Range<Int>, _ highlights: [Range<Int>]) -> Snippet {
    let start = start(of: window, in: text)
    let end = end(of: start..<min(text.count, max(window.upperBound, start)), in: text)
    var output: [UInt8] = []
    output.reserveCapacity(end - start + 8)
    var marks: [Range<Int>] = []
    if start > 0 { output += "… ".utf8 }
    var position = start
    for highlight in highlights
    where highlight.lowerBound >= position && highlight.upperBound <= end {
      append(text[position..<highlight.lowerBound], to: &output)
      let markStart = output.count
      append(text[highlight], to: &output)
      marks.append(markStart..<output.count)
      position = highlight.upperBound
    }
    append(text[position..<end], to: &output)
    while output.last == 0x20 { output.removeLast() }
    if end < text.count { output += " …".utf8 }
    // Repairing invalid UTF-8 would move the ranges, so nothing is marked then.
    let string = String(decoding: output, as: UTF8.self)
    return Snippet(text: string, highlights: string.utf8.count == output.count ? marks : [])
  }

  /// The sentence or line that a match stands in, of a bounded length.
  static func sentence(around match: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var start = match.lowerBound
    while start > 0, match.lowerBound - start < longestSentence {
      if text[start - 1] == 0x0A { break }
      if text[start - 1] <= 0x20, start > 1, endsSentence(text[start - 2]) { break }
      start -= 1
    }
    var end = match.upperBound
    while end < text.count, end - start < longestSentence {
      if text[end] == 0x0A { break }
      if text[end] <= 0x20, endsSentence(text[end - 1]) { break }
      end += 1
    }
    // A cut in a long sentence is between two words.
    while start < match.lowerBound, start > 0, text[start - 1] > 0x20 { start += 1 }
    while end < text.count, end > match.upperBound, text[end] > 0x20 { end -= 1 }
    return start..<end
  }

  private static let longestSentence = 300

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// A range of a text as it is, on one line.
  static func whole(_ text: [UInt8], _ range: Range<Int>, _ highlights: [Range<Int>]) -> Snippet {
    var output: [UInt8] = []
    var marks: [Range<Int>] = []
    var position = range.lowerBound
    for highlight in highlights
    where highlight.lowerBound >= position && highlight.upperBound <= range.upperBound {
      append(text[position..<highlight.lowerBound], to: &output)
      let start = output.count
      append(text[highlight], to: &output)
      marks.append(start..<output.count)
      position = highlight.upperBound
    }
    append(text[position..<range.upperBound], to: &output)
    let string = String(decoding: output, as: UTF8.self)
    return Snippet(text: string, highlights: string.utf8.count == output.count ? marks : [])
  }

  /// Appends text on one line, runs of white space as one space.
  private static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      if byte <= 0x20 || byte == 0x7F {
        if let last = output.last, last != 0x20 { output.append(0x20) }
      } else {
        output.append(byte)
      }
    }
  }

  /// The beginning of the sentence if it is near, else of a word a little before the window.
  private static func start(of window: Range<Int>, in text: [UInt8]) -> Int {
    let lower = window.lowerBound
    guard lower > 0 else { return 0 }
    var position = lower
    let least = max(0, lower - lead)
    while position > least {
      let byte = text[position - 1]
      if byte == 0x0A { return position }
      if byte <= 0x20, position > 1 {
        let before = text[position - 2]
        if endsSentence(before) || before == UInt8(ascii: ":") { return position }
      }
      position -= 1
    }
    if position == 0 { return 0 }
    // No sentence begins near: take a few words of context.
    position = max(0, lower - lead / 2)
    while position < lower, text[position] > 0x20 { position += 1 }
    return position < lower ? position + 1 : lower
  }

  private static func end(of window: Range<Int>, in text: [UInt8]) -> Int {
    guard window.upperBound < text.count else { return text.count }
    var position = window.upperBound
    let least = window.lowerBound + window.count / 2
    while position > least, text[position] > 0x20 { position -= 1 }
    if text[position] <= 0x20 { return position }
    // One enormous word: cut it between two characters.
    position = window.upperBound
    while position > window.lowerBound, text[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }
}
