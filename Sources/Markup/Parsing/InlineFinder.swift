/// Finds links, images and tags in the text of a block, given in the order in which they stand.
///
/// cmark gives inlines a line and a column, but the line of a link is that of its end, and
/// neither says where the address is. What is found here was compared with the address that cmark
/// read, so that it is right or absent.
@safe struct InlineFinder {
  private let content: UnsafeBufferPointer<UInt8>
  private let bytes: ArraySlice<UInt8>
  private let targets: [InlineTarget]
  private let definitions: ReferenceDefinitions
  private let brackets: BracketPairs

  /// After this many targets that are nowhere to be found, a block is given up: each costs a walk
  /// to its end.
  private static let patience = 8

  /// Prepares to look for `targets`.
  init(
    content: UnsafeBufferPointer<UInt8>, targets: [InlineTarget],
    definitions: ReferenceDefinitions
  ) {
    unsafe self.content = content
    unsafe bytes = Array(content)[...]
    self.targets = targets
    self.definitions = definitions
    brackets = BracketPairs(bytes)
  }

  /// What was found, in order.
  func find() -> [FoundInline] {
    var found: [FoundInline] = []
    var cursor = 0
    var failures = 0
    for target in targets where failures < Self.patience {
      if let inline = target.kind == .htmlInline
        ? tag(target, from: cursor) : link(target, from: cursor)
      {
        found.append(inline)
        cursor =
          inline.destination.isNone && target.kind != .image
          ? inline.range.upperBound : inline.range.lowerBound + 1
      } else {
        failures += 1
      }
    }
    return found
  }

  /// What cmark puts before the text of an autolink.
  private static let autolinkSchemes = ["", "http://", "mailto:"].map { Array($0.utf8) }

  private func tag(_ target: InlineTarget, from cursor: Int) -> FoundInline? {
    guard let written = unsafe target.written,
      let start = unsafe first(written, from: cursor)
    else { return nil }
    return FoundInline(
      node: target.node, range: start..<start + written.count, destination: .none)
  }

  private func link(_ target: InlineTarget, from cursor: Int) -> FoundInline? {
    let bracketed = bracketed(target, from: cursor)
    guard let written = unsafe target.written else { return bracketed }
    let url = unsafe target.url
    let isAutolink = Self.autolinkSchemes.contains { scheme in
      unsafe url.count == scheme.count + written.count && url.starts(with: scheme)
        && url.dropFirst(scheme.count).elementsEqual(written)
    }
    guard isAutolink, let start = unsafe first(written, from: cursor),
      start < bracketed?.range.lowerBound ?? .max
    else { return bracketed }
    var range = start..<(start + written.count)
    let address = range
    if start > 0, range.upperBound < bytes.count, bytes[start - 1] == 0x3C,
      bytes[range.upperBound] == 0x3E
    {
      range = start - 1..<range.upperBound + 1
    }
    let isWhole = url.count == written.count
    return FoundInline(
      node: target.node, range: range, destination: isWhole ? .content(address) : .none)
  }

  /// Looks for `[text](address)`, `[text][label]`, `[label][]` and `[label]`.
  private func bracketed(_ target: InlineTarget, from cursor: Int) -> FoundInline? {
    let isImage = target.kind == .image
    var index = brackets.first(from: isImage ? cursor + 1 : cursor)
    while index < brackets.pairs.count {
      let (open, close) = brackets.pairs[index]
      index += 1
      guard close > open, !isImage || (open > 0 && bytes[open - 1] == 0x21) else { continue }
      guard let (end, destination) = address(after: close, open: open, target) else { continue }
      return FoundInline(
        node: target.node, range: (isImage ? open - 1 : open)..<end, destination: destination)
    }
    return nil
  }

  private func address(
    after close: Int, open: Int, _ target: InlineTarget
  ) -> (Int, FoundInline.Destination)? {
    let url = unsafe target.url
    let next = close + 1
    if next < bytes.count, bytes[next] == 0x28, let (range, end) = inlineAddress(from: next + 1),
      unsafe matches(range, url)
    {
      return (end, .content(range))
    }
    var label = open + 1..<close
    var end = next
    if next < bytes.count, bytes[next] == 0x5B {
      var index = next + 1
      while index < bytes.count, bytes[index] != 0x5D, index - next <= 1000 {
        index += bytes[index] == 0x5C ? 2 : 1
      }
      if index < bytes.count, bytes[index] == 0x5D {
        if index > next + 1 { label = next + 1..<index }
        end = index + 1
      }
    }
    guard label.count <= 1000,
      let range = unsafe definitions.range(label: bytes[label], url: url)
    else { return nil }
    return (end, .definition(range))
  }

  private func matches(_ range: Range<Int>, _ url: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = bytes[range]
    if raw.count == url.count { if unsafe raw.elementsEqual(url) { return true } }
    guard raw.contains(where: { $0 == 0x26 || $0 == 0x5C }) else { return false }
    return unsafe cleanURL(raw).elementsEqual(url)
  }

  /// The address after `(`, and the offset after the closing `)`.
  private func inlineAddress(from start: Int) -> (Range<Int>, Int)? {
    var index = skipSpace(start)
    let range: Range<Int>
    if index < bytes.count, bytes[index] == 0x3C {
      let begin = index + 1
      index = begin
      while index < bytes.count, bytes[index] != 0x3E, bytes[index] != 0x0A {
        index += bytes[index] == 0x5C ? 2 : 1
      }
      guard index < bytes.count, bytes[index] == 0x3E else { return nil }
      range = begin..<index
      index += 1
    } else {
      let begin = index
      var depth = 0
      while index < bytes.count, bytes[index] > 0x20 {
        if bytes[index] == 0x5C {
          index += index + 1 < bytes.count && bytes[index + 1] > 0x20 ? 2 : 1
          continue
        }
        if bytes[index] == 0x28 { depth += 1 }
        if bytes[index] == 0x29 {
          if depth == 0 { break }
          depth -= 1
        }
        index += 1
      }
      range = begin..<min(index, bytes.count)
    }
    return closing(from: index).map { (range, $0) }
  }

  /// Skips a title; the offset after `)`.
  private func closing(from start: Int) -> Int? {
    var index = skipSpace(start)
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x29 { return index + 1 }
    let quote: UInt8 = bytes[index] == 0x28 ? 0x29 : bytes[index]
    guard [0x22, 0x27, 0x29].contains(quote) else { return nil }
    index += 1
    while index < bytes.count, bytes[index] != quote { index += bytes[index] == 0x5C ? 2 : 1 }
    index = skipSpace(index + 1)
    return index < bytes.count && bytes[index] == 0x29 ? index + 1 : nil
  }

  private func skipSpace(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  private func first(_ pattern: UnsafeBufferPointer<UInt8>, from cursor: Int) -> Int? {
    guard pattern.count > 0, unsafe cursor + pattern.count <= content.count else {
      return nil
    }
    let head = unsafe pattern[0]
    var index = cursor
    let last = unsafe content.count - pattern.count
    while index <= last {
      if unsafe content[index] == head {
        var offset = 1
        while unsafe offset < pattern.count && content[index + offset] == pattern[offset] {
          offset += 1
        }
        if offset == pattern.count { return index }
      }
      index += 1
    }
    return nil
  }
}

extension FoundInline.Destination {
  fileprivate var isNone: Bool {
    if case .none = self { true } else { false }
  }
}
