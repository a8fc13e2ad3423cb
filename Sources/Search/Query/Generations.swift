/// Things that were made lately, kept until so much else was asked for.
///
/// There are two generations: when the young one is full it becomes the old one, whose things are
/// dropped unless they are asked for again.
struct Generations<Key: Hashable, Value> {
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]
  /// What the young ones take.
  private var size = 0
  private let capacity: Int

  /// Keeps what takes up to twice a capacity.
  init(capacity: Int) { self.capacity = capacity }

  /// What was kept; an old thing becomes young again.
  ///
  /// - Parameters:
  ///   - key: What it was kept as.
  ///   - size: What it takes, in the unit of the capacity.
  /// - Returns: The thing, or nil when it was never kept or was dropped.
  mutating func recall(_ key: Key, size: (Value) -> Int = { _ in 1 }) -> Value? {
    if let known = young[key] { return known }
    guard let known = old[key] else { return nil }
    keep(known, as: key, size: size(known))
    return known
  }

  /// Keeps a thing.
  mutating func keep(_ value: Value, as key: Key, size added: Int = 1) {
    if size >= capacity {
      old = young
      young = [:]
      size = 0
    }
    young[key] = value
    size += added
  }
}
