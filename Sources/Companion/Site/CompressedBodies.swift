import Compression
import Dispatch
import Synchronization

/// Compresses files when they are first asked for, and keeps the results within bounds.
final class CompressedBodies: Sendable {
  /// Of each path the last file alone is kept: a page that is made anew takes the place of the one before.
  private struct Key: Hashable {
    var path: String
    var coding: ContentCoding
  }

  private struct Entry {
    // Keeps the file, so that its identity is not given to another one.
    var file: SiteFile
    var bytes: [UInt8]

    /// What keeping it takes; a file of the site is there anyway.
    var size: Int { bytes.count + (file.isMade ? file.count : 0) }
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

  /// Keeps at most `capacity` bytes of results, and of pages that they are made from.
  init(capacity: Int = 64_000_000) { self.capacity = capacity }

  /// The file's bytes in a coding; nil when they are better sent as they are.
  func bytes(of file: SiteFile, in coding: ContentCoding) async -> [UInt8]? {
    guard MediaType.isCompressible(file.mediaType), file.count >= Self.smallest,
      file.count <= Self.largest
    else { return nil }
    let key = Key(path: file.path, coding: coding)
    if let bytes = kept(file, key) { return bytes.isEmpty ? nil : bytes }
    return await withCheckedContinuation { continuation in
      queue.async {
        let bytes = self.kept(file, key) ?? self.compress(file, key)
        continuation.resume(returning: bytes.isEmpty ? nil : bytes)
      }
    }
  }

  /// How many bytes are kept.
  var size: Int { state.withLock { $0.size } }

  private func kept(_ file: SiteFile, _ key: Key) -> [UInt8]? {
    state.withLock { state in
      state.entries[key].flatMap { $0.file === file ? $0.bytes : nil }
    }
  }

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
      if let old = state.entries.updateValue(entry, forKey: key) {
        state.size -= old.size
      } else {
        state.order.append(key)
      }
      state.size += entry.size
      guard state.size > capacity else { return }
      // The half that came first goes; what is in demand comes back at the next request.
      let half = state.order.count / 2 + 1
      for old in state.order.prefix(half) {
        state.size -= state.entries.removeValue(forKey: old)?.size ?? 0
      }
      state.order.removeFirst(half)
    }
  }
}
