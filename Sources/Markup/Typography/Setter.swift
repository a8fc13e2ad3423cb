extension Typography {
  /// Sets the text of one paragraph, run by run; remembers what came before.
  struct Setter {
    let typography: Typography
    var quotes: Quotes
    /// The last byte of what came before; 0 at the paragraph's start.
    ///
    /// Bytes from 0x80 on stand for what they end: a letter, or a sign that ``isOpening`` tells.
    private var last: UInt8 = 0
    /// Whether what came before ends with an opening bracket, quote or dash.
    private var isOpening = true

    private static let noBreak: [UInt8] = [0xC2, 0xA0]
    private static let narrow: [UInt8] = [0xE2, 0x80, 0xAF]
    private static let apostrophe: [UInt8] = [0xE2, 0x80, 0x99]

    init(typography: Typography, quotes: Quotes = Quotes()) {
      self.typography = typography
      self.quotes = quotes
    }

    static func needsQuotes(_ bytes: [UInt8]) -> Bool { bytes.contains(0x22) }

    /// How many straight double quotes there are.
    static func quotes(in bytes: some Sequence<UInt8>) -> Int {
      bytes.reduce(0) { $0 + ($1 == 0x22 ? 1 : 0) }
    }

    /// Goes past something that is not set, such as code: what follows stands after a word.
    mutating func pass() {
      last = UInt8(ascii: "x")
      isOpening = false
    }

    /// Goes past a line's end.
    mutating func breakLine() {
      last = 0x20
      isOpening = true
    }

    /// A run of text as it should be set; nil when it is already.
    ///
    /// `next` is the byte that follows the run, 0 at the paragraph's end.
    mutating func set(_ text: ArraySlice<UInt8>, next: UInt8) -> [UInt8]? {
      var result: [UInt8]?
      var done = text.startIndex
      var index = text.startIndex
      while index < text.endIndex {
        let byte = text[index]
        let replacement: [UInt8]?
        switch byte {
        case 0x20: replacement = blank(text, index, next)
        case 0x27: replacement = single(text, index, next)
        case 0x22: replacement = double(text, index, next)
        default: replacement = nil
        }
        if let replacement {
          if result == nil {
            result = []
            result?.reserveCapacity(text.count + 16)
          }
          result? += text[done..<index]
          result? += replacement
          done = index + 1
        }
        advance(past: byte, text, index)
        index += 1
      }
      if result != nil { result? += text[done...] }
      return result
    }

    private mutating func advance(past byte: UInt8, _ text: ArraySlice<UInt8>, _ index: Int) {
      switch byte {
      case 0x20, 0x09, 0x28, 0x5B, 0x7B, 0x2F: isOpening = true
      case 0x22: isOpening = quotes.isOpen
      case 0x27: isOpening = isOpening && last != UInt8(ascii: "x")
      case 0x80...0xBF:
        // The end of a sign: no-break spaces, «, and dashes open; letters do not.
        let before = index > text.startIndex ? text[index - 1] : 0
        switch (before, byte) {
        case (0xC2, 0xA0), (0xC2, 0xAB): isOpening = true
        case (0x80, 0x93), (0x80, 0x94), (0x80, 0x98), (0x80, 0x9C), (0x80, 0xAF): isOpening = true
        default: isOpening = false
        }
      default: isOpening = false
      }
      last = byte
    }

    // MARK: Blanks

    private func blank(_ text: ArraySlice<UInt8>, _ index: Int, _ next: UInt8) -> [UInt8]? {
      guard last != 0, last != 0x20 else { return nil }
      func byte(_ offset: Int) -> UInt8 {
        let place = index + offset
        return place < text.endIndex ? text[place] : (place == text.endIndex ? next : 0)
      }
      let following = byte(1)
      if typography == .french {
        switch following {
        case UInt8(ascii: ":") where Self.endsWord(byte(2)): return Self.noBreak
        case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"):
          return Self.endsWord(byte(2)) ? Self.narrow : nil
        case 0xC2 where byte(2) == 0xBB: return Self.noBreak
        default: break
        }
        let isAfterQuote =
          last == 0xAB && index > text.startIndex + 1 && text[index - 2] == 0xC2
        if isAfterQuote { return Self.noBreak }
      }
      guard Self.isDigit(last) else { return nil }
      if typography == .french, Self.isDigit(following), Self.isDigit(byte(2)),
        Self.isDigit(byte(3)), !Self.isDigit(byte(4)), endsGroup(text, index)
      {
        return Self.narrow
      }
      return Unit.begins(text[(index + 1)...], next: next) ? Self.noBreak : nil
    }

    /// Whether the digits before a blank are one to three, as the first or next group of a number.
    private func endsGroup(_ text: ArraySlice<UInt8>, _ end: Int) -> Bool {
      var start = end
      while start > text.startIndex, Self.isDigit(text[start - 1]) { start -= 1 }
      guard end - start <= 3, end > start, text[start] != UInt8(ascii: "0") || end - start == 3
      else { return false }
      guard start > text.startIndex else { return true }
      // Not the decimals of another number, nor part of a name.
      let before = text[start - 1]
      return before == 0x20 || before == 0x28 || before >= 0x80
    }

    /// Whether a punctuation mark with this byte after it ends what it stands in.
    private static func endsWord(_ byte: UInt8) -> Bool {
      switch byte {
      case 0, 0x20, 0x0A, 0x22, 0x29, 0x2E, 0x21, 0x3F, 0x5D, 0xC2, 0xE2: true
      default: false
      }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0xC3
    }

    // MARK: Quotes

    private func single(_ text: ArraySlice<UInt8>, _ index: Int, _ next: UInt8) -> [UInt8]? {
      let following = index + 1 < text.endIndex ? text[index + 1] : next
      let isAfterLetter = Self.isLetter(last) || (last >= 0x80 && !isOpening)
      if isAfterLetter {
        return Self.isLetter(following) || typography == .english ? Self.apostrophe : nil
      }
      guard typography == .english, isOpening, Self.isLetter(following) else { return nil }
      // It opens where another one closes; otherwise it stands for letters that are left out.
      let closes = text[(index + 1)...].firstIndex(of: 0x27).map { place in
        place + 1 == text.endIndex ? !Self.isLetter(next) : !Self.isLetter(text[place + 1])
      }
      return closes == true ? [0xE2, 0x80, 0x98] : Self.apostrophe
    }

    private mutating func double(
      _ text: ArraySlice<UInt8>, _ index: Int, _ next: UInt8
    ) -> [UInt8]? {
      guard quotes.areCurly else { return nil }
      let following = index + 1 < text.endIndex ? text[index + 1] : next
      // An opening quote stands before a word, a closing one after it; else it is an inch or a slip.
      let isPlausible =
        quotes.isOpen
        ? last != 0x20 && last != 0 && !Self.isLetter(following)
        : isOpening && following != 0x20 && following != 0
      guard isPlausible else {
        quotes.areCurly = false
        return nil
      }
      quotes.isOpen.toggle()
      switch (typography, quotes.isOpen) {
      case (.english, true): return [0xE2, 0x80, 0x9C]
      case (.english, false): return [0xE2, 0x80, 0x9D]
      case (.french, true): return [0xC2, 0xAB] + Self.noBreak
      case (.french, false): return Self.noBreak + [0xC2, 0xBB]
      }
    }
  }
}
