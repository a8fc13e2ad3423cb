import Compression
import Dispatch
import Synchronization

/// Compresses files when they are first asked for, and keeps the results within bounds.
final class CompressedBodies: Sendable {
  private struct Key: Hashable {
    var file: ObjectIdentifier
    var coding: ContentCoding
  }

  private struct Entry {
    // Keeps the file, so that its identity is not given to another one.
    var file: SiteFile
    var bytes: [UInt8]
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var order: [Key] = []
    var size = 0
  }

  private let state = Mutex(State())
  private let capacity: Int
  // One at a time, so that compressing never takes more than one core from those who wait.
  private let queue = DispatchQueue(label: "compression")

  /// What is smaller fits in one packet anyway.
  static let smallest = 1_000
  /// What is larger takes too long while someone waits; the build can compress it beforehand.
  static let largest = 8_000_000

  /// Keeps at most `capacity` bytes of results.
  init(capacity: Int = 64_000_000) { self.capacity = capacity }

  /// The file's bytes in a coding; nil when they are better sent as they are.
  func bytes(of file: SiteFile, in coding: ContentCoding) async -> [UInt8]? {
    guard MediaType.isCompressible(file.mediaType), file.count >= Self.smallest,
      file.count <= Self.largest
    else { return nil }
    let key = Key(file: ObjectIdentifier(file), coding: coding)
    if let bytes = kept(key) { return bytes.isEmpty ? nil : bytes }
    return await withCheckedContinuation { continuation in
      queue.async {
        let bytes = self.kept(key) ?? self.compress(file, key)
        continuation.resume(returning: bytes.isEmpty ? nil : bytes)
      }
    }
  }

  /// How many bytes of results are kept.
  var size: Int { state.withLock { $0.size } }

  private func kept(_ key: Key) -> [UInt8]? { state.withLock { $0.entries[key]?.bytes } }

  /// The compressed bytes, which are then kept; none when they would not be fewer.
  private func compress(_ file: SiteFile, _ key: Key) -> [UInt8] {
    let compressed = file.withBytes { bytes in
      switch key.coding {
      case .brotli: Compression.brotli(bytes)
      case .gzip: Compression.gzip(bytes)
      }
    }
    var bytes = compressed ?? []
    if bytes.count >= file.count { bytes = [] }
    keep(Entry(file: file, bytes: bytes), key)
    return bytes
  }

  private func keep(_ entry: Entry, _ key: Key) {
    state.withLock { state in
      guard state.entries[key] == nil else { return }
      state.entries[key] = entry
      state.order.append(key)
      state.size += entry.bytes.count
      guard state.size > capacity else { return }
      // The half that came first goes; what is in demand comes back at the next request.
      let half = state.order.count / 2 + 1
      for old in state.order.prefix(half) {
        state.size -= state.entries.removeValue(forKey: old)?.bytes.count ?? 0
      }
      state.order.removeFirst(half)
    }
  }
}
