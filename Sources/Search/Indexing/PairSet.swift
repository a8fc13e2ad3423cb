/// The distinct pair hashes of one document, in order of arrival.
struct PairSet: Sendable {
  private(set) var hashes: [UInt32] = []
  /// Open addressing; 0 is free, otherwise an index into `hashes` plus one.
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)

  mutating func insert(_ hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if hashes[Int(slots[slot]) - 1] == hash { return }
      slot = (slot + 1) & mask
    }
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
  }

  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = 0 }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }
}
