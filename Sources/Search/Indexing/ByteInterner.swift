/// Numbers distinct byte strings from 0 in order of arrival, without an allocation for each.
struct ByteInterner: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Open addressing; 0 is free, otherwise the number plus one.
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)

  var count: Int { ends.count }

  /// The string with a number.
  subscript(number: Int) -> ArraySlice<UInt8> {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return bytes[start..<Int(ends[number])]
  }

  /// The number of a string, and whether it is new.
  @inline(__always)
  mutating func intern(_ string: Span<UInt8>) -> (number: Int, isNew: Bool) {
    let (slot, hash) = find(string)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    return (insert(string, hash: hash, slot: slot), true)
  }

  /// The number of a string; nil when it has none.
  func number(of string: [UInt8]) -> Int? {
    let slot = find(string.span).slot
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// The slot of a string, which is free when it has no number yet, and its FNV-1a hash.
  @inline(__always)
  private func find(_ string: Span<UInt8>) -> (slot: Int, hash: UInt32) {
    var hash: UInt32 = 0x811C_9DC5
    for index in string.indices { hash = (hash ^ UInt32(string[index])) &* 0x0100_0193 }
    let mask = slots.count - 1
    var slot = Int((hash &* 0x9E37_79B1) >> 7) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, equals(number, string) { break }
      slot = (slot + 1) & mask
    }
    return (slot, hash)
  }

  mutating func intern(_ string: [UInt8]) -> (number: Int, isNew: Bool) { intern(string.span) }

  @inline(__always)
  private func equals(_ number: Int, _ string: Span<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == string.count else { return false }
    for index in string.indices where bytes[start + index] != string[index] { return false }
    return true
  }

  @inline(never)
  private mutating func insert(_ string: Span<UInt8>, hash: UInt32, slot: Int) -> Int {
    let number = ends.count
    for index in string.indices { bytes.append(string[index]) }
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(number + 1)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int((hash &* 0x9E37_79B1) >> 7) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// All numbers, in the order of their bytes.
  func sortedNumbers() -> [Int] {
    // Most comparisons end in the first eight bytes, which compare as one integer.
    let heads = (0..<count).map { number in
      let string = self[number]
      var head: UInt64 = 0
      for index in 0..<8 {
        head <<= 8
        if index < string.count { head |= UInt64(string[string.startIndex + index]) }
      }
      return head
    }
    return (0..<count).sorted { left, right in
      if heads[left] != heads[right] { return heads[left] < heads[right] }
      return self[left].lexicographicallyPrecedes(self[right])
    }
  }
}
