/// A range of addresses, as `desk.networks` has them.
enum NetworkRange {
  /// Whether a text is an address, or one with how many bits of it count.
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count) else { return false }
    let isVersion6 = parts[0].contains(":")
    // Of an address in version 6 the server knows the first half.
    let most = isVersion6 ? 64 : 32
    guard parts.count == 2 else { return !isVersion6 && isVersion4(parts[0]) }
    guard let bits = Int(parts[1]), String(bits) == parts[1], (0...most).contains(bits) else {
      return false
    }
    return isVersion6 ? isSixes(parts[0]) : isVersion4(parts[0])
  }

  private static func isVersion4(_ text: String) -> Bool {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4
      && numbers.allSatisfy { number in
        UInt8(number).map { String($0) == number } == true
      }
  }

  /// Groups of up to four hexadecimal digits, eight in all or fewer around one `::`.
  private static func isSixes(_ text: String) -> Bool {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return false }
    let groups = halves.flatMap {
      $0.isEmpty ? [] : $0.split(separator: ":", omittingEmptySubsequences: false)
    }
    guard groups.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isHexDigit) }) else {
      return false
    }
    return halves.count == 1 ? groups.count == 8 : groups.count < 8
  }
}
